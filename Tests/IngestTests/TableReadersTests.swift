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
        "clinician_id;clinical_fte\n", "the column clinician_id is missing",
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

/// Surveys.
@Suite struct SurveyReaderTests {
  private func read(_ text: String) throws -> Survey {
    let scratch = try TemporaryFolder()
    return try SurveyReader.read(scratch.write("survey.csv", text), shownAs: "survey.csv")
  }

  @Test func `a row has its points in order, whatever the order of the columns`() throws {
    let survey = try read(
      """
      P90,survey,year,data_year,specialty,region,provider_type,metric,n,organisations,mean,p5,p50,p10
      "12,000.5",Ours,2026,2025,Cardiology,West,Physician,work_rvu,"1,186",44,8760,5000,8500,5600

      """)
    #expect(survey.findings == [])
    let row = try #require(survey.rows.first)
    #expect(row.points.map(\.percent) == [5, 10, 50, 90])
    #expect(row.points.map(\.millionths) == [5_000_000_000, 5_600_000_000, 8_500_000_000, 12_000_500_000])
    #expect(row.survey == "Ours" && row.year == 2026 && row.dataYear == 2025 && row.specialty == "Cardiology")
    #expect(row.region == "West" && row.providerType == "Physician" && row.metric == .workRVU)
    #expect(row.respondents == 1186 && row.organisations == 44)
    #expect(row.meanMillionths == 8_760_000_000 && row.deviationMillionths == nil)
    #expect(row.medianMillionths == 8_500_000_000)
    #expect(row.position.description == "survey.csv:2")
  }

  @Test(arguments: [["p1", "p99"], ["p05", "p50"], ["p33", "p66"], ["p50"], ["p20", "p40", "p60", "p80"]])
  func `any percentiles may be published`(names: [String]) throws {
    let values = names.indices.map { String(100 * ($0 + 1)) }
    let survey = try read(
      "survey,year,specialty,metric,\(names.joined(separator: ","))\nS,2026,A,work_rvu,\(values.joined(separator: ","))\n"
    )
    let row = try #require(survey.rows.first)
    #expect(row.points.map(\.percent) == names.compactMap { Int($0.dropFirst()) })
    #expect(row.points.map(\.millionths) == values.compactMap(Int64.init).map { $0 * 1_000_000 })
  }

  @Test func `percentiles that are blank or equal to their neighbours are no fault`() throws {
    let survey = try read("survey,year,specialty,metric,p10,p25,p50,p75\nS,2026,A,work_rvu,,100,100,\n")
    #expect(survey.findings == [])
    #expect(survey.rows.map { $0.points.map(\.percent) } == [[25, 50]])
  }

  private static let header = "survey,year,data_year,specialty,metric,n,organisations,p25,p50,p75\n"

  @Test(arguments: [
    ("S,2026,,B,▸workrvu,9,9,100,110,120", "metric \"workrvu\" is not known"),
    ("S,2026,,B,work_rvu,9,9,100,▸90,120", "p50 (90) is below p25 (100): percentiles never fall"),
    ("S,2026,,B,work_rvu,9,9,100,,▸99.5", "p75 (99.5) is below p25 (100): percentiles never fall"),
    ("S,2026,,B,work_rvu,9,9,100,▸*,120", "p50 \"*\" is not a number"),
    ("S,2026,,B,work_rvu,9,9,▸-1,90,120", "p25 \"-1\" is not a number"),
    ("S,2026,,B,work_rvu,9,9,1,▸\"5996,50\",", "p50 \"5996,50\" is not a number"),
    ("S,2026,,B,work_rvu,9,9,1,▸\"5,99\",", "p50 \"5,99\" is not a number"),
    ("S,2026,,B,work_rvu,9,9,1,▸\"1,234.5,678\",", "p50 \"1,234.5,678\" is not a number"),
    ("S,2026,,B,work_rvu,9,9,1,▸\",500\",", "p50 \",500\" is not a number"),
    ("S,2026,,B,work_rvu,9,9,,▸,", "the row has no percentile"),
    ("▸,2026,,B,work_rvu,9,9,1,2,3", "survey, year, specialty or metric is blank or not readable"),
    ("▸S,2026A,,B,work_rvu,9,9,1,2,3", "survey, year, specialty or metric is blank or not readable"),
    ("▸S,2026,,,work_rvu,9,9,1,2,3", "survey, year, specialty or metric is blank or not readable"),
    ("▸S,2026,,B,,9,9,1,2,3", "survey, year, specialty or metric is blank or not readable"),
    ("S,2026,,B,work_rvu,▸<10,9,1,2,3", "n \"<10\" is not a whole number"),
    ("S,2026,,B,work_rvu,▸12.5,9,1,2,3", "n \"12.5\" is not a whole number"),
    ("S,2026,,B,work_rvu,▸-3,9,1,2,3", "n \"-3\" is not a whole number"),
    ("S,2026,▸last,B,work_rvu,9,9,1,2,3", "data_year \"last\" is not a whole number"),
    ("S,2026,,B,work_rvu,9,▸few,1,2,3", "organisations \"few\" is not a whole number"),
  ])
  func `a row that cannot be used is left out with its place, and the others are kept`(row: String, message: String)
    throws
  {
    let marked = MarkedText(Self.header + "S,2026,,A,work_rvu,9,9,1,2,3\n" + row + "\nS,2026,,C,work_rvu,9,9,1,2,3\n")
    let survey = try read(marked.text)
    #expect(survey.findings.map(\.problem) == [.badSurveyRow])
    #expect(survey.findings.map(\.message) == [message])
    #expect(survey.findings.map { $0.position?.description } == ["survey.csv:\(marked.place)"])
    #expect(survey.findings.allSatisfy { $0.hint != nil })
    #expect(survey.rows.map(\.specialty) == ["A", "C"])
  }

  @Test func `every caution is kept once, in the order of the file`() throws {
    let survey = try read(
      "survey,year,specialty,metric,p50,caution\nS,2026,A,work_rvu,1,Invented.\nS,2026,B,work_rvu,1,\nS,2026,C,work_rvu,1,Old.\nS,2026,D,work_rvu,x,Invented.\n"
    )
    #expect(survey.cautions == ["Invented.", "Old."])
    #expect(survey.rows.count == 3)
  }

  @Test(arguments: [
    ("p75th", "is it p75?"), ("p 50", "is it p50?"), ("75th", "is it p75?"), ("p_25", "is it p25?"),
    ("P90%", "is it p90?"), ("25th percentile", "is it p25?"), ("percentile_10", "is it p10?"),
    ("p0", "rename it or take it out"), ("p100", "rename it or take it out"), ("p5.5", "is it p5?"),
  ])
  func `a column that is meant for a percentile and is not called as one is refused`(header: String, hint: String)
    throws
  {
    let failure = try #require(
      #expect(throws: InputFailure.self) {
        _ = try read("survey,year,specialty,metric,p50,\(header)\nS,2026,A,work_rvu,100,200\n")
      })
    #expect(failure.message.hasPrefix("the column ") && failure.message.hasSuffix(" is not read"))
    #expect(failure.hint?.hasPrefix(hint) == true && failure.position.description == "survey.csv:1")
  }

  @Test(arguments: [
    ("organizations", "organisations"), ("regions", "region"), ("n_respondents", "n"), ("datayear", "data_year"),
    ("providertype", "provider_type"), ("type", "provider_type"), ("cautions", "caution"),
  ])
  func `a misspelt column of a survey is refused`(header: String, meant: String) throws {
    let failure = try #require(
      #expect(throws: InputFailure.self) {
        _ = try read("survey,year,specialty,metric,p50,\(header)\nS,2026,A,work_rvu,1,\n")
      })
    #expect(failure.message == "the column \"\(header)\" is not read" && failure.hint == "is it \(meant)? Rename it")
  }

  @Test(arguments: ["median", "mean,sd", "pay", "source", "page", "2025", "id"])
  func `other columns of a survey are no fault`(headers: String) throws {
    let blanks = headers.filter { $0 == "," }
    #expect(try read("survey,year,specialty,metric,p50,\(headers)\nS,2026,A,work_rvu,1,\(blanks)\n").rows.count == 1)
  }

  @Test(arguments: [
    ("survey,year,specialty,metric,median\n", "there is no percentile column"),
    ("survey,year,specialty,metric,p,p+5,px,pay\n", "there is no percentile column"),
    ("survey,year,specialty,metric,p05,p5\n", "the columns p05 and p5 are the same percentile"),
  ])
  func `a survey without percentiles, or with one twice, cannot be used`(header: String, message: String) throws {
    let failure = try #require(#expect(throws: InputFailure.self) { _ = try read(header) })
    #expect(failure.message == message && failure.position.description == "survey.csv:1")
  }
}
