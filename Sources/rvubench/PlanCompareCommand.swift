import ArgumentParser
import Pipeline
import Publishing
import Rendering
import Reporting

extension PlanCommand {
  /// `rvubench plan compare`.
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "Pay the same lines under several plans, rates, thresholds, releases or credit policies, side by side.",
      discussion: """
        A scenario is NAME:key=value,key=value or key=value,... with the keys plans (a file of plans in place of the job's), \
        plan (the only plan that is changed), rate and threshold (52 sets it, +2 adds, +4% scales), release (every line under \
        it) and policy (every plan credits by it). The first column is always the job as it stands. A threshold that is base / \
        first rate follows a rate that changes alone; with threshold= it is first fixed at what it is as it stands.
        """)

    /// The forms in which a comparison is given.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text
      case csv
      case json
    }

    @OptionGroup var options: JobOptions

    @Argument(help: "What might be otherwise, such as rate=+2 or frozen:release=2025D.")
    var scenarios: [String]

    @Flag(
      help:
        "Also find the threshold and the rate that would hold pay level, by plan and specialty, under each scenario.")
    var level = false

    @Option(help: "text, csv or json.")
    var format = Format.text

    @Option(help: ArgumentHelp("Write to this file in place of the standard output.", valueName: "file"))
    var output: String?

    /// Compares.
    func run() throws {
      let scenarios = try options.telling { _ in try self.scenarios.map { try ScenarioText($0) } }
      let inputs = try options.inputs()
      let outcome = try options.telling { try CompareRun.compare(inputs, scenarios, isLevelAsked: level, progress: $0) }
      if let refusal = outcome.refusal {
        options.tell(
          outcome.findings.filter { $0.problem != .untoldYear }, more: "rvubench check tells those of the job",
          errorsAlways: true)
        Complaint.write("error: \(refusal)")
        throw ExitCode(1)
      }
      options.tell(outcome.findings, more: "rvubench check tells those of the job", errorsAlways: true)
      let bytes: [UInt8] =
        switch format {
        case .text: Array(ComparisonText.lines(of: outcome.comparison).map { $0 + "\n" }.joined().utf8)
        case .csv: ComparisonData.csv(of: outcome.comparison)
        case .json: Array(ComparisonData.json(of: outcome.comparison).utf8)
        }
      try options.telling { _ in
        let result = try ResultOutput(output, replacing: options.job)
        try result.append(bytes)
        try result.finish()
      }
    }
  }
}
