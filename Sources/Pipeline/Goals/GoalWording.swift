import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// What the figures of a target stand on, in sentences: with the clinician's own numbers for the data, and as rules that are alike
/// for all for whom the same holds.
struct GoalWording {
  @Boxed var inputs: RunInputs
  let target: WorkTarget
  let pace: AnnualPace
  let standing: GoalStanding

  /// The sentences without those of the placement.
  var sentences: [String] {
    [given, expected(isRule: false), work, projection(isRule: false)].compactMap { $0 }
  }

  /// The rules without those of the placement.
  var rules: [String] {
    [givenRule, expected(isRule: true), work, projection(isRule: true)].compactMap { $0 }
  }

  private var policy: String { standing.ledger == .pay ? inputs.pay.name : inputs.benchmark.name }

  private var whose: String { target.specialty.isEmpty ? "" : ", of work in \(target.specialty) alone" }

  private var given: String {
    let source =
      target.source == .file
      ? "by \(target.position.description)"
      : "by the roster's column target, each row by the days of its interval (\(target.position.description))"
    return
      "Target: \(Self.shown(standing.target)) work RVUs for \(standing.year), \(source)\(whose), in the \(standing.ledger.rawValue) ledger (policy \(policy))."
  }

  private var givenRule: String {
    let source =
      target.source == .file
      ? "as \(target.position.file) gives it"
      : "as the roster's column target gives it, each row by the days of its interval"
    return
      "Target: work RVUs for \(standing.year), \(source)\(whose), in the \(standing.ledger.rawValue) ledger (policy \(policy))."
  }

  private func expected(isRule: Bool) -> String {
    let holidays = pace.holidaysTaken == 0 ? "" : " without \(CountWording.count(pace.holidaysTaken, "holiday"))"
    let kind = "Monday to Friday\(holidays), employed and not on leave"
    let count = "\(standing.workingDaysCounted) of \(CountWording.count(standing.workingDays, "working day"))"
    let days = isRule ? kind : "\(count), \(kind)"
    return target.months == nil
      ? "Expected to \(inputs.period.last): the target by working days, \(days)."
      : "Expected to \(inputs.period.last): the targets of its months, that of a month in progress by its working days; \(days)."
  }

  private var work: String? {
    if let gap = standing.gap { return "Work to date is not known: \(gap)." }
    guard let elapsed = DayRange(standing.year.first, through: inputs.period.last) else { return nil }
    return "Work to date: all lines by service date \(elapsed), those on days of leave too."
  }

  private func projection(isRule: Bool) -> String? {
    guard standing.actual != nil else { return nil }
    if let gap = standing.projectionGap { return "Not projected: \(gap)." }
    if standing.workingDaysCounted == standing.workingDays {
      return isRule ? "No working day is left: the year's end is the work to date." : nil
    }
    if isRule {
      return
        "Projected: the work to date on days employed and not on leave times the year's working days over those counted, and work on other days once, as it is; nothing is assumed of season."
    }
    let times = "times \(standing.workingDays)/\(standing.workingDaysCounted) working days"
    guard standing.uncounted != .zero, let actual = standing.actual else {
      return "Projected: the work to date \(times); nothing is assumed of season."
    }
    return
      "Projected: \(Self.shown(actual - standing.uncounted)) work RVUs to date on days employed and not on leave \(times), and \(Self.shown(standing.uncounted)) on other days once, as they are; nothing is assumed of season."
  }

  /// What a placement of the projected year stands on, before the survey.
  func placement(_ specialty: String, _ time: ClinicalTime) -> String {
    let fte = time.meanFTEMillionths.map { DecimalText.fixed($0, scale: 6, decimals: 2) } ?? "n/a"
    let taken = inputs.roster == nil ? "taken as 1.00 without a roster" : "day-weighted mean FTE \(fte)"
    return
      "Placement of the projected year: benchmark work RVUs (policy \(inputs.benchmark.name)) of \(StandingWording.specialty(specialty)) per 1.00 clinical FTE, \(time.span), \(taken) over \(CountWording.count(time.days, "day")), annualised by working days (\(pace.countedDays(in: pace.year)) in the year)."
  }

  /// The same as a rule.
  var placementRule: String {
    let fte = inputs.roster == nil ? "taken as 1.00 without a roster" : "the day-weighted mean FTE of the days counted"
    return
      "Placement of the projected year: benchmark work RVUs (policy \(inputs.benchmark.name)) of the role with the most time per 1.00 clinical FTE, \(fte), annualised by working days (\(pace.countedDays(in: pace.year)) in the year)."
  }

  /// Work RVUs as sentences have them.
  static func shown(_ work: WorkRVU) -> String {
    DecimalText.fixed(work.millionths, scale: 6, decimals: 2, grouping: true)
  }
}
