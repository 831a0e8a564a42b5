/// The work RVUs that someone else gives a line: a source system, or an employer. To be held against what is credited here.
///
/// - Unit: millionths of a work RVU.
public struct StatedWork: Hashable, Sendable {
  /// How units may be counted otherwise.
  public enum UnitsReading: Hashable, Sendable {
    /// One unit is given, whatever the line has.
    case oneUnit
    /// What is one unit's credit here is multiplied by the units once more.
    case multiplied
  }

  /// Half a hundredth: others give two decimals.
  public static let tolerance: Int64 = 5_000

  /// What is given.
  public let millionths: Int64

  /// A figure.
  public init(millionths: Int64) { self.millionths = millionths }

  /// Whether a value is the figure, to the hundredth.
  public func isAbout(_ value: Int64) -> Bool {
    let (difference, overflow) = value.subtractingReportingOverflow(millionths)
    return !overflow && difference.magnitude <= UInt64(Self.tolerance)
  }

  /// How the figure counts units, where that alone makes it differ from a credit.
  ///
  /// - Parameter credit: with the units of the line, in millionths.
  /// - Returns: nil for one unit, and where counting them otherwise does not explain the figure.
  public func unitsReading(of units: Units, credit: Int64) -> UnitsReading? {
    let count = units.magnitude.tenThousandths
    guard count != Units.one.tenThousandths else { return nil }
    // In ten-thousandths and wide: a million units of a dear code are more than 64 bits hold.
    let (one, all) = (Int128(millionths) * Int128(count), Int128(credit) * Int128(count))
    if (one - Int128(credit) * 10_000).magnitude <= (Int128(Self.tolerance) * Int128(count)).magnitude {
      return .oneUnit
    }
    if (all - Int128(millionths) * 10_000).magnitude <= UInt128(Self.tolerance * 10_000) { return .multiplied }
    return nil
  }
}
