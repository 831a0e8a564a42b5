import Testing
import TestSupport

@Suite struct `Bad input is told of with its place and remedy, and the earlier reports stay` {
  /// What a test spoils, and what the program must say of it.
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let file: String
    let text: String
    let code: Int32
    let says: [String]
    var description: String { name }
  }

  static let stoppers: [Case] = [
    Case(
      name: "a missing column", file: "log.csv", text: SmallPractice.log.replacing("service_date", with: "service_dt"),
      code: 3, says: ["log.csv:1", "the column service_date is missing", "service_dt"]),
    Case(
      name: "a log without a header", file: "log.csv", text: "L1,C-1,2025-10-06,MRN0000001,99214,25,1,11,250.00\n",
      code: 3, says: ["log.csv:1", "is missing", "none of the expected headers"]),
    Case(name: "an empty log", file: "log.csv", text: "", code: 3, says: ["log.csv", "is empty"]),
    Case(
      name: "an unknown key in the job", file: "job.yaml",
      text: SmallPractice.job.replacing("surveys:", with: "survey:"), code: 2,
      says: ["job.yaml:6:1", "unknown key \"survey\"", "did you mean surveys?"]),
    Case(
      name: "a job that is not YAML", file: "job.yaml", text: "practice: [unclosed\n", code: 2,
      says: ["job.yaml:", "not YAML"]),
    Case(
      name: "an unknown policy", file: "job.yaml", text: SmallPractice.job.replacing("unadjusted", with: "unadjustd"),
      code: 2, says: ["there is no credit policy \"unadjustd\"", "did you mean unadjusted?"]),
    Case(
      name: "a release of a year of which another is on board", file: "job.yaml",
      text: SmallPractice.job + "fees: {vintage: frozen 2025A}\n", code: 2,
      says: ["has no fee schedule release 2025A", "write 2025D, which is what is on board of 2025"]),
    Case(
      name: "an unknown report", file: "job.yaml", text: SmallPractice.job + "reports: [practise]\n", code: 2,
      says: ["job.yaml:9:11", "did you mean practice?"]),
    Case(
      name: "no log file", file: "job.yaml", text: SmallPractice.job.replacing("log.csv", with: "logs/*.csv"), code: 3,
      says: ["job.yaml:3", "no file matches \"logs/*.csv\""]),
    Case(
      name: "units whose sum is beyond what is counted", file: "log.csv",
      text: SmallPractice.log
        + (1...5_300).map { "X\($0),C-1,2025-10-06,MRN\($0),99214,,1000000,11,1.00\n" }.joined(), code: 3,
      says: ["log.csv:5: error: ", "more than the 10,000,000,000 that are counted", "this line has the most units"]),
    Case(
      name: "a roster without FTE", file: "roster.csv",
      text: SmallPractice.roster.replacing("Medicine,0.5", with: "Medicine,"), code: 3,
      says: ["roster.csv:3:", "clinical_fte is blank"]),
    Case(
      name: "an interval that ends before it starts", file: "roster.csv",
      text: SmallPractice.roster.replacing("2020-01-01,\nC-2", with: "2020-01-01,2019-01-01\nC-2"), code: 3,
      says: ["roster.csv:2:", "before it starts"]),
    Case(
      name: "a survey without percentiles", file: "survey.csv",
      text: "survey,year,specialty,metric\nInvented,2026,Family Medicine,work_rvu\n", code: 3,
      says: ["survey.csv:1", "no percentile column"]),
  ]

  @Test(arguments: stoppers)
  func `what cannot be used stops the run before anything is replaced`(spoilt: Case) throws {
    let practice = try SmallPractice()
    #expect(try practice.run().code == 0)
    let before = try practice.published()
    #expect(before.keys.contains("./manifest.json"))

    try practice.folder.write(spoilt.file, spoilt.text)
    let outcome = try practice.run()
    #expect(outcome.code == spoilt.code)
    for words in spoilt.says { #expect(outcome.messages.contains(words), "\(outcome.messages)") }
    #expect(!outcome.messages.contains("MRN"))
    // Standard output has the last line of a run, and nothing else.
    #expect(outcome.output.hasPrefix("rvubench run: failed (exit \(spoilt.code)): "))
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(try practice.published() == before)
    #expect(practice.folder.names.filter { $0.hasPrefix(".") }.isEmpty, "nothing half-written is left")
  }

  @Test func `an impossible date rejects its record and no other`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("log.csv", SmallPractice.log.replacing("2025-10-07", with: "2025-02-30"))
    let outcome = try practice.run()
    #expect(outcome.code == 0)
    #expect(
      outcome.messages.contains(
        "log.csv:4:8: error: service_date holds \"2025-02-30\", which is not a day [impossible-date]"))
    #expect(outcome.messages.contains("hint: write days as YYYY-MM-DD"))
    let totals = try #require(practice.folder.text("out/data/control_totals.csv"))
    let row = try #require(totals.split(separator: "\n").last?.split(separator: ","))
    #expect(row[2] == "3" && row[3] == "1" && row[12] == "2")
    let rejects = try #require(practice.folder.text("out/data/rejects.csv"))
    #expect(rejects.contains("log.csv,4,8,impossible-date,error,"))
  }

  @Test func `a log without records and a file named twice are told of`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("log.csv", String(SmallPractice.log.prefix { $0 != "\n" }) + "\n")
    #expect(try practice.run().messages.contains("log.csv: warning: the log has a header and no records [empty-log]"))

    try practice.folder.write("log.csv", SmallPractice.log)
    try practice.folder.write("copy.csv", SmallPractice.log)
    let twice = "logs: [{files: log.csv}, {files: ./log.csv}, {files: copy.csv}]"
    try practice.folder.write("job.yaml", SmallPractice.job.replacing("logs: [{files: log.csv}]", with: twice))
    let outcome = try practice.run()
    #expect(outcome.messages.contains("copy.csv: warning: the file has the same content as log.csv [repeated-file]"))
    #expect(outcome.output.contains("6 records: 3 credited, 3 duplicate"), "one file named twice is read once")
  }

  @Test func `findings at the job's level end with exit code 1 and the reports are written`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job.replacing("failOn: never", with: "failOn: error"))
    #expect(try practice.run().code == 0)
    try practice.folder.write("log.csv", SmallPractice.log.replacing("2025-10-07", with: "2025-02-30"))
    #expect(try practice.run().code == 1)
    #expect(try practice.published()["./data/rejects.csv"]?.contains("impossible-date") == true)
  }

  @Test func `a clinician who is not in the roster is credited, told of and not compared`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("log.csv", SmallPractice.log.replacing("C-2", with: "C-7"))
    let outcome = try practice.run()
    #expect(outcome.messages.contains("log.csv:4: warning: clinician C-7 is not in the roster"))
    #expect(outcome.messages.contains("hint: add the clinician to the roster"))
    let clinicians = try #require(practice.folder.text("out/data/clinicians.csv"))
    let row = try #require(clinicians.split(separator: "\n").first { $0.contains("C-7") })
    #expect(row.contains(",1.3,"), "the visit of 1.30 is credited: \(row)")
  }

  @Test func `a survey row whose percentiles fall places nobody and says where`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("survey.csv", SmallPractice.survey.replacing(",1,2,3,4", with: ",1,3,2,4"))
    let outcome = try practice.run()
    #expect(outcome.messages.contains("survey.csv:2:"))
    #expect(outcome.messages.contains("p75 (2) is below p50 (3)"))
    let placements = try #require(practice.folder.text("out/data/clinicians.csv"))
    #expect(!placements.contains("Invented"))
  }

  @Test func `an output folder that cannot be written ends with exit code 4`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("file", "in the way")
    let outcome = try practice.run("--output", "\(practice.folder.path)/file/out")
    #expect(outcome.code == 4)
    #expect(outcome.messages.contains("file: error: is a file, where a folder is needed"))
    #expect(practice.folder.text("file") == "in the way")
  }

  @Test func `an output folder with files of its own is not replaced`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("out/notes.txt", "mine")
    let outcome = try practice.run()
    #expect(outcome.code == 4)
    #expect(outcome.messages.contains("holds files that no run of rvubench wrote"))
    #expect(practice.folder.text("out/notes.txt") == "mine")
  }

  @Test func `a wrong command line ends with exit code 2`() throws {
    #expect(try BuiltProgram.run(["run"]).code == 2)
    #expect(try BuiltProgram.run(["rum"]).code == 2)
    let practice = try SmallPractice()
    #expect(try practice.run("--period", "soon").code == 2)
    #expect(try practice.run("--format", "docx").code == 2)
    #expect(try BuiltProgram.run(["--help"]).code == 0)
    #expect(try BuiltProgram.run(["--version"]).output.hasPrefix("0."))
  }
}
