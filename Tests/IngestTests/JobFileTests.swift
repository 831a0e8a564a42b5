import Crediting
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Job files.
@Suite struct JobFileTests {
  private static let reports = ["practice", "specialty", "clinician", "data-quality"]
  private static let formats = ["html", "csv", "json"]
  private static let least = "practice: Lakeside\nyear: 2026\nlogs: [{files: logs/*.csv}]\n"

  private func read(_ text: String) throws -> Job {
    let scratch = try TemporaryFolder()
    return try JobFile.read(scratch.write("job.yaml", text), reportKinds: Self.reports, formats: Self.formats)
  }

  private func failure(_ text: String) throws -> InputFailure {
    try #require(#expect(throws: InputFailure.self) { _ = try read(text) })
  }

  @Test func `every key is read`() throws {
    let text = """
      practice: Lakeside Medical Group
      period: 2025-10-01..2026-09-30
      through: 2026-06-30
      logs:
        - files: logs/*.csv
          columns: maps/ours.yaml
        - {files: more.csv}
      roster: roster.csv
      fees: {vintage: frozen 2025D}
      credit: {pay: flat-factors, benchmark: ours.yaml}
      surveys: [{file: a.csv}, {file: b.csv}]
      reports: [data-quality, practice, practice]
      formats: csv
      credits: true
      output: out/2026/
      privacy: {minimumPeers: 7, minimumRespondents: 20}
      failOn: warning

      """
    let job = try read(text)
    #expect(job.practice == "Lakeside Medical Group")
    #expect(job.period.description == "2025-10-01..2026-09-30" && job.through?.description == "2026-06-30")
    #expect(
      job.logs.map(\.files) == ["logs/*.csv", "more.csv"] && job.logs.map(\.columns) == ["maps/ours.yaml", "standard"])
    #expect(job.logs.map(\.position.line) == [5, 7])
    #expect(job.roster == "roster.csv" && job.vintage == .frozen(release: "2025D"))
    #expect(job.payPolicy == "flat-factors" && job.benchmarkPolicy == "ours.yaml")
    #expect(job.surveys.map(\.file) == ["a.csv", "b.csv"])
    #expect(job.reports == ["data-quality", "practice"] && job.formats == ["csv"])
    #expect(job.writesCredits && job.output == "out/2026/")
    #expect(job.minimumPeers == 7 && job.minimumRespondents == 20 && job.failOn == .warning)
    #expect(Int(job.size) == text.utf8.count && job.sha256.count == 64)
  }

  @Test func `what a job does not say has its default`() throws {
    let job = try read(Self.least)
    #expect(job.period == DayRange(year: 2026) && job.through == nil && job.roster == nil)
    #expect(job.vintage == .serviceDate && job.payPolicy == "unadjusted" && job.benchmarkPolicy == "survey-comparable")
    #expect(
      job.surveys.isEmpty && job.specialtyNames == nil && job.reports == Self.reports && job.formats == Self.formats)
    #expect(!job.writesCredits && job.output == "out/" && job.minimumPeers == 5 && job.minimumRespondents == 10)
    #expect(job.failOn == .error)
    #expect(try read(Self.least + "failOn: never\n").failOn == nil)
  }

  @Test func `paths are relative to the job file`() throws {
    var job = try read(Self.least)
    job.path = "jobs/2026/job.yaml"
    #expect(job.resolve("logs/a.csv") == "jobs/2026/logs/a.csv" && job.resolve("/abs/a.csv") == "/abs/a.csv")
    job.path = "job.yaml"
    #expect(job.resolve("logs/a.csv") == "logs/a.csv")
  }

  @Test func `a job that is not there is a mistake of usage`() throws {
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try JobFile.read("no/such/job.yaml", reportKinds: [], formats: []) })
    #expect(failure.isUsage && failure.message.hasPrefix("cannot be read: "))
  }

  @Test func `how many runs are kept, and what is run at the end, are as the job says`() throws {
    let job = try read(
      Self.least + "ledger: runs.sqlite\nretention: {runs: 24}\nonFinish: [bin/tell, \"two words\", -x]\n")
    #expect(job.retainedRuns == 24 && job.onFinish?.dropFirst() == ["two words", "-x"])
    // A program with a slash is relative to the job file; others are looked for in PATH.
    #expect(job.onFinish?.first == job.resolve("bin/tell") && job.onFinish?.first != "bin/tell")
    #expect(try read(Self.least + "onFinish: tell\n").onFinish == ["tell"])
    #expect(try read(Self.least).onFinish == nil)
  }

  @Test func `a job that is wrong in one place still says who is to be told`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "job.yaml", "practice: P\nyear: 2025\nrostre: x\noutput: reports/\nonFinish: [./tell]\nledger: {a: b}\n")
    let outline = try #require(JobOutline(path))
    #expect(outline.practice == "P" && outline.period == DayRange(year: 2025) && outline.ledger == nil)
    #expect(outline.output == "\(folder.path)/reports/" && outline.onFinish == ["\(folder.path)/./tell"])
    #expect(
      try JobOutline(folder.write("b.yaml", "practice: [")) == nil && JobOutline("\(folder.path)/none.yaml") == nil)
    #expect(try JobOutline(folder.write("c.yaml", "year: x\n"))?.output == "\(folder.path)/out/")
  }

  @Test func `a survey's entry says how it is read, placed, weighed and aged`() throws {
    let job = try read(
      Self.least + """
        surveys:
          - {file: a.csv}
          - file: b.xlsx
            map: wide-metrics
            sheet: Primary
            name: Ours
            year: 2026
            dataYear: 2025
            metric: medicare_work_rvu
            weight: 2.5
            age: {rate: 3.5%, to: 2026-07-01}
        specialtyNames: names.csv

        """)
    let plain = try #require(job.surveys.first)
    #expect(plain.file == "a.csv" && plain.metric == .workRVU && plain.weightMillionths == 1_000_000)
    #expect(plain.map == nil && plain.age == nil && !plain.hasStatedWeight)
    let full = try #require(job.surveys.last)
    #expect(full.map == "wide-metrics" && full.sheet == "Primary" && full.name == "Ours")
    #expect(full.year == 2026 && full.dataYear == 2025 && full.metric == .medicareWorkRVU)
    #expect(full.weightMillionths == 2_500_000 && full.hasStatedWeight)
    #expect(full.age?.rateMillionths == 35_000 && full.age?.day.description == "2026-07-01")
    #expect(job.specialtyNames == "names.csv")
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var message: String
    var hint: String?
    var testDescription: String { message }

    /// A job with one line more than it needs.
    static func more(_ line: String, _ message: String, _ hint: String? = nil) -> Case {
      Case(text: least + line + "\n", message: message, hint: hint)
    }

    /// A job with only a practice and some logs, and what is to be its period.
    static func period(_ lines: String, _ message: String, _ hint: String? = nil) -> Case {
      Case(text: lines + "\npractice: P\nlogs: [{files: a.csv}]\n", message: message, hint: hint)
    }
  }

  private static let cases: [Case] = [
    .more("▸pratice: x", "unknown key \"pratice\" in a job", "did you mean practice?"),
    .more("▸colour: red", "unknown key \"colour\" in a job", nil),
    .more("through: ▸2027-01-01", "through (2027-01-01) is outside the period 2026-01-01..2026-12-31"),
    .more("through: ▸2025-12-31", "through (2025-12-31) is outside the period 2026-01-01..2026-12-31"),
    .more("through: ▸soon", "\"soon\" is not a day"),
    .more(
      "reports: [practice, ▸specialties]", "\"specialties\" is not a report of this version", "did you mean specialty?"),
    .more(
      "reports: ▸everything", "\"everything\" is not a report of this version",
      "choose from: practice, specialty, clinician, data-quality"),
    .more("formats: [▸htm]", "\"htm\" is not a format of this version", "did you mean html?"),
    .more("formats: [html, ▸docx]", "\"docx\" is not a format of this version", "choose from: html, csv, json"),
    .more("credit: {▸pays: unadjusted}", "unknown key \"pays\" in credit", "did you mean pay?"),
    .more("fees: {▸vintages: x}", "unknown key \"vintages\" in fees", "did you mean vintage?"),
    .more(
      "fees: {vintage: ▸newest}", "\"newest\" is not a vintage",
      "write service-date, post-date, survey, or frozen and a release: frozen 2020A"),
    .more("fees: {vintage: ▸frozen}", "\"frozen\" is not a vintage"),
    .more("fees: {vintage: ▸frozen 2020A 2021A}", "\"frozen 2020A 2021A\" is not a vintage"),
    .more("privacy: {▸minimumPeer: 3}", "unknown key \"minimumPeer\" in privacy", "did you mean minimumPeers?"),
    .more("privacy: {minimumPeers: ▸0}", "0 is less than 1, the least allowed"),
    .more("privacy: {minimumPeers: ▸10001}", "10001 is more than 10000, the most allowed"),
    .more("privacy: {minimumRespondents: ▸99999999}", "99999999 is more than 10000, the most allowed"),
    .more("privacy: {minimumRespondents: ▸ten}", "\"ten\" is not a whole number"),
    .more("credits: ▸perhaps", "\"perhaps\" is neither true nor false"),
    .more("failOn: ▸warn", "\"warn\" is not a level of finding (note, warning, error) or never"),
    .more("surveys: [▸a.csv]", "a survey is a list of keys and values"),
    .more("surveys: [▸{}]", "a survey needs the key \"file\""),
    .more("surveys: [{file: a.csv, ▸maps: b}]", "unknown key \"maps\" in a survey", "did you mean map?"),
    .more("surveys: [{file: a.csv, year: ▸26}]", "26 is not a year"),
    .more("surveys: [{file: a.csv, name: ▸=x}]", "the name is blank, long, or starts as a formula does"),
    .more("surveys: [{file: a.csv, metric: ▸rvu}]", "\"rvu\" is not a metric of surveys"),
    .more(
      "surveys: [{file: a.csv, metric: ▸collections}]", "work RVUs cannot be placed among collections",
      "leave the key out for work_rvu; medicare_work_rvu is the other metric that can place them"),
    .more("surveys: [{file: a.csv, weight: ▸0}]", "a weight is above 0 and at most 1000000"),
    .more("surveys: [{file: a.csv, weight: ▸-1}]", "a weight is above 0 and at most 1000000"),
    .more("surveys: [{file: a.csv, age: ▸3%}]", "age is a list of keys and values"),
    .more("surveys: [{file: a.csv, age: {rate: ▸21%, to: 2026-07-01}}]", "a rate of a year is 0% to 20%"),
    .more("surveys: [{file: a.csv, age: {rate: 3%, to: ▸2026}}]", "\"2026\" is not a day"),
    .more("surveys: [{file: a.csv, age: ▸{rate: 3%}}]", "age needs the key \"to\""),
    .more("roster: ▸[a.csv]", "a single value is expected here"),
    .period("year: 2026\nperiod: ▸2026-01", "a job has either a year or a period"),
    .period("▸through: 2026-01-01", "a job needs the key \"year\" or \"period\""),
    .period("year: ▸26", "26 is not a year", "write it with four digits, such as 2026"),
    .period("year: ▸20026", "20026 is not a year"),
    .period("year: ▸this", "\"this\" is not a year", "write it with four digits, such as 2025"),
    .period("year: ▸FY26", "\"FY26\" is not a year", "write it with four digits, such as 2026"),
    .more(
      "surveys: ▸s.csv", "a survey is a list of keys and values", "write surveys: [{file: s.csv}]"),
    .period(
      "period: ▸last quarter", "\"last quarter\" is not a period",
      "write 2025-10-01..2026-09-30, a month 2026-09 or a year 2026"),
    .period("period: ▸2026-09-30..2026-01-01", "\"2026-09-30..2026-01-01\" is not a period"),
    .period("period: ▸+202", "\"+202\" is not a period"),
    .period("period: ▸2020-01-01..2026-01-01", "a period is at most three years"),
    Case(text: "▸year: 2026\nlogs: [{files: a}]\n", message: "a job needs the key \"practice\""),
    Case(text: "▸practice: P\nyear: 2026\n", message: "a job needs the key \"logs\""),
    Case(
      text: "practice: P\nyear: 2026\nlogs: ▸log.csv\n", message: "a log is a list of keys and values",
      hint: "write logs: [{files: log.csv}]"),
    Case(text: "practice: P\nyear: 2026\nlogs: ▸[]\n", message: "the job names no logs"),
    Case(text: "practice: P\nyear: 2026\nlogs: [▸{columns: standard}]\n", message: "a log needs the key \"files\""),
    Case(
      text: "practice: P\nyear: 2026\nlogs: [{▸file: a}]\n", message: "unknown key \"file\" in a log",
      hint: "did you mean files?"),
    Case(text: "▸- practice\n", message: "a job is a list of keys and values"),
  ]

  @Test(arguments: cases)
  func `what is wrong in a job is told with its place`(example: Case) throws {
    let marked = MarkedText(example.text)
    let failure = try failure(marked.text)
    #expect(failure.message == example.message)
    #expect(failure.position.description.hasSuffix("/job.yaml:\(marked.place)"), "\(failure)")
    if let hint = example.hint { #expect(failure.hint == hint) }
    #expect(failure.isUsage)
  }
}
