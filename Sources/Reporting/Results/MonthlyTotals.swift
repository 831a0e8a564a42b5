/// Sums by month, of which those of months without any lines take no memory where they are many.
public struct MonthlyTotals: RandomAccessCollection, Hashable, Sendable {
  /// The sums that are kept, by month.
  private let kept: [ProductivityTotals]
  /// The month of each; nil where all are kept.
  private let places: [Int16]?
  /// How many months there are.
  public let count: Int

  /// The sums of some months in order.
  public init(_ months: some Collection<ProductivityTotals>) {
    let none = ProductivityTotals()
    self.init(
      of: months.enumerated().filter { $0.element != none }.map { (month: $0.offset, totals: $0.element) },
      count: months.count)
  }

  /// The sums of so many months, of which those that are not named are nothing.
  ///
  /// - Parameter months: the sums of some, by month in order.
  public init(of months: some Sequence<(month: Int, totals: ProductivityTotals)>, count: Int) {
    var (kept, places): ([ProductivityTotals], [Int16]) = ([], [])
    for (month, totals) in months {
      places.append(Int16(month))
      kept.append(totals)
    }
    self.count = count
    if kept.count <= count / 2 {
      (self.kept, self.places) = (kept, places)
    } else {
      var all = [ProductivityTotals](repeating: ProductivityTotals(), count: count)
      for (place, totals) in zip(places, kept) { all[Int(place)] = totals }
      (self.kept, self.places) = (all, nil)
    }
  }

  private init(kept: [ProductivityTotals], places: [Int16]?, count: Int) {
    self.kept = kept
    self.places = places
    self.count = count
  }

  /// The same, held in the place of others where these have the same sums, though it be of other months: a year of a clinician is told of
  /// by itself and among two.
  public func held(with others: MonthlyTotals) -> MonthlyTotals {
    kept == others.kept ? MonthlyTotals(kept: others.kept, places: places, count: count) : self
  }

  /// The first month.
  public var startIndex: Int { 0 }
  /// Behind the last month.
  public var endIndex: Int { count }

  /// The sums of a month.
  ///
  /// - Complexity: O(log months).
  public subscript(month: Int) -> ProductivityTotals {
    precondition(month >= 0 && month < count, "there is no such month")
    guard let places else { return kept[month] }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle]) < month { low = middle + 1 } else { high = middle }
    }
    return low < places.count && Int(places[low]) == month ? kept[low] : ProductivityTotals()
  }

  /// Whether the sums of all months are the same, however they are kept.
  public static func == (a: MonthlyTotals, b: MonthlyTotals) -> Bool { a.elementsEqual(b) }

  /// By the sums of all months.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for totals in self { hasher.combine(totals) }
  }
}
