import Testing
import TestSupport

@Suite struct `Patient identifiers reach no output and no message` {
  static let patient = "MRN0012345"

  /// Logs in which the patient's number stands where it should not.
  static let logs: [String] = [
    // Shifted one column to the left, with the surplus at the end.
    "L9,2025-10-06,MRN0012345,99214,25,1,11,250.00,\n",
    // Under every other header in turn.
    "MRN0012345,C-1,2025-10-06,MRN0012345,99214,,1,11,250.00\n",
    "L9,MRN0012345,2025-10-06,MRN0012345,99214,,1,11,250.00\n",
    "L9,C-1,MRN0012345,MRN0012345,99214,,1,11,250.00\n",
    "L9,C-1,2025-10-06,MRN0012345,MRN0012345,,1,11,250.00\n",
    "L9,C-1,2025-10-06,MRN0012345,99214,MRN0012345,1,11,250.00\n",
    "L9,C-1,2025-10-06,MRN0012345,99214,,MRN0012345,11,250.00\n",
    "L9,C-1,2025-10-06,MRN0012345,99214,,1,MRN0012345,250.00\n",
    "L9,C-1,2025-10-06,MRN0012345,99214,,1,11,MRN0012345\n",
    // Ragged and unclosed.
    "L9,C-1,2025-10-06,MRN0012345,99214\n",
    "L9,C-1,2025-10-06,\"MRN0012345,99214,,1,11,250.00\n",
  ]

  @Test(arguments: logs)
  func `a number in the wrong column is never shown`(row: String) throws {
    let practice = try SmallPractice()
    try practice.folder.write("log.csv", SmallPractice.log + row)
    try practice.folder.write("job.yaml", SmallPractice.job + "credits: true\n")
    let run = try practice.run()
    #expect(run.code == 0)
    let check = try BuiltProgram.run(["check", practice.jobPath])
    let compare = try BuiltProgram.run(["compare", practice.jobPath, "--clinician", "C-1"])
    for text in [run, check, compare].flatMap({ [$0.output, $0.messages] }) {
      #expect(!text.contains("MRN"), "\(text)")
    }
    let files = try practice.published()
    #expect(files.count > 10)
    for (path, text) in files { #expect(!text.contains("MRN"), "\(path)") }
  }

  /// All of the rows in one log, in forms other than CSV.
  @Test(arguments: [
    TextForm(delimiter: ";", lineEnd: "\r\n", encoding: .windows1252),
    TextForm(delimiter: "\t", encoding: .utf16LE, isPacked: true),
    nil,
  ])
  func `a number in the wrong column is never shown, whatever the form of the log`(form: TextForm?) throws {
    let practice = try SmallPractice()
    let rows = (SmallPractice.log + Self.logs.filter { !$0.contains("\"") }.joined()).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let bytes =
      form.map { form in form.bytes(rows.map { form.row($0) + form.lineEnd }.joined()) }
      ?? SmallWorkbook(rows.map { $0.map { .text($0) } }).bytes
    try practice.folder.write("log.csv", bytes)
    let run = try practice.run()
    #expect(run.code == 0, "\(run.messages)")
    let check = try BuiltProgram.run(["check", practice.jobPath])
    for text in [run, check].flatMap({ [$0.output, $0.messages] }) { #expect(!text.contains("MRN"), "\(text)") }
    for (path, text) in try practice.published() { #expect(!text.contains("MRN"), "\(path)") }
  }

  /// A file of pay with its header and a sound row; the job's key is blank where the plans name it.
  struct PayFile: CustomTestStringConvertible, Sendable {
    var name: String
    var key: String
    var header: String
    var row: String
    var testDescription: String { name }
  }

  static let payFiles = [
    PayFile(
      name: "paid.csv", key: "paid", header: "clinician_id,date,component,amount", row: "C-1,2025-11-30,base,5.00"),
    PayFile(name: "opening.csv", key: "opening", header: "clinician_id,component,amount", row: "C-1,base,5.00"),
    PayFile(
      name: "employer.csv", key: "statement", header: "clinician_id,period,work_rvu,amount", row: "C-1,2025-10,2.5,7.00"
    ),
    PayFile(
      name: "lines.csv", key: "statementLines",
      header: "line_id,clinician_id,service_date,code,modifiers,units,work_rvu",
      row: "L1,C-1,2025-10-06,99214,25,1,1.92"),
    PayFile(name: "shifts.csv", key: "", header: "clinician_id,date,units,stipend", row: "C-1,2025-10-06,1,call"),
    PayFile(name: "panel.csv", key: "", header: "clinician_id,month,members", row: "C-1,2025-10,200"),
    PayFile(name: "quality.csv", key: "", header: "clinician_id,year,earned", row: "C-1,2025,80%"),
  ]

  private static let plans = """
    plans:
      - id: one   # not MRN0012345
        effective: 2025
        base: {annual: 120000}
        production: {rate: 50}
        withhold: {share: 10%, release: quality.csv}
        stipends: [{name: call, per: shift, amount: 100, source: shifts.csv}]
        panel: {perMemberPerMonth: 2, source: panel.csv}

    """

  /// A practice with plans and all files of pay; of one of them the rows are others.
  private func payPractice(_ spoilt: PayFile, _ rows: [String]) throws -> SmallPractice {
    let practice = try SmallPractice()
    try practice.folder.write("plans.yaml", Self.plans)
    try practice.folder.write(
      "roster.csv",
      "clinician_id,name,specialty,clinical_fte,start,end,plan\nC-1,Ada Example,Family Medicine,1.0,2020-01-01,,one\n")
    for file in Self.payFiles {
      let own = file.name == spoilt.name ? rows : [file.row]
      try practice.folder.write(file.name, ([file.header] + own).joined(separator: "\n") + "\n")
    }
    let keys = Self.payFiles.filter { !$0.key.isEmpty }.map { ", \($0.key): \($0.name)" }.joined()
    try practice.folder.write(
      "job.yaml",
      SmallPractice.job + """
        compensation: {plans: plans.yaml\(keys)}
        reports: [practice, specialty, clinician, data-quality, compensation, statement]
        credits: true

        """)
    return practice
  }

  @Test(arguments: payFiles)
  func `a number in any column of a file of pay is never shown`(file: PayFile) throws {
    let fields = file.row.split(separator: ",").map(String.init)
    var rows = [file.row]
    for column in fields.indices {
      var row = fields
      row[column] = Self.patient
      rows.append(row.joined(separator: ","))
    }
    rows += [file.row + ",\(Self.patient)", "\(Self.patient),\(file.row)", Self.patient]
    let practice = try payPractice(file, rows)
    let run = try practice.run()
    #expect(run.code == 0, "\(run.messages)")
    let check = try BuiltProgram.run(["check", practice.jobPath])
    let statement = try BuiltProgram.run(["plan", "statement", practice.jobPath, "--clinician", "C-1"])
    let plans = try BuiltProgram.run(
      ["plan", "check", "\(practice.folder.path)/plans.yaml", "--roster", "\(practice.folder.path)/roster.csv"])
    // The faults were seen, so that there was something to tell.
    #expect(check.messages.contains("\(file.name):") || check.output.contains("\(file.name):"))
    #expect(statement.code == 0 && plans.output.contains("can be used"), "\(statement.messages) \(plans.messages)")
    for text in [run, check, statement, plans].flatMap({ [$0.output, $0.messages] }) {
      #expect(!text.contains("MRN"), "\(text)")
    }
    let files = try practice.published()
    #expect(files.count > 10)
    // Three letters come about by chance in what is packed.
    for (path, text) in files { #expect(!text.contains(path.hasSuffix(".pdf") ? Self.patient : "MRN"), "\(path)") }
  }

  @Test func `files and folders are their owner's alone whatever the umask`() throws {
    let practice = try SmallPractice()
    let program = try BuiltProgram.path
    #expect(try BuiltProgram.shell("umask 000; '\(program)' run job.yaml", in: practice.folder.path).code == 0)
    let open = try BuiltProgram.shell(
      "find out \\( -type f ! -perm 600 \\) -o \\( -type d ! -perm 700 \\)", in: practice.folder.path)
    #expect(open.output.isEmpty, "\(open.output)")
  }
}
