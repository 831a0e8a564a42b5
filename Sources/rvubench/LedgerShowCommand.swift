import ArgumentParser
import RunLedger

extension LedgerCommand {
  /// `rvubench ledger show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show what a run read, found and came to.")

    @Argument(help: "The run's number.")
    var number: Int64

    @OptionGroup var option: LedgerOption

    /// Prints the run.
    func run() throws {
      do {
        let ledger = try Ledger(reading: option.ledger)
        guard let found = try ledger.run(number) else {
          throw LedgerFailure(option.ledger, "has no run \(number)", hint: "rvubench ledger runs lists them")
        }
        let lines = LedgerText.page(
          of: found, inputs: try ledger.inputs(of: number), fates: try ledger.fates(of: number),
          findings: try ledger.findings(of: number), standings: try ledger.standings(of: number))
        for line in lines { print(line) }
      } catch {
        throw Complaint.input(error)
      }
    }
  }
}
