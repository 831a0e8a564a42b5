import ArgumentParser
import Ingest
import Rendering

extension PolicyCommand {
  /// `rvubench policy show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what a policy says, each number with its days and source.")

    @Argument(help: "A built-in policy's name, or the path of a .yaml file.")
    var policy: String

    @Option(help: ArgumentHelp("Only what applies on this day of service.", valueName: "date"))
    var on: String?

    @Option(help: "The form of the output: text or json.")
    var format = Format.text

    @OptionGroup var data: DataOption

    /// Prints the policy.
    func run() throws {
      let day = try on.map(PolicyCommand.day)
      var policy = try PolicyCommand.policy(policy, PolicyLibrary(dataFolder: data.find()))
      if let day { policy = policy.inEffect(on: day) }
      switch format {
      case .text: for line in PolicyText.lines(of: policy, on: day) { print(line) }
      case .json: print(PolicyData.json(of: policy, on: day), terminator: "")
      }
    }
  }
}
