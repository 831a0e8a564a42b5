import ArgumentParser
import Pipeline
import Rendering

/// `rvubench impact`.
struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Credit the same lines under two fee schedules or two policies, and show the difference; write nothing.",
    discussion: """
      By clinician, specialty and family of codes, in work RVUs and national payments. What an adjustment between the \
      releases made of the work, such as the efficiency adjustment of 2026, stands apart from other changes.
      """)

  /// The forms in which an impact is given.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case csv
    case json
  }

  @OptionGroup var options: JobOptions

  @Option(help: ArgumentHelp("The one release, such as 2025D.", valueName: "release"))
  var from: String?

  @Option(help: ArgumentHelp("The other release, such as 2026A.", valueName: "release"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "The one policy: a built-in's name or a path; the job's pay policy unless given.", valueName: "policy"))
  var fromPolicy: String?

  @Option(help: ArgumentHelp("The other policy; the job's pay policy unless given.", valueName: "policy"))
  var toPolicy: String?

  @Flag(help: "Payments of qualifying participants in an advanced alternative payment model.")
  var qualifying = false

  @Option(help: "text, csv or json.")
  var format = Format.text

  /// Compares the two sides.
  func run() throws {
    guard (from == nil) == (to == nil) else { throw Complaint.usage("give both --from and --to, or neither") }
    guard from != nil || fromPolicy != nil || toPolicy != nil else {
      throw Complaint.usage(
        "say what to compare: --from RELEASE --to RELEASE, or --from-policy POLICY --to-policy POLICY, or both")
    }
    let inputs = try options.inputs()
    let policies: (from: String, to: String)? =
      fromPolicy == nil && toPolicy == nil
      ? nil : (fromPolicy ?? inputs.job.payPolicy, toPolicy ?? inputs.job.payPolicy)
    let releases = from.flatMap { from in to.map { (from: from, to: $0) } }
    let comparison = ImpactRun.Comparison(releases: releases, policies: policies, qualifying: qualifying)
    let impact = try options.telling { try ImpactRun.impact(on: inputs, of: comparison, progress: $0) }
    switch format {
    case .text: for line in ImpactText.lines(of: impact) { print(line) }
    case .csv: print(String(decoding: ImpactData.csv(of: impact), as: UTF8.self), terminator: "")
    case .json: print(ImpactData.json(of: impact))
    }
  }
}
