import ArgumentParser
import RunLedger

extension LedgerCommand {
  /// `rvubench ledger runs`.
  struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the runs, the first one first.")

    @OptionGroup var option: LedgerOption

    /// Prints a line a run.
    func run() throws {
      do {
        for line in LedgerText.list(try Ledger(reading: option.ledger).runs()) { print(line) }
      } catch {
        throw Complaint.input(error)
      }
    }
  }
}
