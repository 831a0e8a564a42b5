/// Why a line of a price list or a claim that is understood has no amount.
public enum NoPrice: Hashable, Sendable {
  /// The code is not in the release.
  case codeNotInRelease
  /// The code is in the release, and has no row of the modifier.
  case modifierNotInRelease
  /// The row has no payment in either setting.
  case absence(Payment.Absence)
  /// The release lacks the indices of localities.
  case noLocalities
  /// No conversion factor is known for the day.
  case noFactor
  /// An anesthesia service without base units.
  case noBaseUnits
  /// An anesthesia service without minutes.
  case noMinutes
  /// The release lacks the anesthesia conversion factor of the place.
  case noAnesthesiaFactor
  /// The release lacks an indicator that would decide.
  case indicatorMissing
  /// The policy's list excludes the code.
  case excludedByPolicy

  /// The short code in the output.
  public var text: String {
    switch self {
    case .codeNotInRelease: "not-in-release"
    case .modifierNotInRelease: "modifier-not-in-release"
    case .absence(.statusNotKnown): "status-unknown"
    case .absence(.status(let status)): "status-" + status.published.lowercased()
    case .absence(.notUsedForMedicare): "not-used-for-medicare"
    case .absence(.settingIsNA): "na-setting"
    case .absence(.noRVUs): "no-rvus"
    case .noLocalities: "no-localities"
    case .noFactor: "no-conversion-factor"
    case .noBaseUnits: "no-base-units"
    case .noMinutes: "no-minutes"
    case .noAnesthesiaFactor: "no-anesthesia-factor"
    case .indicatorMissing: "indicator-missing"
    case .excludedByPolicy: "excluded-by-policy"
    }
  }

  /// All reasons, each with a small number of its own by which it is counted.
  public static let all: [NoPrice] =
    [
      .codeNotInRelease, .modifierNotInRelease, .absence(.statusNotKnown), .absence(.notUsedForMedicare),
      .absence(.settingIsNA), .absence(.noRVUs), .noLocalities, .noFactor, .noBaseUnits, .noMinutes,
      .noAnesthesiaFactor, .indicatorMissing, .excludedByPolicy,
    ] + StatusCode.allCases.map { .absence(.status($0)) }

  /// The reason's place in ``all``.
  public var number: UInt8 { UInt8(Self.all.firstIndex(of: self) ?? 0) }
}
