import TestSupport

/// A small practice whose runs are entered in a ledger.
struct RecordedPractice {
  let practice: SmallPractice
  /// What a shell needs to know of it: `$program`, and the practice's folder as the working folder.
  var path: String { practice.folder.path }

  /// Writes the practice, and runs it once.
  init(formats: String = "[html, csv]") throws {
    practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\nformats: \(formats)\n")
    let outcome = try practice.run("--quiet")
    guard outcome.code == 0 else { throw Failure(messages: outcome.messages) }
  }

  /// The first run did not end well.
  struct Failure: Error { let messages: String }

  /// Gives the practice another log, of which the reports differ.
  func change() throws { try practice.folder.write("log.csv", SmallPractice.log.replacing("99213", with: "99215")) }

  /// Runs lines of a shell in the practice's folder.
  func shell(_ lines: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("program='\(try BuiltProgram.path)'\n\(lines)", in: path)
  }

  /// The state of each run in the ledger, the first one first.
  func states() throws -> [String] {
    try shell(
      """
      python3 -c "
      import sqlite3
      for row in sqlite3.connect('runs.sqlite').execute('SELECT state FROM runs ORDER BY run'): print(row[0])"
      """
    ).output.split(separator: "\n").map(String.init)
  }

  /// What is in the folder beside the inputs, the output and the ledger.
  func leftovers() -> [String] {
    practice.folder.names.filter {
      ![
        "job.yaml", "log.csv", "roster.csv", "survey.csv", "out", "out-failed.html", "runs.sqlite", "runs.sqlite-wal",
        "runs.sqlite-shm", "runs.sqlite.archive", "runs.sqlite.key",
      ].contains($0)
    }
  }

  /// Whether the ledger finds nothing wrong with itself and the output.
  func isSound() throws -> Bool {
    try BuiltProgram.run(["ledger", "verify", "--ledger", "\(path)/runs.sqlite"]).code == 0
  }
}
