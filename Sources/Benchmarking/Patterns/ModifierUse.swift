import ProductivityModel

/// A modifier whose use is told: on which lines it means something, and which other modifiers count with it.
public struct ModifierUse: Hashable, Sendable {
  /// Its name for people, in our own words: `59 and X modifiers`.
  public let name: String
  /// The modifiers that count: a line that has any of them counts once.
  public let modifiers: [Modifier]
  /// The codes on whose lines it means something, as runs of numbers.
  public let codes: [ClosedRange<UInt64>]
  /// The first day of service on which the row holds.
  public let first: CalendarDate
  /// The last day; nil where it still holds.
  public let last: CalendarDate?

  /// The use of some modifiers on some codes.
  ///
  /// - Parameter codes: runs of codes, each from the packed form of its first to that of its last.
  public init(
    name: String, modifiers: [Modifier], codes: [ClosedRange<UInt64>], first: CalendarDate, last: CalendarDate?
  ) {
    self.name = name
    self.modifiers = modifiers
    self.codes = codes
    self.first = first
    self.last = last
  }

  /// Whether lines of a code are counted on some of the days. Codes that end in a letter are none of a run of numbers.
  public func counts(_ code: ProcedureCode, in days: DayRange) -> Bool {
    guard first <= days.last, last.map({ $0 >= days.first }) ?? true else { return false }
    let end = UInt8(truncatingIfNeeded: code.packed)
    guard end >= 0x30, end <= 0x39 else { return false }
    return codes.contains { $0.contains(code.packed) }
  }
}
