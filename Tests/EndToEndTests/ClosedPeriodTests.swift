import Foundation
import TestSupport
import Testing

/// Closed months, by the built program.
@Suite struct `A closed month` {
  /// A practice of two months whose October is closed with run 1.
  private struct Practice {
    let small: SmallPractice
    var folder: TemporaryFolder { small.folder }

    static let october = """
      line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge
      L1,C-1,2025-10-06,P1,99214,,1,11,250.00
      L2,C-1,2025-10-06,P2,20610,,1,11,180.00
      L3,C-2,2025-10-07,P3,99213,,1,11,170.00

      """
    static let november = """
      line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge
      L4,C-1,2025-11-03,P1,99214,,1,11,250.00

      """

    init(closing: Bool = true) throws {
      small = try SmallPractice()
      let job = SmallPractice.job.replacing("files: log.csv", with: "files: logs/*.csv").replacing(
        "year: 2025", with: "period: 2025-10-01..2025-11-30")
      try folder.write("job.yaml", job + "ledger: runs.sqlite\n")
      try folder.write("logs/10.csv", Self.october)
      try run()
      if closing {
        let outcome = try close()
        #expect(outcome.code == 0, "\(outcome.messages)")
      }
    }

    @discardableResult
    func run(_ options: String...) throws -> BuiltProgram.Outcome {
      let outcome = try BuiltProgram.run(["run", small.jobPath] + options)
      #expect(outcome.code == 0, "\(outcome.messages)")
      return outcome
    }

    func close(_ options: String...) throws -> BuiltProgram.Outcome {
      try BuiltProgram.run(["close", small.jobPath, "--period", "2025-10"] + options)
    }

    func restate(_ options: String...) throws -> BuiltProgram.Outcome {
      try BuiltProgram.run(["restate", small.jobPath, "--period", "2025-10", "--quiet"] + options)
    }

    /// A month's pay and benchmark work of a clinician, as months.csv has them.
    func work(_ clinician: String, _ month: String) throws -> String {
      let rows = try #require(folder.text("out/data/months.csv")).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let columns = try ["work_rvu_pay", "work_rvu_benchmark"].map { try #require(rows[0].firstIndex(of: $0)) }
      let row = try #require(rows.first { $0[0] == month && $0[1] == clinician })
      return columns.map { row[$0] }.joined(separator: " ")
    }
  }

  @Test func `stays what it was whatever comes late, is voided, corrected or lost, and the run says what would change`()
    throws
  {
    let practice = try Practice()
    let closed = try (practice.work("C-1", "2025-10"), practice.work("C-2", "2025-10"))
    // A late line, a void of a closed line, a correction of another, one that moves to November, and the old file is gone.
    try practice.folder.write(
      "logs/10.csv",
      Practice.october.replacing("L3,C-2,2025-10-07", with: "L3,C-2,2025-11-07").replacing(
        "P2,20610,,1,", with: "P2,20605,,1,") + "L8,C-1,2025-10-21,P9,99215,,1,11,300.00\n")
    try practice.folder.write(
      "logs/11.csv",
      Practice.november.replacing("charge\n", with: "charge,void_of\n").replacing("250.00\n", with: "250.00,\n")
        + "L9,C-1,2025-10-06,P1,99214,,1,11,250.00,L1\n")
    let outcome = try practice.run()
    #expect(try practice.work("C-1", "2025-10") == closed.0)
    #expect(try practice.work("C-2", "2025-10") == closed.1)
    #expect(try practice.work("C-1", "2025-11").hasPrefix("1.92 "))
    #expect(try practice.work("C-2", "2025-11").hasPrefix("1.3 "))
    #expect(outcome.messages.contains("[closed-period-differs]"))
    let lines = try #require(practice.folder.text("out/restatement/2025-10_lines.csv"))
    for cause in ["late", "void", "correction"] { #expect(lines.contains(cause), "\(cause) is missing in:\n\(lines)") }
    #expect(practice.folder.text("out/restatement/2025-10.html")?.contains("</html>") == true)
    #expect(practice.folder.text("out/index.html")?.contains("href=\"restatement/2025-10.html\"") == true)
    let control = try #require(practice.folder.text("out/data/control_totals.csv"))
    #expect(control.contains("logs/10.csv (closing 1 of "))
    // Run by run the same bytes, also when made again.
    let again = try practice.run("--as-recorded", "2", "--output", "\(practice.folder.path)/again")
    #expect(again.output.contains("the same bytes as run 2"), "\(again.messages)")
  }

  @Test func `is told to be what it was where nothing changed, and no restatement is written`() throws {
    let practice = try Practice()
    try practice.folder.write("logs/11.csv", Practice.november)
    let outcome = try practice.run("--format", "csv")
    #expect(!outcome.messages.contains("closed-period-differs"))
    #expect(practice.folder.text("out/data/findings.csv")?.contains("closed-period,") == true)
    #expect(!FileManager.default.fileExists(atPath: "\(practice.folder.path)/out/restatement"))
    #expect(try practice.restate().output.contains("Nothing changed"))
  }

  @Test func `is told where plans or duties of today pay something else for it, and where that cannot be told`() throws
  {
    func practice(_ every: String) throws -> Practice {
      let practice = try Practice(closing: false)
      try practice.folder.write(
        "job.yaml",
        (practice.folder.text("job.yaml") ?? "") + "compensation: {plans: plans.yaml}\nreports: [compensation]\n")
      try practice.folder.write(
        "roster.csv",
        SmallPractice.roster.replacing("end\n", with: "end,plan\n").replacing(
          "2020-01-01,\n", with: "2020-01-01,,one\n"))
      try practice.folder.write("duties.csv", "clinician_id,date\nC-1,2025-10-04\n")
      try practice.folder.write(
        "plans.yaml",
        """
        plans:
          - id: one
            effective: 2025-10-01..2025-12-31
            production: {rate: 50}
            measure: {every: \(every), how: stand-alone}
            stipends: [{name: call, per: shift, amount: 1000, source: duties.csv}]

        """)
      try practice.run()
      #expect(try practice.close().code == 0)
      return practice
    }
    func told(_ practice: Practice) throws -> String {
      try practice.run("--format", "csv")
      return (practice.folder.text("out/data/findings.csv") ?? "").split(separator: "\n").filter {
        $0.contains("closed-")
      }.joined(separator: "\n")
    }
    let monthly = try practice("month")
    let same = try told(monthly)
    #expect(same.contains("the same as then for 2 clinicians") && !same.contains("closed-pay-differs"), "\(same)")
    // Half the rate: C-1 has 1.92 + 0.79 wRVUs, C-2 has 1.3. Then a shift that came late.
    let plans = try #require(monthly.folder.text("plans.yaml"))
    try monthly.folder.write("plans.yaml", plans.replacing("rate: 50", with: "rate: 25"))
    let halved = try told(monthly)
    #expect(halved.contains("than was paid for then: -100.25 dollars for 2 clinicians\""), "\(halved)")
    #expect(halved.contains("and another for 2 clinicians, as closed-pay-differs tells"), "\(halved)")
    try monthly.folder.write("duties.csv", "clinician_id,date\nC-1,2025-10-04\nC-1,2025-10-05\n")
    let late = try told(monthly)
    #expect(late.contains("+932.25 dollars for 1 clinician and -32.50 dollars for 1 clinician\""), "\(late)")
    // A run of a part of the closed days has a part of the pay.
    let part = try BuiltProgram.run(["check", monthly.small.jobPath, "--as-of", "2025-10-15"])
    #expect(!part.messages.contains("closed-pay-differs"), "\(part.messages)")
    // A year goes beyond the month, so that nobody can tell.
    let yearly = try practice("year")
    try yearly.folder.write("plans.yaml", plans.replacing("month", with: "year").replacing("50", with: "25"))
    let untold = try told(yearly)
    #expect(untold.contains("not compared for 2 clinicians") && !untold.contains("closed-pay-differs"), "\(untold)")
  }

  @Test func `keeps its roster, and other months have the new one`() throws {
    let practice = try Practice()
    try practice.folder.write("logs/11.csv", Practice.november)
    try practice.folder.write("roster.csv", SmallPractice.roster.replacing("Medicine,1.0", with: "Medicine,0.5"))
    let outcome = try practice.run()
    #expect(outcome.messages.contains("[closed-period-differs]"), "clinical time changed")
    let rows = try #require(practice.folder.text("out/data/months.csv")).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let column = try #require(rows[0].firstIndex(of: "fte_days"))
    #expect(rows.first { $0[0] == "2025-10" && $0[1] == "C-1" }?[column] == "31")
    #expect(rows.first { $0[0] == "2025-11" && $0[1] == "C-1" }?[column] == "15")
  }

  @Test func `keeps its policy and releases, and other months have the new ones`() throws {
    let practice = try Practice(closing: false)
    let data = "\(practice.folder.path)/data"
    try FileManager.default.copyItem(atPath: PackageRoot.path("benchmarks-data"), toPath: data)
    try practice.folder.write(
      "logs/10.csv", Practice.october.replacing("99214,,", with: "99214,25,").replacing("P2,", with: "P1,"))
    try practice.folder.write("logs/11.csv", Practice.november)
    let job = practice.folder.text("job.yaml") ?? ""
    try practice.folder.write("job.yaml", job.replacing("pay: unadjusted", with: "pay: own.yaml"))
    let policy = try String(contentsOfFile: "\(data)/credit-policies/unadjusted.yaml", encoding: .utf8)
    try practice.folder.write("own.yaml", policy.replacing("policy: unadjusted", with: "policy: own"))
    try practice.run("--data", data)
    let before = try practice.work("C-1", "2025-10")
    #expect(try practice.close("--data", data).code == 0)
    // Another policy, and 99214 with other work in every release of 2025.
    try practice.folder.write("job.yaml", job.replacing("pay: unadjusted", with: "pay: survey-comparable"))
    let moved = try BuiltProgram.shell(
      """
      for folder in cms-pfs/2025*; do
        old=$(sha256sum < $folder/rvu.csv | cut -d' ' -f1)
        sed -i '/^99214,/s/1\\.92/1.00/' $folder/rvu.csv
        sed -i "s/$old/$(sha256sum < $folder/rvu.csv | cut -d' ' -f1)/" $folder/release.json
      done
      grep -c '^99214,.*1\\.00' cms-pfs/2025D/rvu.csv
      """, in: data)
    #expect(moved.output.hasPrefix("1"), "\(moved.output)\(moved.messages)")
    let outcome = try practice.run("--data", data)
    #expect(outcome.messages.contains("[closed-period-differs]"), "\(outcome.messages)")
    #expect(try practice.work("C-1", "2025-10") == before)
    let november = try practice.work("C-1", "2025-11")
    #expect(november.hasPrefix("1 "), "\(november)")
  }

  @Test func `is amended with a reason, and both closings are kept`() throws {
    let practice = try Practice()
    let before = try practice.work("C-1", "2025-10")
    try practice.folder.write("logs/late.csv", Practice.november.replacing("2025-11-03", with: "2025-10-28"))
    try practice.run("--quiet")
    #expect(try practice.work("C-1", "2025-10") == before)
    #expect(try practice.close().code == 4, "it is closed already")
    #expect(try practice.close("--amend").code == 2, "without a reason")
    let amended = try practice.close("--amend", "--reason", "a late line, approved")
    #expect(amended.code == 0, "\(amended.messages)")
    try practice.run("--quiet")
    let after = try practice.work("C-1", "2025-10")
    #expect(after != before)
    #expect(try practice.restate().output.contains("Nothing changed"))
    let export = try BuiltProgram.run(
      [
        "ledger", "export", "--ledger", "\(practice.folder.path)/runs.sqlite", "--output",
        "\(practice.folder.path)/export",
      ])
    #expect(export.code == 0)
    #expect(practice.folder.text("export/closings.csv")?.split(separator: "\n").count == 3)
    let held = try #require(practice.folder.text("export/closed_results.csv"))
    let pay = after.split(separator: " ")[0]
    #expect(held.split(separator: "\n").contains { $0.contains("C-1") && $0.contains(",\(pay),") }, "\(held)")
  }

  @Test func `cannot be changed in the ledger, nor purged`() throws {
    let practice = try Practice()
    for _ in 0..<2 { try practice.run("--quiet", "--format", "csv") }
    let purged = try BuiltProgram.run(["purge", practice.small.jobPath, "--keep", "1"])
    #expect(purged.code == 0 && purged.output.contains("since they closed a period: 1"), "\(purged.output)")
    let changed = try BuiltProgram.shell(
      """
      python3 - <<'P'
      import sqlite3
      ledger = sqlite3.connect("runs.sqlite")
      for statement in ["UPDATE closings SET run = 9", "DELETE FROM closings", "DELETE FROM runs WHERE run = 1",
                        "UPDATE results SET lines = 9 WHERE run = 1", "UPDATE closed_months SET lines = 9"]:
          try:
              ledger.execute(statement)
              print("done:", statement)
          except sqlite3.IntegrityError as error:
              assert "never changed" in str(error), error
      P
      """, in: practice.folder.path)
    #expect(changed.output.isEmpty && changed.code == 0, "\(changed.output)\(changed.messages)")
    try practice.run("--quiet")
    #expect(try practice.restate().output.contains("Nothing changed"))
  }

  @Test(
    arguments: [
      (["--period", "2025-12"], 4, "no published run of the job has all days"),
      (["--period", "2025-10-01..2025-10-15"], 2, "is not of whole months"),
      ([], 2, "say what is to be closed"),
      (["--period", "2025-10", "--run", "9"], 4, "has no run 9"),
      (["--period", "2025-11", "--amend", "--reason", "x"], 4, "is not closed"),
    ] as [([String], Int32, String)])
  func `is only one that a run has whole`(options: [String], code: Int32, words: String) throws {
    let practice = try Practice(closing: false)
    let outcome = try BuiltProgram.run(["close", practice.small.jobPath] + options)
    #expect(outcome.code == code, "\(outcome.messages)")
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
  }

  @Test func `restate without a closed month says what there is`() throws {
    let practice = try Practice()
    let other = try BuiltProgram.run(["restate", practice.small.jobPath, "--period", "2025-11"])
    #expect(other.code != 0 && other.messages.contains("closed are 2025-10-01..2025-10-31"), "\(other.messages)")
    #expect(try BuiltProgram.run(["restate", practice.small.jobPath]).code == 2)
  }

  @Test func `keeps what its policy gave to others, though today's policy asks for nothing of the kind`() throws {
    let practice = try Practice(closing: false)
    let job = practice.folder.text("job.yaml") ?? ""
    try practice.folder.write(
      "logs/10.csv",
      Practice.october.replacing("charge\n", with: "charge,supervising_id\n").replacing(".00\n", with: ".00,C-2\n"))
    try practice.folder.write(
      "own.yaml",
      try String(contentsOfFile: PackageRoot.path("benchmarks-data/credit-policies/unadjusted.yaml"), encoding: .utf8)
        .replacing("policy: unadjusted", with: "policy: own")
        + "\nattribution:\n  - {modifiers: [], shares: {rendering: 0.4, supervising: 0.6}, from: 2020-01-01, citation: a contract}\n"
    )
    try practice.folder.write("job.yaml", job.replacing("pay: unadjusted", with: "pay: own.yaml"))
    try practice.run("--quiet")
    let closed = try (practice.work("C-1", "2025-10"), practice.work("C-2", "2025-10"))
    #expect(try practice.close().code == 0)
    try practice.folder.write("job.yaml", job)
    let outcome = try practice.run()
    #expect(try practice.work("C-1", "2025-10") == closed.0)
    #expect(try practice.work("C-2", "2025-10") == closed.1)
    #expect(outcome.messages.contains("[closed-period-differs]"), "\(outcome.messages)")
  }

  @Test func `can be closed after a later one, amended, and the next ones closed, and every run made again`() throws {
    let practice = try Practice(closing: false)
    try practice.folder.write("logs/11.csv", Practice.november)
    try practice.run("--quiet")
    let november = ["close", practice.small.jobPath, "--period", "2025-11"]
    #expect(try BuiltProgram.run(november).code == 0)
    try practice.run("--quiet")
    #expect(try practice.close().code == 0)
    try practice.run("--quiet")
    try practice.folder.write("logs/late.csv", Practice.november.replacing("2025-11-03", with: "2025-10-28"))
    try practice.run("--quiet")
    #expect(try practice.close("--amend", "--reason", "late").code == 0)
    try practice.run("--quiet")
    let again = try BuiltProgram.run(november + ["--amend", "--reason", "after October"])
    #expect(again.code == 0, "\(again.messages)")
    for number in 1...6 {
      let outcome = try BuiltProgram.run(
        [
          "run", practice.small.jobPath, "--as-recorded", "\(number)", "--output",
          "\(practice.folder.path)/again\(number)",
        ])
      if number < 6 { #expect(outcome.output.contains("the same bytes"), "run \(number): \(outcome.messages)") }
    }
  }

  @Test func `is restated from the standard input and from an inbox too`() throws {
    let practice = try Practice(closing: false)
    let job = practice.folder.text("job.yaml") ?? ""
    try practice.folder.write("job.yaml", job.replacing("logs/*.csv", with: "\"-\""))
    let program = try BuiltProgram.path
    let late = "L8,C-1,2025-10-21,P9,99215,,1,11,300.00\n"
    try practice.folder.write("log.csv", Practice.october)
    try practice.folder.write("later.csv", Practice.october + late)
    let outcome = try BuiltProgram.shell(
      """
      set -e
      '\(program)' run job.yaml --quiet < log.csv; '\(program)' close job.yaml --period 2025-10
      '\(program)' run job.yaml --quiet < later.csv
      grep -c ',late,' out/restatement/2025-10_lines.csv
      """, in: practice.folder.path)
    #expect(outcome.code == 0 && outcome.output.hasSuffix("1\n"), "\(outcome.output)\(outcome.messages)")

    let other = try Practice()
    try FileManager.default.createDirectory(
      atPath: "\(other.folder.path)/inbox", withIntermediateDirectories: false)
    try other.folder.write("inbox/late.csv", Practice.october.prefix { $0 != "\n" } + "\n" + late)
    #expect(try BuiltProgram.shell("touch -d '1 hour ago' inbox/late.csv", in: other.folder.path).code == 0)
    try other.run("--quiet", "--inbox", "\(other.folder.path)/inbox")
    #expect(other.folder.text("out/restatement/2025-10_lines.csv")?.contains("late") == true)
    let again = try other.run("--as-recorded", "2", "--output", "\(other.folder.path)/again")
    #expect(again.output.contains("the same bytes"), "\(again.messages)")
  }

  @Test func `is restated by the lines that came, in a log that grows and with other months closed`() throws {
    let practice = try Practice(closing: false)
    try practice.folder.write("logs/10.csv", Practice.october + "L4,C-1,2025-11-03,P1,99214,,1,11,250.00\n")
    try practice.run("--quiet")
    for month in ["2025-10", "2025-11"] {
      #expect(try BuiltProgram.run(["close", practice.small.jobPath, "--period", month]).code == 0)
    }
    try practice.folder.write(
      "logs/10.csv",
      Practice.october + "L4,C-1,2025-11-03,P1,99214,,1,11,250.00\nL5,C-1,2025-10-21,P9,99215,,1,11,300.00\n")
    try practice.run("--quiet")
    let lines = try #require(practice.folder.text("out/restatement/2025-10_lines.csv")).split(separator: "\n")
    #expect(lines.count == 2 && lines[1].contains(",late,late,"), "\(lines)")
    #expect(!FileManager.default.fileExists(atPath: "\(practice.folder.path)/out/restatement/2025-11_lines.csv"))
  }

  @Test func `tells of closed logs only what they have of closed days, and of what cannot be read once`() throws {
    let practice = try Practice(closing: false)
    try practice.folder.write(
      "logs/10.csv",
      Practice.october + "L4,C-1,2025-11-03,P1,99214,,1,11,250.00\nL5,C-1,2025-10-32,P1,99214,,1,11,250.00\n")
    try practice.run("--quiet")
    for month in ["2025-10", "2025-11"] {
      #expect(try BuiltProgram.run(["close", practice.small.jobPath, "--period", month]).code == 0)
    }
    let outcome = try practice.run()
    let control = try #require(practice.folder.text("out/data/control_totals.csv")).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let columns = try ["file", "records", "credited", "rejected", "out_of_period"].map {
      try #require(control[0].firstIndex(of: $0))
    }
    let rows = control.dropFirst().map { row in columns.map { row[$0].prefix { $0 != " " } }.joined(separator: " ") }
    #expect(rows == ["logs/10.csv 5 0 1 4", "logs/10.csv 3 3 0 0", "logs/10.csv 1 1 0 0"])
    #expect(practice.folder.text("out/data/rejects.csv")?.split(separator: "\n").count == 2)
    let told = outcome.messages.split(separator: "\n").filter { $0.contains("[impossible-date]") }
    #expect(told.count == 1 && !told[0].contains("times"), "\(told)")
    let explained = try BuiltProgram.run(["explain", practice.small.jobPath, "--line", "logs/10.csv:2"])
    #expect(
      explained.output.contains("Its day is closed and counts as it was closed, in closing 1 of "),
      "\(explained.output)")
    #expect(practice.folder.text("out/data-quality.html")?.contains("outside the period or on closed days") == true)
    let restated = try practice.restate()
    #expect(restated.output.contains("Every input is the same file"), "\(restated.output)")
  }
}
