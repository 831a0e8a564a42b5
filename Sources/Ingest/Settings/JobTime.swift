import Benchmarking
import ProductivityModel

extension Job {
  /// How clinical time is counted and a part of a year made into a year: the job's key `time`.
  public struct Time: Hashable, Sendable {
    /// How a part of a year is made into a year.
    public enum Annualizing: String, CaseIterable, Sendable {
      /// Every day counts alike.
      case days
      /// Monday to Friday count, without holidays.
      case workingDays = "working-days"
      /// Each month counts with its share of an earlier year's work.
      case season
    }

    /// How a part of a year is made into a year.
    public var annualizing = Annualizing.days
    /// The holidays that are no working days.
    public var holidays: [CalendarDate] = []
    /// The path of an earlier year's `data/months.csv`, for seasonal shares.
    public var season: String?
    /// Which days count, and with how much FTE.
    public var rules = TimeRules()
  }
}

extension JobFile {
  /// Reads the key `time`.
  ///
  /// - Parameter hasTargets: whether the job has targets, whose pace goes by working days whatever annualises.
  static func time(_ node: SettingsNode?, hasTargets: Bool) throws(InputFailure) -> Job.Time {
    guard let node else { return Job.Time() }
    let entries = try node.entries(
      allowing: ["annualize", "holidays", "season", "aboveFull", "ramp", "minimumFTE"], in: "time")
    var time = Job.Time()
    if let choice = entries["annualize"] {
      time.annualizing = try choice.choice(of: Job.Time.Annualizing.self, "a way to make a year")
    }
    for day in entries["holidays"]?.items() ?? [] { time.holidays.append(try day.date()) }
    if let first = entries["holidays"], time.annualizing != .workingDays, !hasTargets {
      throw first.failure(
        "holidays count only with annualize: working-days, or with targets", hint: "add it, or take the holidays out")
    }
    time.season = try entries["season"]?.text()
    if time.annualizing == .season, time.season == nil {
      throw node.failure(
        "annualize: season needs the months of an earlier year",
        hint: "name the data/months.csv of an earlier run: season: 2025/data/months.csv")
    }
    if let season = entries["season"], time.annualizing != .season {
      throw season.failure("season counts only with annualize: season", hint: "add it, or take the file out")
    }
    if let choice = entries["aboveFull"] {
      time.rules.capsAtFull = try choice.choice(of: AboveFull.self, "what becomes of FTE above 1.0") == .cap
    }
    if let ramp = entries["ramp"] {
      time.rules.ramp = try ramp.choice(of: TimeRules.Ramp.self, "what becomes of a ramp")
    }
    if let least = entries["minimumFTE"] {
      let value = try least.millionths()
      guard (0...1_000_000).contains(value) else {
        throw least.failure("minimumFTE is not between 0 and 1", hint: "write a fraction of one, such as 0.4")
      }
      time.rules.minimumFTEMillionths = value
    }
    return time
  }

  private enum AboveFull: String, CaseIterable {
    case cap
    case normalize
  }
}
