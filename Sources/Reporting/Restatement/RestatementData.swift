import ProductivityModel

extension DataTable {
  /// One row for each line that changed.
  public static func restatedLines(of restatement: Restatement) -> DataTable {
    typealias Line = Restatement.Line
    func side(_ name: String, _ words: String, _ line: @escaping @Sendable (Line) -> RecordedLine?) -> [DataColumn<
      Line
    >] {
      [
        DataColumn("\(name)_clinician_id", "the clinician's id in the \(words) run") {
          .data(line($0)?.identity.clinician, CellValue.text)
        },
        DataColumn("\(name)_service_date", in: "day", "the day of service in the \(words) run") {
          .data(line($0)?.identity.date, CellValue.date)
        },
        DataColumn("\(name)_code", "the procedure code in the \(words) run") {
          .data(line($0)?.identity.code, CellValue.literal)
        },
        DataColumn("\(name)_modifiers", "the modifiers in the \(words) run") {
          .data(line($0)?.identity.modifiers, CellValue.literal)
        },
        DataColumn("\(name)_units", in: "services", "the units in the \(words) run") {
          .data(line($0)?.identity.units, CellValue.units)
        },
        DataColumn("\(name)_fate", "what became of it in the \(words) run; empty where it was not there") {
          .data(line($0)?.fate.name, CellValue.text)
        },
        DataColumn("\(name)_pay_credit", in: "wRVU", "pay work in the \(words) run") {
          .data(line($0)?.pay.credit, CellValue.workRVU)
        },
        DataColumn("\(name)_benchmark_credit", in: "wRVU", "benchmark work in the \(words) run") {
          .data(line($0)?.benchmark.credit, CellValue.workRVU)
        },
      ]
    }
    let place: [DataColumn<Line>] = [
      DataColumn("file", "the log, of this run where it has the line") { .text($0.position.file) },
      DataColumn("line", in: "line, from 1", "the line on which it starts") {
        .data($0.position.line, CellValue.integer)
      },
      DataColumn("pay_cause", "why pay work is another; empty where it is not") {
        .data($0.payCause?.rawValue, CellValue.text)
      },
      DataColumn("benchmark_cause", "why benchmark work is another; empty where it is not") {
        .data($0.benchmarkCause?.rawValue, CellValue.text)
      },
    ]
    return DataTable(
      "restated_lines", of: restatement.lines,
      columns: place + side("earlier", "earlier", \.earlier) + side("later", "later", \.later) + [
        DataColumn(
          "pay_release_effect", in: "wRVU",
          "what of the change of pay work another release makes, where pay_cause makes the rest"
        ) { .data($0.payRelease, CellValue.workRVU) },
        DataColumn(
          "benchmark_release_effect", in: "wRVU",
          "what of the change of benchmark work another release makes, where benchmark_cause makes the rest"
        ) { .data($0.benchmarkRelease, CellValue.workRVU) },
      ])
  }

  /// One row for each clinician's month that changed and each cause, then one for its sums.
  public static func restatedMonths(of restatement: Restatement) -> DataTable {
    typealias Record = (month: Restatement.Month, cause: RestatementCause, effect: LedgerPair)
    let records = restatement.months.flatMap { month in
      RestatementCause.allCases.compactMap { cause in
        month.sums.causes[cause].map { Record(month: month, cause: cause, effect: $0) }
      }
    }
    return DataTable(
      "restated_months", of: records,
      columns: [
        DataColumn("month", in: "month", "the month of service") { .month($0.month.month) },
        DataColumn("clinician_id", "the clinician's id") { .text($0.month.clinician) },
        DataColumn("cause", "why; the causes of a month add up to its change") { .text($0.cause.rawValue) },
        DataColumn("pay_effect", in: "wRVU", "what the cause makes of pay work") { .workRVU($0.effect.pay) },
        DataColumn("benchmark_effect", in: "wRVU", "what the cause makes of benchmark work") {
          .workRVU($0.effect.benchmark)
        },
        DataColumn("earlier_pay", in: "wRVU", "pay work of the month in the earlier run") {
          .workRVU($0.month.sums.earlier.pay)
        },
        DataColumn("later_pay", in: "wRVU", "pay work of the month in the later run") {
          .workRVU($0.month.sums.later.pay)
        },
        DataColumn("earlier_benchmark", in: "wRVU", "benchmark work of the month in the earlier run") {
          .workRVU($0.month.sums.earlier.benchmark)
        },
        DataColumn("later_benchmark", in: "wRVU", "benchmark work of the month in the later run") {
          .workRVU($0.month.sums.later.benchmark)
        },
      ])
  }
}
