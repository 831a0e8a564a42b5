import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Small tables with a header, and files as bytes.
@Suite struct HeaderedTableTests {
  private func failure(_ text: String, requiring: [String] = ["clinician_id", "clinical_fte"]) throws -> InputFailure {
    let scratch = try TemporaryFolder()
    let path = try scratch.write("table.csv", text)
    return try #require(
      #expect(throws: InputFailure.self) { _ = try HeaderedTable(path, shownAs: "table.csv", requiring: requiring) })
  }

  @Test func `cells are found by the name of their column, whatever its case and place`() throws {
    let scratch = try TemporaryFolder()
    let marked = MarkedText("\u{FEFF} B ,a\r\n\r\n\"x\ny\", 1 \r\n,▸\"z, z\"\r\n")
    let table = try HeaderedTable(scratch.write("t.csv", marked.text), shownAs: "t.csv", requiring: ["a"])
    #expect(table.headers == ["b", "a"])
    #expect(table.rows.map { $0["a"] } == ["1", "z, z"])
    #expect(table.rows.map { $0["b"] } == ["x\ny", nil])
    #expect(table.rows[0]["c"] == nil)
    #expect(table.rows[1].position("a").description == "t.csv:\(marked.place)")
    #expect(table.rows[1].position("c").description == "t.csv:5")
    #expect(Int(table.size) == marked.bytes.count)
  }

  /// A table in a form that people keep tables in.
  private static func forms(_ rows: [[String]]) -> [(name: String, bytes: [UInt8])] {
    func text(_ mark: String, _ end: String = "\n") -> String { rows.map { $0.joined(separator: mark) + end }.joined() }
    let wide = text(",").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return [
      ("commas", Array(text(",").utf8)), ("semicolons", Array(text(";", "\r\n").utf8)),
      ("tabs", Array(text("\t").utf8)),
      ("pipes", Array(text("|").utf8)), ("UTF-16", [0xFF, 0xFE] + wide),
      ("Windows-1252", text(",").unicodeScalars.map { UInt8($0.value) }),
      ("rows of nothing but marks", Array((text(",") + ",,,\n,,,\n").utf8)),
      ("a workbook", SmallWorkbook(rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } }).bytes),
    ]
  }

  @Test func `a table reads alike in every form that people keep tables in`() throws {
    let rows = [
      ["clinician_id", "clinical_fte", "name", "start"], ["C1", "0.8", "Zoë Núñez", "2026-01-01"], ["C2", "1", "", ""],
    ]
    for (name, bytes) in Self.forms(rows) {
      let scratch = try TemporaryFolder()
      let table = try HeaderedTable(
        scratch.write("t", bytes), shownAs: "t", requiring: ["clinician_id", "clinical_fte"])
      #expect(table.headers == rows[0], "\(name)")
      #expect(table.rows.map { row in rows[0].map { row[$0] ?? "" } } == Array(rows[1...]), "\(name)")
      #expect(table.rows.map(\.line) == [2, 3] && Int(table.size) == bytes.count, "\(name)")
    }
  }

  @Test func `a workbook's days are days, and an error in it stops the table`() throws {
    let scratch = try TemporaryFolder()
    let day = SmallWorkbook.Cell.xml("<c r=\"REF\" s=\"1\"><v>46023</v></c>")
    func table(_ cell: SmallWorkbook.Cell) throws -> HeaderedTable {
      var workbook = SmallWorkbook([["clinician_id", "start", "clinical_fte"], ["C1", day, cell]])
      workbook.parts["xl/styles.xml"] =
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
      return try HeaderedTable(
        scratch.write("t.xlsx", workbook.bytes), shownAs: "t.xlsx", requiring: ["clinician_id", "clinical_fte"])
    }
    let read = try table(.number("0.80000000000000004"))
    #expect(read.rows.map { [$0["start"], $0["clinical_fte"]] } == [["2026-01-01", "0.8"]])
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try table(.xml("<c r=\"REF\"><f>1-0.2</f></c>")) })
    #expect(
      failure.description.hasPrefix("t.xlsx:2:3: error: clinical_fte holds a formula without a result\nhint: open"))
  }

  @Test(
    arguments: [
      ("", "is empty", "a table starts with a line of headers"),
      ("clinician_id,clinicalfte\n", "the column clinical_fte is missing", "is it the column \"clinicalfte\"?"),
      ("clinician_id,name\n", "the column clinical_fte is missing", "the header has: clinician_id, name"),
      ("clinician_id,clinical_fte,name,Name\n", "the column name is there twice", nil),
      ("clinician_id,fte\n", "the column clinical_fte is missing", "is it the column \"fte\"?"),
      (
        "clinician_id,Jane 0012345\n", "the column clinical_fte is missing",
        "the header has: clinician_id, a text of 12 characters"
      ),
      (
        "clinician;fte\n", "the column clinician_id is missing",
        "it looks separated by semicolons: save it with commas"
      ),
      (
        "clinician_id,\"clinical_fte\nC1\",1\n", "the header cannot be read: a line ends inside it",
        "save the file as CSV with LF or CRLF line ends and closed quotes"
      ),
      ("\u{0}c\u{0}l\n", "the header is UTF-16 or no text", "save it as UTF-8"),
    ] as [(String, String, String?)])
  func `a header that cannot be used is told`(text: String, message: String, hint: String?) throws {
    let failure = try failure(text)
    #expect(failure.message == message)
    #expect(failure.hint == hint)
  }

  @Test(arguments: ["MRN0012345,Jane Doe,0.5\n", "Jane Doe,Jane Doe,1\n", "code,patient\n99214,MRN0012345\n"])
  func `a file without the header never shows its first line`(text: String) throws {
    let failure = try failure(text)
    #expect(
      failure.description == """
        table.csv:1: error: the column clinician_id is missing
        hint: the first line has none of the expected headers
        """)
  }

  @Test(arguments: [("C1\n", 3, 1), ("C1,1,x\n", 3, 3), ("C1,1\nC2,\"1\n", 4, 2)])
  func `a record of another width or with a stray quote is told with its line`(records: String, line: Int, count: Int)
    throws
  {
    let failure = try failure("clinician_id,clinical_fte\nC0,1\n" + records)
    #expect(failure.position.line == line)
    #expect(failure.message == "the record has \(count) fields and the header 2")
  }

  @Test func `a file that is not there, or is a folder, is told`() throws {
    let scratch = try TemporaryFolder()
    let missing = try #require(#expect(throws: InputFailure.self) { _ = try FileSource("\(scratch.path)/none.csv") })
    #expect(missing.message == "cannot be read: No such file or directory")
    #expect(missing.position.file == "\(scratch.path)/none.csv")
    let folder = try #require(#expect(throws: InputFailure.self) { _ = try FileSource(scratch.path) })
    #expect(folder.message == "is a folder, not a file")
  }

  /// FIPS 180-4's own examples, and a million letters a.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `a file is hashed while it is read`(text: String, sha256: String) throws {
    let scratch = try TemporaryFolder()
    let path = try scratch.write("file", text)
    let digest = try FileSource.digest(path)
    #expect(digest.sha256 == sha256 && Int(digest.size) == text.utf8.count)
    let contents = try FileSource.contents(path)
    #expect(contents.sha256 == sha256 && contents.bytes == Array(text.utf8))
  }

  @Test func `a file larger than allowed is not read whole`() throws {
    let scratch = try TemporaryFolder()
    let path = try scratch.write("file", Array(repeating: 0x20, count: (1 << 20) + 1))
    let failure = try #require(#expect(throws: InputFailure.self) { _ = try FileSource.contents(path, limit: 1 << 20) })
    #expect(failure.message == "is larger than 1 MB, the most allowed here")
  }
}

/// Rosters.
@Suite struct RosterReaderTests {
  private func read(_ text: String) throws -> Roster {
    let scratch = try TemporaryFolder()
    return try RosterReader.read(scratch.write("roster.csv", text), shownAs: "roster.csv")
  }

  @Test func `characters that nobody sees are replaced in names, and told with their place`() throws {
    let roster = try read(
      "clinician_id,name,specialty,clinical_fte,region\nC1,a\u{0}b\u{202E}c,Cardio\u{2066}logy,1,No\u{2028}where\nC2,Zo\u{EB} \u{5E9},B,1,\n"
    )
    let first = try #require(roster.intervals.first)
    #expect(first.name == "a\u{FFFD}b\u{FFFD}c" && first.specialty == "Cardio\u{FFFD}logy")
    #expect(first.region == "No where")
    #expect(roster.findings.map(\.problem) == [.unseenCharacter, .unseenCharacter, .unseenCharacter])
    #expect(roster.findings.compactMap(\.position?.description).first == "roster.csv:2:4")
    #expect(roster.intervals[1].name == "Zo\u{EB} \u{5E9}")
  }

  @Test func `a row is an interval with its place`() throws {
    let roster = try read(
      """
      clinician_id,npi,name,specialty,share,clinical_fte,total_fte,start,end,leave,ramp,region,plan
      C1,,"Doe, Jane",Cardiology,0.6,0.85,1,2026-01-01,2026-12-31,2026-02-01..2026-03-15 2026-07,,,Base and bonus
      C1,,"Doe, Jane",Internal Medicine,0.4,0.85,1,2026-01-01,,,,,

      """)
    let first = try #require(roster.intervals.first)
    #expect(first.clinicianID == "C1" && first.name == "Doe, Jane" && first.specialty == "Cardiology")
    #expect(first.shareMillionths == 600_000 && first.clinicalFTEMillionths == 850_000)
    #expect(first.start.description == "2026-01-01" && first.end?.description == "2026-12-31")
    #expect(first.leave.map(\.description) == ["2026-02-01..2026-03-15", "2026-07-01..2026-07-31"])
    #expect(first.position.description == "roster.csv:2")
    #expect(roster.intervals[1].end == nil && roster.intervals[1].leave == [])
    #expect(roster.intervals.map(\.plan) == ["Base and bonus", ""])
  }

  @Test func `a roster without a row is refused`() throws {
    let failure = try #require(#expect(throws: InputFailure.self) { _ = try read("clinician_id,clinical_fte\n") })
    #expect(failure.message == "has no rows" && failure.position.description == "roster.csv" && failure.hint != nil)
  }

  @Test(arguments: ["0", "0.01", "2"])
  func `the least and the most of an FTE are read`(fte: String) throws {
    #expect(try read("clinician_id,clinical_fte\nC1,\(fte)\n").intervals.count == 1)
  }

  @Test(arguments: [
    ("start_date", "start"), ("end_date", "end"), ("leaves", "leave"), ("Strat", "start"), ("enddate", "end"),
    ("date end", "end"), ("speciality", "specialty"), ("shares", "share"), ("nmae", "name"), ("leave days", "leave"),
    ("plans", "plan"),
  ])
  func `a misspelt column is refused and both names are told`(header: String, meant: String) throws {
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try read("clinician_id,clinical_fte,\(header)\nC1,1,x\n") })
    #expect(
      failure.description
        == "roster.csv:1: error: the column \"\(header.lowercased())\" is not read\nhint: is it \(meant)? Rename it")
  }

  @Test(arguments: [
    "start,start_date", "first_name,last_name", "notes", "email", "total_fte,fte", "hired", "state", "npi,region,plan",
  ])
  func `other columns of a roster are no fault`(headers: String) throws {
    let blanks = headers.filter { $0 == "," }
    #expect(try read("clinician_id,clinical_fte,\(headers)\nC1,1,\(blanks)\n").intervals.count == 1)
  }

  @Test func `what is not given is a whole role without beginning or end`() throws {
    let roster = try read("clinician_id,clinical_fte\nC1,1\n")
    let interval = try #require(roster.intervals.first)
    #expect(interval.shareMillionths == 1_000_000 && interval.clinicalFTEMillionths == 1_000_000)
    #expect(interval.start.description == "0001-01-01" && interval.end == nil)
    #expect(interval.name == "" && interval.specialty == "" && interval.plan == "")
  }

  @Test(arguments: [
    ("▸,1,1,,,", "clinician_id is blank"),
    ("C1,▸,1,,,", "clinical_fte is blank"),
    ("C1,▸85%,1,,,", "clinical_fte \"85%\" is not between 0 and 2"),
    ("C1,▸85,1,,,", "clinical_fte \"85\" is not between 0 and 2"),
    ("C1,▸-0.1,1,,,", "clinical_fte \"-0.1\" is not between 0 and 2"),
    ("C1,▸0.009999,1,,,", "clinical_fte \"0.009999\" is below 0.01 and not 0"),
    ("C1,▸2.000001,1,,,", "clinical_fte \"2.000001\" is not between 0 and 2"),
    ("C1,▸0.1234567,1,,,", "clinical_fte \"0.1234567\" is not between 0 and 2"),
    ("C1,1,▸1.1,,,", "share \"1.1\" is not between 0 and 1"),
    ("C1,1,1,▸1/1/2026,,", "start \"1/1/2026\" is not a day"),
    ("C1,1,1,,▸2026-02-29,", "end \"2026-02-29\" is not a day"),
    ("C1,1,1,2026-03-01,▸2026-02-28,", "the interval ends (2026-02-28) before it starts (2026-03-01)"),
    ("C1,1,1,,,▸2026-03-01..2026-02-01", "leave \"2026-03-01..2026-02-01\" is not a range of days"),
    ("C1,1,1,,,▸2026-02-01 soon", "leave \"soon\" is not a range of days"),
    ("C1,1,1,,,▸2026-02-01-2026-03-01", "leave \"2026-02-01-2026-03-01\" is not a range of days"),
  ])
  func `what is wrong in a row is told with its place and a remedy`(row: String, message: String) throws {
    let marked = MarkedText("clinician_id,clinical_fte,share,start,end,leave\nC0,1,1,,,\n" + row + "\n")
    let failure = try #require(#expect(throws: InputFailure.self) { _ = try read(marked.text) })
    #expect(failure.message == message)
    #expect(failure.position.description == "roster.csv:\(marked.place)")
    #expect(failure.hint != nil && !failure.isUsage)
  }

  @Test(arguments: [
    ("2026", "2026-01-01..2026-12-31"), ("2024-02", "2024-02-01..2024-02-29"), ("2026-05-06", "2026-05-06..2026-05-06"),
    ("2025-10-01..2026-09-30", "2025-10-01..2026-09-30"), ("2026-01-01..2026-01-01", "2026-01-01..2026-01-01"),
  ])
  func `a range of days is a year, a month, a day or two days`(text: String, range: String) {
    #expect(DayRange(text: text)?.description == range)
    #expect(JobFile.period(text)?.description == range)
  }

  @Test(arguments: [
    "", "26", "+202", "-202", "0000", "20 6", "٢٠٢٦", "2026-13", "2026-2", "2026-00", "2026..2027", "2026-01..2026-02",
    "2026-02-01..", "..2026-02-01", "2026-02-02..2026-02-01", "2026-02-30", "2026-01-01...2026-02-01",
    "2026-01-01 2026-02-01",
  ])
  func `any other text is no range of days`(text: String) {
    #expect(DayRange(text: text) == nil)
    #expect(JobFile.period(text) == nil)
  }

  @Test func `a period of the command line has at most three years`() {
    #expect(JobFile.period("2024-01-01..2026-12-31")?.count == 1096)
    #expect(JobFile.period("2024-01-01..2027-01-03") == nil && JobFile.period("0001-01-01..9999-12-31") == nil)
  }
}
