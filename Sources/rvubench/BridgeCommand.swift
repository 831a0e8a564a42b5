import ArgumentParser
import Ingest
import Pipeline
import ProductivityModel
import Rendering
import Reporting

/// `rvubench bridge`.
struct BridgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridge",
    abstract: "Tell what makes a change in work RVUs, step by step and exactly; write nothing.",
    discussion: """
      Between two periods, with --from and --to: clinical time, volume, mix, fee schedule and policy. Or between a clinician \
      and the median of the peers in one period, with --clinician and --against median-peer. The steps add up to the change to \
      the last millionth.
      """)

  /// The forms in which a bridge is given.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case csv
    case json
    case html
  }

  /// With what a clinician is compared.
  enum Opponent: String, CaseIterable, ExpressibleByArgument {
    case medianPeer = "median-peer"
  }

  @OptionGroup var options: JobOptions

  @Option(help: ArgumentHelp("The period from which the change is told, such as 2025.", valueName: "period"))
  var from: String?

  @Option(
    help: ArgumentHelp("The period to which it leads, such as 2026 or 2026-01-01..2026-09-30.", valueName: "period"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "The policy of the one period: a built-in's name or a path; the job's own unless given.", valueName: "policy"))
  var fromPolicy: String?

  @Option(help: ArgumentHelp("The policy of the other period; the job's own unless given.", valueName: "policy"))
  var toPolicy: String?

  @Option(help: "Compare the clinician, in the job's period, with this: median-peer.")
  var against: Opponent?

  @Option(help: "Whose work RVUs: benchmark or pay.")
  var ledger = Bridge.Ledger.benchmark

  @Option(help: ArgumentHelp("Only this clinician, by id.", valueName: "id"))
  var clinician: String?

  @Option(help: "The specialty, where the clinician has several, with --against.")
  var specialty: String?

  @Option(help: "text, csv, json or html.")
  var format = Format.text

  /// Tells the bridge.
  func run() throws {
    let bridge = try against == nil ? betweenPeriods() : toPeers()
    options.tell(bridge.findings, more: "rvubench check tells all of them")
    switch format {
    case .text: for line in BridgeText.lines(of: bridge) { print(line) }
    case .csv: print(String(decoding: BridgeData.csv(of: bridge), as: UTF8.self), terminator: "")
    case .json: print(BridgeData.json(of: bridge), terminator: "")
    case .html:
      print(String(decoding: try renderBridgePage(bridge, version: programVersion), as: UTF8.self), terminator: "")
    }
  }

  private func betweenPeriods() throws -> Bridge {
    guard let from, let to else {
      throw Complaint.usage(
        "say what to compare: --from PERIOD --to PERIOD, or --clinician ID --against median-peer")
    }
    guard options.period == nil else { throw Complaint.usage("--period has no place beside --from and --to") }
    guard specialty == nil else { throw Complaint.usage("--specialty is for --against median-peer") }
    let (first, second) = (try range(from, "--from"), try range(to, "--to"))
    let inputs = try options.inputs(period: second)
    let own = ledger == .pay ? inputs.job.payPolicy : inputs.job.benchmarkPolicy
    let policies: (from: String, to: String)? =
      fromPolicy == nil && toPolicy == nil ? nil : (fromPolicy ?? own, toPolicy ?? own)
    let comparison = BridgeRun.Comparison(from: first, to: second, policies: policies, ledger: ledger)
    return try options.telling { try BridgeRun.bridge(of: inputs, comparison, clinician: clinician, progress: $0) }
  }

  private func toPeers() throws -> Bridge {
    guard from == nil, to == nil, fromPolicy == nil, toPolicy == nil else {
      throw Complaint.usage(
        "--against compares within one period: give --period, and neither --from, --to nor a policy")
    }
    guard let clinician else { throw Complaint.usage("--against median-peer needs --clinician ID") }
    let inputs = try options.inputs()
    return try options.telling {
      try BridgeRun.bridge(toPeersOf: clinician, specialty: specialty, of: inputs, ledger: ledger, progress: $0)
    }
  }

  private func range(_ text: String, _ option: String) throws -> DayRange {
    guard let range = JobFile.period(text) else {
      throw Complaint.usage(
        "\(option) \(text) is not a year, a month or a range of at most three years such as 2026-01-01..2026-06-30")
    }
    return range
  }
}

extension Bridge.Ledger: ExpressibleByArgument {}
