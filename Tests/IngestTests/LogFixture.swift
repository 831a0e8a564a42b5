import Benchmarking
import ProductivityModel
import Tabular
import TestSupport

@testable import Ingest

/// What a log's reader gives.
struct ReadLog {
  var lines: [ServiceLine] = []
  /// The line that each line voids.
  var voidTargets: [LineID] = []
  var rejections: [Finding] = []
  var headerFindings: [Finding] = []
  var dictionaries = RunDictionaries()

  /// Reads a log to its end.
  init(
    _ bytes: [UInt8], map: ColumnMap = .standard, roster: [String]? = nil, file: Int = 0, piece: Int = .max
  ) throws {
    for id in roster ?? [] { _ = dictionaries.clinicians.id(of: id) }
    let reader = try LogOpening.open(
      MemorySource(bytes, piece: piece), path: "log.csv", file: file, map: map,
      clinicians: roster.map { ids in
        ClinicianDirectory(
          ids.map {
            RosterInterval(
              clinicianID: $0, name: "", specialty: "", clinicalFTEMillionths: 1_000_000,
              start: CalendarDate(daysSinceEpoch: 0), end: nil, position: SourcePosition(file: "roster.csv"))
          })
      })
    reading: while true {
      switch try reader.next(&dictionaries) {
      case .line:
        lines.append(reader.line)
        voidTargets.append(reader.voidTarget)
      case .rejected(let finding): rejections.append(finding)
      case .end: break reading
      }
    }
    headerFindings = reader.findings
  }

  init(_ text: String, map: ColumnMap = .standard, roster: [String]? = nil, file: Int = 0, piece: Int = .max) throws {
    try self.init(Array(text.utf8), map: map, roster: roster, file: file, piece: piece)
  }

  /// Everything that was told of the log.
  var told: String { (headerFindings + rejections).map(\.description).joined(separator: "\n") }
}

/// An id as a cell holds it.
func lineID(_ text: String) -> LineID { Array(text.utf8).withUnsafeBufferPointer { LineID($0) } }
