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

  @Test func `files and folders are their owner's alone whatever the umask`() throws {
    let practice = try SmallPractice()
    let program = try BuiltProgram.path
    #expect(try BuiltProgram.shell("umask 000; '\(program)' run job.yaml", in: practice.folder.path).code == 0)
    let open = try BuiltProgram.shell(
      "find out \\( -type f ! -perm 600 \\) -o \\( -type d ! -perm 700 \\)", in: practice.folder.path)
    #expect(open.output.isEmpty, "\(open.output)")
  }
}
