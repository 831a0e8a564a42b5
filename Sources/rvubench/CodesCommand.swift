import ArgumentParser
import Ingest
import MedicareFees
import Pipeline
import ProductivityModel
import Publishing

extension CodeCategory: ExpressibleByArgument {}

/// `rvubench codes`: the pages of all codes.
struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes", abstract: "Write a page for every code of a release, with an index that can be searched.",
    discussion: """
      The pages are HTML and need no network. The output folder appears whole or not at all, and an earlier one is replaced.
      """)

  @Option(help: ArgumentHelp("Only the codes of this category.", valueName: "category"))
  var category: CodeCategory?

  @Option(help: ArgumentHelp("The fee schedule release, such as 2026A; the newest unless named.", valueName: "release"))
  var release: String?

  @Option(help: ArgumentHelp("Write to this folder.", valueName: "dir"))
  var output: String

  @Flag(help: "Say nothing while it runs.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Tell which specialties use the codes: a job file, or CMS's public-use file by provider and service.",
      valueName: "file"))
  var usage: String?

  @OptionGroup var data: DataOption

  /// Writes the pages.
  func run() throws {
    let folder = try data.find()
    do {
      let staged = try StagedOutput(replacing: output)
      let library = try CodePageLibrary(dataFolder: folder, release: release)
      let line = quiet ? nil : ProgressLine()
      defer { line?.clear() }
      let index = try usage.map { try CodeUsageIndex(file: $0, dataFolder: folder, progress: line?.progress) }
      let run = CodePagesRun(library, category: category, usage: index)
      let outcome = try run.write(to: staged, version: programVersion, progress: line?.progress)
      line?.clear()
      print("\(outcome.pages) pages of release \(outcome.release): \(output)/index.html")
    } catch let failure as OutputFailure {
      throw Complaint.output(failure)
    } catch {
      throw Complaint.input(error)
    }
  }
}
