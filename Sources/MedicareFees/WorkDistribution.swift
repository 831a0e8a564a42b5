import ProductivityModel

/// The work of a group's codes in one release: what a code's standing is measured against.
///
/// One value a code, that of its base row (no modifier), whatever the status; codes without work count among the codes
/// and not among the values.
public struct WorkDistribution: Sendable {
  /// The group.
  public let group: CodeGroup
  /// The number of its codes that have a base row.
  public let codes: Int
  /// Its codes with work above zero, by work, then code.
  public let valued: [CodeWork]

  /// The most neighbours that a standing has on either side.
  public static let neighbourLimit = 2

  /// The distribution of a group in a release; of several groups, ``StandingTable`` makes them all in one pass.
  ///
  /// - Complexity: O(n log n) in the rows.
  public init(_ group: CodeGroup, in schedule: FeeSchedule) {
    let base = schedule.rows.lazy.filter { row in
      guard row.component == nil else { return false }
      switch group {
      case .category(let category): return CodeCategory(row.code) == category
      case .subsection(let subsection): return subsection.contains(row.code)
      }
    }
    self.init(group, work: base.map { CodeWork($0.code, $0.work) })
  }

  /// The distribution of given base-row values, one a code.
  public init(_ group: CodeGroup, work: [CodeWork]) {
    self.group = group
    codes = work.count
    valued = work.filter { $0.work > .zero }.sorted { ($0.work, $0.code) < ($1.work, $1.code) }
  }

  /// The middle value, of an even number the mean of the two in the middle; nil where no code has work.
  public var median: WorkRVU? {
    guard !valued.isEmpty else { return nil }
    let upper = valued[valued.count / 2].work
    if valued.count % 2 == 1 { return upper }
    // Published values are hundredths, so half their sum is a whole number of millionths.
    return WorkRVU(millionths: (valued[valued.count / 2 - 1].work + upper).millionths / 2)
  }

  /// The lowest value above zero; nil where no code has work.
  public var minimum: WorkRVU? { valued.first?.work }

  /// The highest value; nil where no code has work.
  public var maximum: WorkRVU? { valued.last?.work }

  /// How many codes have work of at most the given one.
  ///
  /// - Complexity: O(log n).
  public func count(atMost work: WorkRVU) -> Int { partition { $0 > work } }

  /// Where a code with this work stands; nil where the work is not above zero, or no code of the group has work.
  ///
  /// - Complexity: O(log n), and the number of codes that share the nearest lower work.
  public func standing(of code: ProcedureCode, work: WorkRVU) -> CodeStanding? {
    guard work > .zero, let median, let minimum, let maximum else { return nil }
    let lower = partition { $0 >= work }
    let atMost = count(atMost: work)
    return CodeStanding(
      group: group, codes: codes, valued: valued.count, work: work,
      percentile: (200 * atMost + valued.count) / (2 * valued.count), median: median, minimum: minimum,
      maximum: maximum, sameWork: valued[lower..<atMost].count { $0.code != code }, below: below(lower),
      above: Array(valued[atMost...].prefix(Self.neighbourLimit)))
  }

  /// The codes next below a position, the nearest work first and equal work by code.
  private func below(_ position: Int) -> [CodeWork] {
    var found: [CodeWork] = []
    var end = position
    while end > 0, found.count < Self.neighbourLimit {
      let work = valued[end - 1].work
      let start = partition { $0 >= work }
      found += valued[start..<end].prefix(Self.neighbourLimit - found.count)
      end = start
    }
    return found
  }

  /// The first position whose work fulfils a condition that, once true, stays true as work rises.
  private func partition(_ isReached: (WorkRVU) -> Bool) -> Int {
    var low = 0
    var high = valued.count
    while low < high {
      let middle = (low + high) / 2
      if isReached(valued[middle].work) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
