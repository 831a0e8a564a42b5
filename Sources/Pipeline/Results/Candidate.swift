import Benchmarking
import ProductivityModel
import Reporting

/// A clinician in a specialty, or in a role that is split between several, before anyone is compared.
struct Candidate {
  var id: String
  var name: String
  /// The specialty; of a split role that with the most effort.
  var specialty: String
  /// The region that the roster gives; empty for none.
  var region = ""
  var tally: RoleTally?
  var time: ClinicalTime?
  /// What a part of a year is made into a year by; nil where the specialty has none.
  var pace: AnnualPace?
  /// What makes quantities those of a year of the clinical time, by the pace; nil without either, and with too few days.
  var factor: AnnualFactor?
  var isKnown: Bool
  /// The specialties of a split role.
  var split: RoleSplit?
  var isSplitFaulty = false
  /// Whether the work on ramp days is left out of what is compared.
  var leavesOutRamp = true
  /// The least mean clinical FTE of those who are compared, in millionths.
  var leastFTE: Int64 = 0

  /// Whether the clinician comes before another: by specialty, name and id.
  func precedes(_ other: Candidate) -> Bool {
    if specialty != other.specialty { return specialty < other.specialty }
    return name != other.name ? name < other.name : id < other.id
  }

  /// Benchmark work RVUs on the days that count.
  var compared: WorkRVU { WorkRVU(millionths: comparing(\.benchmark)) }

  /// A sum over the lines on days that count.
  func comparing(_ sum: (ProductivitySums) -> Int64) -> Int64 {
    guard let tally else { return 0 }
    return tally.months.total(of: sum) - tally.uncountedMonths.total(of: sum)
      - (leavesOutRamp ? tally.rampMonths.total(of: sum) : 0)
  }

  /// Patient-days on days that count; nil where some lines have no patient.
  var comparedEncounters: Int? {
    guard let tally, tally.total.linesWithoutPatient == 0 else { return nil }
    return tally.total.encounters - tally.uncounted.encounters - (leavesOutRamp ? tally.ramp.encounters : 0)
  }

  /// Why nothing of the clinician is compared; nil where there is an annualised figure.
  var gap: ComparisonGap? {
    guard isKnown else { return .unknownFTE }
    if isSplitFaulty { return .faultySplit }
    if tally == nil { return .noLines }
    guard let time, time.days > 0 else { return .noDays }
    if time.fteDays == 0 { return .noFTE }
    if time.days < ClinicalTime.leastDaysToAnnualize { return .shortPeriod(days: time.days) }
    if let mean = time.meanFTEMillionths, mean < leastFTE { return .lowFTE(least: leastFTE) }
    if pace == nil { return .noSeason }
    return factor == nil ? .noWorkingDays : nil
  }

  /// Benchmark work RVUs per 1.0 clinical FTE and year; nil where nothing is compared.
  var annualized: WorkRVU? { annualized(compared.millionths).map(WorkRVU.init(millionths:)) }

  /// Any quantity that adds up over days, per 1.0 clinical FTE and year.
  func annualized(_ quantity: Int64) -> Int64? { annualizing?.applied(to: quantity) }

  /// What makes such a quantity one of a year of full clinical time; nil where nothing is compared.
  var annualizing: AnnualFactor? { gap == nil && tally != nil ? factor : nil }

  /// What of time and work is not compared; nil where everything is.
  var apart: SetApart? {
    var apart = SetApart()
    apart.leaveDays = time?.leaveDays ?? 0
    apart.uncountedLines = tally?.uncounted.lines ?? 0
    apart.uncountedWork = WorkRVU(millionths: tally?.uncounted.benchmark ?? 0)
    if leavesOutRamp {
      apart.rampDays = time?.rampDays ?? 0
      apart.rampLines = tally?.ramp.lines ?? 0
      apart.rampWork = WorkRVU(millionths: tally?.ramp.benchmark ?? 0)
    }
    return apart == SetApart() ? nil : apart
  }
}
