import Crediting
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct `A crosswalk is read` {
  private static let header = "code,compare_to,factor,work_rvu,start,end,reason\n"

  private func read(
    _ text: String
  ) throws -> (crosswalk: Crosswalk, input: (path: String, size: UInt64, sha256: String)) {
    let scratch = try TemporaryFolder()
    return try CrosswalkReader.read(scratch.write("crosswalk.csv", text), shownAs: "crosswalk.csv")
  }

  private func failure(_ text: String) throws -> InputFailure {
    try #require(#expect(throws: InputFailure.self) { _ = try read(text) })
  }

  @Test func `with amounts, days, reasons and places, in the order of the file`() throws {
    let text = """
      Reason,code,compare_to,factor,work_rvu,start,end
      "nearest, by time",televisit,44310,,,,2026-06-30
      agreed,TELEVISIT,,,1.5,2026-07-01,
      half of it,0999t,g0104,0.5,,,

      """
    let (crosswalk, input) = try read(text)
    #expect(crosswalk.rows.map(\.code) == ["TELEVISIT", "TELEVISIT", "0999T"])
    #expect(
      try crosswalk.rows.map(\.amount) == [
        .comparedTo(#require(ProcedureCode("44310")), .one), .work(WorkRVU(hundredths: 150)),
        .comparedTo(#require(ProcedureCode("G0104")), Factor(1, over: 2)),
      ])
    #expect(crosswalk.rows.map(\.days.start?.description) == [nil, "2026-07-01", nil])
    #expect(crosswalk.rows.map(\.days.end?.description) == ["2026-06-30", nil, nil])
    #expect(crosswalk.rows.map(\.value.reason) == ["nearest, by time", "agreed", "half of it"])
    #expect(
      crosswalk.rows.map(\.value.position.description) == ["crosswalk.csv:2", "crosswalk.csv:3", "crosswalk.csv:4"])
    #expect(input.path == "crosswalk.csv" && Int(input.size) == text.utf8.count)
    let scratch = try TemporaryFolder()
    #expect(try input.sha256 == FileSource.digest(scratch.write("same.csv", text)).sha256)
  }

  @Test(arguments: [("a", "A"), ("1", "1"), ("abcdefgh12345678", "ABCDEFGH12345678"), (" x99 ", "X99")])
  func `with codes of 1 to 16 letters and digits, in capitals`(written: String, code: String) throws {
    #expect(try read("code,work_rvu,reason\n\(written),1,r\n").crosswalk.rows.map(\.code) == [code])
  }

  @Test(arguments: [("0", 0), ("10", 10_000_000), ("0.000001", 1), ("", 1_000_000)] as [(String, Int64)])
  func `with factors from 0 to 10, 1 where blank`(factor: String, millionths: Int64) throws {
    let row = try #require(try read(Self.header + "X1,44310,\(factor),,,,r\n").crosswalk.rows.first)
    #expect(row.amount == .comparedTo(try #require(ProcedureCode("44310")), Factor(millionths: millionths)))
  }

  @Test(arguments: [("0", 0), ("1000", 1_000_000_000), ("17.254321", 17_254_321)] as [(String, Int64)])
  func `with work RVUs from 0 to 1000`(work: String, millionths: Int64) throws {
    let row = try #require(try read(Self.header + "X1,,,\(work),,,r\n").crosswalk.rows.first)
    #expect(row.amount == .work(WorkRVU(millionths: millionths)))
  }

  @Test(arguments: [
    ("▸,44310,,,,,r", "code is blank"),
    ("▸99-21,44310,,,,,r", "code holds a text of 5 characters, which no code looks like"),
    ("▸Doe Jane,44310,,,,,r", "code holds a text of 8 characters, which no code looks like"),
    ("▸ABCDEFGH123456789,44310,,,,,r", "code holds a text of 17 letters and digits, which no code looks like"),
    ("▸stra\u{DF}e,44310,,,,,r", "code holds a text of 7 characters, which no code looks like"),
    ("▸X1,,,,,,r", "the row gives neither compare_to nor work_rvu"),
    ("▸X1,,0.5,,,,r", "the row gives neither compare_to nor work_rvu"),
    ("X1,44310,,▸2,,,r", "the row gives both compare_to and work_rvu"),
    ("X1,,▸0.5,2,,,r", "the row gives a factor and no compare_to"),
    ("X1,▸4431,,,,,r", "compare_to holds a text of 4 digits, which no CPT or HCPCS code looks like"),
    ("X1,▸SMITH,,,,,r", "compare_to holds a text of 5 letters, which no CPT or HCPCS code looks like"),
    ("g0104,▸G0104,,,,,r", "the code is compared with itself"),
    ("X1,44310,▸10.000001,,,,r", "factor holds a text of 9 characters, which is not a number from 0 to 10"),
    ("X1,44310,▸-1,,,,r", "factor holds \"-1\", which is not a number from 0 to 10"),
    ("X1,44310,▸half,,,,r", "factor holds a text of 4 letters, which is not a number from 0 to 10"),
    ("X1,,,▸1000.1,,,r", "work_rvu holds \"1000.1\", which is not a number from 0 to 1000"),
    ("X1,,,▸123-45-6789,,,r", "work_rvu holds a text of 11 characters, which is not a number from 0 to 1000"),
    ("X1,,,2,▸2026-13-01,,r", "start holds \"2026-13-01\", which is not a day"),
    ("X1,,,2,,▸soon,r", "end holds a text of 4 letters, which is not a day"),
    ("X1,,,2,2026-03-01,▸2026-02-28,r", "the row ends (2026-02-28) before it starts (2026-03-01)"),
    ("X1,,,2,,,▸", "reason is blank"),
  ])
  func `not where a row is wrong, which is told with its place and a remedy`(row: String, message: String) throws {
    let marked = MarkedText(Self.header + "X0,,,1,,,r\n\(row)\n")
    let failure = try failure(marked.text)
    #expect(failure.message == message)
    #expect(failure.position.description == "crosswalk.csv:\(marked.place)")
    #expect(failure.hint != nil && !failure.isUsage)
  }

  @Test(arguments: [
    ("X1,44310,,,,2026-06-30,r", "X1,,,2,2026-07-01,,r"), ("X1,,,1,,,r", "X2,,,1,,,r"),
  ])
  func `where rows of one code share no day`(first: String, second: String) throws {
    #expect(try read(Self.header + "\(first)\n\(second)\n").crosswalk.rows.count == 2)
    #expect(try read(Self.header + "\(second)\n\(first)\n").crosswalk.rows.count == 2)
  }

  @Test(arguments: [
    ("X1,44310,,,,,r", "X1,,,2,▸2026-07-01,,r"), ("X1,44310,,,,2026-06-30,r", "x1,44310,,,▸2026-06-30,,r"),
    ("X1,,,1,2026-06-30,,r", "X1,,,1,▸,2026-06-30,r"),
  ])
  func `not where they share one, and both lines are told`(first: String, second: String) throws {
    let marked = MarkedText(Self.header + "X0,,,1,,,r\n\(first)\nX9,,,1,,,r\n\(second)\n")
    #expect(
      try failure(marked.text).description == """
        crosswalk.csv:\(marked.place): error: the row holds on days on which line 3 holds for the same code
        hint: end one row before the next starts
        """)
    #expect(marked.line == 5)
  }

  @Test(arguments: [
    ("compared_to", "is it compare_to? Rename it"), ("factors", "is it factor? Rename it"),
    ("rvu", "is it work_rvu? Rename it"), ("end_date", "is it end? Rename it"),
    ("notes", "take it out; the columns are code, compare_to, factor, work_rvu, start, end, reason"),
  ])
  func `not with a column that is not known, which is told with a suggestion`(header: String, hint: String) throws {
    let failure = try failure("code,reason,\(header)\nX1,r,\n")
    #expect(failure.description == "crosswalk.csv:1: error: the column \"\(header)\" is not read\nhint: \(hint)")
  }

  @Test(arguments: [
    ("", "is empty"), ("code,work_rvu\n", "the column reason is missing"),
    ("reason,work_rvu\n", "the column code is missing"), (Self.header, "has no rows"),
    ("code,reason,Code\nX1,r,X1\n", "the column code is there twice"),
    ("code,work_rvu,,reason\nX1,1,x,r\n", "the value is in a column without a header"),
    ("code,work_rvu,reason\nX1,1\n", "the record has 2 fields and the header 3"),
  ])
  func `not from a file without what is needed`(text: String, message: String) throws {
    let failure = try failure(text)
    #expect(failure.message == message && failure.position.file == "crosswalk.csv")
  }

  @Test func `as its page in the schemas shows it`() throws {
    let page = try SchemaPage("crosswalk")
    #expect(try read(page.example).crosswalk.rows.map(\.code) == ["44238", "TELEVISIT"])
    #expect(page.columns == ["code", "compare_to", "factor", "work_rvu", "start", "end", "reason"])
  }
}
