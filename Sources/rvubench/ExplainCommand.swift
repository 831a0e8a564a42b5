import ArgumentParser
import Ingest
import Pipeline
import ProductivityModel
import Rendering
import Reporting

/// `rvubench explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Show how each line came to its credit: row, release, every step with its reason and source; write nothing.")

  /// The forms in which lines are explained.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case csv
    case json
  }

  @OptionGroup var options: JobOptions

  @Option(help: ArgumentHelp("The clinician's id.", valueName: "id"))
  var clinician: String?

  @Option(help: ArgumentHelp("Lines of this month of service, YYYY-MM.", valueName: "month"))
  var month: String?

  @Option(help: ArgumentHelp("One record, as findings name it: logs/2026-03.csv:118.", valueName: "file:line"))
  var line: String?

  @Option(help: "text, csv or json.")
  var format = Format.text

  /// Explains the lines.
  func run() throws {
    let selection = try selection()
    let inputs = try options.inputs()
    let explained = try options.explain(inputs, selection)
    if explained.lines.isEmpty { throw Complaint.usage(nothing(inputs)) }
    switch format {
    case .text: for line in ExplanationText.lines(of: explained) { print(line) }
    case .csv: print(String(decoding: ExplanationData.csv(of: explained), as: UTF8.self), terminator: "")
    case .json: print(ExplanationData.json(of: explained))
    }
  }

  private func selection() throws -> ExplainRun.Selection {
    guard clinician != nil || line != nil else {
      throw Complaint.usage("say whose lines: --clinician ID, with --month YYYY-MM, or one record: --line FILE:LINE")
    }
    var selection = ExplainRun.Selection(clinicianID: clinician)
    if let month {
      guard month.count == 7, let days = JobFile.period(month) else {
        throw Complaint.usage("--month \(month) is not a month, YYYY-MM")
      }
      selection.days = days
    }
    if let line {
      guard let colon = line.lastIndex(of: ":"), let number = Int(line[line.index(after: colon)...]), number > 0 else {
        throw Complaint.usage("--line \(line) is not a file and a line, such as logs/2026-03.csv:118")
      }
      selection.record = SourcePosition(file: String(line[..<colon]), line: number)
    }
    return selection
  }

  private func nothing(_ inputs: RunInputs) -> String {
    if let line {
      return
        "no record of the job is at \(line)\nhint: name the file as the job's findings do, and the line where the record starts; a rejected record is in data/rejects.csv"
    }
    return "\(clinician ?? "") has no lines\(month.map { " in \($0)" } ?? "")\nhint: the ids are in data/clinicians.csv"
  }
}
