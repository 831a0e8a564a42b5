import Crediting
import ProductivityModel
import Reporting
import Tabular

/// Explained lines for programs: a row a step as CSV, or typed as JSON.
public enum ExplanationData {
  private static let columns = [
    "file", "line", "clinician_id", "service_date", "code", "modifiers", "units", "fate", "ledger", "policy", "release",
    "work_rvu", "credit", "order", "rule", "factor", "reason", "citation",
  ]

  /// The steps as CSV: a line without steps in a ledger has one row with the last five columns empty.
  public static func csv(of explained: ExplainedLines) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.record(columns)
    for line in explained.lines {
      let own = [
        FormulaGuard.harmless(line.position.file), line.position.line.map(String.init) ?? "",
        FormulaGuard.harmless(line.clinicianID), line.serviceDate.description, line.code, line.modifiers.description,
        line.units.description, line.fate.name,
      ]
      for (name, ledger) in ledgers(line) {
        let result = [
          name, ledger.policy, ledger.release ?? "", ledger.work?.description ?? "", ledger.credit.description,
        ]
        if ledger.steps.isEmpty { writer.record(own + result + ["", "", "", "", ""]) }
        for step in ledger.steps {
          writer.record(
            own + result + [
              String(step.rule.order), step.rule.rawValue, step.factor.description,
              AdjustmentWording.reason(step.reason), step.citation,
            ])
        }
      }
      if line.pay == nil { writer.record(own + [String](repeating: "", count: columns.count - own.count)) }
    }
    return writer.bytes
  }

  /// The lines as JSON.
  public static func json(of explained: ExplainedLines) -> String {
    JSONValue.object(
      JSONMembers(pairs: [
        ("practice", .string(explained.practice)), ("clinician_id", text(explained.clinicianID)),
        ("first", .string(explained.period.first.description)), ("last", .string(explained.period.last.description)),
        ("work_rvu_pay", .number(explained.pay.description)),
        ("work_rvu_benchmark", .number(explained.benchmark.description)),
        ("lines", .array(explained.lines.map(line))),
      ])
    ).text()
  }

  private static func ledgers(_ line: LineExplanation) -> [(String, LedgerExplanation)] {
    [("pay", line.pay), ("benchmark", line.benchmark)].compactMap { name, ledger in ledger.map { (name, $0) } }
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  private static func line(_ line: LineExplanation) -> JSONValue {
    .object(
      JSONMembers(
        pairs: [
          ("file", .string(line.position.file)), ("line", .integer(line.position.line ?? 0)),
          ("clinician_id", .string(line.clinicianID)), ("service_date", .string(line.serviceDate.description)),
          ("code", .string(line.code)),
          ("modifiers", .array(line.modifiers.modifiers.map { .string($0.description) })),
          ("units", .number(line.units.description)), ("fate", .string(line.fate.name)),
          ("asa_units", line.asaUnits.map { .number($0.description) } ?? .null),
        ] + ledgers(line).map { ($0, ledger($1)) }))
  }

  private static func ledger(_ ledger: LedgerExplanation) -> JSONValue {
    .object(
      JSONMembers(pairs: [
        ("policy", .string(ledger.policy)), ("release", text(ledger.release)),
        ("work_rvu", ledger.work.map { .number($0.description) } ?? .null),
        ("factor", .number(ledger.factor.description)), ("credit", .number(ledger.credit.description)),
        ("not_credited", text(ledger.cause.map(AdjustmentWording.cause))),
        ("place", ledger.place.map(JSONValue.integer) ?? .null),
        (
          "steps",
          .array(
            ledger.steps.map { step in
              .object(
                JSONMembers(pairs: [
                  ("order", .integer(step.rule.order)), ("rule", .string(step.rule.rawValue)),
                  ("factor", .number(step.factor.description)),
                  ("reason", .string(AdjustmentWording.reason(step.reason))), ("citation", .string(step.citation)),
                ]))
            })
        ),
        (
          "attributed",
          .array(
            ledger.parts.map { part in
              .object(
                JSONMembers(pairs: [
                  ("clinician_id", .string(part.clinicianID)), ("as", .string(part.party.rawValue)),
                  ("credit", .number(part.credit.description)),
                ]))
            })
        ),
      ]))
  }
}
