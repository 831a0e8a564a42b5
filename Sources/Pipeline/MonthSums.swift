import Reporting

/// Sums by month, or by piece of a month where windows of days cut it.
///
/// While lines are added there is one for each month. Once a clinician's lines are all there, those of months without any are given up
/// where they are many: of whoever has one line in a year eleven in twelve are none.
struct MonthSums: Sendable {
  /// The sums that are kept, by month.
  private var kept: [ProductivitySums]
  /// The month of each; nil where all are kept.
  private var places: [Int16]?
  /// How many months there are.
  let count: Int
  /// Whether it is known that there is nothing in any month.
  private var isNothing = false

  /// The sums of every month.
  init(_ months: [ProductivitySums]) {
    kept = months
    count = months.count
  }

  /// Months without a line, to which some may be added.
  init(nothing months: [ProductivitySums]) {
    self.init(months)
    isNothing = true
  }

  private init(_ kept: [ProductivitySums], _ places: [Int16], count: Int) {
    self.kept = kept
    self.places = places
    self.count = count
  }

  /// The sums of a month.
  ///
  /// - Complexity: O(1) while all are kept, else O(months kept) to read, and O(months) to change.
  @inline(__always)
  subscript(month: Int) -> ProductivitySums {
    get {
      guard let places else { return kept[month] }
      return places.firstIndex(of: Int16(month)).map { kept[$0] } ?? ProductivitySums()
    }
    _modify {
      if places != nil { keepAll() }
      isNothing = false
      yield &kept[month]
    }
  }

  private mutating func keepAll() {
    var all = [ProductivitySums](repeating: ProductivitySums(), count: count)
    forEach { month, sums in all[month] = sums }
    self = MonthSums(all)
  }

  /// The same without the months that have nothing, where they are at least half of all.
  var packed: MonthSums {
    guard places == nil else { return self }
    if isNothing { return MonthSums([], [], count: count) }
    let some = kept.indices.filter { !kept[$0].isEmpty }
    return some.count > count / 2 ? self : MonthSums(some.map { kept[$0] }, some.map(Int16.init), count: count)
  }

  /// Gives out the sums of the months that are kept, in order; those of all others are nothing.
  func forEach(_ body: (_ month: Int, _ sums: ProductivitySums) -> Void) {
    for index in kept.indices { body(places.map { Int($0[index]) } ?? index, kept[index]) }
  }

  /// Whether a condition that nothing does not meet holds for some month.
  func contains(where holds: (ProductivitySums) -> Bool) -> Bool { kept.contains(where: holds) }

  /// Changes the sums of some of the months that are kept.
  mutating func change(where isOne: (ProductivitySums) -> Bool, _ change: (inout ProductivitySums) -> Void) {
    for index in kept.indices where isOne(kept[index]) { change(&kept[index]) }
  }

  /// All months together.
  var total: ProductivitySums { kept.reduce(into: ProductivitySums()) { $0 += $1 } }

  /// A sum over all months.
  func total(of sum: (ProductivitySums) -> Int64) -> Int64 { kept.reduce(0) { $0 + sum($1) } }

  /// The same by calendar month, where it is by pieces of months.
  ///
  /// - Parameter month: the calendar month of each piece, from 0, in order; the last is the greatest.
  func joined(_ month: [Int]) -> MonthSums {
    var all = [ProductivitySums](repeating: ProductivitySums(), count: (month.last ?? -1) + 1)
    forEach { piece, sums in all[month[piece]] += sums }
    return MonthSums(all).packed
  }
}

extension MonthlyTotals {
  /// Sums by month as results show them.
  init(_ months: MonthSums) {
    var totals: [(month: Int, totals: ProductivityTotals)] = []
    months.forEach { month, sums in if !sums.isEmpty { totals.append((month, sums.totals)) } }
    self.init(of: totals, count: months.count)
  }
}
