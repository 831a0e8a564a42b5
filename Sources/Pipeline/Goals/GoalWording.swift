import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// What the figures of a target stand on, in sentences.
struct GoalWording {
  let inputs: RunInputs
  let target: WorkTarget
  let pace: AnnualPace
  let standing: GoalStanding

  /// The sentences without those of the placement.
  var sentences: [String] {
    [given, expected, standing.gap.map { "Work to date is not known: \($0)." } ?? work, projection].compactMap { $0 }
  }

  private var given: String {
    let policy = standing.ledger == .pay ? inputs.pay.name : inputs.benchmark.name
    let source =
      target.source == .file
      ? "by \(target.position.description)"
      : "by the roster's column target, each row by the days of its interval (\(target.position.description))"
    let whose = target.specialty.isEmpty ? "" : ", of work in \(target.specialty) alone"
    return
      "Target: \(Self.shown(standing.target)) work RVUs for \(standing.year), \(source)\(whose), in the \(standing.ledger.rawValue) ledger (policy \(policy))."
  }

  private var expected: String {
    let holidays = pace.holidaysTaken == 0 ? "" : " without \(CountWording.count(pace.holidaysTaken, "holiday"))"
    let days =
      "\(standing.workingDaysCounted) of \(CountWording.count(standing.workingDays, "working day")), Monday to Friday\(holidays), employed and not on leave"
    return target.months == nil
      ? "Expected to \(inputs.period.last): the target by working days, \(days)."
      : "Expected to \(inputs.period.last): the targets of its months, that of a month in progress by its working days; \(days)."
  }

  private var work: String? {
    guard standing.actual != nil, let elapsed = DayRange(standing.year.first, through: inputs.period.last) else {
      return nil
    }
    return "Work to date: all lines by service date \(elapsed), those on days of leave too."
  }

  private var projection: String? {
    guard standing.actual != nil else { return nil }
    if standing.workingDaysCounted == standing.workingDays { return nil }
    guard standing.projected != nil else {
      return
        "Not projected: fewer than \(TargetPace.leastDays) days employed and not on leave are counted, and they say too little of a year."
    }
    return
      "Projected: the work to date times \(standing.workingDays)/\(standing.workingDaysCounted) working days; nothing is assumed of season."
  }

  /// What a placement of the projected year stands on, before the survey.
  func placement(_ specialty: String, _ time: ClinicalTime) -> String {
    let fte = time.meanFTEMillionths.map { DecimalText.fixed($0, scale: 6, decimals: 2) } ?? "n/a"
    let taken = inputs.roster == nil ? "taken as 1.00 without a roster" : "day-weighted mean FTE \(fte)"
    return
      "Placement of the projected year: benchmark work RVUs (policy \(inputs.benchmark.name)) of \(StandingWording.specialty(specialty)) per 1.00 clinical FTE, \(time.span), \(taken) over \(CountWording.count(time.days, "day")), annualised by working days (\(pace.countedDays(in: pace.year)) in the year)."
  }

  private static func shown(_ work: WorkRVU) -> String {
    DecimalText.fixed(work.millionths, scale: 6, decimals: 2, grouping: true)
  }
}
