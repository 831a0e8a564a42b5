import Benchmarking
import Crediting
import ProductivityModel

/// What a job file asks for: inputs, policies, reports and where they go.
public struct Job: Sendable {
  /// A set of log files in one layout.
  public struct LogSet: Sendable {
    /// A path or pattern, as the job gives it.
    public var files: String
    /// `standard`, or the path of a column map.
    public var columns: String
    /// The column of the source's own RVUs, to be compared; nil for none.
    public var reconcile: String?
    /// Where the entry stands in the job.
    public var position: SourcePosition
  }

  /// A paper, by the names of the job's `paper:` key.
  public enum Paper: String, CaseIterable, Sendable {
    /// 8.5 by 11 inches.
    case letter
    /// 210 by 297 millimetres.
    case a4
  }

  /// The job file's own path.
  public var path: String
  /// The practice's name.
  public var practice: String
  /// The days asked for.
  public var period: DayRange
  /// The last day that the logs are complete for; nil for the period's last.
  public var through: CalendarDate?
  /// The logs.
  public var logs: [LogSet]
  /// The roster's path.
  public var roster: String?
  /// Which release values a line where the policy does not say.
  public var vintage: Vintage
  /// The policy of the pay ledger: a built-in's name or a path.
  public var payPolicy: String
  /// The path of the file that gives clinicians or plans another policy in the pay ledger.
  public var policyAssignments: String?
  /// The policy of the benchmark ledger: a built-in's name or a path.
  public var benchmarkPolicy: String
  /// The surveys, in order of preference.
  public var surveys: [SurveyEntry]
  /// The path of the practice's own table of specialty names that mean the same; nil for none.
  public var specialtyNames: String?
  /// Which rows of the surveys a clinician is placed in.
  public var placement: Placement
  /// How clinical time is counted and annualised.
  public var time: Time
  /// How clinicians are ranked among their peers.
  public var peers: Peers
  /// The kinds of report.
  public var reports: [String]
  /// The formats.
  public var formats: [String]
  /// The paper that reports are printed on.
  public var paper: Paper
  /// Whether every line's credit and trail are written.
  public var writesCredits: Bool
  /// The output folder, as the job gives it.
  public var output: String
  /// The fewest other clinicians among whom a standing is shown.
  public var minimumPeers: Int
  /// The fewest respondents of a survey row in which a clinician is placed.
  public var minimumRespondents: Int
  /// The level of finding from which the run ends with exit code 1; nil for never.
  public var failOn: Severity?
  /// The largest share of a log's records, in millionths, that may be rejected in a run that replaces reports; nil for any.
  public var maximumRejectShare: Int?
  /// How many clinicians of the nearest case mix a clinician is compared with, at most.
  public var nearestPeers: Int
  /// When a share of visits or modifiers is worth a review.
  public var review: ReviewRule
  /// The path of the profiles of specialties elsewhere; nil for none.
  public var profiles: String?
  /// Who has the task of doing something about problems of a kind; none for those that the job does not name.
  public var owners: [ProblemOwner: String]
  /// What is asked of compensation; nil for nothing.
  public var compensation: CompensationEntry?
  /// The two releases under which a run credits the lines once more; nil where the job does not name them.
  public var feeImpact: CompensationEntry.Releases?
  /// What is asked of targets; nil for nothing.
  public var targets: TargetsEntry?
  /// The path of the ledger in which runs are entered; nil for none.
  public var ledger: String?
  /// How many runs' outputs are kept, each in a folder of its own; nil where each run replaces the earlier one's.
  public var retainedRuns: Int?
  /// A program and its arguments, to be run when a run has ended; nil for none.
  public var onFinish: [String]?
  /// Whether what a run read is kept beside the ledger, so that the run can be made again.
  public var archivesInputs = true
  /// Whether each clinician gets an edition of the reports that holds nobody else's figures.
  public var splitsByClinician = false
  /// The SHA-256 of the job file.
  public var sha256: String
  /// Its size in bytes.
  public var size: UInt64

  /// A path of the job, relative to the job file unless it is absolute.
  public func resolve(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let slash = self.path.lastIndex(of: "/") else { return path }
    return String(self.path[...slash]) + path
  }
}

/// Reads a job file.
public enum JobFile {
  private static let keys = [
    "practice", "year", "period", "through", "logs", "roster", "fees", "credit", "surveys", "reports", "formats",
    "paper", "credits", "output", "privacy", "failOn", "maximumRejectShare", "specialtyNames", "placement", "time",
    "peers", "caseMix", "review", "profiles", "owners", "compensation", "feeImpact", "targets", "split", "ledger",
    "archive", "retention", "onFinish",
  ]

  /// Reads a job file.
  ///
  /// - Parameters:
  ///   - reportKinds: the reports that can be asked for.
  ///   - payReports: those of them that show pay: a job has them only where it names them, and `compensation`.
  ///   - extraReports: those of them that a job has only where it names them, or the key that they go by.
  ///   - formats: the formats that can be asked for.
  /// - Throws: ``InputFailure`` at the first thing that is wrong, with its line and a suggestion.
  public static func read(
    _ path: String, reportKinds: [String], payReports: [String] = [], extraReports: [String] = [], formats: [String]
  ) throws(InputFailure) -> Job {
    let (bytes, sha256): ([UInt8], String)
    do {
      (bytes, sha256) = try FileSource.contents(path)
    } catch {
      var failure = error
      failure.isUsage = true
      throw failure
    }
    return try read(
      bytes, path: path, sha256: sha256, reportKinds: reportKinds, payReports: payReports, extraReports: extraReports,
      formats: formats)
  }

  /// Reads the bytes of a job file.
  ///
  /// - Parameter path: the file's path, from which the job's other paths start.
  /// - Throws: ``InputFailure``, as above.
  public static func read(
    _ bytes: [UInt8], path: String, sha256: String, reportKinds: [String], payReports: [String] = [],
    extraReports: [String] = [], formats: [String]
  ) throws(InputFailure) -> Job {
    let root = try SettingsNode.read(bytes, file: path)
    let entries = try root.entries(allowing: keys, in: "a job")
    let credit = try entries["credit"]?.entries(allowing: ["pay", "benchmark", "assign"], in: "credit") ?? [:]
    let fees = try entries["fees"]?.entries(allowing: ["vintage"], in: "fees") ?? [:]
    let privacy =
      try entries["privacy"]?.entries(allowing: ["minimumPeers", "minimumRespondents"], in: "privacy") ?? [:]
    let caseMix = try entries["caseMix"]?.entries(allowing: ["nearest"], in: "caseMix") ?? [:]
    let review = try entries["review"]?.entries(allowing: ["minimumLines", "points"], in: "review") ?? [:]
    let period = try period(entries, root)
    let through = try entries["through"]?.date()
    if let through, !period.contains(through), let node = entries["through"] {
      throw node.failure("through (\(through)) is outside the period \(period)")
    }
    let time = try time(entries["time"], hasTargets: entries["targets"] != nil)
    if entries["compensation"] == nil { try refuse(payReports, named: entries["reports"]) }
    var job = Job(
      path: path, practice: try entries.required("practice", in: root, "a job").text(), period: period,
      through: through, logs: try logs(entries.required("logs", in: root, "a job")),
      roster: try entries["roster"]?.text(), vintage: try fees["vintage"].map(CreditPolicyFile.vintage) ?? .serviceDate,
      payPolicy: try credit["pay"]?.text() ?? "unadjusted", policyAssignments: try credit["assign"]?.text(),
      benchmarkPolicy: try credit["benchmark"]?.text() ?? "survey-comparable", surveys: try surveys(entries["surveys"]),
      specialtyNames: try entries["specialtyNames"]?.text(),
      placement: try placement(entries["placement"]), time: time,
      peers: try peers(entries["peers"]),
      reports: try words(entries["reports"], of: reportKinds, "report")
        ?? reportKinds.filter { kind in
          !payReports.contains(kind)
            && (!extraReports.contains(kind) || kind == "fee-impact" && entries["feeImpact"] != nil)
        },
      formats: try words(entries["formats"], of: formats, "format") ?? formats,
      paper: try entries["paper"]?.choice(of: Job.Paper.self, "a paper") ?? .letter,
      writesCredits: try entries["credits"]?.flag() ?? false,
      output: try entries["output"]?.text() ?? "out/",
      minimumPeers: try count(privacy["minimumPeers"], 1...10_000) ?? 5,
      minimumRespondents: try count(privacy["minimumRespondents"], 1...10_000) ?? 10,
      failOn: try failOn(entries["failOn"]), maximumRejectShare: try entries["maximumRejectShare"].map(share),
      nearestPeers: try count(caseMix["nearest"], 1...1_000) ?? 10,
      review: ReviewRule(
        minimumLines: try count(review["minimumLines"], 1...1_000_000) ?? ReviewRule().minimumLines,
        points: try count(review["points"], 1...100) ?? ReviewRule().points),
      profiles: try entries["profiles"]?.text(), owners: try owners(entries["owners"]),
      compensation: try compensation(
        entries["compensation"], hasRoster: entries["roster"] != nil, hasSeason: time.season != nil),
      feeImpact: try entries["feeImpact"].map { node throws(InputFailure) in try releases(node, in: "feeImpact") },
      targets: try targets(entries["targets"]), sha256: sha256, size: UInt64(bytes.count))
    job.splitsByClinician = try words(entries["split"], of: ["clinician"], "split") != nil
    job.ledger = try entries["ledger"]?.text()
    job.onFinish = try entries["onFinish"].map { node throws(InputFailure) in
      try command(node, resolve: job.resolve)
    }
    job.retainedRuns = try retention(entries["retention"], hasLedger: job.ledger != nil)
    if let archive = entries["archive"] {
      guard job.ledger != nil else {
        throw archive.failure(
          "an archive is kept beside a ledger, and the job has none", hint: "add ledger: rvubench.sqlite to the job")
      }
      job.archivesInputs = try archive.flag()
    }
    return job
  }

  /// Stops at a report that shows pay, where the job has no plans.
  private static func refuse(_ payReports: [String], named node: SettingsNode?) throws(InputFailure) {
    for item in node?.items() ?? [] {
      let word = try item.text()
      guard payReports.contains(word) else { continue }
      throw item.failure(
        "the report \(word) shows what plans pay, and the job has no `compensation`",
        hint: "add compensation: {plans: plans.yaml} to the job, or take the report out")
    }
  }

  private static func period(_ entries: [String: SettingsNode], _ root: SettingsNode) throws(InputFailure) -> DayRange {
    switch (entries["year"], entries["period"]) {
    case (let year?, nil): return DayRange(year: try year.year())
    case (nil, let period?):
      let text = try period.text()
      guard let range = DayRange(text: text) else {
        throw period.failure(
          "\"\(text)\" is not a period", hint: "write 2025-10-01..2026-09-30, a month 2026-09 or a year 2026")
      }
      guard range.count <= mostDays else { throw period.failure("a period is at most three years") }
      return range
    case (nil, nil): throw root.failure("a job needs the key \"year\" or \"period\"")
    case (_?, let period?): throw period.failure("a job has either a year or a period")
    }
  }

  /// The most days of a period: three years.
  private static let mostDays = 3 * 366

  /// Reads a period as the command line gives it: a year, a month or a range of days of at most three years; nil for any
  /// other text.
  public static func period(_ text: String) -> DayRange? {
    DayRange(text: text).flatMap { $0.count <= mostDays ? $0 : nil }
  }

  private static func logs(_ node: SettingsNode) throws(InputFailure) -> [Job.LogSet] {
    var sets: [Job.LogSet] = []
    for item in node.items() {
      if item.isScalar {
        throw item.failure(
          "a log is a list of keys and values", hint: "write logs: [{files: \(try item.text())}]")
      }
      let entries = try item.entries(allowing: ["files", "columns", "reconcile"], in: "a log")
      sets.append(
        Job.LogSet(
          files: try entries.required("files", in: item, "a log").text(),
          columns: try entries["columns"]?.text() ?? "standard", reconcile: try entries["reconcile"]?.text(),
          position: item.position))
    }
    if sets.isEmpty { throw node.failure("the job names no logs") }
    return sets
  }

  private static func words(
    _ node: SettingsNode?, of allowed: [String], _ what: String
  ) throws(InputFailure) -> [String]? {
    guard let node else { return nil }
    var result: [String] = []
    for item in node.items() {
      let word = try item.text()
      guard allowed.contains(word) else {
        throw item.failure(
          "\"\(word)\" is not a \(what) of this version",
          hint: SpellingSuggestion.nearest(to: word, in: allowed).map { "did you mean \($0)?" }
            ?? "choose from: \(allowed.joined(separator: ", "))")
      }
      if !result.contains(word) { result.append(word) }
    }
    return result
  }

  static func count(_ node: SettingsNode?, _ range: ClosedRange<Int>) throws(InputFailure) -> Int? {
    guard let node else { return nil }
    let number = try node.integer()
    guard number >= range.lowerBound else {
      throw node.failure("\(number) is less than \(range.lowerBound), the least allowed")
    }
    guard number <= range.upperBound else {
      throw node.failure("\(number) is more than \(range.upperBound), the most allowed")
    }
    return number
  }

  /// A share such as `2%` or `0.02`, in millionths.
  static func share(_ node: SettingsNode) throws(InputFailure) -> Int {
    let text = try node.text()
    let isPercent = text.hasSuffix("%")
    var digits = isPercent ? text.dropLast().trimmed : text.trimmed
    let number = digits.withUTF8 { DecimalText.parse($0, scale: isPercent ? 4 : 6) }
    guard case .success(let millionths) = number, (0...1_000_000).contains(millionths) else {
      throw node.failure("\"\(text)\" is not a share", hint: "write a percentage such as 2% or 0.5%")
    }
    return Int(millionths)
  }

  private static func failOn(_ node: SettingsNode?) throws(InputFailure) -> Severity? {
    guard let node else { return .error }
    if try node.text() == "never" { return nil }
    return try node.choice(of: Severity.self, "a level of finding (note, warning, error) or never")
  }
}
