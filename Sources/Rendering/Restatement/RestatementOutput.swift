import ProductivityModel
import Reporting

/// A restatement in the forms that the command gives.
public enum RestatementOutput {
  /// As text for a terminal, without line ends.
  public static func text(_ restatement: Restatement, cautions: [String]) -> [String] {
    ReportText.lines(of: RestatementReport.report(of: restatement, cautions: cautions))
  }

  /// As one self-contained HTML page.
  ///
  /// - Throws: ``TemplateError`` where a built-in page template cannot be read, which tests rule out.
  public static func html(
    _ restatement: Restatement, cautions: [String], version: String
  ) throws(TemplateError) -> [UInt8] {
    let html = try ReportHTML(paths: PagePaths(only: .restatement), version: version)
    return html.bytes(of: RestatementReport.report(of: restatement, cautions: cautions))
  }

  /// As a PDF, for a paper of the job's size.
  ///
  /// - Throws: ``PDFFailure`` where the system's library cannot make it.
  public static func pdf(
    _ restatement: Restatement, cautions: [String], version: String, paper: PaperSize
  ) throws(PDFFailure) -> [UInt8] {
    let printing = ReportPDF(
      typesetter: Typesetter(), paper: paper, generator: "rvubench \(version)",
      date: restatement.period.last.description)
    return try printing.file(of: RestatementReport.report(of: restatement, cautions: cautions)).bytes
  }

  /// The lines that changed, as CSV.
  public static func csv(linesOf restatement: Restatement) -> [UInt8] {
    CSVData.bytes(of: .restatedLines(of: restatement))
  }

  /// The months that changed, by cause, as CSV.
  public static func csv(monthsOf restatement: Restatement) -> [UInt8] {
    CSVData.bytes(of: .restatedMonths(of: restatement))
  }

  /// Everything, as JSON.
  public static func json(_ restatement: Restatement, cautions: [String]) -> String {
    let report = RestatementReport.report(of: restatement, cautions: cautions)
    func role(_ role: RecordedRun.Role?) -> JSONValue {
      guard let role else { return .null }
      return .object([
        "clinical_fte": role.clinicalFTE.isEmpty ? .null : .number(role.clinicalFTE),
        "days_counted": role.days.isEmpty ? .null : .number(role.days),
        "annualized_work_rvu_per_fte": role.annualized.map { .number($0.description) } ?? .null,
        "percentile": role.percentile.isEmpty ? .null : .string(role.percentile),
        "survey": role.survey.isEmpty ? .null : .string(role.survey),
        "rank": role.rank.isEmpty ? .null : .string(role.rank),
        "basis": role.basis.isEmpty ? .null : .string(role.basis),
      ])
    }
    let roles = restatement.roles.map { change -> JSONValue in
      .object([
        "clinician_id": .string((change.later ?? change.earlier)?.clinician ?? ""),
        "specialty": .string((change.later ?? change.earlier)?.specialty ?? ""),
        "earlier": role(change.earlier), "later": role(change.later),
      ])
    }
    let pay = restatement.pay.map { pay in
      JSONValue.array(
        pay.map {
          .object([
            "clinician_id": .string($0.clinician),
            "earlier": $0.before.map { .number($0.description) } ?? .null,
            "later": $0.after.map { .number($0.description) } ?? .null,
          ])
        })
    }
    return JSONValue.object([
      "practice": .string(restatement.later.practice),
      "period_start": .string(restatement.period.first.description),
      "period_end": .string(restatement.period.last.description),
      "summary": .string(report.summary),
      "total": sums(restatement.total),
      "causes": .array(
        RestatementCause.allCases.compactMap { cause in
          restatement.total.causes[cause].map {
            .object([
              "cause": .string(cause.rawValue), "pay": .number($0.pay.description),
              "benchmark": .number($0.benchmark.description),
            ])
          }
        }),
      "unchanged_lines": .integer(restatement.unchangedLines),
      "lines_valued_otherwise": .integer(restatement.linesValuedOtherwise),
      "lines_without_effect": .integer(restatement.linesWithoutEffect),
      "lines": JSONReport.rows(.restatedLines(of: restatement)),
      "months": JSONReport.rows(.restatedMonths(of: restatement)),
      "roles": .array(roles), "pay": pay ?? .null,
      "basis": .array(RestatementWording.basis(of: restatement).map(JSONValue.string)),
      "cautions": .array(cautions.map(JSONValue.string)),
    ]).text()
  }

  private static func sums(_ sums: Restatement.Sums) -> JSONValue {
    .object([
      "earlier_pay": .number(sums.earlier.pay.description), "later_pay": .number(sums.later.pay.description),
      "earlier_benchmark": .number(sums.earlier.benchmark.description),
      "later_benchmark": .number(sums.later.benchmark.description),
    ])
  }
}
