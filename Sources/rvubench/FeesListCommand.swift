import ArgumentParser
import Ingest
import MedicareFees
import ProductivityModel

extension FeesCommand {
  /// `rvubench fees list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the releases on board.")

    @OptionGroup var data: DataOption

    /// Prints one line a release.
    func run() throws {
      let releases = try FeesCommand.library(data).releases
      print("release  first       last          rows  localities  anesthesia  counties  source")
      for info in releases {
        let name = FeesCommand.padded(info.release, 7)
        let rows = String(String(repeating: " ", count: max(0, 6 - "\(info.rows)".count)) + "\(info.rows)")
        let source = info.caution != nil ? "several sources" : info.source.isReexport ? "re-export" : "CMS's own file"
        func count(_ kind: FeeFileKind, _ width: Int) -> String {
          let text = info.file(kind.fileName).map { "\($0.rows)" } ?? "-"
          return String(repeating: " ", count: max(0, width - text.count)) + text
        }
        print(
          "\(name)  \(info.effective.first)  \(info.effective.last)  \(rows)  \(count(.geographicIndices, 10))  "
            + "\(count(.anesthesiaFactors, 10))  \(count(.counties, 8))  \(source)")
      }
    }
  }
}
