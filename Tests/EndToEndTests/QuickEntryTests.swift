import Foundation
import ProductivityModel
import TestSupport
import Testing

/// `rvubench log`, run as anyone would run it.
@Suite struct QuickEntryTests {
  private static let data = PackageRoot.path("benchmarks-data")

  /// Runs `rvubench log` with something typed into it.
  private func log(
    _ typed: String, _ options: String = "--clinician D-1 --date 2026-03-04", file: String = "log.csv",
    before: String = "", after: String = "", in folder: TemporaryFolder
  ) throws -> BuiltProgram.Outcome {
    try folder.write("typed", typed)
    return try BuiltProgram.shell(
      "\(before) '\(try BuiltProgram.path)' log \(file) \(options) --data '\(Self.data)' < typed \(after)",
      in: folder.path)
  }

  /// The records of the log without their ids and days of entry.
  private func records(_ folder: TemporaryFolder, _ file: String = "log.csv") -> [String] {
    (folder.text(file) ?? "").split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropFirst().dropLast().joined(separator: ",")
    }
  }

  @Test func `codes and modifiers are shown with credit and total, and are in the log`() throws {
    let folder = try TemporaryFolder()
    let outcome = try log("443106299213 25\n97110 x3 00100\n", in: folder)
    #expect(outcome.code == 0)
    let shown = outcome.output.split(separator: "\n").map { $0.split(separator: " ").prefix(5).joined(separator: " ") }
    #expect(
      shown == [
        "44310 62 17.15 total 17.15", "99213 25 1.30 total 18.45", "97110 x3 1.35 total 19.80",
        "00100 n/a total 19.80 anesthesia",
      ])
    #expect(
      records(folder) == [
        "D-1,,2026-03-04,,44310,62,1,,", "D-1,,2026-03-04,,99213,25,1,,", "D-1,,2026-03-04,,97110,,3,,",
        "D-1,,2026-03-04,,00100,,1,,",
      ])
    #expect(outcome.messages.contains("log.csv: 4 lines added; total 19.80 work RVUs under unadjusted"))
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/log.csv")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `the credit is that of the policy, and so is its release`() throws {
    let folder = try TemporaryFolder()
    let policy = try log(
      "44310 62", "--clinician D-1 --date 2026-03-04 --policy survey-comparable --place 22", in: folder)
    // 17.15 x 0.625.
    #expect(policy.output.contains("10.72   total      10.72"))
    #expect(records(folder).last == "D-1,,2026-03-04,,44310,62,1,22,")
    let release = try log("44310", "--date 2026-03-04 --release 2025D", in: folder)
    #expect(release.output.contains("17.59   total      17.59"))
    let day = try log("@2025-11-03 44310", "--date 2026-03-04", in: folder)
    #expect(day.output.contains("17.59   total      17.59"))
  }

  @Test func `what is not understood is told with its place, ends with 1, and is not in the log`() throws {
    let folder = try TemporaryFolder()
    let outcome = try log(
      "4431O\n44310 9921325\n99214 6Q\nSmith, John 1961-03-04\n@2026-02-30\n62\n99213\n", in: folder)
    #expect(outcome.code == 1)
    #expect(records(folder) == ["D-1,,2026-03-04,,99213,,1,,"])
    #expect(
      outcome.messages.contains(
        "standard input:1:1: not taken: 4431O is not in fee schedule release 2026A\nhint: did you mean 44310?"))
    #expect(outcome.messages.contains("standard input:2:7: not taken: can be read as 99213 25, or 99 21325"))
    #expect(outcome.messages.contains("standard input:3:7: not taken: 6Q is no modifier that the policies know"))
    #expect(outcome.messages.contains("10 entries not taken"))
    for name in ["Smith", "John", "1961"] {
      #expect(!outcome.messages.contains(name) && !outcome.output.contains(name))
      #expect(folder.text("log.csv")?.contains(name) == false)
    }
  }

  @Test func `a line is taken back by another that voids it, also in a later session`() throws {
    let folder = try TemporaryFolder()
    let first = try log("44310 99213 undo 99214\n", in: folder)
    #expect(first.output.contains("undo 99213                -1.30   total      17.15"))
    let later = try log("undo - undo\n", "", in: folder)
    #expect(later.code == 0)
    #expect(later.output.contains("undo 44310               -17.15   total     -19.07"))
    #expect(later.messages.contains("no line is left to take back"))
    try folder.write("job.yaml", "practice: P\nyear: 2026\nlogs: [{files: log.csv}]\nformats: [csv]\n")
    let run = try BuiltProgram.run(["run", "\(folder.path)/job.yaml", "--data", Self.data])
    #expect(run.output.contains("6 records: 6 voided"), "\(run.output)\(run.messages)")
  }

  @Test func `a run credits the log with the running total`() throws {
    var random = SplitMix64(seed: 20_260_304)
    let codes = ["44310", "99213", "99214", "45385", "45380", "97110", "G0105", "77067", "27447", "66984", "99024"]
    let modifiers = ["", "62", "25", "50", "26", "80", "AS", "55", "22", "59", "LT"]
    for policy in ["unadjusted", "survey-comparable", "cms-payment", "flat-factors"] {
      let folder = try TemporaryFolder()
      var typed = ""
      for _ in 0..<60 {
        let (code, modifier) = (
          codes.randomElement(using: &random) ?? "", modifiers.randomElement(using: &random) ?? ""
        )
        let units = Int.random(in: 0..<6, using: &random) == 0 ? "x2" : ""
        typed += "\(code) \(modifier) \(units)\n"
        if Int.random(in: 0..<8, using: &random) == 0 { typed += "undo\n" }
        if Int.random(in: 0..<8, using: &random) == 0 {
          typed += "@2026-0\(Int.random(in: 1...3, using: &random))-15\n"
        }
      }
      let outcome = try log(typed, "--clinician D-1 --date 2026-01-02 --policy \(policy)", in: folder)
      #expect(outcome.code == 0, "\(outcome.messages)")
      try folder.write(
        "job.yaml",
        "practice: P\nyear: 2026\nlogs: [{files: log.csv}]\ncredit: {pay: \(policy)}\nformats: [csv]\n")
      let run = try BuiltProgram.run(["run", "\(folder.path)/job.yaml", "--data", Self.data])
      #expect(run.code == 0, "\(run.messages)")
      let table = (folder.text("out/data/clinicians.csv") ?? "").split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let column = try #require(table.first?.firstIndex(of: "work_rvu_pay"))
      let credited = try DecimalText.parse(String(table[1][column]), scale: 6).get()
      let total = outcome.output.split(separator: "\n").last { $0.contains("total") }?.split(separator: " ")
      let shown = total.flatMap { words in words.firstIndex(of: "total").map { words[$0 + 1] } }
      #expect(
        shown.map(String.init) == DecimalText.fixed(credited, scale: 6, decimals: 2, grouping: true), "\(policy)")
    }
  }

  @Test func `patients that are marked are ranked by a run, and quick entry says so`() throws {
    let folder = try TemporaryFolder()
    let outcome = try log(
      "/ 45385 45380 / 45385\n", "--clinician D-1 --date 2026-03-04 --policy survey-comparable", in: folder)
    #expect(outcome.output.contains("patient 2"))
    #expect(outcome.messages.contains("a run may credit lines of one patient and day less"))
    try folder.write(
      "job.yaml",
      "practice: P\nyear: 2026\nlogs: [{files: log.csv}]\ncredit: {pay: survey-comparable}\nformats: [csv]\n")
    let run = try BuiltProgram.run(["run", "\(folder.path)/job.yaml", "--data", Self.data])
    #expect(run.code == 0)
    // 4.46 + 3.47 - 3.18 (the base, 45378), and 4.46.
    #expect(folder.text("out/data/clinicians.csv")?.contains(",9.21,") == true)
  }

  @Test func `what was shown is in the log whenever the program is killed`() throws {
    let program = try BuiltProgram.path
    for milliseconds in [120, 180, 260, 400] {
      let folder = try TemporaryFolder()
      let outcome = try BuiltProgram.shell(
        """
        (while :; do echo 44310 62; echo 99213 25; done) | '\(program)' log log.csv --clinician D-1 \
        --date 2026-03-04 --data '\(Self.data)' > shown 2> said & pid=$!; \
        sleep 0.\(milliseconds); kill -9 $pid; wait; true
        """, in: folder.path)
      #expect(outcome.code == 0)
      let shown = (folder.text("shown") ?? "").split(separator: "\n").count
      let text = folder.text("log.csv") ?? ""
      let whole = text.split(separator: "\n").dropFirst().count
      #expect(whole == shown || whole == shown + 1, "\(milliseconds) ms: \(whole) records, \(shown) shown")
      let next = try log("99214\n", "--clinician D-1 --date 2026-03-04", in: folder)
      #expect(next.code == 0)
      let ids = (folder.text("log.csv") ?? "").split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      #expect(Set(ids).count == ids.count)
      #expect(records(folder).last == "D-1,,2026-03-04,,99214,,1,,")
    }
  }

  @Test func `a record that was cut off is told and never joined to the next`() throws {
    let folder = try TemporaryFolder()
    _ = try log("44310 62\n", in: folder)
    let whole = folder.text("log.csv") ?? ""
    try folder.write("log.csv", whole + "qx-1-1,D-1,,2026-03-04,,992")
    let outcome = try log("99214\n", "--date 2026-03-04", in: folder)
    #expect(outcome.code == 0)
    #expect(outcome.messages.contains("log.csv:3: warning: the writing of the last line was cut off"))
    #expect((folder.text("log.csv") ?? "").hasPrefix(whole + "qx-1-1,D-1,,2026-03-04,,992\nq"))
    // The header itself, cut off, is made whole.
    try folder.write("half.csv", "line_id,clini")
    #expect(try log("99214\n", "--clinician D-1 --date 2026-03-04", file: "half.csv", in: folder).code == 0)
    #expect(folder.text("half.csv")?.hasPrefix("line_id,clinician_id,specialty,") == true)
    #expect(records(folder, "half.csv").count == 1)
  }

  @Test func `where the disk is full it ends with 4 and says what is saved`() throws {
    let folder = try TemporaryFolder()
    // A limit on the size of files stands for a full disk.
    let outcome = try log(
      String(repeating: "44310 62 99213 25\n", count: 20), before: "ulimit -f 1;", after: "| cat", in: folder)
    #expect(outcome.messages.contains("log.csv: error: cannot be written: File too large"), "\(outcome.messages)")
    #expect(outcome.messages.contains("saved in log.csv: "))
    let text = folder.text("log.csv") ?? ""
    #expect(text.hasSuffix("\n") && text.utf8.count <= 1024)
    let saved = outcome.output.split(separator: "\n").count
    #expect(records(folder).count == saved && saved > 5)
    let code = try log(
      String(repeating: "44310\n", count: 20), before: "ulimit -f 1;", after: "> /dev/null", in: folder)
    #expect(code.code == 4)
    #expect(code.messages.contains("nothing of this session was added") || code.messages.contains("saved in"))
    // A result that nobody can be shown is an output that cannot be written.
    #expect(try log("99213\n", "--date 2026-03-04", after: "> /dev/full", in: folder).code == 4)
  }

  @Test func `two sessions do not write to one log at once`() throws {
    let folder = try TemporaryFolder()
    let program = try BuiltProgram.path
    let outcome = try BuiltProgram.shell(
      """
      mkfifo pipe; '\(program)' log log.csv --clinician D-1 --data '\(Self.data)' < pipe > first 2> said & \
      exec 3> pipe; echo 99213 >&3; for i in $(seq 100); do [ -s first ] && break; sleep 0.1; done; \
      echo 99214 | '\(program)' log log.csv --clinician D-1 --data '\(Self.data)'; code=$?; exec 3>&-; wait; exit $code
      """, in: folder.path)
    #expect(outcome.code == 4)
    #expect(outcome.messages.contains("log.csv: error: is being written by another process"))
    #expect(records(folder).count == 1)
  }

  @Test(arguments: [
    ("", "new.csv", 2, "is a new log, so say whose it is: --clinician ID"),
    ("--clinician D-1 --date 2026-02-30", "new.csv", 2, "is not a day"),
    ("--clinician D-1 --date 1961-03-04", "new.csv", 2, "no fee schedule release covers it"),
    ("--clinician D-1 --policy survey", "new.csv", 2, "there is no credit policy"),
    ("--clinician D-1 --release 2019A", "new.csv", 2, "has no fee schedule release"),
    ("--clinician D-1 --place 100", "new.csv", 2, "is no place of service"),
    ("--clinician ' '", "new.csv", 2, "--clinician is blank"),
    ("--clinician D-1 --specialty Ward9", "new.csv", 2, "--specialty has digits"),
    ("--clinician D-1 --unknown", "new.csv", 2, "Unknown option"),
    ("", "two.csv", 2, "has lines of 2 clinicians"),
    ("--clinician D-1", "other.csv", 3, "lacks line_id"),
    ("--clinician D-1", "folder", 4, "cannot be opened"),
    ("--clinician D-1", "nowhere/new.csv", 4, "cannot be opened"),
  ])
  func `what cannot be is refused before anything is written`(
    options: String, file: String, code: Int, expected: String
  ) throws {
    let folder = try TemporaryFolder()
    let header = "line_id,clinician_id,service_date,code,modifiers,units,void_of\n"
    try folder.write("two.csv", header + "a,D-1,2026-03-04,99213,,1,\nb,D-2,2026-03-04,99213,,1,\n")
    try folder.write("other.csv", "clinician_id,service_date,code\nD-1,2026-03-04,99213\n")
    try folder.write("folder/file", "")
    let before = [folder.text("two.csv"), folder.text("other.csv")]
    let outcome = try log("99213\n", options, file: file, in: folder)
    #expect(outcome.code == Int32(code), "\(outcome.messages)")
    #expect(outcome.messages.contains(expected), "\(outcome.messages)")
    #expect(folder.text("new.csv") == nil)
    #expect([folder.text("two.csv"), folder.text("other.csv")] == before)
  }

  @Test func `a log of other columns in another order is added to under its own header`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "log.csv",
      "code,units,modifiers,void_of,service_date,clinician_id,line_id,specialty\r\n44310,1,,,2026-03-01,D-7,x1,Surgery")
    let outcome = try log("99213 25\n/\n", "--date 2026-03-04", in: folder)
    #expect(outcome.code == 0)
    let lines = (folder.text("log.csv") ?? "").split(whereSeparator: \.isNewline)
    #expect(lines.count == 3 && lines[2].hasPrefix("99213,1,25,,2026-03-04,D-7,q") && lines[2].hasSuffix(",Surgery"))
    #expect(outcome.messages.contains("the last line, 44310, has no line end"))
    #expect(outcome.messages.contains("has no column patient_id"))
  }

  @Test func `at a terminal it asks, and says what is wrong without a place in a file`() throws {
    let folder = try TemporaryFolder()
    let program = try BuiltProgram.path
    let outcome = try BuiltProgram.shell(
      """
      printf '44310 62\\n99213 Smith\\n/\\n99214\\nquit\\n' | script -qec \
      "'\(program)' log log.csv --clinician D-1 --date 2026-03-04 --data '\(Self.data)'" shown > /dev/null
      """, in: folder.path)
    let shown = folder.text("shown") ?? ""
    #expect(outcome.code == 1)
    #expect(shown.contains("2026-03-04> 44310 62                  17.15   total      17.15"))
    #expect(shown.contains("2026-03-04> not taken: 99213 is held back"))
    #expect(shown.contains("2026-03-04 patient 1> 99214"))
    #expect(!shown.contains("standard input"))
    let records = records(folder)
    #expect(records.count == 2 && records[0].hasSuffix(",44310,62,1,,") && records[1].hasSuffix(",99214,,1,,"))
  }

  @Test func `a line without an end, and one beyond all measure, are answered`() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "4431062", count: 200_000)
    let outcome = try log("\(long)\n99213", in: folder)
    #expect(outcome.code == 1)
    #expect(outcome.messages.contains("standard input:1:1: not taken"))
    #expect(records(folder) == ["D-1,,2026-03-04,,99213,,1,,"])
  }

  @Test func `a byte order mark before what is typed, or before a header, does no harm`() throws {
    let folder = try TemporaryFolder()
    try folder.write("log.csv", "\u{FEFF}line_id,clinician_id,service_date,code,modifiers,units,void_of\n")
    #expect(try log("\u{FEFF}44310 62\r\n99213\r\n", in: folder).code == 0)
    #expect(folder.text("log.csv")?.split(separator: "\n").count == 3)
  }
}
