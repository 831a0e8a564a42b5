import ArgumentParser
import Ingest
import MedicareFees

extension FeesCommand {
  /// `rvubench fees import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import the files of a fee schedule release, in place of those of that release.",
      discussion: """
        Give CMS's RVU zip file, the folder in which it was unpacked, or single files of it: PPRRVU, GPCI, ANES and LOCCO, as \
        CSV, Excel workbook (.xlsx) or text; also CMS's table of anesthesia base units, and re-exports. Layouts are \
        recognised by their headers, and where a file comes in several forms all must agree. Nothing is written unless every \
        row can be used. What is not given stays as the release has it.
        """)

    @Argument(help: "Files, zip files or folders.")
    var files: [String]

    @Option(help: ArgumentHelp("The release, such as 2026A, where the files do not say.", valueName: "release"))
    var release: String?

    @Flag(help: "Leave out the descriptors, which are copyright of the American Medical Association.")
    var withoutDescriptors = false

    @Flag(help: "Let the values replace those of a release on board that has many more rows.")
    var allowFewerRows = false

    @OptionGroup var data: DataOption

    /// Imports the files and says what became of each.
    func run() throws {
      let folder = try data.find()
      let name = release.map { ReleaseName($0) }
      if let name, name == nil {
        throw Complaint.usage("\(release ?? "") is not the name of a release\nhint: write it like 2026A or 2024AR")
      }
      let fees: FeeImport
      do {
        fees = try FeeImport(paths: files, release: name ?? nil, dataFolder: folder, allowsFewerRows: allowFewerRows)
      } catch {
        throw Complaint.input(error)
      }
      let path: String
      do {
        path = try fees.write(into: folder, withDescriptors: !withoutDescriptors)
      } catch {
        throw Complaint.output(error)
      }
      for outcome in fees.outcomes { print("\(outcome.file): \(outcome.words)") }
      for note in fees.notes { Complaint.write("\(files.first ?? ""): warning: \(note)") }
      for file in fees.written { print("\(fees.info.release): \(file.rows) rows to \(path)/\(file.file)") }
    }
  }
}
