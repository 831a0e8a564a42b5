import Compensation
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the files say that plans name: units of duties, members of panels, and what of withholds was earned back.
public struct PlanSources: Sendable {
  /// A file that was read.
  public struct File: Sendable {
    /// What it is to the plans: `stipend`, `panel` or `quality`.
    public var role: String
    /// The file, its size and hash, for the manifest.
    public var input: (path: String, size: UInt64, sha256: String)
    /// All its rows but the header.
    public var records: Int
    /// Those that are not used.
    public var rejected: Int
  }

  /// Duties, panel and quality by clinician.
  public private(set) var quantities: [String: PlanQuantities] = [:]
  /// What is wrong with rows, in the order of the files.
  public private(set) var findings: [Finding] = []
  /// The files, in the order in which plans name them.
  public private(set) var files: [File] = []

  /// Reads all files that plans name, each once.
  ///
  /// - Parameter roster: the ids of the roster.
  /// - Throws: ``InputFailure`` where a file is not there or cannot be read.
  public init(_ plans: CompensationPlans, roster: Set<String>) throws(InputFailure) {
    try readCounts(plans, roster)
    for (source, plan) in Self.sources(plans, { $0.panel?.source }) {
      let path = try Self.path(source, "panel", plans, plan)
      let table = try PayFiles.panel(path, shownAs: Self.shown(source, plans), roster: roster)
      note(table, "panel")
      for row in table.rows {
        let isNew = quantities[row.clinicianID, default: PlanQuantities()].panel[row.month] == nil
        if isNew {
          quantities[row.clinicianID, default: PlanQuantities()].panel[row.month] = row.membersMillionths
        } else {
          repeated(row.position, "month")
        }
      }
    }
    for (source, plan) in Self.sources(plans, { $0.withhold?.release }) {
      let path = try Self.path(source, "withhold", plans, plan)
      let table = try PayFiles.quality(path, shownAs: Self.shown(source, plans), roster: roster)
      note(table, "quality")
      for row in table.rows {
        let isNew = quantities[row.clinicianID, default: PlanQuantities()].quality[row.year] == nil
        if isNew {
          quantities[row.clinicianID, default: PlanQuantities()].quality[row.year] = row.earnedMillionths
        } else {
          repeated(row.position, "year")
        }
      }
    }
  }

  private mutating func readCounts(_ plans: CompensationPlans, _ roster: Set<String>) throws(InputFailure) {
    var order: [(source: String, plan: CompensationPlan, stipends: [String])] = []
    for plan in plans.plans {
      for stipend in plan.terms.stipends {
        guard case .perUnit(_, _, let source) = stipend.measure else { continue }
        if let index = order.firstIndex(where: { $0.source == source }) {
          if !order[index].stipends.contains(stipend.name) { order[index].stipends.append(stipend.name) }
        } else {
          order.append((source, plan, [stipend.name]))
        }
      }
    }
    for (source, plan, stipends) in order {
      let path = try Self.path(source, "stipend \(stipends[0])", plans, plan)
      let table = try PayFiles.counts(path, shownAs: Self.shown(source, plans), roster: roster, stipends: stipends)
      note(table, "stipend")
      for row in table.rows { quantities[row.clinicianID, default: PlanQuantities()].duties.append(row.duty) }
    }
  }

  private mutating func note<Row>(_ table: PayTable<Row>, _ role: String) {
    findings += table.findings
    files.append(File(role: role, input: table.input, records: table.records, rejected: table.rejected))
  }

  /// A row that another file has too.
  private mutating func repeated(_ position: SourcePosition, _ key: String) {
    files[files.count - 1].rejected += 1
    findings.append(
      Finding(
        .repeatedPayRow, at: position,
        "the row has the clinician and \(key) of a row in another file; the first counts",
        hint: "take out the one that is wrong"))
  }

  private static func sources(
    _ plans: CompensationPlans, _ source: (PlanTerms) -> String?
  ) -> [(String, CompensationPlan)] {
    var seen: Set<String> = []
    return plans.plans.compactMap { plan in
      source(plan.terms).flatMap { seen.insert($0).inserted ? ($0, plan) : nil }
    }
  }

  private static func shown(_ source: String, _ plans: CompensationPlans) -> String {
    PolicyLibrary.path(of: source, besidePolicy: plans.input.path)
  }

  private static func path(
    _ source: String, _ what: String, _ plans: CompensationPlans, _ plan: CompensationPlan
  ) throws(InputFailure) -> String {
    let path = plans.resolve(source)
    guard InputPlace.kind(of: path) != nil else {
      var failure = InputFailure(
        plan.position.file, "the file \"\(source)\" of the \(what) of the plan \(plan.id) is not there",
        hint: "put it beside the plans file, or give its whole path", isUsage: true)
      failure.position = plan.position
      throw failure
    }
    return path
  }
}
