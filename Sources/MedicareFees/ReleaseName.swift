import ProductivityModel

/// The name of a fee schedule release: a year, the letter of a quarter, and R for a correction, as in `2026A` or `2024AR`.
///
/// - Source: CMS's file names, RVU26A and RVU24AR.
public struct ReleaseName: Hashable, Comparable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The quarter, 1 for A to 4 for D.
  public let quarter: Int
  /// Whether it corrects the release of the same letter.
  public let isCorrection: Bool

  /// A name from its parts; nil for a quarter other than 1 to 4 or a year outside 1992 to 2999.
  public init?(year: Int, quarter: Int, isCorrection: Bool = false) {
    guard year >= 1992, year <= 2999, quarter >= 1, quarter <= 4 else { return nil }
    self.year = year
    self.quarter = quarter
    self.isCorrection = isCorrection
  }

  /// A name from text such as `2026A`, `2024ar` or `RVU25D`; nil for any other text.
  public init?(_ text: some StringProtocol) {
    var rest = Substring(text.uppercased())
    if rest.hasPrefix("RVU") { rest = rest.dropFirst(3) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let letters = rest.dropFirst(digits.count)
    guard let number = Int(digits), digits.count == 4 || digits.count == 2,
      let quarter = ["A": 1, "B": 2, "C": 3, "D": 4][letters.prefix(1)],
      letters.count == 1 || letters.dropFirst() == "R"
    else { return nil }
    self.init(year: digits.count == 4 ? number : 2000 + number, quarter: quarter, isCorrection: letters.count == 2)
  }

  /// The days of the quarter.
  ///
  /// A correction holds from a day of its own, which its name does not tell.
  public var days: DayRange {
    let firstMonth = 3 * quarter - 2
    let length = (firstMonth..<firstMonth + 3).reduce(0) { $0 + CalendarDate.daysInMonth(year: year, month: $1) }
    let whole = DayRange(year: year)
    let before = (1..<firstMonth).reduce(0) { $0 + CalendarDate.daysInMonth(year: year, month: $1) }
    let first = whole.first.advanced(by: before)
    return DayRange(first, through: first.advanced(by: length - 1)) ?? whole
  }

  /// The title in words: `2025 October release`.
  public var title: String {
    "\(year) \(Self.months[quarter - 1]) release" + (isCorrection ? ", corrected" : "")
  }

  /// The months in which the quarters start, as titles of CMS's files name them.
  static let months = ["January", "April", "July", "October"]

  /// Orders by year, then quarter, a correction after what it corrects.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.quarter, a.isCorrection ? 1 : 0) < (b.year, b.quarter, b.isCorrection ? 1 : 0)
  }
}

extension ReleaseName: CustomStringConvertible {
  /// `2026A`.
  public var description: String { "\(year)" + ["A", "B", "C", "D"][quarter - 1] + (isCorrection ? "R" : "") }
}
