import ProductivityModel
import Tabular
import TestSupport
import Testing
import Threads

@testable import Ingest

/// Logs in pieces on several threads: what comes of them is what a reader of one record after another gives.
@Suite struct PieceReadingTests {
  /// What is compared of a log.
  private struct Read: Equatable {
    var lines: [String] = []
    var rejections: [String] = []
    var findings: [String] = []
    var otherRows = 0
    var clinicians: [String] = []
  }

  private static let columns =
    "line_id,clinician_id,specialty,service_date,patient_id,code,modifiers,units,charge,void_of"

  private static func open(
    _ text: String, piece: Int = .max, needs: LogNeeds = [.postDate]
  ) throws -> any LogReader {
    try LogOpening.open(
      MemorySource(Array(text.utf8), piece: piece), path: "log.csv", file: 3, map: .standard, clinicians: nil,
      needs: needs)
  }

  private static func words(_ line: ServiceLine, _ target: LineID, _ dictionaries: RunDictionaries) -> String {
    "\(line.line) \(line.lineID) \(target) \(line.patient) \(line.charge) \(line.units) \(line.serviceDay) "
      + "\(dictionaries.clinicians.text(Int(line.clinician))) \(dictionaries.codes.text(Int(line.code))) "
      + "\(dictionaries.modifierLists[Int(line.modifiers)]) \(line.specialty) \(line.file) \(line.place) \(line.voids) "
      + "\(line.extra) \(words(dictionaries.details[Int(line.detail)], dictionaries))"
  }

  /// What a line says besides, its clinicians as texts: their numbers are a reader's own.
  private static func words(_ detail: LineDetail, _ dictionaries: RunDictionaries) -> String {
    var own = detail
    (own.billing, own.supervising) = (nil, nil)
    let others = [detail.billing, detail.supervising].map { $0.map { dictionaries.clinicians.text(Int($0)) } ?? "-" }
    return "\(own) \(others)"
  }

  /// The first lines and rejections that are not the same, for a test to show.
  private static func difference(_ read: Read, _ expected: Read) -> [String] {
    let lines = zip(read.lines + [""], expected.lines + [""]).first { $0 != $1 }.map { [$0, $1] } ?? []
    let rejections = zip(read.rejections + [""], expected.rejections + [""]).first { $0 != $1 }.map { [$0, $1] } ?? []
    return lines + rejections
  }

  /// One record after another.
  private static func plainly(_ text: String, needs: LogNeeds = [.postDate]) throws -> Read {
    var (read, dictionaries) = (Read(), RunDictionaries())
    let reader = try open(text, needs: needs)
    reading: while true {
      switch try reader.next(&dictionaries) {
      case .line: read.lines.append(words(reader.line, reader.voidTarget, dictionaries))
      case .rejected(let finding): read.rejections.append(finding.description)
      case .end: break reading
      }
    }
    return finished(read, reader, dictionaries)
  }

  private static func inPieces(
    _ text: String, of bytes: Int, threads: Int, source: Int = .max, needs: LogNeeds = [.postDate]
  ) throws -> Read {
    var (read, dictionaries) = (Read(), RunDictionaries())
    var lines: [(ServiceLine, LineID)] = []
    let reader = try open(text, piece: source, needs: needs)
    try Workers.using(threads) {
      try reader.readPieces(of: bytes, &dictionaries) { piece in
        let targets = Dictionary(uniqueKeysWithValues: piece.voids.map { ($0.place, $0.target) })
        lines += piece.lines.enumerated().map { ($1, targets[$0] ?? .none) }
        read.rejections += piece.rejections.map(\.description)
      }
    }
    read.lines = lines.map { words($0, $1, dictionaries) }
    return finished(read, reader, dictionaries)
  }

  private static func finished(_ read: Read, _ reader: any LogReader, _ dictionaries: RunDictionaries) -> Read {
    var read = read
    read.findings = reader.findings.map(\.description)
    read.otherRows = reader.otherRows
    // Texts that only records have that cannot be understood need not be known.
    read.clinicians = Set(
      read.lines.compactMap { $0.split(separator: " ").first { $0.hasPrefix("C") }.map(String.init) }
    ).sorted()
    return read
  }

  /// A log in which much is odd: quotes over several lines and astray, other line ends, repeated headers, faults.
  private static func oddLog(_ generator: inout SplitMix64, rows: Int) -> String {
    var text = columns + "\n"
    for row in 0..<rows {
      let clinician = "C\(generator.next() % 40)"
      var cells = [
        "L\(row)", clinician, generator.next() % 3 == 0 ? "Cardiology" : "Family Medicine",
        "2025-0\(1 + generator.next() % 9)-1\(generator.next() % 10)", "P\(generator.next() % 900)",
        "9921\(generator.next() % 6)", ["", "25", "59 RT", "\"25,\"", "??"][Int(generator.next() % 5)],
        ["1", "2", "0", "-1", "x", "1.5"][Int(generator.next() % 6)],
        "\(generator.next() % 500).2\(generator.next() % 10)",
        generator.next() % 20 == 0 ? "L\(row / 2)" : "",
      ]
      switch generator.next() % 24 {
      case 0: cells[2] = "\"Family\nMedicine\""
      case 1: cells[2] = "\"Family \"\"Medicine"
      case 2: cells[4] = "P\"7"
      case 3: cells.removeLast()
      case 4: text += columns + "\n"
      case 5: text += "\r\n\n"
      case 6: cells[4] = "\"" + String(repeating: "long ", count: 30) + "\n\n\""
      case 7: cells[5] = "840"
      default: break
      }
      text += cells.joined(separator: ",") + ["\n", "\r\n", "\n", "\r"][Int(generator.next() % 4)]
    }
    return generator.next() % 2 == 0 ? text : String(text.dropLast())
  }

  @Test(arguments: 1...12) func `pieces of any size on any threads say the same`(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let text = Self.oddLog(&generator, rows: 400)
    let plain = try Self.plainly(text)
    #expect(plain.lines.count > 50, "seed \(seed)")
    #expect(plain.rejections.count > 50, "seed \(seed)")
    for (bytes, threads) in [(1, 1), (64, 2), (300, 3), (1_000, 2), (5_000, 4), (1 << 20, 2)] {
      let pieces = try Self.inPieces(text, of: bytes, threads: threads, source: seed % 2 == 0 ? 777 : .max)
      #expect(pieces == plain, "seed \(seed), pieces of \(bytes) bytes on \(threads) threads")
    }
  }

  /// A log as most are: almost every record plain, more of them than are read together, here and there one that is not.
  private static func plainLog(_ random: inout SplitMix64, rows: Int, lineEnd: String) -> String {
    var text =
      columns + ",place_of_service,post_date,billing_id,supervising_id,claim_id,source_rvu,minutes,postop_days"
      + lineEnd
    // As a column is: blank, blank in most records, or in few.
    let blanks = (0..<7).map { _ in [UInt64](arrayLiteral: 1, 9, 40)[Int(random.next() % 3)] }
    for row in 0..<rows {
      var cells = [
        "L\(1_000_000 + row)", "C\(random.next() % 300)",
        "Specialty \(["A", "B", "of a long name"][Int(random.next() % 3)])",
        "2025-0\(1 + row / 400)-0\(1 + row / 50 % 8)", "P\(random.next() % 100_000)", "9921\(random.next() % 6)",
        ["", "", "25", "59 RT"][Int(random.next() % 4)], ["1", "1", "2", "1.5", ""][Int(random.next() % 5)],
        ["\(random.next() % 5_000).\(10 + random.next() % 90)", "12", "", "$1"][Int(random.next() % 4)], "",
        ["11", "", "22", "2"][Int(random.next() % 4)], "2025-12-\(10 + random.next() % 20)", "C\(random.next() % 9)",
        "C7",
        "CLAIM\(row / 3)", "\(random.next() % 9).25", "45", "10",
      ]
      for (column, most) in blanks.enumerated() where random.next() % 40 >= most - 1 { cells[11 + column] = "" }
      if random.next() % 30 == 0 {
        let column = Int(random.next() % 18)
        let odd = [
          "", " ", "  x ", "-1", "99214.0", "840", "j0585", "2025-02-30", "3/4/2025", "\"a,b\"", "é", "0", "9e9",
          "L1000001", "A1 B2",
        ]
        cells[column] = odd[Int(random.next() % UInt64(odd.count))]
      }
      text += cells.joined(separator: ",") + lineEnd
    }
    return text
  }

  @Test(arguments: 1...18) func `records that are read together are what each is by itself`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let text = Self.plainLog(&random, rows: 2_000, lineEnd: seed % 2 == 0 ? "\n" : "\r\n")
    let needs: LogNeeds = [[], [.postDate], [.attribution, .sourceRVU]][seed % 3]
    let plain = try Self.plainly(text, needs: needs)
    #expect(plain.lines.count > 1_800, "seed \(seed)")
    #expect(plain.rejections.count > 10, "seed \(seed)")
    for (bytes, threads) in [(4_000, 2), (1 << 20, 1)] {
      let pieces = try Self.inPieces(text, of: bytes, threads: threads, needs: needs)
      #expect(Self.difference(pieces, plain) == [], "seed \(seed), pieces of \(bytes) bytes")
      let isSame = pieces == plain
      #expect(isSame, "seed \(seed), pieces of \(bytes) bytes")
    }
  }

  @Test func `a record far longer than any may be takes no more memory, and the lines after it are read`() throws {
    let row = "L1,C1,Cardiology,2025-01-02,P1,99213,,1,10.00,\n"
    let long = "L2,C2,Cardiology,2025-01-02,\(String(repeating: "x", count: 9 << 20)),99213,,1,10.00,\n"
    let text = Self.columns + "\n" + row + long + row
    let plain = try Self.plainly(text)
    #expect(plain.lines.count == 2)
    #expect(plain.rejections.count == 1)
    for bytes in [1_000, 1 << 19] {
      #expect(try Self.inPieces(text, of: bytes, threads: 2) == plain, "pieces of \(bytes) bytes")
    }
  }

  @Test func `a log of which no record can be understood is told of record by record`() throws {
    let text = Self.columns + "\n" + (0..<20_000).map { "L\($0),C1,,,,,,,,\n" }.joined()
    let plain = try Self.plainly(text)
    #expect(plain.rejections.count == 20_000)
    for threads in [1, 3] { #expect(try Self.inPieces(text, of: 1 << 17, threads: threads) == plain) }
  }

  @Test func `lines that end with a carriage return alone are pieces too`() throws {
    let rows = (0..<300).map { "L\($0),C1,Cardiology,2025-01-02,P1,99213,,1,10.00,\r" }.joined()
    let text = Self.columns + "\r" + rows
    let plain = try Self.plainly(text)
    #expect(plain.lines.count == 300)
    for bytes in [10, 500] { #expect(try Self.inPieces(text, of: bytes, threads: 2) == plain) }
  }

  @Test func `a piece's texts have the numbers that they would have in the order of the lines`() throws {
    let rows = (0..<500).map { "L\($0),C\($0 * 7 % 90),Cardiology,2025-01-02,P1,99213,,1,10.00,\n" }.joined()
    func clinicians(threads: Int) throws -> [String] {
      var dictionaries = RunDictionaries()
      try Workers.using(threads) {
        try Self.open(Self.columns + "\n" + rows).readPieces(of: 300, &dictionaries) { _ in }
      }
      return (0..<dictionaries.clinicians.count).map(dictionaries.clinicians.text)
    }
    let one = try clinicians(threads: 1)
    #expect(one.count == 90)
    #expect(one.prefix(3) == ["C0", "C7", "C14"])
    #expect(try clinicians(threads: 4) == one)
  }
}
