import ArgumentParser
import Ingest
import MedicareFees
import ProductivityModel

extension FeesCommand {
  /// `rvubench fees show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what a release is, where it comes from and what it lacks.")

    @Argument(help: "The release, such as 2026A.")
    var release: String

    @OptionGroup var data: DataOption

    /// Prints the release's description, after reading the whole of it.
    func run() throws {
      let library = try FeesCommand.library(data)
      let loaded: FeeLibrary.LoadedRelease
      do {
        loaded = try library.load(release)
      } catch {
        throw Complaint.input(error)
      }
      let info = loaded.schedule.info
      let localities: LocalityTable?
      do {
        localities = try library.localities(of: info)
      } catch {
        throw Complaint.input(error)
      }
      func line(_ label: String, _ text: String) { print(FeesCommand.padded(label, 12) + text) }
      line("release", "\(info.release), \(info.title)")
      line("holds", "\(info.effective.first) to \(info.effective.last)")
      line("rows", "\(loaded.schedule.rows.count), of \(loaded.schedule.codes.count) codes")
      if let localities {
        let priced = localities.localities.count { $0.anesthesiaFactor != nil }
        line("localities", "\(localities.localities.count), \(priced) with an anesthesia factor")
      }
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
      for file in info.otherFiles {
        line("file", "\(file.file), \(file.rows) rows, SHA-256 \(file.sha256)")
        line("", "from \(file.source.file): \(file.source.description)")
        line("", "SHA-256 \(file.source.sha256)")
      }
      line("lacks", info.lacks.isEmpty ? "nothing" : info.lacks.joined(separator: ", "))
      if let caution = info.caution { line("caution", caution) }
    }
  }
}
