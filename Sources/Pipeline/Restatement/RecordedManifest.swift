import FoundationEssentials
import Ingest
import ProductivityModel
import Reporting

/// The `manifest.json` of a run's output folder, as far as it is needed to take the folder for an earlier run.
struct RecordedManifest: Decodable {
  /// An input or output with its hash.
  struct File: Decodable {
    var role: String?
    var path: String
    var sheet: String?
    var size: UInt64
    var sha256: String
  }

  var program: String
  var version: String
  var practice: String
  var period_start: String
  var period_end: String
  var pay_policy: String
  var benchmark_policy: String
  var releases: [String]
  var inputs: [File]
  var outputs: [File]

  /// Reads the manifest of a folder.
  ///
  /// - Throws: `InputFailure` where there is none, or it is not a run's.
  static func read(_ folder: String) throws(InputFailure) -> RecordedManifest {
    let path = "\(folder)/manifest.json"
    let hint = "name the output folder of an earlier run of the job, with its manifest.json and data/credits.csv"
    let bytes: [UInt8]
    do {
      bytes = try InputPlace.ofOwnFiles { try FileSource.contents(path).bytes }
    } catch {
      throw InputFailure(path, (error as? InputFailure)?.message ?? "cannot be read", hint: hint)
    }
    guard let manifest = try? JSONDecoder().decode(RecordedManifest.self, from: Data(bytes)),
      manifest.program == "rvubench"
    else { throw InputFailure(path, "is not the manifest of a run", hint: hint) }
    return manifest
  }

  /// The days counted.
  var period: DayRange? {
    guard let first = CalendarDate(iso: period_start), let last = CalendarDate(iso: period_end) else { return nil }
    return DayRange(first, through: last)
  }

  /// The inputs as results name them.
  var inputFiles: [InputFile] {
    inputs.map {
      InputFile(role: $0.role ?? "", path: $0.path, sheet: $0.sheet, size: $0.size, sha256: $0.sha256)
    }
  }

  /// A data file of the run; nil where it wrote none.
  func table(_ name: String, in folder: String) -> RecordedTable? {
    outputs.first { $0.path == name }.map { RecordedTable(name, in: folder, sha256: $0.sha256) }
  }
}
