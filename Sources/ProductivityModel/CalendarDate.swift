/// A day of the Gregorian calendar, without time or time zone.
///
/// Held as days since 1970-01-01, so comparing, adding and counting days are integer operations.
@frozen
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var daysSinceEpoch: Int32

  /// The day that many days after 1970-01-01.
  @inlinable public init(daysSinceEpoch: Int32) { self.daysSinceEpoch = daysSinceEpoch }

  /// The day of a year, month (1-12) and day of the month, or nil where the calendar has no such day.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  @inlinable
  init(validYear year: Int, month: Int, day: Int) {
    // Days from a civil date by counting from 1 March, so that the leap day ends the year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads exactly `YYYY-MM-DD`; nil for any other text and for a day that does not exist.
  ///
  /// - Complexity: O(1).
  @inlinable
  public init?(iso text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return nil }
    var year = 0
    var month = 0
    var day = 0
    for index in 0..<10 where index != 4 && index != 7 {
      let byte = text[index]
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let digit = Int(byte &- 0x30)
      if index < 4 {
        year = year &* 10 &+ digit
      } else if index < 7 {
        month = month &* 10 &+ digit
      } else {
        day = day &* 10 &+ digit
      }
    }
    self.init(year: year, month: month, day: day)
  }

  /// Reads exactly `YYYY-MM-DD` held in a string.
  public init?(iso text: some StringProtocol) {
    var copy = String(text)
    guard let date = copy.withUTF8({ CalendarDate(iso: $0) }) else { return nil }
    self = date
  }

  /// The year, month (1-12) and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The calendar year.
  public var year: Int { parts.year }

  /// The day that many days later, or earlier for a negative number.
  @inlinable public func advanced(by days: Int) -> Self { Self(daysSinceEpoch: daysSinceEpoch + Int32(days)) }

  /// The number of days of a month (1-12) of a year.
  @inlinable
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days of a year: 365 or 366.
  public static func daysInYear(_ year: Int) -> Int { isLeap(year) ? 366 : 365 }

  /// Whether a year has a 29 February.
  @inlinable public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Whether the first day is the earlier.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the day as its description has it.
  public func append(to bytes: inout [UInt8]) {
    let (year, month, day) = parts
    Self.append(year: year, month: month, to: &bytes)
    bytes.append(0x2D)
    Self.append(day, digits: 2, to: &bytes)
  }

  /// Appends `YYYY-MM`.
  static func append(year: Int, month: Int, to bytes: inout [UInt8]) {
    append(year, digits: 4, to: &bytes)
    bytes.append(0x2D)
    append(month, digits: 2, to: &bytes)
  }

  /// Appends a number with zeros before it.
  private static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var power = 10
    for _ in 1..<digits {
      if number < power { bytes.append(0x30) }
      power *= 10
    }
    DecimalText.append(Int64(number), scale: 0, to: &bytes)
  }
}
