import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Surveys in the layouts that analysts keep; all values are invented.
@Suite struct `A survey is read in any layout` {
  static let library = SurveyMapLibrary(dataFolder: PackageRoot.path("benchmarks-data"))

  private func read(_ text: String, _ reading: SurveyReading? = nil) throws -> Survey {
    let scratch = try TemporaryFolder()
    var reading = reading ?? SurveyReading(name: "Invented", year: 2026, dataYear: 2025)
    reading.maps = try Self.library.all()
    return try SurveyReader.read(scratch.write("s.csv", text), shownAs: "s.csv", reading)
  }

  private func map(_ yaml: String) throws -> SurveyMap { try SurveyMapFile.read(Array(yaml.utf8), file: "map.yaml") }

  static let wide =
    "specialty,provider_type,geographic_region,n_orgs,n_incumbents,tcc_p25,tcc_p50,wrvu_p25,wrvu_p50,cf_p25,cf_p50\n"

  @Test func `metrics side by side give a row each`() throws {
    let survey = try read(
      Self.wide + "Urology,Staff Physician,National,31,212,\"401,000\",$470500,6100,7450,55.5,61\n")
    #expect(survey.map == "wide-metrics" && survey.findings.isEmpty)
    #expect(survey.rows.map(\.metric) == [.workRVU, .totalCompensation, .compensationPerWorkRVU])
    #expect(survey.rows.map(\.medianMillionths) == [7_450_000_000, 470_500_000_000, 61_000_000])
    for row in survey.rows {
      #expect(row.survey == "Invented" && row.year == 2026 && row.dataYear == 2025 && row.region == "National")
      #expect(row.respondents == 212 && row.organisations == 31 && row.points.map(\.percent) == [25, 50])
      #expect(row.providerType == "Staff Physician" && row.position.description == "s.csv:2")
    }
  }

  @Test(arguments: ["n", "N"]) func `a column n has the respondents in any layout`(heading: String) throws {
    let wide = try read("specialty,n_orgs,\(heading),wrvu_p25,wrvu_p50\nUrology,31,212,6100,7450\n")
    let long = try read("specialty,variable,n_orgs,\(heading),p25,p50\nUrology,Work RVUs,31,212,6100,7450\n")
    #expect(wide.map == "wide-metrics" && long.map == "long-variables")
    for survey in [wide, long] {
      #expect(survey.rows.map(\.respondents) == [212] && survey.rows.map(\.organisations) == [31])
      #expect(survey.findings.isEmpty, "\(survey.findings)")
    }
  }

  @Test(arguments: ["*", "**", "ISD", "N/A", "n/a", "-", ""]) func `what is not published is not there, and never zero`(
    mark: String
  ) throws {
    let survey = try read(Self.wide + "Urology,,,31,212,\(mark),470500,6100,\(mark),\(mark),\(mark)\n")
    #expect(survey.rows.map { $0.points.map(\.percent) } == [[25], [50]])
    #expect(survey.account.rows == 3 && survey.account.notPublished == 1 && survey.account.isBalanced)
    #expect(!survey.rows.flatMap(\.points).contains { $0.millionths == 0 })
  }

  @Test func `one row a variable has its metric by its word`() throws {
    let survey = try read(
      """
      specialty,provider_type,geographic_region,variable,n_orgs,n_incumbents,p25,p50
      Urology,,,TCC,31,212,401000,470500
      Urology,,,Work RVUs,31,212,6100,7450
      Urology,,,CFs,31,212,55.5,61
      Urology,,,Base Salary,31,212,300000,350000
      Urology,,,Parking,31,212,1,2

      """)
    #expect(survey.map == "long-variables")
    #expect(survey.rows.map(\.metric) == [.totalCompensation, .workRVU, .compensationPerWorkRVU])
    #expect(survey.account.ofOtherMetrics == 2 && survey.account.isBalanced)
    #expect(survey.findings.map(\.problem) == [.unreadMetric])
    #expect(survey.findings.first?.message.contains("\"Parking\"") == true)
  }

  @Test func `a word of a metric that is nearly known is an error, not another metric`() throws {
    let survey = try read("specialty,variable,n_incumbents,p50\nUrology,Work RVU s,9,7000\n")
    #expect(survey.findings.map(\.problem) == [.badSurveyRow] && survey.rows.isEmpty)
    #expect(survey.findings.first?.position?.description == "s.csv:2:9")
  }

  @Test(arguments: ["\t", ";", "|"]) func `whatever stands between fields, above the header and under the table`(
    mark: String
  ) throws {
    let table =
      "Invented survey of 2026\n\n" + Self.wide + "Urology,,,31,212,401000,470500,6100,7450,55,61\n\nInvented.\n"
    let survey = try read(table.replacing(",", with: mark).replacing("\n", with: "\r\n"))
    #expect(survey.headerLine == 3 && survey.rows.count == 3)
    #expect(survey.account.notes == 1 && survey.account.records == 2)
  }

  @Test(arguments: TextForm.all) func `and whatever its letters are in`(form: TextForm) throws {
    let rows = [
      ["specialty", "n_incumbents", "wrvu_p25", "wrvu_p50"], ["Chirurgie g\u{E9}n\u{E9}rale", "212", "6,100", "7,450"],
    ]
    let text = rows.map(form.row).joined(separator: form.lineEnd) + form.lineEnd
    let scratch = try TemporaryFolder()
    let reading = SurveyReading(among: try Self.library.all(), name: "Invented", year: 2026)
    let survey = try SurveyReader.read(scratch.write("s.csv", form.bytes(text)), shownAs: "s.csv", reading)
    #expect(survey.specialties == ["Chirurgie g\u{E9}n\u{E9}rale"])
    #expect(survey.rows.map { $0.points.map(\.millionths) } == [[6_100_000_000, 7_450_000_000]])
  }

  @Test func `or in a workbook, on the sheet that fits or is named`() throws {
    let header: [SmallWorkbook.Cell] = ["specialty", "geographic_region", "n_incumbents", "wrvu_p25", "wrvu_p50"]
    let book = SmallWorkbook([
      .init("About", [["Invented"]]),
      .init(
        "Primary",
        [["Title"], header, ["Urology", .empty, .number("212"), .number("6100.0000000001"), .number("7450")]]),
      .init("Medical", [header, ["Neurology", .empty, .number("80"), .text("*"), .number("5200")]]),
    ])
    let scratch = try TemporaryFolder()
    let path = try scratch.write("s.xlsx", book.bytes)
    var reading = SurveyReading(among: try Self.library.all(), name: "Invented", year: 2026)
    let first = try SurveyReader.read(path, shownAs: "s.xlsx", reading)
    #expect(first.sheet == "Primary" && first.headerLine == 2)
    #expect(first.rows.map { $0.points.map(\.millionths) } == [[6_100_000_000, 7_450_000_000]])
    #expect(first.rows.first?.position.description == "s.xlsx [Primary]:3")
    #expect(first.findings.map(\.problem) == [.unreadSheet])
    reading.sheet = "medical"
    let second = try SurveyReader.read(path, shownAs: "s.xlsx", reading)
    #expect(second.specialties == ["Neurology"] && second.findings.isEmpty)
    reading.sheet = "Nobody"
    #expect(throws: InputFailure.self) { try SurveyReader.read(path, shownAs: "s.xlsx", reading) }
  }

  @Test func `by a map of one's own, with its words, thousands, merged cells and several header rows`() throws {
    let own = try map(
      """
      map: own
      survey: {name: Our survey, year: 2026, dataYear: 2025}
      headers: 2
      columns: {specialty: Specialty, region: Area, n: Count Indv}
      fill: [specialty]
      notPublished: [too few]
      thousands: [total_compensation]
      measures:
        total_compensation: {percentiles: "Pay {percent} %tile", mean: Pay Mean}
        work_rvu: {percentiles: {50: wRVU Median, 90: wRVU 90th}}

      """)
    let survey = try read(
      """
      ,,Count,Pay,,,wRVU,
      Specialty,Area,Indv,Mean,25th %tile,75th %tile,Median,90th
      Urology,East,212,480.5,401,540,7450,10600
      ,West,9,too few,too few,too few,7100,too few

      """, SurveyReading(map: own))
    #expect(survey.rows.map(\.specialty) == ["Urology", "Urology", "Urology"])
    #expect(survey.rows.map(\.region) == ["East", "East", "West"])
    let pay = try #require(survey.rows.first { $0.metric == .totalCompensation })
    #expect(
      pay.points.map(\.percent) == [25, 75] && pay.points.map(\.millionths) == [401_000_000_000, 540_000_000_000])
    #expect(pay.meanMillionths == 480_500_000_000 && pay.survey == "Our survey" && pay.year == 2026)
    #expect(survey.account.notPublished == 1 && survey.account.isBalanced)
  }

  /// A row with its error marked, the finding, and how many other metrics are kept.
  static let spoilt: [(String, Problem, Int)] = [
    ("Urology,,,31,212,470500,▸401000,6100,7450,55,61", Problem.badSurveyRow, 2),
    ("Urology,,,31,212,401000,470500,401000,▸470500,55,61", .mistakenMetric, 2),
    ("Urology,,,31,212,401000,470500,▸$6100,7450,55,61", .mistakenMetric, 2),
    ("Urology,,,31,212,6100,▸7450,6100,7450,55,61", .mistakenMetric, 2),
    ("Urology,,,31,212,401000,470500,6100,7450,6100,▸7450", .mistakenMetric, 2),
    ("Urology,,,31,▸many,401000,470500,6100,7450,55,61", .badSurveyRow, 0),
  ]

  @Test(arguments: spoilt)
  func `a row with an error is left out with its place, and no other metric of it`(
    row: String, problem: Problem, kept: Int
  ) throws {
    let marked = MarkedText(Self.wide + row + "\n")
    let survey = try read(marked.text)
    let errors = survey.findings.filter { $0.severity == .error }
    #expect(Set(errors.map(\.problem)) == [problem], "\(survey.findings)")
    #expect(survey.rows.count == kept && survey.account.isBalanced)
    #expect(errors.first?.position?.description == "s.csv:\(marked.place)")
  }

  @Test func `a row that is there twice is used once, or not at all`() throws {
    let row = "Urology,,,31,212,401000,470500,6100,7450,55,61\n"
    let same = try read(Self.wide + row + row)
    #expect(same.rows.count == 3 && same.account.leftOut == 3 && same.account.isBalanced)
    #expect(Set(same.findings.map(\.problem)) == [.repeatedSurveyRow])
    let other = try read(Self.wide + row + row.replacing("7450", with: "7451").replacing("Urology", with: " UROLOGY"))
    #expect(other.rows.isEmpty && other.account.leftOut == 6 && other.account.isBalanced)
  }

  @Test func `a percentile that is no whole number is refused in words`() throws {
    let failure = try #require(
      #expect(throws: InputFailure.self) {
        _ = try read(Self.wide.replacing("tcc_p25", with: "tcc_p33.3") + "Urology,,,31,212,1,2,3,4,5,6\n")
      })
    #expect(failure.message == "the column \"tcc_p33.3\" is not read")
    #expect(failure.hint?.contains("whole numbers from 1 to 99") == true)
  }

  @Test func `a file that does not say its name and year must be told them`() throws {
    for (reading, lacks) in [
      (SurveyReading(), "the survey's name and year"), (SurveyReading(name: "A"), "the survey's year"),
      (SurveyReading(year: 2026), "the survey's name"),
    ] {
      let failure = try #require(
        #expect(throws: InputFailure.self) { _ = try read(Self.wide + "Urology,,,1,2,3,4,5,6,7,8\n", reading) })
      #expect(failure.message == "the file does not say \(lacks)")
    }
  }

  @Test func `a file of no known layout is refused`() throws {
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try read("a,b,c\n1,2,3\n") })
    #expect(failure.hint?.contains("survey map") == true)
    #expect(throws: InputFailure.self) { _ = try read("") }
  }

  @Test(arguments: ["wide-metrics", "long-variables"])
  func `every built-in map reads its sample, and says whence it is`(
    name: String
  ) throws {
    let map = try Self.library.read(name, askedBy: "test").map
    #expect(!map.title.isEmpty && !map.source.isEmpty)
    let path = PackageRoot.path("benchmarks-data/survey-maps/samples/\(name).csv")
    let survey = try SurveyReader.read(
      path, shownAs: name, SurveyReading(among: try Self.library.all(), name: "Invented", year: 2026))
    #expect(survey.map == name && !survey.rows.isEmpty && survey.account.isBalanced)
    #expect(!survey.findings.contains { $0.severity == .error }, "\(survey.findings)")
    #expect(try Self.library.names.sorted() == ["long-variables", "wide-metrics"])
  }
}

@Suite struct `The standard long form of a survey` {
  @Test func `gives what was read when it is written and read again`() throws {
    let seed: UInt64 = 20_260_915
    var random = SplitMix64(seed: seed)
    let scratch = try TemporaryFolder()
    for round in 0..<40 {
      var rows: [SurveyRow] = []
      for number in 0..<Int(random.next() % 12 + 1) {
        let metric = SurveyMetric.allCases[Int(random.next() % UInt64(SurveyMetric.allCases.count))]
        let base: Int64 =
          switch metric {
          case .totalCompensation, .collections: 250_000_000_000
          case .compensationPerWorkRVU: 50_000_000
          default: 5_000_000_000
          }
        var value = base
        var points: [SurveyPoint] = []
        for percent in 1...99 where random.next() % 8 == 0 || percent == 50 {
          value += Int64(random.next() % UInt64(base / 100))
          points.append(SurveyPoint(percent: percent, millionths: value))
        }
        let people = random.next() % 5 == 0 ? nil : Int(random.next() % 900) + 90
        rows.append(
          SurveyRow(
            survey: ["Plain", "With, comma", "With \"quotes\""][Int(random.next() % 3)], year: 2026,
            dataYear: random.next() % 3 == 0 ? nil : 2025, specialty: "Specialty \(number)",
            region: random.next() % 2 == 0 ? "" : "West", providerType: "", metric: metric, respondents: people,
            organisations: random.next() % 2 == 0 ? nil : Int(random.next() % 90),
            meanMillionths: random.next() % 2 == 0 ? nil : value,
            deviationMillionths: random.next() % 2 == 0 ? nil : Int64(random.next() % 1_000_000_000), points: points,
            position: SourcePosition(file: "s.csv", line: number + 2)))
      }
      let bytes = LongSurvey.bytes(of: rows) { _ in "Invented, all of it." }
      let read = try SurveyReader.read(scratch.write("s.csv", bytes), shownAs: "s.csv")
      #expect(read.rows == rows, "seed \(seed), round \(round)")
      #expect(read.cautions == ["Invented, all of it."])
      #expect(!read.findings.contains { $0.severity == .error }, "seed \(seed), round \(round)")
      #expect(LongSurvey.bytes(of: read.rows, cautions: read.rows.map { _ in "Invented, all of it." }) == bytes)
    }
  }
}

@Suite struct `Numbers of surveys` {
  @Test(arguments: [
    ("5996", Int64(5_996_000_000)), ("5,996", 5_996_000_000), ("$1,234.50", 1_234_500_000), (" 7 ", 7_000_000),
    ("0.1234567", 123_457), ("0.12345649", 123_456), (".5", 500_000), ("0", 0),
  ])
  func `are read as they are written`(text: String, value: Int64) {
    #expect(SurveyNumber(text) == .value(value, hasDollarSign: text.contains("$")))
  }

  @Test(arguments: ["5996,50", "5,99", "12a", "1e3", "$", "1.2.3", "99999999999999999999", "5 000"])
  func `or not at all`(text: String) { #expect(SurveyNumber(text) == .notANumber) }

  @Test(arguments: ["-1", "(1)", "$-5", "-$5"]) func `are not below zero`(text: String) {
    #expect(SurveyNumber(text) == .negative)
  }

  @Test func `are in thousands where the map says so`() {
    #expect(SurveyNumber("480.5", thousands: true) == .value(480_500_000_000, hasDollarSign: false))
    #expect(SurveyNumber("9000000000000", thousands: true) == .notANumber)
  }
}
