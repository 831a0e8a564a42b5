import ArgumentParser
import Ingest

/// `rvubench fees`: bring fee schedule releases on board, and see which are.
struct FeesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fees", abstract: "Import, list and compare Medicare fee schedule releases.",
    subcommands: [Import.self, List.self, Show.self, Diff.self])

  /// The releases on board.
  ///
  /// - Throws: `ExitCode(3)` after saying on stderr what is wrong with them.
  static func library(_ data: DataOption) throws -> FeeLibrary {
    let folder = try data.find()
    do {
      return try FeeLibrary(dataFolder: folder)
    } catch {
      throw Complaint.input(error)
    }
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
