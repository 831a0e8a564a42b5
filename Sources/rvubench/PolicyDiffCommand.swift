import ArgumentParser
import Ingest
import MedicareFees
import Rendering
import Reporting

extension PolicyCommand {
  /// `rvubench policy diff`.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Show what two policies say differently, and what examples earn under each.",
      discussion: """
        Modifiers are compared by what they do to each kind of code, so two ways of writing the same are no difference.
        """)

    @Argument(help: "The one policy: a built-in policy's name, or the path of a .yaml file.")
    var from: String

    @Argument(help: "The other policy.")
    var to: String

    @Option(
      help: ArgumentHelp("The day of service; without it the first of the newest release.", valueName: "date"))
    var on: String?

    @Option(help: "The form of the output: text or json.")
    var format = Format.text

    @OptionGroup var data: DataOption

    /// Prints the differences.
    func run() throws {
      let named = try on.map(PolicyCommand.day)
      let policies = PolicyLibrary(dataFolder: try data.find())
      let (from, to) = (try PolicyCommand.policy(from, policies), try PolicyCommand.policy(to, policies))
      let library = try FeesCommand.library(data)
      guard let newest = library.newest else { throw Complaint.usage("there is no fee schedule release on board") }
      let day = named ?? newest.effective.first
      let release = library.calendar.choose(for: day)?.release ?? newest.release
      let schedule: FeeSchedule
      do throws(InputFailure) { schedule = try library.load(release).schedule } catch { throw Complaint.input(error) }
      let difference = PolicyDifference(from: from, to: to, on: day)
      let effects = PolicyEffect.all(from: from, to: to, in: schedule, on: day)
      switch format {
      case .text:
        for line in PolicyText.lines(of: difference, effects: effects, release: release) { print(line) }
      case .json: print(PolicyData.json(of: difference, effects: effects, release: release), terminator: "")
      }
    }
  }
}
