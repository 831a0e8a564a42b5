import Benchmarking
import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Rendering
import Reporting

/// Everything that a job names, read and checked, except the lines of its logs.
public struct RunInputs: Sendable {
  /// The job.
  public private(set) var job: Job
  /// The days counted: the job's period, cut where its data end.
  public private(set) var period: DayRange
  /// The days asked for, by the job or over it: they may go on after the last day counted.
  let asked: DayRange
  /// The last day counted, where the job or what is said over it gives one.
  private let lastCounted: CalendarDate?
  let library: FeeLibrary
  /// The folder of the reference data.
  public let dataFolder: String
  /// The policy of the pay ledger, of everyone whom ``assignments`` give no other.
  var pay: CreditPolicy
  /// Who has which policy in the pay ledger, and when.
  var assignments: PolicyAssignments?
  /// The policies that the assignments name, by the name that they use.
  var assigned: [String: CreditPolicy]
  var benchmark: CreditPolicy
  /// Who has which policy in the benchmark ledger: nobody another than ``benchmark``, unless the two ledgers are two sides of a
  /// comparison.
  var benchmarkAssignments: PolicyAssignments?
  /// The policies that those assignments name.
  var benchmarkAssigned: [String: CreditPolicy] = [:]
  /// What lines without a price are worth, by the name of the policy that says so.
  var crosswalks: [String: Crosswalk]
  /// The logs of the job, then those of closed days.
  var logs: [LogFiles.File]
  /// The roster, with closed days as they were closed.
  var roster: Roster?
  /// The roster as the job's file has it.
  let ownRoster: Roster?
  /// Days that are counted as they were closed.
  public internal(set) var closed: [ClosedDays] = []
  /// Whether a run tells what today's inputs would make of closed days.
  var comparesClosed = true
  /// Whether lines of closed days are credited by the policies and releases of that time.
  var keepsTerms = true
  /// The surveys, in the order of the job's entries.
  let surveys: [Survey]
  /// How specialty names of the roster or log are found among those of surveys.
  let specialtyNames: SpecialtyNames
  /// How an earlier year's work fell on its months, where figures are annualised by season.
  let season: Season?
  /// What the reference data say of visits by level and of modifiers.
  let patterns: PatternData
  /// How often specialties report each code elsewhere.
  let profiles: [SpecialtyProfile]
  /// The targets of the job's file; nil where it names none.
  let targets: TargetFile?
  /// Whether earlier months are compared though no report and no target asks.
  var comparesEarlierMonths = false
  /// The plans of the job and what they pay for; nil where the job has none.
  var compensation: CompensationInputs?
  /// The files read so far, for the manifest.
  var files: [InputFile]
  /// What the inputs give reason to say.
  let findings: [Finding]
  /// The folder whose files are read beside the logs; nil for none.
  public let inbox: Inbox?

  /// Reads a job and what it names.
  ///
  /// - Parameters:
  ///   - path: the job file.
  ///   - dataFolder: the reference data.
  /// - Throws: `InputFailure` at the first thing that cannot be used.
  public init(job path: String, dataFolder: String, overrides: Overrides = Overrides()) throws(InputFailure) {
    let job = try Self.job(path)
    self.job = job
    let asked = overrides.period ?? job.period
    lastCounted = overrides.asOf ?? job.through
    let last = lastCounted ?? asked.last
    guard let period = DayRange(asked.first, through: min(asked.last, last)) else {
      throw InputFailure(path, "the period \(asked) starts after \(last), the last day counted", isUsage: true)
    }
    self.period = period
    self.asked = asked
    var files = [InputFile(role: "job", path: Self.name(path), size: job.size, sha256: job.sha256)]
    var findings: [Finding] = []
    self.dataFolder = dataFolder
    library = try FeeLibrary(dataFolder: dataFolder)
    var crosswalks: [String: Crosswalk] = [:]
    pay = try Self.policy(job.payPolicy, job, dataFolder, &files, &crosswalks)
    benchmark = try Self.policy(job.benchmarkPolicy, job, dataFolder, &files, &crosswalks)
    let assignments = try job.policyAssignments.map { path throws(InputFailure) in
      try PolicyAssignmentReader.read(job.resolve(path), shownAs: path)
    }
    if let input = assignments?.input {
      files.append(InputFile(role: "policy assignments", path: input.path, size: input.size, sha256: input.sha256))
    }
    var assigned: [String: CreditPolicy] = [:]
    for name in assignments?.assignments.policies ?? [] {
      let row = assignments?.assignments.rows.first { $0.policy == name }
      assigned[name] = try Self.policy(
        name, job, dataFolder, &files, &crosswalks, askedBy: row.map(\.position.description))
    }
    self.crosswalks = crosswalks
    self.assignments = assignments?.assignments
    self.assigned = assigned
    let policies = [pay, benchmark] + assigned.sorted { $0.key < $1.key }.map(\.value)
    for policy in policies {
      if case .frozen(let release) = policy.vintage ?? job.vintage, library.info(release) == nil {
        _ = try library.load(release)
      }
    }
    inbox = try overrides.inbox.map { source throws(InputFailure) in try Inbox(source, of: job) }
    var logs: [LogFiles.File] = []
    var logFiles = LogFiles(job, inbox)
    for (number, set) in job.logs.enumerated() {
      var map = try Self.columnMap(set, job, dataFolder, &files)
      if let header = set.reconcile { map = map.reconciling(header) }
      logs += try logFiles.files(of: set, number: number, map: map)
    }
    findings += logFiles.findings
    guard logs.count <= Int(UInt16.max) else { throw InputFailure(path, "names more than \(UInt16.max) log files") }
    self.logs = logs
    let roster = try job.roster.map { roster throws(InputFailure) in
      try RosterReader.read(job.resolve(roster), shownAs: roster)
    }
    self.roster = roster
    ownRoster = roster
    if let roster {
      files.append(
        InputFile(role: "roster", path: roster.input.path, size: roster.input.size, sha256: roster.input.sha256))
    }
    findings += roster?.findings ?? []
    targets = try Self.targets(job, roster)
    if let input = targets?.input {
      files.append(InputFile(role: "targets", path: input.path, size: input.size, sha256: input.sha256))
    }
    findings += targets?.findings ?? []
    let inputs = try SurveyInputs(of: job, dataFolder: dataFolder)
    files += inputs.files
    findings += inputs.surveys.flatMap(\.findings)
    surveys = inputs.surveys
    specialtyNames = inputs.specialtyNames
    season = try job.time.season.map { path throws(InputFailure) in
      try SeasonReader.read(job.resolve(path), shownAs: path)
    }
    if let input = season?.input {
      files.append(InputFile(role: "season", path: input.path, size: input.size, sha256: input.sha256))
    }
    patterns = try PatternData(dataFolder: dataFolder)
    files += patterns.files.map { InputFile(role: $0.role, path: $0.path, size: $0.size, sha256: $0.sha256) }
    let profiles = try job.profiles.map { path throws(InputFailure) in
      try ProfileReader.read(job.resolve(path), shownAs: path)
    }
    if let input = profiles?.input {
      files.append(InputFile(role: "profiles", path: input.path, size: input.size, sha256: input.sha256))
    }
    self.profiles = profiles?.profiles ?? []
    self.files = files
    self.findings = findings
    try readCompensation()
  }

  /// Reads a job file alone.
  ///
  /// - Throws: `InputFailure` at the first thing that is wrong with it.
  public static func job(_ path: String) throws(InputFailure) -> Job {
    try JobFile.read(
      path, reportKinds: ReportKind.allCases.map(\.rawValue),
      payReports: ReportKind.allCases.filter(\.showsPay).map(\.rawValue),
      extraReports: ReportKind.allCases.filter(\.isExtra).map(\.rawValue),
      formats: ReportFormat.allCases.map(\.rawValue))
  }

  /// The same inputs with one side of a comparison in the pay ledger and the other in the benchmark ledger.
  ///
  /// - Parameters:
  ///   - policies: by name or path; nil for the job's pay policy on both sides.
  ///   - releases: that value every line; nil where each policy's vintage decides.
  /// - Throws: `InputFailure` where a policy or release cannot be used.
  func comparing(
    _ policies: (from: String, to: String)?, _ releases: (from: String, to: String)?
  ) throws(InputFailure) -> RunInputs {
    var copy = creditingAllAlike()
    var files: [InputFile] = []
    if let policies {
      copy.pay = try Self.policy(policies.from, job, dataFolder, &files, &copy.crosswalks)
      copy.benchmark = try Self.policy(policies.to, job, dataFolder, &files, &copy.crosswalks)
    } else {
      copy.benchmark = pay
    }
    if let releases {
      copy.pay.vintage = .frozen(release: releases.from)
      copy.benchmark.vintage = .frozen(release: releases.to)
    }
    copy.assignments = nil
    copy.assigned = [:]
    copy.compensation = nil
    return copy
  }

  /// The same inputs for a bridge between two periods: in the pay ledger with the policy of the period from which it leads, in
  /// the benchmark ledger with that of the other.
  ///
  /// - Parameters:
  ///   - ledger: whose policy is the same on both sides, unless policies are given.
  ///   - policies: by name or path.
  /// - Throws: `InputFailure` where a policy cannot be used.
  func bridging(_ ledger: Bridge.Ledger, _ policies: (from: String, to: String)?) throws(InputFailure) -> RunInputs {
    if let policies { return try comparing(policies, nil) }
    var copy = creditingAllAlike()
    switch ledger {
    case .pay: copy.benchmark = pay
    case .benchmark:
      copy.pay = benchmark
      copy.assignments = nil
      copy.assigned = [:]
    }
    return copy
  }

  /// The days of a period that are counted: cut where the job's data end.
  ///
  /// - Throws: `InputFailure` where none is.
  func counted(_ period: DayRange) throws(InputFailure) -> DayRange {
    guard let lastCounted, lastCounted < period.last else { return period }
    guard let cut = DayRange(period.first, through: lastCounted) else {
      throw InputFailure(
        job.path, "the period \(period) starts after \(lastCounted), the last day counted", isUsage: true)
    }
    return cut
  }

  /// The same inputs for other days, which all count.
  func counting(_ period: DayRange) -> RunInputs {
    var copy = self
    copy.period = period
    return copy
  }

  /// Every policy of the run, those of the pay ledger first.
  var policies: [CreditPolicy] { paySide.policies + benchmarkSide.policies }

  /// By what the lines are credited in the pay ledger.
  var paySide: CreditSide { CreditSide(pay, assignments, assigned) }

  /// By what they are credited in the benchmark ledger.
  var benchmarkSide: CreditSide { CreditSide(benchmark, benchmarkAssignments, benchmarkAssigned) }

  /// The same inputs with the lines credited by two sides, one in each ledger.
  func crediting(_ pay: CreditSide, _ benchmark: CreditSide) -> RunInputs {
    var copy = creditingAllAlike()
    (copy.pay, copy.assignments, copy.assigned) = (pay.policy, pay.assignments, pay.assigned)
    copy.benchmark = benchmark.policy
    (copy.benchmarkAssignments, copy.benchmarkAssigned) = (benchmark.assignments, benchmark.assigned)
    return copy
  }

  /// Which release values lines under a policy: its own rule, or the job's.
  func vintage(of policy: CreditPolicy) -> Vintage { policy.vintage ?? job.vintage }

  /// The columns that the run must keep of its logs.
  var needs: LogNeeds {
    var needs: LogNeeds = []
    if policies.contains(where: { vintage(of: $0) == .postDate }) { needs.insert(.postDate) }
    if policies.contains(where: { !$0.attribution.isEmpty }) { needs.insert(.attribution) }
    if job.logs.contains(where: { $0.reconcile != nil }) { needs.insert(.sourceRVU) }
    // What credits closed days may ask for more than what credits the others.
    return closed.reduce(needs) { $0.union($1.inputs.needs) }
  }

  /// The built-in policies of the reference data, by name.
  ///
  /// - Throws: `InputFailure` where one cannot be used.
  func builtInPolicies() throws(InputFailure) -> [CreditPolicy] {
    var policies: [CreditPolicy] = []
    var files: [InputFile] = []
    var crosswalks: [String: Crosswalk] = [:]
    for name in PolicyLibrary(dataFolder: dataFolder).names {
      policies.append(try Self.policy(name, job, dataFolder, &files, &crosswalks))
    }
    return policies
  }

  /// The release of the year whose data the surveys hold: that in effect on its last day.
  ///
  /// - Throws: `InputFailure` where the job has no survey, or the surveys do not say or hold different years.
  func surveyRelease() throws(InputFailure) -> String {
    let years = Set(surveys.flatMap(\.rows).map { $0.dataYear ?? $0.year })
    guard years.count == 1, let year = years.first, let day = CalendarDate(year: year, month: 12, day: 31),
      let choice = library.calendar.choose(for: day)
    else {
      throw InputFailure(
        job.path,
        years.isEmpty
          ? "the vintage is survey, and the job has no survey"
          : "the vintage is survey, and the surveys hold data of \(years.sorted().map(String.init).joined(separator: " and "))",
        hint: "freeze a release instead, such as vintage: frozen 2024A", isUsage: true)
    }
    return choice.release
  }

  /// The same inputs for a choice of reports and formats; an empty list leaves the job's own.
  public func choosing(reports: [ReportKind], formats: [ReportFormat]) -> RunInputs {
    var copy = self
    if !reports.isEmpty { copy.job.reports = reports.map(\.rawValue) }
    if !formats.isEmpty { copy.job.formats = formats.map(\.rawValue) }
    return copy
  }

  /// The same inputs for a run that is to be compared with another: every line's credit and the data files, and no pages.
  public func recording() -> RunInputs {
    var copy = self
    copy.job.reports = []
    copy.job.formats = [ReportFormat.csv.rawValue]
    copy.job.writesCredits = true
    copy.job.feeImpact = nil
    copy.comparesClosed = false
    return copy
  }

  /// The last part of a path: what a manifest may say of where a job file stands.
  static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

  static func policy(
    _ name: String, _ job: Job, _ dataFolder: String, _ files: inout [InputFile],
    _ crosswalks: inout [String: Crosswalk], askedBy asker: String? = nil
  ) throws(InputFailure) -> CreditPolicy {
    let read = try PolicyLibrary(dataFolder: dataFolder).read(
      name, askedBy: asker ?? job.path, resolve: job.resolve)
    let file = InputFile(role: "policy", path: read.input.path, size: read.input.size, sha256: read.input.sha256)
    if !files.contains(file) { files.append(file) }
    if let crosswalk = read.crosswalk {
      let input = crosswalk.input
      let file = InputFile(role: "crosswalk", path: input.path, size: input.size, sha256: input.sha256)
      if !files.contains(file) { files.append(file) }
      crosswalks[read.policy.name] = crosswalk.crosswalk
    }
    return read.policy
  }

  private static func columnMap(
    _ set: Job.LogSet, _ job: Job, _ dataFolder: String, _ files: inout [InputFile]
  ) throws(InputFailure) -> ColumnMap {
    if set.columns == "standard" { return .standard }
    let read = try ColumnMapLibrary(dataFolder: dataFolder).read(
      set.columns, askedBy: job.path, resolve: job.resolve)
    files.append(
      InputFile(role: "column map", path: read.input.path, size: read.input.size, sha256: read.input.sha256))
    guard job.roster != nil || !read.map.findsByName else {
      throw InputFailure(
        set.position.file, line: set.position.line, column: set.position.column,
        "the map \(set.columns) finds clinicians by name, which needs a roster",
        hint: "name it in the job: \"roster: roster.csv\"; docs/manual/write-a-roster.md says what it holds",
        isUsage: true)
    }
    return read.map
  }
}
