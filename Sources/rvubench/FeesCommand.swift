import ArgumentParser
import Ingest
import MedicareFees
import ProductivityModel

/// `rvubench fees`: bring fee schedule releases on board, and see which are.
struct FeesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fees", abstract: "Import and list Medicare fee schedule releases.",
    subcommands: [Import.self, List.self, Show.self])

  /// `rvubench fees import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import a fee schedule file, in place of the release of that name.",
      discussion: """
        The file is CMS's comma-delimited Relative Value File (PPRRVU....csv of an RVU zip file) or a re-export of it. Its \
        layout is recognised by its header. Nothing is written unless every row can be used.
        """)

    @Argument(help: "The file to import.")
    var file: String

    @Option(help: ArgumentHelp("The release, such as 2026A, where the file does not say.", valueName: "release"))
    var release: String?

    @Flag(help: "Leave out the descriptors, which are copyright of the American Medical Association.")
    var withoutDescriptors = false

    @OptionGroup var data: DataOption

    /// Imports the file and says what was done.
    func run() throws {
      let folder = try data.find()
      let name = release.map { ReleaseName($0) }
      if let name, name == nil {
        throw Complaint.usage("\(release ?? "") is not the name of a release\nhint: write it like 2026A or 2024AR")
      }
      let fees: FeeImport
      do {
        let factors = try FeeLibrary.conversionFactors(in: folder)
        fees = try FeeImport(path: file, release: name ?? nil, factors: factors)
      } catch {
        throw Complaint.input(error)
      }
      let path: String
      do {
        path = try fees.write(into: folder, withDescriptors: !withoutDescriptors)
      } catch {
        throw Complaint.output(error)
      }
      for note in fees.notes { Complaint.write("\(file): warning: \(note)") }
      print("\(fees.info.release): \(fees.info.rows) rows to \(path)")
    }
  }

  /// `rvubench fees list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the releases on board.")

    @OptionGroup var data: DataOption

    /// Prints one line a release.
    func run() throws {
      let releases = try FeesCommand.library(data).releases
      print("release  first       last          rows  source")
      for info in releases {
        let name = FeesCommand.padded(info.release, 7)
        let rows = String(String(repeating: " ", count: max(0, 6 - "\(info.rows)".count)) + "\(info.rows)")
        let source = info.caution != nil ? "several sources" : info.source.isReexport ? "re-export" : "CMS's own file"
        print("\(name)  \(info.effective.first)  \(info.effective.last)  \(rows)  \(source)")
      }
    }
  }

  /// `rvubench fees show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what a release is, where it comes from and what it lacks.")

    @Argument(help: "The release, such as 2026A.")
    var release: String

    @OptionGroup var data: DataOption

    /// Prints the release's description, after reading the whole of it.
    func run() throws {
      let loaded: FeeLibrary.LoadedRelease
      do {
        loaded = try FeesCommand.library(data).load(release)
      } catch let error as InputFailure {
        throw Complaint.input(error)
      }
      let info = loaded.schedule.info
      func line(_ label: String, _ text: String) { print(FeesCommand.padded(label, 12) + text) }
      line("release", "\(info.release), \(info.title)")
      line("holds", "\(info.effective.first) to \(info.effective.last)")
      line("rows", "\(loaded.schedule.rows.count), of \(loaded.schedule.codes.count) codes")
      for factor in info.conversionFactors {
        line(
          "factor", "$\(factor.factor) \(factor.kind.rawValue), \(factor.effective.first) to \(factor.effective.last)")
        line("", factor.citation)
      }
      line("source", info.source.file)
      line("", info.source.description)
      line("", "SHA-256 \(info.source.sha256)")
      line("figures", loaded.path)
      line("", "SHA-256 \(loaded.sha256)")
      line("lacks", info.lacks.isEmpty ? "nothing" : info.lacks.joined(separator: ", "))
      if let caution = info.caution { line("caution", caution) }
    }
  }

  /// The releases on board.
  ///
  /// - Throws: `ExitCode(3)` after saying on stderr what is wrong with them.
  fileprivate static func library(_ data: DataOption) throws -> FeeLibrary {
    let folder = try data.find()
    do {
      return try FeeLibrary(dataFolder: folder)
    } catch {
      throw Complaint.input(error)
    }
  }

  fileprivate static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
