import ArgumentParser
import Pipeline
import Publishing
import RunLedger

extension LedgerCommand {
  /// `rvubench ledger export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the ledger's tables and views as CSV, one file each.",
      discussion: "The folder appears whole or not at all.")

    @OptionGroup var option: LedgerOption

    @Option(help: ArgumentHelp("The folder.", valueName: "dir"))
    var output: String

    /// Writes the files.
    func run() throws {
      do {
        let files = try LedgerExport.write(
          Ledger(reading: option.ledger), to: StagedOutput(replacing: output), version: programVersion)
        print("\(files) files in \(output)")
      } catch let error as LedgerFailure {
        throw Complaint.input(error)
      } catch {
        throw Complaint.output(error)
      }
    }
  }
}
