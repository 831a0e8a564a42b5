import TestSupport
import Testing

/// The files that a job names, in all the ways in which it can.
@Suite struct `A job's logs` {
  private static let rows: [String] = SmallPractice.log.split(separator: "\n").map { String($0) + "\n" }

  /// The clinicians' figures of a practice whose log is given in another way.
  private static func clinicians(_ practice: SmallPractice, _ entry: String, input: String = "/dev/null") throws
    -> String
  {
    try practice.folder.write("job.yaml", SmallPractice.job.replacing("{files: log.csv}", with: entry))
    let run = try BuiltProgram.shell("'\(try BuiltProgram.path)' run job.yaml <'\(input)'", in: practice.folder.path)
    #expect(run.code == 0, "\(run.messages)")
    return practice.folder.text("out/data/clinicians.csv") ?? ""
  }

  private static let expected = Result { try clinicians(try SmallPractice(), "{files: log.csv}") }

  @Test func `may be a folder, whose hidden files and folders are not read`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("logs/a.csv", Self.rows[0] + Self.rows[1])
    try practice.folder.write("logs/b.csv", Self.rows[0] + Self.rows[2] + Self.rows[3])
    try practice.folder.write("logs/.hidden.csv", "no log")
    try practice.folder.write("logs/~$b.xlsx", "no log")
    try practice.folder.write("logs/old/c.csv", "no log")
    for entry in ["{files: logs}", "{files: logs/}"] {
      #expect(try Self.clinicians(practice, entry) == Self.expected.get())
    }
    let findings = practice.folder.text("out/data/findings.csv") ?? ""
    #expect(findings.contains("unread-folder"))
    let totals = practice.folder.text("out/data/control_totals.csv") ?? ""
    #expect(totals.contains("\nlogs/a.csv,") && totals.contains("\nlogs/b.csv,") && !totals.contains("c.csv"))
  }

  @Test func `may come in through the standard input, once`() throws {
    let practice = try SmallPractice()
    #expect(
      try Self.clinicians(practice, "{files: \"-\"}, {files: \"-\"}", input: "log.csv") == Self.expected.get())
    let totals = practice.folder.text("out/data/control_totals.csv") ?? ""
    #expect(totals.contains("\nstandard input,") && totals.split(separator: "\n").count == 2)
    let check = try BuiltProgram.shell("'\(try BuiltProgram.path)' check job.yaml <log.csv", in: practice.folder.path)
    #expect(check.output.contains("log       standard input, columns by standard") && check.output.contains("99214"))
  }

  @Test func `of a folder without files, or the empty standard input, stop the run`() throws {
    let practice = try SmallPractice()
    _ = try BuiltProgram.shell("mkdir logs", in: practice.folder.path)
    for (entry, message) in [
      ("{files: logs}", "job.yaml:3:8: error: the folder \"logs\" has no files"),
      ("{files: \"-\"}", "standard input: error: is empty"),
    ] {
      try practice.folder.write("job.yaml", SmallPractice.job.replacing("{files: log.csv}", with: entry))
      let run = try BuiltProgram.run(["run", "job.yaml"], in: practice.folder.path)
      #expect(run.code == 3 && run.messages.contains(message), "\(run.messages)")
    }
  }

  // MARK: Sheets

  /// The practice's log as a workbook of some sheets, each with some of its rows.
  private static func workbook(_ sheets: [(name: String, rows: [String])]) throws -> SmallPractice {
    let practice = try SmallPractice()
    let book = SmallWorkbook(
      sheets.map { sheet in
        SmallWorkbook.Sheet(
          sheet.name,
          sheet.rows.map { row in
            row.filter { $0 != "\n" }.split(separator: ",", omittingEmptySubsequences: false).map {
              $0.isEmpty ? .empty : .text(String($0))
            }
          })
      })
    try practice.folder.write("log.xlsx", book.bytes)
    return practice
  }

  @Test func `may be the sheets of a workbook that have the columns, each told by its name`() throws {
    let practice = try Self.workbook([
      ("Summary", ["Visits,3\n"]), ("Oct", [Self.rows[0], Self.rows[1]]),
      ("Nov", [Self.rows[0], Self.rows[2], Self.rows[3]]),
    ])
    #expect(try Self.clinicians(practice, "{files: log.xlsx}") == Self.expected.get())
    let totals = practice.folder.text("out/data/control_totals.csv") ?? ""
    #expect(totals.contains("\nlog.xlsx [Oct],") && totals.contains("\nlog.xlsx [Nov],"))
    #expect(practice.folder.text("out/data/findings.csv")?.contains("unread-sheet") == true)
    #expect(practice.folder.text("out/manifest.json")?.contains("\"sheet\" : \"Nov\"") == true)
  }

  @Test func `of which no sheet has all columns are told of at the sheet that has most`() throws {
    let data = ["clinician_id,Visit,,,,\n", Self.rows[0].replacing("clinician_id", with: ""), Self.rows[1]]
    let practice = try Self.workbook([("Cover", ["Lakeside\n", "units,charge\n"]), ("Data", data)])
    try practice.folder.write("job.yaml", SmallPractice.job.replacing("{files: log.csv}", with: "{files: log.xlsx}"))
    let run = try practice.run()
    #expect(run.code == 3, "\(run.messages)")
    #expect(run.messages.contains("log.xlsx [Data]:2: error: the column clinician_id is missing"), "\(run.messages)")
    #expect(run.messages.contains("clinician_id stands in row 1, above the header in row 2: write headers: 2"))
  }

  @Test func `may be one sheet after a cover`() throws {
    let practice = try Self.workbook([("Cover", ["Lakeside\n"]), ("Data", Self.rows)])
    #expect(try Self.clinicians(practice, "{files: log.xlsx}") == Self.expected.get())
    #expect(practice.folder.text("out/data/control_totals.csv")?.contains("\nlog.xlsx,") == true)
  }

  @Test func `may name one workbook for each of its sheets, and no file for two maps`() throws {
    let practice = try Self.workbook([
      ("Oct", [Self.rows[0], Self.rows[1]]), ("Nov", [Self.rows[0], Self.rows[2], Self.rows[3]]),
    ])
    let map =
      "columns: {line_id: line_id, clinician_id: clinician_id, service_date: service_date, patient_id: patient_id, "
      + "code: code, modifiers: modifiers, units: units, place_of_service: place_of_service, charge: charge}\n"
    try practice.folder.write("oct.yaml", "map: oct\nsheet: Oct\n" + map)
    try practice.folder.write("nov.yaml", "map: nov\nsheet: nov\n" + map)
    let entries = "{files: log.xlsx, columns: oct.yaml}, {files: log.xlsx, columns: nov.yaml}"
    #expect(try Self.clinicians(practice, entries) == Self.expected.get())
    try practice.folder.write(
      "job.yaml", SmallPractice.job.replacing("{files: log.csv}", with: entries + ", {files: log.xlsx}"))
    let run = try practice.run()
    #expect(
      run.code == 2 && run.messages.contains("names a file that is read by the map oct already"), "\(run.messages)")
  }

  // MARK: How much of a log may be rejected

  private static func rejecting(_ share: String) throws -> SmallPractice {
    let practice = try SmallPractice()
    try practice.folder.write("log.csv", SmallPractice.log.replacing("2025-10-07", with: "2025-10-37"))
    try practice.folder.write("job.yaml", SmallPractice.job + "maximumRejectShare: \(share)\n")
    return practice
  }

  @Test func `may have as many rejects as the job allows`() throws {
    for share in ["34%", "0.34", "100%"] {
      let practice = try Self.rejecting(share)
      #expect(try practice.run().code == 0)
      #expect(practice.folder.text("out/data/findings.csv")?.contains("many-rejects") == false)
    }
  }

  @Test func `with more rejects than the job allows stop the run before anything is replaced, and check tells why`()
    throws
  {
    let practice = try Self.rejecting("33.3%")
    try practice.folder.write("job.yaml", SmallPractice.job)
    #expect(try practice.run().code == 0)
    let earlier = try practice.published()
    try practice.folder.write("job.yaml", SmallPractice.job + "maximumRejectShare: 33.3%\n")
    let run = try practice.run()
    #expect(run.code == 3)
    #expect(
      run.messages.contains(
        "log.csv: error: 1 of 3 records cannot be understood, more than the 33.3% that the job allows"))
    #expect(run.messages.contains("most are [impossible-date], first at log.csv:4:8"))
    #expect(try practice.published() == earlier)
    let check = try BuiltProgram.run(["check", practice.jobPath])
    #expect(check.output.contains("[many-rejects]") && check.output.contains("[impossible-date]"))
  }

  @Test(arguments: ["2 %%", "101%", "-1%", "1.5", "x", "0.0000001"])
  func `have no share that is none`(share: String) throws {
    let run = try Self.rejecting("\"\(share)\"").run()
    #expect(run.code == 2 && run.messages.contains("is not a share"), "\(run.messages)")
  }
}
