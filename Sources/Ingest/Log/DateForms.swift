import ProductivityModel

/// The forms in which a log writes days; the form YYYY-MM-DD, also with a time after it, is understood in all.
///
/// A form is used only where a column map names it: 04/05/2026 is two days, and which of them is never guessed.
public struct DateForms: OptionSet, Hashable, Sendable {
  /// The forms as bits.
  public let rawValue: UInt8

  /// Forms as bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Month, day, year: `3/4/2026`, `03-04-2026`, `3/4/26`.
  public static let american = DateForms(rawValue: 1)
  /// Eight digits: `20260304`.
  public static let compact = DateForms(rawValue: 2)
  /// Days since the start of 1900 as spreadsheets count them: `46085`, `46085.5`.
  public static let serial = DateForms(rawValue: 4)
  /// A month's name: `04-MAR-2026`, `Mar 4, 2026`.
  public static let named = DateForms(rawValue: 8)
  /// Day, month, year: `4.3.2026`, `04/03/2026`.
  public static let european = DateForms(rawValue: 16)

  /// The names that a column map gives them.
  static let names: [(name: String, form: DateForms)] = [
    ("US", .american), ("compact", .compact), ("excel", .serial), ("long", .named), ("european", .european),
  ]

  /// The day of a text without blanks around it; nil where it has none of the forms or is no day.
  ///
  /// A time of day after the day is passed over. Years of two digits are those from 1970 to 2069.
  func day(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    if let day = CalendarDate(iso: text) { return day }
    let dayPart = Self.withoutTime(text)
    if dayPart.count < text.count, let day = CalendarDate(iso: dayPart) { return day }
    if contains(.american), let day = Self.numbers(dayPart, order: (month: 0, day: 1)) { return day }
    if contains(.european), let day = Self.numbers(dayPart, order: (month: 1, day: 0)) { return day }
    if contains(.compact), let day = Self.compactDay(dayPart) { return day }
    if contains(.named), let day = Self.namedDay(text) { return day }
    if contains(.serial), let day = Self.serialDay(text) { return day }
    return nil
  }

  /// A text up to the `T` or blank after which a time of day stands; all of it where none does.
  private static func withoutTime(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let place = text.firstIndex(where: { $0 == 0x20 || $0 == 0x54 }), place >= 6, isTime(text[(place + 1)...])
    else { return text }
    return UnsafeBufferPointer(rebasing: text[..<place])
  }

  /// Whether a text is a time of day: `14:30`, `2:30:00 PM`, `14:30:00.000Z`, `14:30:00-05:00`.
  private static func isTime(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = text.first, isDigit(first), text.contains(0x3A), text.count <= 24 else { return false }
    let marks = Set(":.+- AMPMampmZ".utf8)
    return text.allSatisfy { isDigit($0) || marks.contains($0) }
  }

  /// Three numbers with one kind of mark between them, the year last.
  private static func numbers(
    _ text: UnsafeBufferPointer<UInt8>, order: (month: Int, day: Int)
  ) -> CalendarDate? {
    guard text.count <= 10, let mark = text.first(where: { !isDigit($0) }), mark == 0x2F || mark == 0x2D || mark == 0x2E
    else { return nil }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 || parts[2].count == 2,
      let numbers = allNumbers(parts)
    else { return nil }
    let year = parts[2].count == 4 ? numbers[2] : numbers[2] + (numbers[2] < 70 ? 2000 : 1900)
    return CalendarDate(year: year, month: numbers[order.month], day: numbers[order.day])
  }

  private static func compactDay(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard text.count == 8, let numbers = allNumbers([text[0..<4], text[4..<6], text[6..<8]]) else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// A month's name or its first three letters among a day and a year.
  private static func namedDay(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    let parts = text.split { $0 == 0x20 || $0 == 0x2D || $0 == 0x2C || $0 == 0x2F }
    guard parts.count == 3 || parts.count > 3 && isTime(text[parts[3].startIndex...]) else { return nil }
    func month(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
      let name = String(decoding: part, as: UTF8.self).lowercased()
      return months.firstIndex { $0 == name || $0.prefix(3) == name }.map { $0 + 1 }
    }
    let (dayPart, monthPart) = isDigit(parts[0].first ?? 0) ? (parts[0], parts[1]) : (parts[1], parts[0])
    guard let month = month(monthPart), dayPart.count <= 2, parts[2].count == 4,
      let numbers = allNumbers([dayPart, parts[2]])
    else { return nil }
    return CalendarDate(year: numbers[1], month: month, day: numbers[0])
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// A count of days of five digits, from 1954 on, so that no year or compact day is taken for one.
  private static func serialDay(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    let parts = text.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].count == 5, let days = allNumbers([parts[0]])?.first, days >= 20_000,
      parts.count == 1 || parts[1].allSatisfy(isDigit)
    else { return nil }
    // Day 25,569 is 1 January 1970.
    return CalendarDate(daysSinceEpoch: Int32(days - 25_569))
  }

  private static func allNumbers(_ parts: [Slice<UnsafeBufferPointer<UInt8>>]) -> [Int]? {
    var numbers: [Int] = []
    for part in parts {
      guard !part.isEmpty, part.allSatisfy(isDigit) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    return numbers
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
