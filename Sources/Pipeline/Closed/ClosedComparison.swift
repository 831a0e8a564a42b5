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
  ///
  /// - Throws: where what was kept of a closing cannot be read.
  init(_ results: RunResults, with open: RunResults, _ closed: [ClosedDays]) throws {
    let paid = results.compensation.map { RecordedPay($0) }
    let (own, other) = (Self.months(of: results), Self.months(of: open))
    for period in closed {
      guard let days = results.period.intersection(period.days) else { continue }
      var (credited, benchmark) = (WorkRVU.zero, WorkRVU.zero)
      var clinicians: Set<String> = []
      for key in Set(own.keys).union(other.keys) where period.days.contains(key.month.days.first) {
        let (was, now) = (own[key] ?? Sums(), other[key] ?? Sums())
        if was == now { continue }
        clinicians.insert(key.clinician)
        credited += now.pay - was.pay
        benchmark += now.benchmark - was.benchmark
      }
      let name = Self.name(period)
      let since = "\(name) was closed on \(period.closedOn) with run \(period.run)"
      var pay: ClosedPay?
      if let paid, let was = try RecordedPay.of(period.statements()) { pay = ClosedPay(of: days, was: was, now: paid) }
      if let pay, pay.others > 0 { findings.append(Self.differing(pay, since)) }
      guard !clinicians.isEmpty else {
        findings.append(
          Finding(
            .closedPeriod,
            paid == nil
              ? "\(since): it is counted as it was closed, and the inputs of today make the same of it"
              : "\(since): its work is counted as it was closed, and the inputs of today make the same of it; \(Self.told(pay))"
          ))
        continue
      }
      differing.append(period)
      let change =
        "\(Self.signed(credited)) wRVUs of the pay ledger and \(Self.signed(benchmark)) of the benchmark ledger"
      findings.append(
        Finding(
          .closedPeriodDiffers,
          "\(since) and is counted so; the inputs of today would make \(change) of it, for \(CountWording.count(clinicians.count, "clinician"))",
          hint:
            "rvubench restate --period \(name), and \(Self.folder)/ in the output, tell which lines and why; rvubench close --amend takes it over"
        ))
    }
  }

  private static func differing(_ pay: ClosedPay, _ since: String) -> Finding {
    func told(_ part: (clinicians: Int, sum: Money)) -> String? {
      guard part.clinicians > 0 else { return nil }
      return "\(part.sum > .zero ? "+" : "")\(part.sum) dollars for \(CountWording.count(part.clinicians, "clinician"))"
    }
    let change = CountWording.list([pay.more, pay.less].compactMap(told))
    return Finding(
      .closedPayDiffers,
      "\(since), and the plans and files of pay of today make another sum of it than was paid for then: \(change)",
      hint:
        "see what changed in plans, duties, panels, quality and total FTE; where today's is right, settle the difference, and rvubench close --amend takes it over"
    )
  }

  /// What is said of the pay of closed days; nil where no statements were kept.
  private static func told(_ pay: ClosedPay?) -> String {
    var sentence = "pay is by today's plans"
    guard let pay else { return sentence }
    if pay.same > 0 {
      sentence += ", and the same as then for \(CountWording.count(pay.same, "clinician"))"
    }
    if pay.others > 0 {
      sentence += ", and another for \(CountWording.count(pay.others, "clinician")), as closed-pay-differs tells"
    }
    if pay.uncompared > 0 {
      sentence +=
        ", and not compared for \(CountWording.count(pay.uncompared, "clinician")), of whom a measurement period goes beyond these days"
    }
    return sentence
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
