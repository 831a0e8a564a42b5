import Benchmarking
import Ingest
import ProductivityModel
import TestSupport
import Testing

/// Surveys in the standard long form.
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

  @Test func `characters that nobody sees are replaced in names, and told once`() throws {
    let survey = try read(
      "survey,year,specialty,metric,p50\nS\u{202E}x,2026,A,work_rvu,9\nS\u{202E}x,2026,B\u{1}b,work_rvu,9\n")
    #expect(survey.rows.map(\.survey) == ["S\u{FFFD}x", "S\u{FFFD}x"])
    #expect(survey.rows.map(\.specialty) == ["A", "B\u{FFFD}b"])
    let told = survey.findings.filter { $0.problem == .unseenCharacter }
    #expect(told.compactMap(\.position?.description) == ["survey.csv:2:1", "survey.csv:3:12"])
  }

  @Test func `percentiles that are blank or equal to their neighbours are no fault`() throws {
    let survey = try read("survey,year,specialty,metric,n,p10,p25,p50,p75\nS,2026,A,work_rvu,9,,1000,1000,\n")
    #expect(survey.findings == [])
    #expect(survey.rows.map { $0.points.map(\.percent) } == [[25, 50]])
  }

  private static let header = "survey,year,data_year,specialty,metric,n,organisations,p25,p50,p75\n"

  @Test(arguments: [
    ("S,2026,,B,▸workrvu,9,9,100,110,120", "metric \"workrvu\" is not known"),
    ("S,2026,,B,work_rvu,9,9,100,▸90,120", "p50 (90) is below p25 (100): percentiles never fall"),
    ("S,2026,,B,work_rvu,9,9,100,,▸99.5", "p75 (99.5) is below p25 (100): percentiles never fall"),
    ("S,2026,,B,work_rvu,9,9,100,▸many,120", "p50 \"many\" is not a number"),
    ("S,2026,,B,work_rvu,9,9,▸-1,90,120", "p25 \"-1\" is below zero"),
    ("S,2026,,B,work_rvu,9,9,▸(1),90,120", "p25 \"(1)\" is below zero"),
    ("S,2026,,B,work_rvu,9,9,0,0,▸0", "B: all percentiles are 0"),
    ("▸=S,2026,,B,work_rvu,9,9,1,2,3", "survey starts with =, as a formula does"),
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
    ("S,▸1989,,B,work_rvu,9,9,1,2,3", "year 1989 is no year from 1990 to 2100"),
    ("S,▸20255,,B,work_rvu,9,9,1,2,3", "year 20255 is no year from 1990 to 2100"),
    ("S,2026,▸25,B,work_rvu,9,9,1,2,3", "data_year 25 is no year from 1990 to 2100"),
    ("S,2020,▸2099,B,work_rvu,9,9,1,2,3", "data_year 2099 is after the year of publication, 2020"),
  ])
  func `a row that cannot be used is left out with its place, and the others are kept`(row: String, message: String)
    throws
  {
    let marked = MarkedText(Self.header + "S,2026,,A,work_rvu,9,9,1,2,3\n" + row + "\nS,2026,,C,work_rvu,9,9,1,2,3\n")
    let survey = try read(marked.text)
    let errors = survey.findings.filter { $0.severity == .error }
    #expect(errors.map(\.problem) == [.badSurveyRow])
    #expect(errors.map(\.message) == [message])
    #expect(errors.map { $0.position?.description } == ["survey.csv:\(marked.place)"])
    #expect(survey.findings.allSatisfy { $0.hint != nil })
    #expect(survey.rows.map(\.specialty) == ["A", "C"])
  }

  @Test func `a year and the year of its data may be one`() throws {
    #expect(try read(Self.header + "S,2026,2026,B,work_rvu,9,9,1000,2000,3000\n").findings == [])
  }

  @Test(arguments: ["*", "**", "ISD", "N/A", "-"])
  func `a mark in place of the respondents says that they are too few, and a blank does not`(mark: String) throws {
    let survey = try read(
      Self.header + "S,2026,,B,work_rvu,\(mark),9,1000,2000,3000\nS,2026,,C,work_rvu,,*,1000,2000,3000\n")
    #expect(survey.rows.map(\.specialty) == ["C"] && survey.account.leftOut == 1 && survey.account.isBalanced)
    let finding = try #require(survey.findings.first { $0.problem == .fewRespondents })
    #expect(finding.position?.description == "survey.csv:2:20" && finding.message.contains("\"\(mark)\""))
  }

  @Test func `a caution stays with its own row, and no cell becomes a formula`() throws {
    let survey = try read(
      """
      survey,year,specialty,region,metric,n,p50,caution
      S,2026,A,=1+1,work_rvu,20,5000,=HYPERLINK(1)
      T,2026,B,,work_rvu,20,5000,
      T,2026,C,,work_rvu,20,5000,Old.

      """)
    let text = String(decoding: LongSurvey.bytes(of: survey.rows, caution: survey.caution), as: UTF8.self)
    let lines = text.split(separator: "\n").dropFirst().map(String.init)
    #expect(
      lines == [
        "S,2026,,A,'=1+1,,work_rvu,20,,,,5000,'=HYPERLINK(1)", "T,2026,,B,,,work_rvu,20,,,,5000,",
        "T,2026,,C,,,work_rvu,20,,,,5000,Old.",
      ])
    let again = try read(text)
    #expect(LongSurvey.bytes(of: again.rows, caution: again.caution) == Array(text.utf8))
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
    ("p0", "rename it or take it out"), ("p100", "rename it or take it out"), ("p33.3", "rename it or take it out"),
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
