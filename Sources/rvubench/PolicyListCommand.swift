import ArgumentParser
import Ingest
import Rendering

extension PolicyCommand {
  /// `rvubench policy list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the built-in policies.")

    @Option(help: "The form of the output: text or json.")
    var format = Format.text

    @OptionGroup var data: DataOption

    /// Prints each policy's name and title.
    func run() throws {
      let library = PolicyLibrary(dataFolder: try data.find())
      let policies = try library.names.map { try PolicyCommand.policy($0, library) }
      switch format {
      case .text: for line in PolicyText.list(policies) { print(line) }
      case .json: print(PolicyData.list(policies), terminator: "")
      }
    }
  }
}
