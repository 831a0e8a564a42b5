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

  /// What each line says, with its texts written out, and not where it stands: equal for the same record in another file.
  var contents: [String] {
    zip(lines, voidTargets).map { line, target in
      let detail = dictionaries.details[Int(line.detail)]
      let specialty = line.specialty < 0 ? "none" : dictionaries.specialties.text(Int(line.specialty))
      let words: [Any] = [
        line.lineID, line.patient, line.charge, line.units, line.serviceDay,
        dictionaries.clinicians.text(Int(line.clinician)), dictionaries.codes.text(Int(line.code)),
        dictionaries.modifierLists[Int(line.modifiers)], specialty, line.place, line.voids, target, line.extra, detail,
      ]
      return words.map { String(describing: $0) }.joined(separator: " ")
    }
  }
}

/// An id as a cell holds it.
func lineID(_ text: String) -> LineID { Array(text.utf8).withUnsafeBufferPointer { LineID($0) } }
