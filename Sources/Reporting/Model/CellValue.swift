import Benchmarking
import ProductivityModel

/// One value of a report, typed: under every table, figure and data file, in every format.
///
/// A renderer asks for ``text`` to show it to people, for ``dataText`` to write it to a data file, and for ``sortKey`` to
/// put rows in order. Undefined is ``notAvailable(_:)`` with the reason, never zero and never an empty text.
public enum CellValue: Hashable, Sendable {
  /// Words.
  case text(String)
  /// A code, a file name, a hash: text whose characters matter one by one.
  case literal(String)
  /// A count.
  case integer(Int)
  /// A sum of work RVUs: two decimals for people.
  case workRVU(WorkRVU)
  /// Work RVUs per clinical FTE or per year: one decimal for people.
  case workRVURate(WorkRVU)
  /// A value that a survey publishes, with just the decimals that it has.
  case surveyValue(WorkRVU)
  /// Services.
  case units(Units)
  /// Dollars and cents.
  case money(Money)
  /// Clinical FTE in millionths: two decimals for people.
  case clinicalFTE(Int64)
  /// A share of a whole, 0 to 100.
  case percent(Double)
  /// A percentile in a survey, or its bound.
  case placement(Placement)
  /// A placement in words, with its ratio to the median.
  case placementHeadline(Placement)
  /// A percentile rank among peers, 0 to 100.
  case percentile(Double)
  /// One value divided by another.
  case ratio(Double)
  /// A rank among so many.
  case rank(Int, of: Int)
  /// A calendar month.
  case month(YearMonth)
  /// A day.
  case date(CalendarDate)
  /// A calendar year.
  case year(Int)
  /// A place in an input file.
  case position(SourcePosition)
  /// Where a value stands in a distribution, as a small picture.
  case standing(StandingMark)
  /// A quantity through the months, as a small picture.
  case sparkline(Sparkline)
  /// Undefined, and why.
  case notAvailable(String)
}

extension CellValue {
  /// A value, or the reason why there is none, which is worked out only then.
  public static func of<Value>(
    _ value: Value?, _ make: (Value) -> CellValue, otherwise reason: @autoclosure () -> String
  ) -> CellValue {
    value.map(make) ?? .notAvailable(reason())
  }

  /// Whether columns of it are set flush right.
  public var isNumeric: Bool {
    switch self {
    case .text, .literal, .placementHeadline, .month, .date, .position, .standing, .sparkline: false
    case .integer, .workRVU, .workRVURate, .surveyValue, .units, .money, .clinicalFTE, .percent, .placement,
      .percentile, .ratio,
      .rank,
      .year, .notAvailable:
      true
    }
  }
}
