import ProductivityModel

/// The work values of a category's codes in one release: what a code's standing is measured against.
///
/// One value a code, that of its base row (no modifier), whatever the status; codes without work count among the codes
/// and not among the values.
public struct CategoryDistribution: Sendable {
  /// The category.
  public let category: CodeCategory
  /// The number of its codes that have a base row.
  public let codes: Int
  /// The work values above zero, rising.
  public let values: [WorkRVU]

  /// The distribution of a category in a release.
  ///
  /// - Complexity: O(n log n) in the rows.
  public init(_ category: CodeCategory, in schedule: FeeSchedule) {
    let base = schedule.rows.lazy.filter { $0.component == nil && CodeCategory($0.code) == category }.map(\.work)
    self.init(category, work: Array(base))
  }

  /// The distribution of given base-row values, one a code.
  public init(_ category: CodeCategory, work: [WorkRVU]) {
    self.category = category
    codes = work.count
    values = work.filter { $0 > .zero }.sorted()
  }

  /// The middle value, of an even number the mean of the two in the middle; nil where no code has work.
  public var median: WorkRVU? {
    guard !values.isEmpty else { return nil }
    let upper = values[values.count / 2]
    if values.count % 2 == 1 { return upper }
    // Published values are hundredths, so half their sum is a whole number of millionths.
    return WorkRVU(millionths: (values[values.count / 2 - 1] + upper).millionths / 2)
  }

  /// The highest value; nil where no code has work.
  public var maximum: WorkRVU? { values.last }

  /// How many values are at most the given one.
  ///
  /// - Complexity: O(log n).
  public func count(atMost work: WorkRVU) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= work { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where a work value stands; nil where it is not above zero, or no code of the category has work.
  public func standing(of work: WorkRVU) -> CodeStanding? {
    guard work > .zero, let median, let maximum else { return nil }
    let atMost = count(atMost: work)
    return CodeStanding(
      category: category, codes: codes, valued: values.count, work: work,
      percentile: (200 * atMost + values.count) / (2 * values.count), median: median, maximum: maximum)
  }
}
