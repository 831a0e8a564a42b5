import MedicareFees
import ProductivityModel

/// What a record of a price list asks for, as far as it says so itself.
public struct PriceRow: Sendable {
  /// Where a service is paid.
  public enum Place: Hashable, Sendable {
    /// The record does not say.
    case notSaid
    /// Without any geographic adjustment.
    case national
    /// In a locality.
    case locality(LocalityKey)
  }

  /// The procedure code.
  public var code: ProcedureCode
  /// The modifier, if any.
  public var modifier: Modifier?
  /// The name of the release as its bytes, the first lowest, in capitals; 0 where the record does not say.
  public var release: UInt64
  /// The day of service; nil where the record does not say.
  public var day: CalendarDate?
  /// Where the service is paid.
  public var place: Place
  /// Minutes of anesthesia, in thousandths; nil where the record does not say.
  public var minutes: Int64?
  /// Base units of anesthesia, in thousandths; nil where the record does not say.
  public var baseUnits: Int64?
}
