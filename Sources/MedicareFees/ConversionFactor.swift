import ProductivityModel

/// Dollars for one relative value unit, or for one anesthesia unit.
///
/// - Unit: ten-thousandths of a dollar, the precision in which CMS publishes conversion factors.
@frozen
public struct ConversionFactor: Hashable, Comparable, Sendable {
  /// The factor in ten-thousandths of a dollar.
  public var tenThousandths: Int64

  /// A factor from whole ten-thousandths of a dollar.
  @inlinable public init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// A factor from text such as `33.4009`; nil unless it is a positive number of at most four decimals.
  public init?(_ text: some StringProtocol) {
    guard case .success(let value) = DecimalText.parse(text, scale: 4), value > 0 else { return nil }
    tenThousandths = value
  }

  /// Compares the quantities.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.tenThousandths < b.tenThousandths }
}

extension ConversionFactor: CustomStringConvertible {
  /// The dollars with four decimals: `33.4009`.
  public var description: String { DecimalText.fixed(tenThousandths, scale: 4, decimals: 4) }
}

/// A conversion factor with the days on which it holds.
public struct DatedConversionFactor: Hashable, Sendable {
  /// What is paid by a factor, and to whom.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Services valued in RVUs.
    case national
    /// Services valued in RVUs, of qualifying participants in an advanced alternative payment model; from 2026.
    case qualifying
    /// Anesthesia units.
    case anesthesia
    /// Anesthesia units of qualifying participants; from 2026.
    case anesthesiaQualifying = "anesthesia-qualifying"
  }

  /// What is paid by it.
  public var kind: Kind
  /// The dollars a unit.
  public var factor: ConversionFactor
  /// The days on which it holds.
  public var effective: DayRange
  /// Where it is published.
  public var citation: String

  /// A dated factor.
  public init(kind: Kind, factor: ConversionFactor, effective: DayRange, citation: String) {
    self.kind = kind
    self.factor = factor
    self.effective = effective
    self.citation = citation
  }
}

extension Sequence<DatedConversionFactor> {
  /// The factor of a kind that holds on a day.
  public func factor(_ kind: DatedConversionFactor.Kind, on day: CalendarDate) -> DatedConversionFactor? {
    first { $0.kind == kind && $0.effective.contains(day) }
  }
}
