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

      /// The gap between the percentiles of pay and productivity above which there is a review, in millionths of a point.
      public var gapMillionths: Int64 = 15_000_000
      /// The percentile of pay above which there is a review, in millionths of a point.
      public var highMillionths: Int64 = 75_000_000
      /// The percentile of pay above which the review is told apart, in millionths of a point.
      public var veryHighMillionths: Int64 = 90_000_000
      /// The FTE below which figures for 1.0 are told to be uncertain, in millionths.
      public var minimumFTEMillionths: Int64 = 700_000
      /// What stands for pay.
      public var pay = Pay.earned

      /// The defaults.
      public init() {}
    }

    /// A way to tell what the whole year will come to.
    public enum Projection: String, CaseIterable, Hashable, Sendable {
      /// Work goes on as in the year so far, by FTE and day.
      case runRate = "run-rate"
      /// Work falls on the year's months as in an earlier year.
      case season
      /// Work goes on as in the latest months.
      case recent
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
    public var projections: [Projection] = [.runRate]
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
    entry.releases = try keys["releases"].map(releases)
    entry.alignment = try keys["alignment"].map(alignment) ?? entry.alignment
    if let list = keys["projection"] { entry.projections = try projections(list, hasSeason: hasSeason) }
    return entry
  }

  private static func releases(_ node: SettingsNode) throws(InputFailure) -> Job.CompensationEntry.Releases {
    let keys = try node.entries(allowing: ["from", "to"], in: "releases")
    func release(_ key: String) throws(InputFailure) -> ReleaseName {
      let node = try keys.required(key, in: node, "releases")
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
    func number(_ key: String, _ value: inout Int64, _ range: ClosedRange<Int64>, _ what: String) throws(InputFailure) {
      guard let node = keys[key] else { return }
      value = try node.millionths()
      guard range.contains(value) else {
        throw node.failure(
          "\(key) is \(what) between \(range.lowerBound / 1_000_000) and \(range.upperBound / 1_000_000)")
      }
    }
    var alignment = Job.CompensationEntry.Alignment()
    try number("gap", &alignment.gapMillionths, 0...100_000_000, "a number of percentile points")
    try number("high", &alignment.highMillionths, 0...100_000_000, "a percentile")
    try number("veryHigh", &alignment.veryHighMillionths, 0...100_000_000, "a percentile")
    try number("minimumFTE", &alignment.minimumFTEMillionths, 0...1_000_000, "an FTE")
    if alignment.veryHighMillionths < alignment.highMillionths {
      throw (keys["veryHigh"] ?? keys["high"] ?? node).failure(
        "veryHigh (\(DecimalText.plain(alignment.veryHighMillionths, scale: 6))) is below high "
          + "(\(DecimalText.plain(alignment.highMillionths, scale: 6)))", hint: "correct one of the two")
    }
    if let node = keys["pay"] {
      alignment.pay = try node.choice(of: Job.CompensationEntry.Alignment.Pay.self, "pay (earned or paid)")
    }
    return alignment
  }

  private static func projections(
    _ list: SettingsNode, hasSeason: Bool
  ) throws(InputFailure) -> [Job.CompensationEntry.Projection] {
    var projections: [Job.CompensationEntry.Projection] = []
    for item in list.items() {
      let projection = try item.choice(
        of: Job.CompensationEntry.Projection.self, "a projection (run-rate, season or recent)")
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
