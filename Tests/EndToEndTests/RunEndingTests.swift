import Foundation
import Publishing
import TestSupport
import Testing

/// The last line of a run, for those who search the logs of many.
@Suite struct `The last line of a run` {
  @Test func `tells what a run came to, in one form`() throws {
    let practice = try SmallPractice()
    let done = try practice.run("--quiet")
    let last = try #require(done.output.split(separator: "\n").last)
    #expect(
      last.wholeMatch(
        of:
          #/rvubench run: done: 3 records, 0 rejected, \d+ errors?, \d+ warnings?, 2 clinicians, 4\.01 wRVU, \d+\.\d s/#
      )
        != nil, "\(last)")
    #expect(try practice.run("--dry-run", "--quiet").output.contains("\nrvubench run: done (dry run): 3 records, "))
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\n")
    #expect(try practice.run("--quiet").output.contains("\nrvubench run: done: run 1, 3 records, "))
    try practice.folder.write("log.csv", SmallPractice.log + "L4,C-2,2025-13-07,MRN0000002,99213,,1,11,170.00\n")
    try practice.folder.write("job.yaml", SmallPractice.job.replacing("failOn: never", with: "failOn: error"))
    let findings = try practice.run("--quiet")
    #expect(
      findings.code == 1 && findings.output.contains("\nrvubench run: done (exit 1): 4 records, 1 rejected, 1 error, "))
  }

  @Test func `tells what stopped a run, and where`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("log.csv", SmallPractice.log.replacing("service_date", with: "when"))
    let input = try practice.run("--quiet")
    #expect(
      input.code == 3
        && input.output.hasPrefix("rvubench run: failed (exit 3): log.csv:1: the column service_date is missing"))
    #expect(input.output.split(separator: "\n").count == 1)
    try practice.folder.write("job.yaml", "practice: [unclosed\n")
    #expect(try practice.run("--quiet").output.hasPrefix("rvubench run: failed (exit 2): \(practice.jobPath):"))
    #expect(
      try BuiltProgram.run(["run", "no/such.yaml"]).output.hasPrefix(
        "rvubench run: failed (exit 2): no/such.yaml: cannot be read"))
  }
}

/// Messages for programs.
@Suite struct `Messages as JSON` {
  private static func objects(_ messages: String) throws -> [[String: Any]] {
    try messages.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  @Test func `are an object a line, every finding with its parts, and the end last`() throws {
    let practice = try SmallPractice()
    var log = SmallPractice.log
    for number in 0..<20 { log += "X\(number),C-1,2025-10-09,MRN0000005,999\(10 + number),,1,11,1.00\n" }
    try practice.folder.write("log.csv", log + "E1,C-1,2025-13-09,MRN0000005,99213,,1,11,1.00\n")
    let text = try practice.run()
    let outcome = try practice.run("--log-format", "json")
    let objects = try Self.objects(outcome.messages)
    let last = try #require(objects.last)
    #expect(
      last["event"] as? String == "finished" && last["exit_code"] as? Int == 0 && last["state"] as? String == "done")
    #expect(last["message"] as? String == outcome.output.split(separator: "\n").last.map(String.init))
    #expect(last["work_rvu_pay"] as? Double == 4.01 && last["records"] as? Int == 24 && last["run"] == nil)
    #expect(last["output"] as? String == "\(practice.folder.path)/out")
    // As many as the pages count, where people are shown the weightiest of them.
    let (errors, warnings) = (try #require(last["errors"] as? Int), try #require(last["warnings"] as? Int))
    let found = objects.filter { $0["problem"] != nil }
    #expect(found.count == errors + warnings && warnings > 8)
    let impossible = try #require(found.first)
    #expect(impossible["level"] as? String == "error" && impossible["problem"] as? String == "impossible-date")
    #expect(impossible["file"] as? String == "log.csv" && impossible["line"] as? Int == 25)
    #expect(impossible["column"] as? Int == 8 && impossible["times"] as? Int == 1 && impossible["message"] is String)
    for object in objects {
      #expect((object["time"] as? String)?.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) != nil)
      #expect(["error", "warning", "note"].contains(object["level"] as? String))
    }
    // Results are the same.
    func results(_ output: String) -> [Substring] { output.split(separator: "\n").dropLast() }
    #expect(results(text.output) == results(outcome.output))
  }

  @Test func `have what ended a command, whichever command it is`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "rostre: x\n")
    for command in ["run", "check", "compare"] {
      let words =
        [command, practice.jobPath, "--log-format=json"] + (command == "compare" ? ["--clinician", "C-1"] : [])
      let outcome = try BuiltProgram.run(words)
      let object = try #require(try Self.objects(outcome.messages).first)
      #expect(outcome.code == 2 && object["level"] as? String == "error" && object["line"] as? Int == 9, "\(command)")
      #expect(object["hint"] as? String == "did you mean roster?" && object["file"] as? String == practice.jobPath)
    }
    let end = try #require(try Self.objects(try practice.run("--log-format", "json").messages).last)
    #expect(end["exit_code"] as? Int == 2 && (end["error"] as? [String: Any])?["line"] as? Int == 9)
  }

  @Test func `tell of a wrong command line too`() throws {
    let outcome = try BuiltProgram.run(["run", "job.yaml", "--log-format", "json", "--no-such"])
    let objects = try Self.objects(outcome.messages)
    #expect(outcome.code == 2 && objects.count == 1 && objects[0]["level"] as? String == "error")
    #expect((objects[0]["message"] as? String)?.contains("--no-such") == true)
    #expect(try BuiltProgram.run(["run", "job.yaml", "--log-format", "xml"]).code == 2)
  }

  @Test func `keep text in one line whatever it holds`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job.replacing("log.csv", with: "\"a\\n\\u0001\\\"b.csv\""))
    let outcome = try practice.run("--log-format", "json")
    #expect(outcome.code == 3)
    #expect(try Self.objects(outcome.messages).count == 2, "\(outcome.messages)")
  }
}

/// The page beside the output folder that tells that a run failed.
@Suite struct `The page of a failure` {
  private static func page(_ practice: SmallPractice) -> String? { practice.folder.text("out-failed.html") }

  @Test func `says what stopped the run, where, what to do and what is still there, until a run succeeds`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\nretention: {runs: 3}\n")
    try practice.folder.write("log.csv", SmallPractice.log.replacing("service_date", with: "when"))
    #expect(try practice.run("--quiet").code == 3)
    let first = try #require(Self.page(practice))
    #expect(first.contains("There are no reports of an earlier run in their place."))
    #expect(
      first.contains("the file log.csv could not be used") && first.contains("In log.csv, line 1: The column")
        || first.contains("In log.csv, line 1: the column"))
    try practice.folder.write("log.csv", SmallPractice.log)
    #expect(try practice.run("--quiet").code == 0)
    #expect(Self.page(practice) == nil)
    try practice.folder.write("roster.csv", "clinician_id\nC-1\n")
    #expect(try practice.run("--quiet").code == 3)
    let second = try #require(Self.page(practice))
    for words in [
      "The new reports could not be made", "Small Practice", "January 1 to December 31, 2025", "roster.csv", "run 1",
      "are still in their place", "Exit code: 3", "href=\"out/latest/index.html\"", "What to do",
    ] { #expect(second.contains(words), "\(words) is missing") }
    let mode = try BuiltProgram.shell("stat -c %a out-failed.html", in: practice.folder.path).output
    #expect(mode == "600\n")
    #expect(!second.contains("MRN"))
  }

  @Test func `is made for the job, the output and another run, and not for a wrong command line or a dry run`() throws {
    let practice = try SmallPractice()
    #expect(try practice.run("--quiet", "--period", "nonsense").code == 2 && Self.page(practice) == nil)
    #expect(try practice.run("--quiet", "--only", "compensation").code == 2 && Self.page(practice) == nil)
    try practice.folder.write("job.yaml", SmallPractice.job + "rostre: x\n")
    #expect(try practice.run("--quiet", "--dry-run").code == 2 && Self.page(practice) == nil)
    #expect(try practice.run("--quiet").code == 2)
    #expect(Self.page(practice)?.contains("job.yaml, line 9, column 1") == true)
    try practice.folder.write("job.yaml", SmallPractice.job)
    var lock: RunLock? = try RunLock("\(practice.folder.path)/out", owner: "process 4711")
    #expect(try practice.run("--quiet").code == 5)
    #expect(Self.page(practice)?.contains("Two runs never write the same reports at once.") == true)
    #expect(lock != nil)
    lock = nil
    try practice.folder.write("out", "a file")
    #expect(try practice.run("--quiet").code == 4)
    #expect(Self.page(practice)?.contains("is a file, where a folder is needed") == true)
  }

  @Test func `replaces and removes none but its own, and its absence changes nothing`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("out-failed.html", "mine")
    try practice.folder.write("log.csv", "")
    let outcome = try practice.run("--quiet")
    #expect(outcome.code == 3 && outcome.messages.hasPrefix("log.csv: error: "))
    #expect(outcome.messages.contains("out-failed.html: warning: the page that tells the failure is not written"))
    try practice.folder.write("log.csv", SmallPractice.log)
    #expect(try practice.run("--quiet").code == 0 && Self.page(practice) == "mine")
  }

  @Test func `has no patient, nor have the messages and what the command at the end is given`() throws {
    let practice = try SmallPractice()
    // Columns that have slipped, so that patients stand where codes and days should.
    var log = "line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge\n"
    for number in 0..<50 { log += "L\(number),C-1,MRN7654321,MRN7654321,MRN7654321,MRN7654321,MRN7654321,11,1\n" }
    try practice.folder.write("log.csv", log)
    try practice.folder.write("keep.sh", "#!/bin/sh\n{ echo \"$@\"; cat; } > '\(practice.folder.path)/facts'\n")
    chmod("\(practice.folder.path)/keep.sh", 0o700)
    try practice.folder.write("job.yaml", SmallPractice.job + "maximumRejectShare: 2%\nonFinish: [./keep.sh]\n")
    for format in ["text", "json"] {
      let outcome = try practice.run("--log-format", format)
      #expect(outcome.code == 3, "\(outcome.messages)")
      #expect(Self.page(practice)?.contains("records cannot be understood") == true, "\(outcome.messages)")
      #expect(practice.folder.text("facts")?.contains("\"exit_code\":3") == true)
      let all = [Self.page(practice), practice.folder.text("facts"), outcome.output, outcome.messages]
      #expect(!all.contains { $0?.contains("7654321") != false })
    }
  }

  @Test func `shows what a file is called, and no markup of it`() throws {
    let practice = try SmallPractice()
    try practice.folder.write(
      "job.yaml",
      SmallPractice.job.replacing("log.csv", with: "\"<script>alert(1)<b>.csv\"").replacing(
        "Small Practice", with: "\"A & <i>B</i>\""))
    #expect(try practice.run("--quiet").code == 3)
    let page = try #require(Self.page(practice))
    #expect(
      !page.contains("<script>alert") && page.contains("&lt;script&gt;alert(1)") && page.contains("A &amp; &lt;i&gt;B"))
  }
}

/// The command that a job has run at the end.
@Suite struct `The command at a run's end` {
  /// A practice whose job runs a script at the end.
  private static func practice(_ script: String, arguments: String = "") throws -> SmallPractice {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "onFinish: [./at end.sh\(arguments)]\n")
    let path = try practice.folder.write("at end.sh", "#!/bin/sh\ncd '\(practice.folder.path)'\n\(script)\n")
    chmod(path, 0o700)
    return practice
  }

  private static func facts(_ practice: SmallPractice) throws -> [String: Any] {
    let text = try #require(practice.folder.text("facts"))
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
  }

  @Test func `has the last line as its last argument, the facts as its input, and no shell in between`() throws {
    let practice = try Self.practice(
      "cat > facts; for a in \"$@\"; do echo \"$a\"; done > words", arguments: ", \"a  b\", \"$(date); *\"")
    let outcome = try practice.run("--quiet")
    #expect(outcome.code == 0 && outcome.messages.isEmpty)
    let words = try #require(practice.folder.text("words")).split(separator: "\n").map(String.init)
    #expect(words == ["a  b", "$(date); *", outcome.output.split(separator: "\n").last.map(String.init)])
    let facts = try Self.facts(practice)
    #expect(
      facts["exit_code"] as? Int == 0 && facts["state"] as? String == "done"
        && facts["practice"] as? String == "Small Practice")
    #expect(
      facts["period_start"] as? String == "2025-01-01" && facts["output"] as? String == "\(practice.folder.path)/out")
  }

  @Test func `is run where a run fails too, once the locks are given back`() throws {
    let script = "cat > facts; flock -n .out.lock true && echo free > lock; test -e .out.lock || echo gone > lock"
    let practice = try Self.practice(script)
    #expect(try practice.run("--quiet").code == 0)
    #expect(["free\n", "gone\n"].contains(practice.folder.text("lock")))
    try practice.folder.write("log.csv", "")
    #expect(try practice.run("--quiet").code == 3)
    let facts = try Self.facts(practice)
    #expect(
      facts["state"] as? String == "failed"
        && facts["failure_page"] as? String == "\(practice.folder.path)/out-failed.html")
    #expect((facts["error"] as? [String: Any])?["file"] as? String == "log.csv")
    // A job that is wrong elsewhere has one too.
    try practice.folder.write("job.yaml", (practice.folder.text("job.yaml") ?? "") + "rostre: x\n")
    #expect(try practice.run("--quiet").code == 2)
    #expect(try Self.facts(practice)["exit_code"] as? Int == 2)
  }

  @Test(arguments: [
    ("exit 7", "ended with exit code 7"), ("kill -9 $$", "was ended by signal 9"),
  ]) func `never changes the exit code`(script: String, message: String) throws {
    let practice = try Self.practice(script)
    let outcome = try practice.run("--quiet")
    #expect(
      outcome.code == 0 && outcome.messages.contains("at end.sh: warning: the job's onFinish \(message)"),
      "\(outcome.messages)")
    try FileManager.default.removeItem(atPath: "\(practice.folder.path)/at end.sh")
    let absent = try practice.run("--quiet")
    #expect(absent.code == 0 && absent.messages.contains("cannot be started: No such file or directory"))
  }

  @Test func `writes nothing among the results, need not read its input, and is not run for a dry run`() throws {
    let practice = try Self.practice("echo told; exec <&-; echo ran >> count")
    let outcome = try practice.run("--quiet")
    #expect(outcome.code == 0 && !outcome.output.contains("told") && outcome.messages == "told\n")
    #expect(try practice.run("--quiet", "--dry-run").code == 0)
    #expect(practice.folder.text("count") == "ran\n")
  }

  @Test(arguments: [
    ("onFinish: []", "a command needs a program"), ("onFinish: {a: b}", "a command is a list"),
    ("onFinish: mail me", "no shell takes \"mail me\" apart"), ("onFinish: [[a]]", "a single value is expected"),
  ]) func `is a list of words`(line: String, message: String) throws {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + line + "\n")
    let outcome = try practice.run("--quiet")
    #expect(
      outcome.code == 2 && outcome.messages.contains("job.yaml:9:") && outcome.messages.contains(message),
      "\(outcome.messages)")
  }
}
