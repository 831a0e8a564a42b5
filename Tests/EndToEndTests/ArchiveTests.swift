import Foundation
import TestSupport
import Testing

/// Runs that are made again from the archive, by the built program.
@Suite struct `The archive of inputs` {
  /// A practice with a ledger that has run once.
  private static func practice(_ more: String = "") throws -> SmallPractice {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\n" + more)
    let outcome = try practice.run("--quiet")
    #expect(outcome.code == 0, "\(outcome.messages)")
    return practice
  }

  @Test func `makes a run again to the byte when its inputs are changed or gone, from another folder`() throws {
    let practice = try Self.practice()
    let first = try practice.published()
    try practice.folder.write("roster.csv", SmallPractice.roster.replacing("1.0,", with: "0.4,"))
    try FileManager.default.removeItem(atPath: "\(practice.folder.path)/log.csv")
    try practice.folder.write(
      "job.yaml", "practice: Another\nyear: 2024\nlogs: [{files: none.csv}]\nledger: runs.sqlite\n")
    let again = try BuiltProgram.run(
      ["run", "\(practice.folder.path)/job.yaml", "--as-recorded", "1", "--output", "\(practice.folder.path)/again"],
      in: "/")
    #expect(again.code == 0, "\(again.messages)")
    #expect(again.output.contains("the same bytes as run 1 wrote"))
    let names = try BuiltProgram.shell("cd again && find . -type f | sort", in: practice.folder.path).output
    #expect(Set(names.split(separator: "\n").map(String.init)) == Set(first.keys))
    for (name, text) in first { #expect(practice.folder.text("again/\(name)") == text, "\(name)") }
    #expect(try practice.published() == first, "the present output stays as it is")
    let left = try BuiltProgram.shell("ls -A runs.sqlite.archive | grep '^\\.'", in: practice.folder.path)
    #expect(left.output.isEmpty, "nothing restored stays behind: \(left.output)")
  }

  @Test func `keeps a run that was asked for in other words, and the standard input`() throws {
    let practice = try SmallPractice()
    let job = SmallPractice.job.replacing("files: log.csv", with: "files: \"-\"") + "ledger: runs.sqlite\n"
    try practice.folder.write("job.yaml", job)
    let program = try BuiltProgram.path
    let first = try BuiltProgram.shell(
      "\(program) run job.yaml --quiet --only practice --format csv --as-of 2025-11-30 < log.csv",
      in: practice.folder.path)
    #expect(first.code == 0, "\(first.messages)")
    let again = try practice.run("--as-recorded", "1", "--output", "\(practice.folder.path)/again")
    #expect(again.code == 0 && again.output.contains("the same bytes"), "\(again.messages)")
    #expect(practice.folder.text("again/data/months.csv")?.contains("2025-10") == true)
  }

  @Test func `holds the reference data too, so that a later release or policy changes nothing`() throws {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\n")
    let data = "\(practice.folder.path)/data"
    try FileManager.default.copyItem(atPath: PackageRoot.path("benchmarks-data"), toPath: data)
    #expect(try practice.run("--quiet", "--data", data).code == 0)
    let changed = try BuiltProgram.shell(
      "rm -r cms-pfs/2025*; sed -i 's/0\\.5/0.4/' credit-policies/survey-comparable.yaml", in: data)
    #expect(changed.code == 0)
    let again = try practice.run("--as-recorded", "1", "--output", "\(practice.folder.path)/again", "--data", data)
    #expect(again.code == 0 && again.output.contains("the same bytes"), "\(again.messages)")
  }

  @Test(
    arguments: [
      (["--as-recorded", "1"], 2, "needs a folder of its own"),
      (["--as-recorded", "1", "--output", "again", "--period", "2025-10"], 2, "takes period, reports and formats"),
      (["--as-recorded", "7", "--output", "again"], 4, "has no run 7"),
    ] as [([String], Int32, String)])
  func `refuses what cannot be made again, and says why`(options: [String], code: Int32, words: String) throws {
    let practice = try Self.practice()
    let outcome = try BuiltProgram.run(["run", "job.yaml"] + options, in: practice.folder.path)
    #expect(outcome.code == code, "\(outcome.messages)")
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: "\(practice.folder.path)/again"))
  }

  @Test func `is not made with archive: false, and then a run cannot be made again`() throws {
    let practice = try Self.practice("archive: false\n")
    #expect(!FileManager.default.fileExists(atPath: "\(practice.folder.path)/runs.sqlite.archive"))
    let again = try practice.run("--as-recorded", "1", "--output", "\(practice.folder.path)/again")
    #expect(again.code == 4 && again.messages.contains("archive: false"), "\(again.messages)")
  }

  @Test func `is found damaged by verify, and damaged contents are not used`() throws {
    let practice = try Self.practice()
    let damage = try BuiltProgram.shell(
      "f=$(find runs.sqlite.archive -name '*.zst' -size -2 | head -1); printf x > $f; echo $f", in: practice.folder.path
    )
    #expect(damage.output.hasSuffix(".zst\n"))
    let verified = try BuiltProgram.run(["ledger", "verify", "--ledger", "\(practice.folder.path)/runs.sqlite"])
    #expect(verified.code == 1 && verified.output.contains("is damaged"), "\(verified.output)")
    let again = try practice.run("--as-recorded", "1", "--output", "\(practice.folder.path)/again")
    #expect(again.code != 0 && again.messages.contains("put it back from a copy of the archive"), "\(again.messages)")
  }

  @Test func `loses nothing that is needed when old runs are purged`() throws {
    let practice = try Self.practice()
    for line in [
      "L4,C-1,2025-10-08,MRN0000003,99213,,1,11,170.00\n", "L5,C-1,2025-10-09,MRN0000003,99213,,1,11,170.00\n",
    ] {
      let log = practice.folder.text("log.csv") ?? ""
      try practice.folder.write("log.csv", log + line)
      #expect(try practice.run("--quiet").code == 0)
    }
    #expect(try BuiltProgram.run(["purge", practice.jobPath]).code == 2, "how many is not said")
    let trial = try BuiltProgram.run(["purge", practice.jobPath, "--keep", "2", "--dry-run"])
    #expect(trial.code == 0 && trial.output.hasPrefix("1 run would be taken out"), "\(trial.output)")
    let purged = try BuiltProgram.run(["purge", practice.jobPath, "--keep", "2"])
    #expect(purged.code == 0 && purged.output.hasPrefix("1 run was taken out"), "\(purged.output)\(purged.messages)")
    #expect(try practice.run("--as-recorded", "1", "--output", "\(practice.folder.path)/again").code == 4)
    for run in ["2", "3"] {
      let again = try practice.run("--as-recorded", run, "--output", "\(practice.folder.path)/again\(run)")
      #expect(again.output.contains("the same bytes"), "\(again.messages)")
    }
    let verified = try BuiltProgram.run(["ledger", "verify", "--ledger", "\(practice.folder.path)/runs.sqlite"])
    #expect(verified.code == 0, "\(verified.output)")
    let left = try BuiltProgram.run(["purge", practice.jobPath, "--keep", "2"])
    #expect(left.output.hasPrefix("no runs were taken out of the ledger, and no contents"), "\(left.output)")
  }

  @Test func `keeps rejects once for all runs that had the same`() throws {
    let practice = try Self.practice()
    let log = practice.folder.text("log.csv") ?? ""
    try practice.folder.write("log.csv", log + "L9,C-1,2025-13-45,MRN0000009,99213,,1,11,1.00\n")
    for _ in 0..<2 { #expect(try practice.run("--quiet").code == 0) }
    let ledger = ["--ledger", "\(practice.folder.path)/runs.sqlite"]
    #expect(
      try BuiltProgram.run(["ledger", "export", "--output", "\(practice.folder.path)/export"] + ledger).code == 0)
    let rejects = try #require(practice.folder.text("export/rejects.csv")).split(separator: "\n")
    #expect(
      rejects.count == 3 && rejects[1].hasPrefix("2,log.csv,5,") && rejects[2].hasPrefix("3,log.csv,5,"), "\(rejects)")
    #expect(!rejects.joined().contains("MRN0000009"))
  }

  @Test func `has a file once that is named in two ways, and folders that were not read`() throws {
    let practice = try SmallPractice()
    try FileManager.default.createDirectory(
      atPath: "\(practice.folder.path)/logs/older", withIntermediateDirectories: true)
    try practice.folder.write("logs/log.csv", SmallPractice.log)
    try practice.folder.write(
      "own.yaml",
      try String(contentsOfFile: PackageRoot.path("benchmarks-data/credit-policies/unadjusted.yaml"), encoding: .utf8)
        .replacing("policy: unadjusted", with: "policy: own"))
    try practice.folder.write(
      "job.yaml",
      SmallPractice.job.replacing("files: log.csv", with: "files: logs").replacing(
        "pay: unadjusted", with: "pay: own.yaml"
      )
      .replacing("benchmark: survey-comparable", with: "benchmark: ./logs/../own.yaml") + "ledger: runs.sqlite\n")
    #expect(try practice.run("--quiet").code == 0)
    let again = try practice.run("--as-recorded", "1", "--output", "\(practice.folder.path)/again")
    #expect(again.output.contains("the same bytes"), "\(again.messages)")
  }
}
