import ArgumentParser
import RunLedger

extension LedgerCommand {
  /// `rvubench ledger runs`.
  struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "runs",
      abstract: "List the runs, the first one first, and the closed periods.")

    @OptionGroup var option: LedgerOption

    /// Prints a line a run.
    func run() throws {
      do {
        let ledger = try Ledger(reading: option.ledger)
        for line in LedgerText.list(try ledger.runs(), closings: try ledger.allClosings()) { print(line) }
      } catch {
        throw Complaint.input(error)
      }
    }
  }
}
