import ProductivityModel

/// The distributions of every category and subsection of a release, or of those of one code, each made once.
///
/// - Complexity: O(n log n) in the rows to make, then O(log n) a standing.
public struct StandingTable: Sendable {
  /// The distribution of each category that has codes.
  public let categories: [CodeCategory: WorkDistribution]
  /// The distribution of each subsection that has codes.
  public let subsections: [CodeSubsection: WorkDistribution]

  private let schedule: FeeSchedule

  /// The distributions of a release.
  public init(_ schedule: FeeSchedule) {
    self.schedule = schedule
    var ofCategory: [CodeCategory: [CodeWork]] = [:]
    var ofSubsection = [[CodeWork]](repeating: [], count: CodeSubsection.all.count)
    for row in schedule.rows where row.component == nil {
      let value = CodeWork(row.code, row.work)
      if let category = CodeCategory(row.code) { ofCategory[category, default: []].append(value) }
      if let index = CodeSubsection.index(of: row.code) { ofSubsection[index].append(value) }
    }
    var categories: [CodeCategory: WorkDistribution] = [:]
    for (category, work) in ofCategory { categories[category] = WorkDistribution(.category(category), work: work) }
    var subsections: [CodeSubsection: WorkDistribution] = [:]
    for (subsection, work) in zip(CodeSubsection.all, ofSubsection) where !work.isEmpty {
      subsections[subsection] = WorkDistribution(.subsection(subsection), work: work)
    }
    self.categories = categories
    self.subsections = subsections
  }

  /// The distributions of one code's category and subsection: there are standings of its codes alone.
  public init(_ schedule: FeeSchedule, around code: ProcedureCode) {
    self.schedule = schedule
    var categories: [CodeCategory: WorkDistribution] = [:]
    if let category = CodeCategory(code) {
      categories[category] = WorkDistribution(.category(category), in: schedule)
    }
    var subsections: [CodeSubsection: WorkDistribution] = [:]
    if let subsection = CodeSubsection.of(code) {
      subsections[subsection] = WorkDistribution(.subsection(subsection), in: schedule)
    }
    self.categories = categories
    self.subsections = subsections
  }

  /// Where a code's base row stands in its category; nil where it has none, no work or no category.
  public func standing(of code: ProcedureCode) -> CodeStanding? {
    guard let row = schedule.row(code), let category = CodeCategory(code) else { return nil }
    return categories[category]?.standing(of: code, work: row.work)
  }

  /// Where a code's base row stands in its subsection; nil where it has none, no work or no subsection.
  public func subsectionStanding(of code: ProcedureCode) -> CodeStanding? {
    guard let row = schedule.row(code), let subsection = CodeSubsection.of(code) else { return nil }
    return subsections[subsection]?.standing(of: code, work: row.work)
  }
}
