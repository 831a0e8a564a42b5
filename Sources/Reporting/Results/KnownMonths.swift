/// Sums by month, of which those of some are not known.
public struct KnownMonths: RandomAccessCollection, Hashable, Sendable {
  private let totals: MonthlyTotals
  /// A bit for each month whose sums are known.
  private let known: UInt64

  /// The most months that there can be.
  public static let most = UInt64.bitWidth

  /// The sums of some months in order, at most ``most``; nil where they are not known.
  public init(_ months: [ProductivityTotals?]) {
    precondition(months.count <= Self.most, "there are more months than bits")
    totals = MonthlyTotals(months.map { $0 ?? ProductivityTotals() })
    known = months.enumerated().reduce(0) { $1.element == nil ? $0 : $0 | 1 << UInt64($1.offset) }
  }

  /// The sums of so many months, at most ``most``, of which those that are known and not named are nothing.
  ///
  /// - Parameters:
  ///   - months: the sums of some that are known, by month in order.
  ///   - known: a bit for each month whose sums are known, the first lowest.
  public init(of months: some Sequence<(month: Int, totals: ProductivityTotals)>, known: UInt64, count: Int) {
    precondition(count <= Self.most, "there are more months than bits")
    totals = MonthlyTotals(of: months, count: count)
    self.known = known
  }

  private init(_ totals: MonthlyTotals, known: UInt64) {
    self.totals = totals
    self.known = known
  }

  /// The same, held in the place of others where these have the same sums.
  public func held(with others: MonthlyTotals) -> KnownMonths { KnownMonths(totals.held(with: others), known: known) }

  /// The first month.
  public var startIndex: Int { 0 }
  /// Behind the last month.
  public var endIndex: Int { totals.count }

  /// The sums of a month; nil where they are not known.
  ///
  /// - Complexity: O(log months).
  public subscript(month: Int) -> ProductivityTotals? {
    known & 1 << UInt64(month) == 0 ? nil : totals[month]
  }
}
