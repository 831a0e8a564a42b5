import ProductivityModel
import Rendering
import Reporting
import Tabular

/// What the rows of a line say but for what is the line's own: its file, line, clinician and day.
struct TrailText {
  /// The rest of its row of `credits.csv`: from the code on, with the line end.
  let credit: [UInt8]
  /// The rest of its rows of `adjustments.csv`: from the ledger on, with the line ends.
  let steps: [[UInt8]]

  /// How many columns of `credits.csv` are the line's own.
  private static let ownColumns = 4

  /// The rows of a line.
  init(_ line: LineExplanation) {
    var writer = DelimitedWriter()
    var fields = [line.code, line.modifiers.description, line.units.description, line.fate.name]
    guard let pay = line.pay, let benchmark = line.benchmark else {
      let others = LineTrail.File.credits.columns.count - Self.ownColumns - fields.count
      writer.record(fields + [String](repeating: "", count: others))
      credit = writer.bytes
      steps = []
      return
    }
    for ledger in [pay, benchmark] {
      fields += [
        ledger.release ?? "", ledger.work?.description ?? "", ledger.factor.description, ledger.credit.description,
      ]
    }
    writer.record(fields + [line.asaUnits?.description ?? ""])
    credit = writer.drain()
    var steps: [[UInt8]] = []
    for (name, ledger) in [("pay", pay), ("benchmark", benchmark)] {
      for step in ledger.steps {
        writer.record([
          name, String(step.rule.order), step.rule.rawValue, step.factor.description,
          AdjustmentWording.reason(step.reason), step.citation,
        ])
        steps.append(writer.drain())
      }
    }
    self.steps = steps
  }
}
