import Compensation
import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension RunInputs {
  /// Reads the plans of the job and what they name, and puts their credit policies among those assigned.
  ///
  /// - Throws: `InputFailure` at the first thing that cannot be used.
  mutating func readCompensation() throws(InputFailure) {
    guard let entry = job.compensation else { return }
    let read = try PlanFile.read(job.resolve(entry.plans), shownAs: entry.plans)
    var own = CompensationInputs(plans: read.plans, file: entry.plans)
    own.findings = read.findings
    own.resolve = { read.resolve($0) }
    own.ownAssignments = assignments
    own.ownAssigned = assigned
    own.add("plans", read.input)
    try readTables(read, &own)
    try readPayments(entry, read, &own)
    own.releases = try entry.releases.map { releases throws(InputFailure) in
      (from: try known(releases.from, at: releases.position), to: try known(releases.to, at: releases.position))
    }
    try assign(own.plans, resolve: read.resolve, &own.files)
    files += own.files.filter { !files.contains($0) }
    compensation = own
  }

  private var rosterIDs: Set<String> { Set(roster?.intervals.map(\.clinicianID) ?? []) }

  /// Reads what plans pay for besides work.
  private func readTables(
    _ plans: CompensationPlans, _ own: inout CompensationInputs
  ) throws(InputFailure) {
    let sources = try PlanSources(plans, roster: rosterIDs)
    own.quantities = sources.quantities
    own.findings += sources.findings
    for file in sources.files { own.add(file.role, file.input) }
  }

  /// The plans of another file with the tables that they name, and the payments of the job's own.
  func tables(of plans: CompensationPlans, like job: CompensationInputs) throws(InputFailure) -> CompensationInputs {
    var own = job
    own.file = plans.input.path
    own.findings = plans.findings
    try readTables(plans, &own)
    return own
  }

  /// The same inputs without the policies that plans name.
  func withoutPlanCredit(_ plans: CompensationInputs) -> RunInputs {
    var copy = self
    copy.assignments = plans.ownAssignments
    copy.assigned = plans.ownAssigned
    return copy
  }

  /// The path of a file that the command line names: from here where there is one, otherwise from the job's folder.
  func found(_ path: String) -> String { InputPlace.kind(of: path) != nil ? path : job.resolve(path) }

  /// How many rows of a table findings leave out.
  private static func unusedRows(_ findings: [Finding]) -> Int {
    findings.filter { $0.severity == .error }.reduce(0) { $0 + $1.count }
  }

  /// Reads what was paid and what was owed before.
  private func readPayments(
    _ entry: Job.CompensationEntry, _ plans: CompensationPlans, _ own: inout CompensationInputs
  ) throws(InputFailure) {
    let ids = rosterIDs
    if let paid = entry.paid {
      let table = try PayFiles.paid(job.resolve(paid), shownAs: paid, roster: ids, components: plans.components)
      own.payments = Dictionary(grouping: table.rows, by: \.clinicianID)
      own.findings += table.findings
      own.unusedPayments += Self.unusedRows(table.findings)
      own.add("paid", table.input)
    }
    if let opening = entry.opening {
      let table = try PayFiles.opening(
        job.resolve(opening), shownAs: opening, roster: ids,
        components: plans.components + [StatementComponent.deficit])
      for row in table.rows {
        if own.openingPlaces[row.clinicianID] == nil { own.openingPlaces[row.clinicianID] = row.position }
        if row.component == StatementComponent.deficit {
          own.openingDeficits[row.clinicianID] = row.amount
        } else {
          own.opening[row.clinicianID, default: [:]][row.component] = row.amount
        }
      }
      own.findings += table.findings
      own.unusedPayments += Self.unusedRows(table.findings)
      own.add("opening balances", table.input)
    }
    if let statement = entry.statement {
      let table = try EmployerFiles.statements(
        job.resolve(statement), shownAs: statement, roster: ids, components: plans.components)
      own.employerStatements = table.rows
      own.findings += table.findings
      own.add("employer's statement", table.input)
    }
    if let lines = entry.statementLines {
      let table = try EmployerFiles.lines(job.resolve(lines), shownAs: lines, roster: ids)
      own.employerLines = table.rows
      own.findings += table.findings
      own.add("employer's lines", table.input)
    }
  }

  func known(_ release: ReleaseName, at position: SourcePosition) throws(InputFailure) -> String {
    let name = release.description
    if library.info(name) != nil { return name }
    do throws(InputFailure) {
      _ = try library.load(name)
    } catch {
      var failure = error
      failure.position = position
      failure.isUsage = true
      throw failure
    }
    return name
  }

  /// The same inputs with the pay ledger under the policies that plans name.
  ///
  /// - Parameters:
  ///   - plans: all entries.
  ///   - resolve: makes the path of a policy that a plan names one that can be opened.
  /// - Throws: `InputFailure` where a policy cannot be used, or an assignment says otherwise.
  mutating func assign(
    _ plans: [CompensationPlan], resolve: (String) -> String, _ files: inout [InputFile]
  ) throws(InputFailure) {
    let rows = assignments?.rows ?? []
    let found = try PlanPolicies(plans, pay: job.payPolicy, own: rows) { plan, assignment in
      plan == assignment && !plan.hasSuffix(".yaml") && !plan.hasSuffix(".yml")
        || resolve(plan) == job.resolve(assignment)
    }
    guard !found.rows.isEmpty else { return }
    for named in found.named {
      var policy = pay
      if let name = named.policy {
        policy = try read(name, resolve, askedBy: named.position.description, &files)
      }
      if let vintage = named.vintage {
        let before = policy.name
        policy.name = PlanPolicies.key(before, vintage)
        policy.vintage = vintage
        crosswalks[policy.name] = crosswalks[before]
        if case .frozen(let release) = vintage, library.info(release.uppercased()) == nil {
          _ = try library.load(release.uppercased())
        }
      }
      assigned[named.key] = policy
    }
    assignments = PolicyAssignments(rows + found.rows)
  }

  /// Reads a policy that a plan names.
  private mutating func read(
    _ name: String, _ resolve: (String) -> String, askedBy asker: String, _ files: inout [InputFile]
  ) throws(InputFailure) -> CreditPolicy {
    let read = try PolicyLibrary(dataFolder: dataFolder).read(name, askedBy: asker, resolve: resolve)
    files.append(
      InputFile(role: "policy", path: read.input.path, size: read.input.size, sha256: read.input.sha256))
    if let crosswalk = read.crosswalk {
      let input = crosswalk.input
      files.append(InputFile(role: "crosswalk", path: input.path, size: input.size, sha256: input.sha256))
      crosswalks[read.policy.name] = crosswalk.crosswalk
    }
    return read.policy
  }
}
