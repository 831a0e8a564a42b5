import Compensation
import MedicareFees
import ProductivityModel

extension Job {
  /// What the job says of compensation: its key `compensation`.
  public struct CompensationEntry: Hashable, Sendable {
    /// Two fee schedule releases, of which the report tells what the change does to pay.
    public struct Releases: Hashable, Sendable {
      /// The release before.
      public var from: ReleaseName
      /// The release after.
      public var to: ReleaseName
      /// Where they stand in the job.
      public var position: SourcePosition
    }

    /// When pay and productivity are called for a review.
    public struct Alignment: Hashable, Sendable {
      /// What stands for a clinician's pay.
      public enum Pay: String, CaseIterable, Hashable, Sendable {
        /// What the plan pays.
        case earned
        /// What was paid.
        case paid
      }

      /// The thresholds; the fewest respondents are the job's of another key.
      public var rules = AlignmentRules()
      /// What stands for pay.
      public var pay = Pay.earned

      /// The defaults.
      public init() {}
    }

    /// The path of the plans.
    public var plans: String
    /// The path of what was paid; nil for none.
    public var paid: String?
    /// The path of what was owed before the first day; nil for none.
    public var opening: String?
    /// The path of the employer's own statement; nil for none.
    public var statement: String?
    /// The path of the lines behind the employer's statement; nil for none.
    public var statementLines: String?
    /// The releases whose change is told; nil for none.
    public var releases: Releases?
    /// When there is a review.
    public var alignment = Alignment()
    /// How the year is projected, in the order asked for, each once.
    public var projections: [ProjectionMethod] = [.runRate]
    /// Where the key stands in the job.
    public var position: SourcePosition

    /// Plans and nothing beside them.
    public init(plans: String, position: SourcePosition) {
      self.plans = plans
      self.position = position
    }
  }
}

extension JobFile {
  /// Reads the key `compensation`.
  ///
  /// - Throws: ``InputFailure`` at the first thing that is wrong, also where the job names no roster.
  static func compensation(
    _ node: SettingsNode?, hasRoster: Bool, hasSeason: Bool
  ) throws(InputFailure) -> Job.CompensationEntry? {
    guard let node else { return nil }
    let keys = try node.entries(
      allowing: ["plans", "paid", "opening", "statement", "statementLines", "releases", "alignment", "projection"],
      in: "compensation")
    let plans = try keys.required("plans", in: node, "compensation").path("plans")
    guard hasRoster else {
      throw node.failure(
        "compensation needs a roster, which says who has which plan",
        hint: "add roster: with a file that has the column plan")
    }
    var entry = Job.CompensationEntry(plans: plans, position: node.position)
    entry.paid = try keys["paid"]?.path("paid")
    entry.opening = try keys["opening"]?.path("opening")
    entry.statement = try keys["statement"]?.path("statement")
    entry.statementLines = try keys["statementLines"]?.path("statementLines")
    entry.releases = try keys["releases"].map { node throws(InputFailure) in try releases(node, in: "releases") }
    entry.alignment = try keys["alignment"].map(alignment) ?? entry.alignment
    if let list = keys["projection"] { entry.projections = try projections(list, hasSeason: hasSeason) }
    return entry
  }

  /// Reads two releases that differ: `{from: 2025D, to: 2026A}`.
  static func releases(_ node: SettingsNode, in what: String) throws(InputFailure) -> Job.CompensationEntry.Releases {
    let keys = try node.entries(allowing: ["from", "to"], in: what)
    func release(_ key: String) throws(InputFailure) -> ReleaseName {
      let node = try keys.required(key, in: node, what)
      let text = try node.text()
      guard let name = ReleaseName(text) else {
        throw node.failure("\"\(text)\" is not a release", hint: "write its name, such as 2026A")
      }
      return name
    }
    let releases = Job.CompensationEntry.Releases(
      from: try release("from"), to: try release("to"), position: node.position)
    if releases.from == releases.to { throw node.failure("the two releases are the same", hint: "name two releases") }
    return releases
  }

  private static func alignment(_ node: SettingsNode) throws(InputFailure) -> Job.CompensationEntry.Alignment {
    let keys = try node.entries(allowing: ["gap", "high", "veryHigh", "minimumFTE", "pay"], in: "alignment")
    func points(_ key: String, _ what: String) throws(InputFailure) -> Int? {
      guard let node = keys[key] else { return nil }
      let number = try node.integer()
      guard (0...100).contains(number) else { throw node.failure("\(key) is \(what) between 0 and 100, not \(number)") }
      return number
    }
    var alignment = Job.CompensationEntry.Alignment()
    let defaults = alignment.rules.payPercents
    alignment.rules.gapPoints = try points("gap", "a number of percentile points") ?? alignment.rules.gapPoints
    let high = try points("high", "a percentile") ?? defaults[0]
    let veryHigh = try points("veryHigh", "a percentile") ?? max(defaults[1], high)
    if veryHigh <= high, let place = keys["veryHigh"] {
      throw place.failure("veryHigh (\(veryHigh)) is not above high (\(high))", hint: "correct one of the two")
    }
    alignment.rules.payPercents = veryHigh > high ? [high, veryHigh] : [high]
    if let node = keys["minimumFTE"] {
      alignment.rules.leastFTEMillionths = try node.millionths()
      guard (0...1_000_000).contains(alignment.rules.leastFTEMillionths) else {
        throw node.failure("minimumFTE is not between 0 and 1", hint: "write a fraction of one, such as 0.7")
      }
    }
    if let node = keys["pay"] {
      alignment.pay = try node.choice(of: Job.CompensationEntry.Alignment.Pay.self, "pay (earned or paid)")
    }
    return alignment
  }

  private static func projections(
    _ list: SettingsNode, hasSeason: Bool
  ) throws(InputFailure) -> [ProjectionMethod] {
    var projections: [ProjectionMethod] = []
    for item in list.items() {
      let projection = try item.choice(
        of: ProjectionMethod.self, "a projection (run-rate, season or recent)")
      if projection == .season, !hasSeason {
        throw item.failure(
          "a projection by season needs an earlier year's season",
          hint: "name its data/months.csv: time: {annualize: season, season: 2025/data/months.csv}")
      }
      if !projections.contains(projection) { projections.append(projection) }
    }
    if projections.isEmpty { throw list.failure("projection is empty", hint: "choose run-rate, season or recent") }
    return projections
  }
}
