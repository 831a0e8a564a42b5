import ProductivityModel

/// A number by which payments are worked out, with the days on which it holds and where it is published.
public struct PaymentRule: Hashable, Sendable {
  /// What the number is for.
  public enum Name: String, CaseIterable, Sendable {
    /// The share of the fee schedule amount that a nonparticipating physician is paid.
    case nonparticipatingShare = "nonparticipating-share"
    /// The most that a nonparticipating physician may charge, as a share of the fee schedule amount.
    case limitingCharge = "limiting-charge"
    /// The minutes of one anesthesia time unit.
    case anesthesiaMinutes = "anesthesia-minutes"
    /// The share of an anesthesia payment under medical direction (QK, QX, QY).
    case anesthesiaDirectedShare = "anesthesia-directed-share"
  }

  /// What the number is for.
  public var name: Name
  /// The days on which it holds.
  public var effective: DayRange
  /// The number in millionths; above zero.
  public var millionths: Int64
  /// Where it is published.
  public var citation: String

  /// A dated number.
  public init(name: Name, effective: DayRange, millionths: Int64, citation: String) {
    self.name = name
    self.effective = effective
    self.millionths = millionths
    self.citation = citation
  }
}
