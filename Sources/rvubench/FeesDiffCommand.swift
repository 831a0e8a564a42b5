import ArgumentParser
import Ingest
import MedicareFees
import Rendering

extension FeesCommand {
  /// `rvubench fees diff`.
  struct Diff: ParsableCommand {
    /// The form of the output.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      /// For people, at a terminal: a summary and bounded lists.
      case text
      /// For a spreadsheet: every row of both releases.
      case csv
      /// For programs: the counts, and every row that was added, deleted or changed.
      case json
    }

    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Show what a release changed against an earlier one.",
      discussion: """
        Codes added and deleted, values and indicators changed. A change of work that is exactly an adjustment of many \
        codes at once, such as the efficiency adjustment of 2026, is told apart from other revaluations.
        """)

    @Argument(help: "The earlier release, such as 2025D.")
    var earlier: String

    @Argument(help: "The later release, such as 2026A.")
    var later: String

    @Option(help: "The form of the output: text, csv or json.")
    var format = Format.text

    @OptionGroup var data: DataOption

    /// Prints the difference; in CSV, which has no room for them, cautions go to stderr.
    func run() throws {
      let folder = try data.find()
      let difference: ReleaseDifference
      do throws(InputFailure) {
        let library = try FeeLibrary(dataFolder: folder)
        let old = try library.load(earlier).schedule
        let new = try library.load(later).schedule
        guard old.info.effective.first < new.info.effective.first else {
          throw InputFailure(
            library.folder, "\(old.info.release) is not earlier than \(new.info.release)",
            hint: old.info.release == new.info.release
              ? "name two releases" : "rvubench fees diff \(new.info.release) \(old.info.release)", isUsage: true)
        }
        difference = ReleaseDifference(from: old, to: new, adjustments: try library.workAdjustments())
      } catch {
        throw Complaint.input(error)
      }
      switch format {
      case .text: print(ReleaseDifferenceText(difference).text, terminator: "")
      case .json: print(ReleaseDifferenceJSON(difference).text, terminator: "")
      case .csv:
        print(String(decoding: ReleaseDifferenceCSV(difference).bytes, as: UTF8.self), terminator: "")
        for info in [difference.earlier, difference.later] {
          if let caution = info.caution { Complaint.write("\(info.release): warning: \(caution)") }
        }
      }
    }
  }
}
