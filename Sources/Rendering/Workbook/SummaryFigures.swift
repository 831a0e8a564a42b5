import ProductivityModel
import Reporting

/// The key figures at the head of a workbook, as numbers.
struct SummaryFigures {
  /// A figure with what it is of.
  struct Figure {
    var label: String
    var value: CellValue
    var detail: String
  }

  let workbook: WorkbookReport
  let results: RunResults

  /// The figures, in order.
  var all: [Figure] {
    switch workbook {
    case .work: work + people + goals + quality
    case .pay: pay
    }
  }

  private var work: [Figure] {
    let (pay, benchmark) = results.clinicians.reduce((WorkRVU.zero, WorkRVU.zero)) {
      ($0.0 + $1.totals.pay, $0.1 + $1.totals.benchmark)
    }
    return [
      Figure(
        label: "Benchmark wRVUs", value: .workRVU(benchmark),
        detail: "work as surveys count it, in the days counted"),
      Figure(label: "Pay wRVUs", value: .workRVU(pay), detail: "work as contracts count it"),
    ]
  }

  /// How many are placed; nothing in the edition of one clinician.
  private var people: [Figure] {
    if results.recipient != nil { return [] }
    func count(_ isCounted: (ClinicianResult) -> Bool) -> Int {
      Set(results.clinicians.filter(isCounted).map(\.id)).count
    }
    return [
      Figure(
        label: "Clinicians", value: .integer(count { _ in true }),
        detail: "with lines or a row of the roster in these days"),
      Figure(
        label: "Placed in a survey", value: .integer(count { $0.placement != nil }),
        detail: "the sheet Clinicians says why the others are not"),
    ]
  }

  private var goals: [Figure] {
    if results.goals.isEmpty { return [] }
    func count(_ standing: String) -> CellValue {
      .integer(results.goals.count { $0.standing == standing })
    }
    return [
      Figure(label: "Targets", value: .integer(results.goals.count), detail: "the sheet Goals has each"),
      Figure(label: "Behind target", value: count("behind"), detail: "by more than 2 percent of what is due by now"),
      Figure(label: "On pace", value: count("on pace"), detail: "within 2 percent of it"),
      Figure(label: "Ahead of target", value: count("ahead"), detail: "by more than 2 percent"),
    ]
  }

  /// What is wrong in the data, counted as on every page; nothing in the edition of one clinician.
  private var quality: [Figure] {
    if results.recipient != nil { return [] }
    let counts = results.findingCounts
    func detail(_ text: String, _ onPay: Int) -> String {
      onPay == 0 ? text : "\(text); \(CellValue.integer(onPay).text) on plans and pay are not in this workbook"
    }
    return [
      Figure(
        label: "Errors in the data", value: .integer(counts.errors),
        detail: detail("read the sheet Findings before the figures", counts.errorsOnPay)),
      Figure(
        label: "Warnings", value: .integer(counts.warnings),
        detail: detail("on the sheet Findings too", counts.warningsOnPay)),
    ]
  }

  private var pay: [Figure] {
    guard let compensation = results.compensation else { return [] }
    var figures = [
      Figure(
        label: "Earned", value: .money(compensation.clinicians.reduce(Money.zero) { $0 + $1.earned }),
        detail: "what plans pay for the days counted"),
      Figure(
        label: "Clinicians with a plan", value: .integer(compensation.clinicians.count), detail: "each has a statement"),
    ]
    if results.recipient == nil {
      let own = results.findings.filter { $0.problem.owner == .compensation }
      figures.append(
        Figure(
          label: "Errors", value: .integer(own.count { $0.severity == .error }),
          detail: "in plans and files of pay: read the sheet Findings before the figures"))
    }
    return figures
  }
}
