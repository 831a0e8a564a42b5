import ProductivityModel
import Tabular
import TestSupport
import Testing

@testable import Ingest

/// Records of a log as service lines.
@Suite struct LogReaderTests {
  private static let header =
    "line_id,clinician_id,specialty,service_date,post_date,patient_id,code,modifiers,units,place_of_service,charge,minutes,"
    + "base_units,postop_days,billing_id,supervising_id,claim_id,void_of,source_rvu\n"

  @Test func `every column of a record goes where it belongs`() throws {
    let log = try ReadLog(
      Self.header + "L1,C1,Cardiology,2026-01-05,2026-01-09,P1,99214,25 GC,2,11,150.25,30,0,0,B,S,CL,L0,1.92\n", file: 3
    )
    let line = try #require(log.lines.first)
    #expect(log.told == "")
    #expect(line.lineID == lineID("L1") && log.voidTargets == [lineID("L0")] && line.voids == 1)
    #expect(log.dictionaries.clinicians.text(Int(line.clinician)) == "C1")
    #expect(log.dictionaries.specialties.text(Int(line.specialty)) == "Cardiology")
    #expect(CalendarDate(daysSinceEpoch: line.serviceDay).description == "2026-01-05")
    #expect(line.patient != 0)
    #expect(log.dictionaries.codes.text(Int(line.code)) == "99214")
    #expect(log.dictionaries.procedureCodes[Int(line.code)]?.description == "99214")
    #expect(log.dictionaries.modifierLists[Int(line.modifiers)].description == "25 GC")
    #expect(line.units == 20_000 && line.charge == 15_025 && line.place == 11)
    #expect(line.line == 2 && line.file == 3)
  }

  @Test func `three columns are enough, and what is blank is one unit of no charge`() throws {
    let log = try ReadLog("clinician_id,service_date,code\nC1,2026-01-05,99214\n")
    let line = try #require(log.lines.first)
    #expect(line.units == 10_000 && line.charge == 0 && line.place == 0 && line.patient == 0)
    #expect(line.specialty == -1 && line.modifiers == 0 && !line.lineID.isPresent && line.voids == 0)
    let blank = try ReadLog("clinician_id,service_date,code,units,charge,patient_id\nC1,2026-01-05,99214, ,,\t\n")
    #expect(blank.lines.map(\.contentHash) == log.lines.map(\.contentHash))
  }

  @Test func `blanks around any cell are trimmed`() throws {
    let plain = try ReadLog(Self.header + "L1,C1,Card,2026-01-05,2026-01-09,P1,99214,25,2,11,15,3,0,0,B,S,CL,L0,1.92\n")
    let blank = try ReadLog(
      Self.header
        + " L1 ,\tC1, Card ,2026-01-05 , 2026-01-09,P1\t,  99214, 25 ,2 , 11,\" 15 \",3 , 0,0,B,S,CL, L0,1.92 \n")
    #expect(blank.told == "")
    #expect(blank.lines.map(\.contentHash) == plain.lines.map(\.contentHash))
    #expect(blank.lines.map(\.lineID) == plain.lines.map(\.lineID) && blank.voidTargets == plain.voidTargets)
    #expect(blank.dictionaries.clinicians.text(0) == "C1")
  }

  @Test(
    arguments: [
      ("1", 10_000), ("-1", -10_000), ("22.2", 222_000), ("0.0001", 1), ("+3", 30_000), ("1.50000", 15_000),
      ("85000", 850_000_000), ("1000000", 10_000_000_000), ("-1000000", -10_000_000_000),
    ] as [(String, Int64)])
  func `units may have four decimals and a sign`(text: String, units: Int64) throws {
    #expect(
      try ReadLog("clinician_id,service_date,code,units\nC1,2026-01-05,99214,\(text)\n").lines.map(\.units) == [units])
  }

  @Test(arguments: [("1", 100), ("-12.5", -1250), ("0", 0), ("100000000", 10_000_000_000)] as [(String, Int64)])
  func `a charge is held in cents`(text: String, cents: Int64) throws {
    #expect(
      try ReadLog("clinician_id,service_date,code,charge\nC1,2026-01-05,99214,\(text)\n").lines.map(\.charge) == [cents]
    )
  }

  @Test func `small letters in a code or modifier are capitals`() throws {
    let log = try ReadLog("clinician_id,service_date,code,modifiers\nC1,2026-01-05,g0439,as\nC1,2026-01-05,G0439,AS\n")
    #expect(log.lines.map(\.contentHash).count == 2)
    #expect(Set(log.lines.map(\.contentHash)).count == 1)
    #expect(log.dictionaries.procedureCodes.map { $0?.description } == ["G0439"])
  }

  @Test func `modifiers in any order share an id and are shown in text order`() throws {
    let log = try ReadLog(
      "clinician_id,service_date,code,modifiers\n"
        + ["RT 50 26", "26 50 RT", "50  26 RT", "50 26 RT 50", "rt 26 50", "26", "", "26 50"]
        .map { "C1,2026-01-05,99214,\($0)\n" }.joined())
    #expect(log.lines.map(\.modifiers) == [1, 1, 1, 1, 1, 2, 0, 3])
    #expect(log.dictionaries.modifierLists.map(\.description) == ["", "26 50 RT", "26", "26 50"])
    #expect(log.dictionaries.modifierRanks == [0, 3, 1, 2])
  }

  @Test func `a code that is none is kept apart by its text and has no procedure code`() throws {
    let log = try ReadLog(
      "clinician_id,service_date,code\nC1,2026-01-05,VISIT12\nC1,2026-01-05,visit12\nC1,2026-01-05,9\n")
    #expect(log.lines.map(\.code) == [0, 0, 1])
    #expect(log.dictionaries.procedureCodes == [nil, nil])
  }

  @Test(arguments: [1, 2, 7, 4096])
  func `the pieces in which a log comes change nothing`(piece: Int) throws {
    let text =
      Self.header + "L1,C1,,2026-01-05,,P1,99214,25,x,11,,,,,,,,,\nL2,C1,,2026-01-05,,P1,99214,,1,11,,,,,,,,,\n"
    let whole = try ReadLog(text)
    let pieces = try ReadLog(text, piece: piece)
    #expect(pieces.lines.map(\.contentHash) == whole.lines.map(\.contentHash))
    #expect(pieces.told == whole.told && whole.rejections.count == 1)
  }

  @Test func `the same patient is the same in every run, and is not to be read from a line`() throws {
    let one = try ReadLog("clinician_id,service_date,code,patient_id\nC1,2026-01-05,99214,P1\nC1,2026-01-05,99214,P2\n")
    let other = try ReadLog("clinician_id,patient_id,service_date,code\nC1, P2 ,2026-01-05,99214\n")
    #expect(one.lines[1].patient == other.lines[0].patient)
    #expect(one.lines[0].patient != one.lines[1].patient)
  }

  // MARK: Rejections

  struct Case: CustomTestStringConvertible, Sendable {
    var record: String
    var problem: Problem
    var message: String
    var hint: String
    var testDescription: String { "\(problem.rawValue): \(record)" }

    init(_ record: String, _ problem: Problem, _ message: String, _ hint: String) {
      self.record = record
      self.problem = problem
      self.message = message
      self.hint = hint
    }
  }

  private static let short =
    "clinician_id,service_date,post_date,code,modifiers,units,place_of_service,charge,minutes\n"
  private static let day = "write days as YYYY-MM-DD"
  private static let form = "write days as YYYY-MM-DD, or name their form in a column map, such as dates: [US]"
  private static let shifted = "correct the value, or see whether the columns have shifted"
  private static let plain = "write a number such as 2, 12.50 or 1,250.50"
  private static let place =
    "write the two digits of the CMS place of service code, such as 11; its name may follow, as in 11 - Office"
  private static let two = "write modifiers of two characters, separated by blanks"
  private static let code =
    "a code is letters and digits, such as 99214; where modifiers or a title follow it, a column map takes them apart"

  private static let cases = [
    Case("▸,2026-01-05,,99214,,1,11,,", .missingValue, "clinician_id is blank", "every record needs a clinician_id"),
    Case("▸ \t,2026-01-05,,99214,,1,11,,", .missingValue, "clinician_id is blank", "every record needs a clinician_id"),
    Case("C1,▸,,99214,,1,11,,", .missingValue, "service_date is blank", "every record needs a service_date"),
    Case("C1,2026-01-05,,▸,,1,11,,", .missingValue, "code is blank", "every record needs a code"),
    Case(
      "C1,▸2026-02-30,,99214,,1,11,,", .impossibleDate, "service_date holds \"2026-02-30\", which is not a day", day),
    Case("C1,▸1/5/2026,,99214,,1,11,,", .impossibleDate, "service_date holds \"1/5/2026\", which is not a day", form),
    Case(
      "C1,▸20260105,,99214,,1,11,,", .impossibleDate, "service_date holds a text of 8 digits, which is not a day", form),
    Case(
      "C1,▸\"Doe, Jane\",,99214,,1,11,,", .impossibleDate,
      "service_date holds a text of 9 characters, which is not a day", form),
    Case(
      "C1,2026-01-05,▸2026-13-01,99214,,1,11,,", .impossibleDate, "post_date holds \"2026-13-01\", which is not a day",
      day),
    Case(
      "C1,2026-01-05,,▸99-214,,1,11,,", .malformedCode,
      "code holds a text of 6 characters, which no procedure code looks like", code),
    Case(
      "C1,2026-01-05,,▸A1234567890123456,,1,11,,", .malformedCode,
      "code holds a text of 17 letters and digits, which no procedure code looks like", code),
    Case("C1,2026-01-05,,99214,▸2 59,1,11,,", .malformedModifier, "modifiers holds \"2 59\"", two),
    Case("C1,2026-01-05,,99214,▸259,1,11,,", .malformedModifier, "modifiers holds a text of 3 digits", two),
    Case("C1,2026-01-05,,99214,▸Jane,1,11,,", .malformedModifier, "modifiers holds a text of 4 letters", two),
    Case("C1,2026-01-05,,99214,,▸0,11,,", .zeroUnits, "units are zero", "correct the units or leave the line out"),
    Case("C1,2026-01-05,,99214,,▸-0.00,11,,", .zeroUnits, "units are zero", "correct the units or leave the line out"),
    Case(
      "C1,2026-01-05,,99214,,▸\"1,00\",11,,", .notANumber, "units holds a text of 4 characters, which is not a number",
      plain),
    Case(
      "C1,2026-01-05,,99214,,▸one,11,,", .notANumber, "units holds a text of 3 letters, which is not a number", plain),
    Case(
      "C1,2026-01-05,,99214,,▸1.23456,11,,", .notANumber, "units holds \"1.23456\", which has more than 4 decimals",
      plain),
    Case(
      "C1,2026-01-05,,99214,,▸1000000.0001,11,,", .notANumber,
      "units holds a text of 12 characters, more than the 1000000 that a line may have", shifted),
    Case(
      "C1,2026-01-05,,99214,,▸1234567,11,,", .notANumber,
      "units holds a text of 7 digits, more than the 1000000 that a line may have", shifted),
    Case(
      "C1,2026-01-05,,99214,,▸-123456789012,11,,", .notANumber,
      "units holds a text of 13 characters, more than the 1000000 that a line may have", shifted),
    Case(
      "C1,2026-01-05,,99214,,▸99999999999999999999,11,,", .notANumber,
      "units holds a text of 20 digits, more than the 1000000 that a line may have", shifted),
    Case("C1,2026-01-05,,99214,,1,▸0,,", .malformedPlace, "place_of_service holds \"0\"", place),
    Case("C1,2026-01-05,,99214,,1,▸-1,,", .malformedPlace, "place_of_service holds a text of 2 characters", place),
    Case("C1,2026-01-05,,99214,,1,▸111,,", .malformedPlace, "place_of_service holds a text of 3 digits", place),
    Case("C1,2026-01-05,,99214,,1,▸office,,", .malformedPlace, "place_of_service holds a text of 6 letters", place),
    Case(
      "C1,2026-01-05,,99214,,1,11,▸12$,", .notANumber, "charge holds a text of 3 characters, which is not a number",
      plain),
    Case(
      "C1,2026-01-05,,99214,,1,11,▸1.255,", .notANumber, "charge holds \"1.255\", which has more than 2 decimals", plain
    ),
    Case(
      "C1,2026-01-05,,99214,,1,11,▸100000000.01,", .notANumber,
      "charge holds a text of 12 characters, more than the 100000000 that a line may have",
      shifted),
    Case(
      "C1,2026-01-05,,99214,,1,11,,▸long", .notANumber, "minutes holds a text of 4 letters, which is not a number",
      plain),
    Case(
      "C1,2026-01-05,,99214,,1,11,,▸99999999999999", .notANumber,
      "minutes holds a text of 14 digits, more than the 10080 that a line may have",
      shifted),
  ]

  @Test(arguments: cases)
  func `what cannot be understood is rejected with its place and a remedy, and the lines around it are read`(
    example: Case
  ) throws {
    let good = "C1,2026-01-05,,99214,,1,11,,\n"
    let marked = MarkedText(Self.short + good + example.record + "\n" + good)
    let log = try ReadLog(marked.bytes)
    #expect(
      log.rejections.map(\.description) == [
        "log.csv:\(marked.place): error: \(example.message) [\(example.problem.rawValue)]\nhint: \(example.hint)"
      ])
    #expect(log.lines.map(\.line) == [2, 4])
  }

  @Test func `a clinician unlike any in the roster is rejected and not shown`() throws {
    let marked = MarkedText("clinician_id,service_date,code\nC-1001,2026-01-05,99214\n▸MRN0012345,2026-01-05,99214\n")
    let log = try ReadLog(marked.bytes, roster: ["C-1001"])
    #expect(
      log.told == """
        log.csv:\(marked.place): error: clinician_id holds a text of 10 letters and digits, unlike any id in the roster \
        [malformed-identifier]
        hint: correct the id, or add the clinician to the roster
        """)
    #expect(log.lines.count == 1)
  }

  @Test func `a refused clinician stays refused and spoils no other`() throws {
    let log = try ReadLog(
      "clinician_id,service_date,code\n"
        + ["MRN12", "C-1", "MRN12", "C-2", "C-3", "C-2222"].map { "\($0),2026-01-05,99214\n" }.joined(),
      roster: ["C-1", "C-2"])
    #expect(log.lines.map { log.dictionaries.clinicians.text(Int($0.clinician)) } == ["C-1", "C-2", "C-3"])
    #expect(log.rejections.map { $0.position?.line } == [2, 4, 7])
  }

  @Test(arguments: [
    ("C1,2026-01-05\n", 2), ("C1,2026-01-05,99214,\n", 4), ("C1,2026-01-05,99214,Doe,Jane\n", 5), ("C1\n", 1),
  ])
  func `a record with more or fewer fields than the header is rejected`(record: String, count: Int) throws {
    let good = "C1,2026-01-05,99214\n"
    let log = try ReadLog("clinician_id,service_date,code\n" + good + record + good)
    #expect(
      log.told == """
        log.csv:3: error: the record has \(count) fields and the header 3 [ragged-row]
        hint: look for a comma or line break inside a value that is not in quotes
        """)
    #expect(log.lines.map(\.line) == [2, 4])
  }

  @Test(arguments: [" ", "\t", " \t  ", "\"\"", "\" \"", " \r"])
  func `a line of nothing but blanks is passed over and counted as a line`(blank: String) throws {
    let good = "C1,2026-01-05,99214\n"
    let log = try ReadLog("clinician_id,service_date,code\n" + good + blank + "\n" + good + blank)
    #expect(log.told == "" && log.lines.map(\.line) == [2, 4])
  }

  @Test func `a row without any text is no record, also in a log of one column`() throws {
    let map = try ColumnMapFile.read(
      Array("map: m\ncolumns: {code: Code}\nfixed: {clinician_id: C1, service_date: 2026-01-05}\n".utf8), file: "m.yaml"
    )
    let log = try ReadLog("Code\n99214\n \n", map: map)
    #expect(log.lines.count == 1 && log.rejections == [])
  }

  @Test(arguments: [5, 9, 4, 11, 12, 13, 14, 15, 16, 17, 18])
  func `records that differ in any cell, kept or not, are not the same`(column: Int) throws {
    var cells = ["L1", "C1", "", "2026-01-05", "", "", "99214", "", "", "", "", "", "", "", "", "", "", "", ""]
    let blank = cells.joined(separator: ",")
    cells[column] = column == 4 ? "2026-01-09" : "11"
    let one = cells.joined(separator: ",")
    cells[column] = column == 4 ? "2026-01-10" : "12"
    let log = try ReadLog(Self.header + [blank, one, cells.joined(separator: ","), one].map { $0 + "\n" }.joined())
    #expect(log.lines.count == 4 && Set(log.lines.map(\.contentHash)).count == 3)
    #expect(log.lines[1].contentHash == log.lines[3].contentHash)
    #expect(log.lines[0].extra == 0)
  }

  @Test func `the same text in another column is another record`() throws {
    let tail = "L1,C1,,2026-01-05,,,99214,,,,,,,,"
    let log = try ReadLog(Self.header + tail + "X,,,,\n" + tail + ",X,,,\n" + tail + ",,X,,\n" + tail + ",,,X,\n")
    #expect(log.lines.count == 4 && Set(log.lines.map(\.contentHash)).count == 4)
  }

  @Test func `a line is no larger than what is kept of it`() {
    #expect(MemoryLayout<ServiceLine>.stride == 80)
  }

  @Test(arguments: ["MRN0012345", "12 Main St", "5"])
  func `a specialty with a digit is none and is not shown`(text: String) throws {
    let marked = MarkedText("clinician_id,service_date,code,specialty\nC1,2026-01-05,99214,▸\(text)\n")
    let log = try ReadLog(marked.bytes)
    #expect(log.rejections.map(\.problem) == [.malformedIdentifier] && log.lines.isEmpty)
    #expect(log.told.hasPrefix("log.csv:\(marked.place): error: specialty holds a text of "))
    #expect(!log.told.contains(text) || text == "5")
    #expect(log.dictionaries.specialties.count == 0)
  }

  @Test(
    arguments: [
      ("1,000", true), ("-12,345.6", true), ("1234567", true), ("+1.5x", false), ("1,00", false), ("12,34", false),
      ("12345678", false), ("123-45-6789", false), ("55-1234", false), ("1.2.3", false), ("1.234,5", false),
      ("01.02.26", false), ("--1", false), ("1-", false), (",100", false), ("1234,567", false), (".", false),
    ] as [(String, Bool)])
  func `a number is shown only where it is written as one`(text: String, isShown: Bool) {
    let shown = Array(text.utf8).withUnsafeBufferPointer { CellShape.number.shown($0) }
    #expect((shown == "\"\(text)\"") == isShown)
  }

  @Test func `a stray quote, text after a quote and an endless record are rejected each at its own line`() throws {
    let good = "C1,2026-01-05,99214\n"
    let long = String(repeating: "x", count: DelimitedReader.recordLimit)
    let log = try ReadLog(
      "clinician_id,service_date,code\n" + good + "C1,\"2026-01-05,99214\n" + good + "C1,\"2026-01-05\"x,99214\n" + good
        + "\(long),\(good)" + good)
    #expect(
      log.rejections.map { $0.description.split(separator: "\n").first ?? "" } == [
        "log.csv:3: error: a quote is opened in this record and never closed [unclosed-quote]",
        "log.csv:5: error: there is text after a closing quote [unclosed-quote]",
        "log.csv:7: error: the record is longer than 1 MB [ragged-row]",
      ])
    #expect(log.lines.map(\.line) == [2, 4, 6, 8])
  }

  @Test func `a rejected record leaves no trace on the next one`() throws {
    let text = "clinician_id,service_date,code,modifiers,units,place_of_service,patient_id,void_of\n"
    let good = "C1,2026-01-05,99214,,,,,\n"
    let alone = try ReadLog(text + good)
    let after = try ReadLog(text + "C2,2026-01-06,99215,26,5,99,P1,L9\nC2,2026-01-06,99215,26,5,1x,P1,L9\n" + good)
    let line = try #require(after.lines.last)
    let expected = try #require(alone.lines.last)
    #expect(line.units == expected.units && line.place == 0 && line.patient == 0 && line.voids == 0)
    #expect(line.modifiers == 0 && line.charge == 0 && line.specialty == -1)
  }
}
