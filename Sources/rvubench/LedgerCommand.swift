import ArgumentParser

/// `rvubench ledger`: what the record of runs holds.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Look into the record of runs.",
    discussion: """
      A job that says ledger: rvubench.sqlite has each of its runs entered there: what was read, what became of every record, \
      and every clinician's result. It is an SQLite file; its views run_list, monthly_results and clinician_standings are made \
      for other programs.
      """,
    subcommands: [Runs.self, Show.self, Verify.self, Export.self])

  /// Which ledger.
  struct LedgerOption: ParsableArguments {
    @Option(help: ArgumentHelp("The ledger.", valueName: "file"))
    var ledger = "rvubench.sqlite"
  }
}
