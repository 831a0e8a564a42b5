import ProductivityModel

/// Where a code's work stands among the codes of its category, or of its subsection, in one release.
///
/// The definition is the one that public code references use: one base row a code, all statuses, work above zero;
/// percentile = 100 x (codes of at most this work) / (codes with work), rounded half up.
public struct CodeStanding: Hashable, Sendable {
  /// The codes with which it is compared.
  public var group: CodeGroup
  /// The codes of the group in the release.
  public var codes: Int
  /// Those of them that have work.
  public var valued: Int
  /// The code's own work.
  public var work: WorkRVU
  /// The percentile, 0 to 100.
  public var percentile: Int
  /// The median of the valued codes, unrounded.
  public var median: WorkRVU
  /// The lowest work above zero in the group.
  public var minimum: WorkRVU
  /// The highest work of the group.
  public var maximum: WorkRVU
  /// How many other codes have exactly this work.
  public var sameWork: Int
  /// The codes with the next lower work, the nearest first and equal work by code: at most
  /// ``WorkDistribution/neighbourLimit``.
  public var below: [CodeWork]
  /// The codes with the next higher work, the nearest first and equal work by code: at most
  /// ``WorkDistribution/neighbourLimit``.
  public var above: [CodeWork]

  /// A standing from its parts.
  public init(
    group: CodeGroup, codes: Int, valued: Int, work: WorkRVU, percentile: Int, median: WorkRVU, minimum: WorkRVU,
    maximum: WorkRVU, sameWork: Int, below: [CodeWork], above: [CodeWork]
  ) {
    self.group = group
    self.codes = codes
    self.valued = valued
    self.work = work
    self.percentile = percentile
    self.median = median
    self.minimum = minimum
    self.maximum = maximum
    self.sameWork = sameWork
    self.below = below
    self.above = above
  }

  /// The category of the group.
  public var category: CodeCategory { group.category }

  /// The code's work over the median, from unrounded values, in millionths, rounded half up.
  public var timesMedianMillionths: Int { Self.ratio(work, median, scale: 1_000_000) }

  /// The code's work over the median, with one decimal, rounded half up from the unrounded ratio: `2.1`.
  public var timesMedianText: String {
    DecimalText.fixed(Int64(Self.ratio(work, median, scale: 10)), scale: 1, decimals: 1)
  }

  /// The definition in a sentence, which every output that shows a percentile carries.
  public static let definition =
    "Percentile: 100 x the codes of at most this work / the codes with work, rounded half up; "
    + "one base row (no modifier) a code, whatever its status."

  private static func ratio(_ a: WorkRVU, _ b: WorkRVU, scale: Int64) -> Int {
    Int((2 * scale * a.millionths + b.millionths) / (2 * b.millionths))
  }
}

extension FeeSchedule {
  /// Where a code's base row stands in its category; nil where it has none, no work or no category.
  ///
  /// - Complexity: O(n log n) in the rows; for many codes make a ``StandingTable`` once.
  public func standing(of code: ProcedureCode) -> CodeStanding? {
    guard let row = row(code), let category = CodeCategory(code) else { return nil }
    return WorkDistribution(.category(category), in: self).standing(of: code, work: row.work)
  }

  /// Where a code's base row stands in its subsection; nil where it has none, no work or no subsection.
  ///
  /// - Complexity: O(n log n) in the rows; for many codes make a ``StandingTable`` once.
  public func subsectionStanding(of code: ProcedureCode) -> CodeStanding? {
    guard let row = row(code), let subsection = CodeSubsection.of(code) else { return nil }
    return WorkDistribution(.subsection(subsection), in: self).standing(of: code, work: row.work)
  }
}
