import Ingest
import ProductivityModel
import Publishing
import Rendering
import Reporting

/// What the inputs of today would make of closed days: it changes nothing, and is told.
struct ClosedComparison {
  /// The closed days that would come to something else.
  private(set) var differing: [ClosedDays] = []
  /// What is told of each of the closed days.
  private(set) var findings: [Finding] = []

  /// Compares the months of a run with those of one to which nothing is closed.
  init(_ results: RunResults, with open: RunResults, _ closed: [ClosedDays]) {
    let (own, other) = (Self.months(of: results), Self.months(of: open))
    for period in closed where results.period.intersection(period.days) != nil {
      var (pay, benchmark) = (WorkRVU.zero, WorkRVU.zero)
      var clinicians: Set<String> = []
      for key in Set(own.keys).union(other.keys) where period.days.contains(key.month.days.first) {
        let (was, now) = (own[key] ?? Sums(), other[key] ?? Sums())
        if was == now { continue }
        clinicians.insert(key.clinician)
        pay += now.pay - was.pay
        benchmark += now.benchmark - was.benchmark
      }
      let name = Self.name(period)
      let since = "\(name) was closed on \(period.closedOn) with run \(period.run)"
      guard !clinicians.isEmpty else {
        findings.append(
          Finding(
            .closedPeriod, "\(since): it is counted as it was closed, and the inputs of today make the same of it"))
        continue
      }
      differing.append(period)
      let change = "\(Self.signed(pay)) wRVUs of the pay ledger and \(Self.signed(benchmark)) of the benchmark ledger"
      findings.append(
        Finding(
          .closedPeriodDiffers,
          "\(since) and is counted so; the inputs of today would make \(change) of it, for \(CountWording.count(clinicians.count, "clinician"))",
          hint:
            "rvubench restate --period \(name), and \(Self.folder)/ in the output, tell which lines and why; rvubench close --amend takes it over"
        ))
    }
  }

  /// The folder of the restatements in an output.
  static let folder = "restatement"

  /// The name of closed days, as the command line takes it: `2026-09`, or `2026-01-01..2026-03-31`.
  static func name(_ closed: ClosedDays) -> String {
    let months = closed.days.months
    return months.count == 1 ? months[0].month.description : closed.days.description
  }

  private struct Key: Hashable {
    var clinician: String
    var specialty: String
    var month: YearMonth
  }

  private struct Sums: Equatable {
    var pay = WorkRVU.zero
    var benchmark = WorkRVU.zero
    var fteDays: Int64?
  }

  private static func months(of results: RunResults) -> [Key: Sums] {
    var sums: [Key: Sums] = [:]
    for clinician in results.clinicians {
      for (index, (month, totals)) in zip(results.months, clinician.monthly).enumerated() {
        sums[Key(clinician: clinician.id, specialty: clinician.specialty, month: month)] = Sums(
          pay: totals.pay, benchmark: totals.benchmark,
          fteDays: index < clinician.monthlyFTEDays.count ? clinician.monthlyFTEDays[index] : nil)
      }
    }
    return sums
  }

  private static func signed(_ work: WorkRVU) -> String {
    (work.millionths > 0 ? "+" : "") + CellValue.workRVU(work).text
  }
}
