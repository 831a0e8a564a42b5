import Benchmarking
import Ingest
import ProductivityModel
import Tabular
import Threads

/// What a log's reader gives, from the header to the end.
struct LogRead: Equatable {
  /// Each line, in words.
  var lines: [String] = []
  /// The number of each line in its file.
  var places: [UInt32] = []
  var rejections: [String] = []
  var findings: [String] = []
  var otherRows = 0
  /// What ended the reading before the end, if anything did.
  var failure: String?

  /// Reads a log to its end.
  init(_ bytes: [UInt8], map: ColumnMap, hasRoster: Bool, piece: Int = .max) {
    var dictionaries = RunDictionaries()
    do {
      let reader = try LogOpening.open(
        MemorySource(bytes, piece: piece), path: "log", file: 0, map: map,
        clinicians: hasRoster ? Self.roster : nil, needs: [.postDate, .attribution, .sourceRVU])
      reading: while true {
        switch try reader.next(&dictionaries) {
        case .line:
          lines.append(Self.words(reader.line, reader.voidTarget, dictionaries))
          places.append(reader.line.line)
        case .rejected(let finding): rejections.append(finding.description)
        case .end: break reading
        }
      }
      findings = reader.findings.map(\.description)
      otherRows = reader.otherRows
    } catch {
      failure = "\(error)"
    }
  }

  /// Reads a log to its end as a run does: in pieces, on some threads.
  init(_ bytes: [UInt8], map: ColumnMap, hasRoster: Bool, inPiecesOf size: Int, threads: Int) {
    var dictionaries = RunDictionaries()
    var read: [(line: ServiceLine, voids: LineID)] = []
    do {
      let reader = try LogOpening.open(
        MemorySource(bytes), path: "log", file: 0, map: map, clinicians: hasRoster ? Self.roster : nil,
        needs: [.postDate, .attribution, .sourceRVU])
      try Workers.using(threads) {
        try reader.readPieces(of: size, &dictionaries) { piece in
          let targets = Dictionary(uniqueKeysWithValues: piece.voids.map { ($0.place, $0.target) })
          read += piece.lines.enumerated().map { ($1, targets[$0] ?? .none) }
          rejections += piece.rejections.map(\.description)
        }
      }
      findings = reader.findings.map(\.description)
      otherRows = reader.otherRows
    } catch {
      failure = "\(error)"
    }
    lines = read.map { Self.words($0.line, $0.voids, dictionaries) }
    places = read.map(\.line.line)
  }

  /// Says what must hold of any log.
  func check(_ entry: String, _ violations: inout Violations) {
    violations.require(
      zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "\(entry): the lines are not in the order of the file")
    violations.require(decent: rejections + findings + [failure ?? ""], of: entry)
  }

  /// Says that reading in pieces gives the same.
  func check(_ entry: String, isSameAs other: LogRead, _ violations: inout Violations) {
    guard self != other else { return }
    violations.require(lines == other.lines, "\(entry): other lines in pieces")
    violations.require(rejections == other.rejections, "\(entry): other rejections in pieces")
    violations.require(findings == other.findings, "\(entry): other findings in pieces")
    violations.require(otherRows == other.otherRows, "\(entry): other rows in pieces")
    violations.require(places == other.places, "\(entry): other places in pieces")
    violations.require(
      failure == other.failure, "\(entry): \(failure ?? "no failure"), in pieces \(other.failure ?? "no failure")")
  }

  private static func words(_ line: ServiceLine, _ voids: LineID, _ dictionaries: RunDictionaries) -> String {
    let clinician = dictionaries.clinicians.text(Int(line.clinician))
    let code = dictionaries.codes.text(Int(line.code))
    let modifiers = dictionaries.modifierLists[Int(line.modifiers)]
    let specialty = line.specialty < 0 ? "" : dictionaries.specialties.text(Int(line.specialty))
    let detail = dictionaries.details[Int(line.detail)]
    return "\(line.lineID) \(voids) \(line.patient) \(line.charge) \(line.units) \(line.serviceDay) \(line.place) "
      + "\(clinician) \(code) \(modifiers) \(specialty) \(line.extra) \(detail)"
  }

  private static let roster = ClinicianDirectory(
    [("C-1", "1000000004", "Ada Example"), ("C-2", "1000000012", "Ben Q. Example")].map { id, npi, name in
      RosterInterval(
        clinicianID: id, npi: npi, name: name, specialty: "Family Medicine", clinicalFTEMillionths: 1_000_000,
        start: CalendarDate(daysSinceEpoch: 0), end: nil, position: SourcePosition(file: "roster.csv"))
    })
}
