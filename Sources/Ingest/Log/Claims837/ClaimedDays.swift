import ProductivityModel
import Tabular

/// The days of a service as a claim writes them.
///
/// - Source: DTP*472, date of service: DTP02 is D8 for one day, CCYYMMDD, and RD8 for the first and last, CCYYMMDD-CCYYMMDD.
enum ClaimedDays: Hashable, Sendable {
  /// The claim has none.
  case none
  /// One day, or the first of several.
  case days(first: CalendarDate, last: CalendarDate)
  /// Text that is not a day.
  case impossible

  /// The days of a DTP segment.
  init(_ reader: borrowing InterchangeReader) {
    let text = CellText.trimmed(reader.element(3))
    let isRange = ShortCode(reader.element(2)) == "RD8" || ShortCode(reader.element(2)) == .none && text.count == 17
    if text.isEmpty {
      self = .none
    } else if isRange, text.count == 17, text[8] == 0x2D, let first = Self.day(text[..<8]),
      let last = Self.day(text[9...]),
      first <= last
    {
      self = .days(first: first, last: last)
    } else if !isRange, let day = Self.day(text[...]) {
      self = .days(first: day, last: day)
    } else {
      self = .impossible
    }
  }

  private static func day(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> CalendarDate? {
    guard text.count == 8, text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    let start = text.startIndex
    return CalendarDate(
      year: number(text[start..<start + 4]), month: number(text[start + 4..<start + 6]),
      day: number(text[start + 6..<start + 8]))
  }
}
