import ArgumentParser
import RunLedger

extension LedgerCommand {
  /// `rvubench ledger verify`.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Check the ledger and its archive, and that the output folders hold what its last runs wrote.",
      discussion: "Ends with exit code 1 where something is wrong.")

    @OptionGroup var option: LedgerOption

    /// Prints what is wrong.
    func run() throws {
      let faults: [String]
      do {
        let ledger = try Ledger(reading: option.ledger)
        faults =
          try ledger.faults(publishedManifest: LedgerRecorder.manifest(in:))
          + Archive(besideLedger: option.ledger).faults(of: ledger)
      } catch {
        throw Complaint.input(error)
      }
      guard !faults.isEmpty else { return print("\(option.ledger): nothing is wrong") }
      for fault in faults { print(fault) }
      throw ExitCode(1)
    }
  }
}
