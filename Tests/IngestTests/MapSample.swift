import Benchmarking
import Foundation
import ProductivityModel
import Tabular
import TestSupport

@testable import Ingest

/// The invented extract that stands beside each built-in column map, and what its lines are in the standard layout.
struct MapSample {
  /// The map's name.
  let name: String
  private static let folder = PackageRoot.path("benchmarks-data/column-maps/samples")
  static let library = ColumnMapLibrary(dataFolder: PackageRoot.path("benchmarks-data"))

  /// The roster that the samples' NPIs and names are found in.
  static func roster() throws -> [RosterInterval] {
    try RosterReader.read("\(folder)/roster.csv", shownAs: "roster.csv").intervals
  }

  /// The extract's path.
  func path() throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    guard let file = files.first(where: { $0.hasPrefix("\(name).") && !$0.hasSuffix(".standard.csv") }) else {
      throw InputFailure(name, "has no sample")
    }
    return "\(Self.folder)/\(file)"
  }

  /// The extract's bytes.
  func bytes() throws -> [UInt8] { try FileSource.contents(try path()).bytes }

  /// What the extract is in the standard layout.
  func standard() throws -> [UInt8] { try FileSource.contents("\(Self.folder)/\(name).standard.csv").bytes }

  /// What reading the extract gives.
  struct Read {
    /// Each line, without where it stands.
    var lines: [String] = []
    var rejections: [String] = []
    var findings: [String] = []
    var otherRows = 0
  }

  /// Reads bytes under a map.
  static func read(_ bytes: [UInt8], _ map: ColumnMap) throws -> Read {
    var dictionaries = RunDictionaries()
    let reader = try LogOpening.open(
      MemorySource(bytes), path: "log", file: 0, map: map, clinicians: ClinicianDirectory(try roster()),
      needs: [.postDate, .attribution, .sourceRVU])
    var read = Read()
    reading: while true {
      switch try reader.next(&dictionaries) {
      case .line: read.lines.append(text(reader.line, dictionaries))
      case .rejected(let finding): read.rejections.append(finding.description)
      case .end: break reading
      }
    }
    read.findings = reader.findings.map(\.description)
    read.otherRows = reader.otherRows
    return read
  }

  private static func text(_ line: ServiceLine, _ dictionaries: RunDictionaries) -> String {
    [
      "\(line.lineID)", "\(line.patient)", "\(line.charge)", "\(line.units)", "\(line.serviceDay)", "\(line.place)",
      dictionaries.clinicians.text(Int(line.clinician)), dictionaries.codes.text(Int(line.code)),
      dictionaries.modifierLists[Int(line.modifiers)].description,
      line.specialty < 0 ? "" : dictionaries.specialties.text(Int(line.specialty)),
      "\(dictionaries.details[Int(line.detail)])",
    ]
    .joined(separator: " | ")
  }
}
