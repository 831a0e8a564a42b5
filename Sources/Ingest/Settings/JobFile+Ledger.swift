extension JobFile {
  /// How many runs' outputs are kept.
  static func retention(_ node: SettingsNode?, hasLedger: Bool) throws(InputFailure) -> Int? {
    guard let node else { return nil }
    let entries = try node.entries(allowing: ["runs"], in: "retention")
    guard let runs = try count(entries.required("runs", in: node, "retention"), 1...10_000) else { return nil }
    guard hasLedger else {
      throw node.failure(
        "`retention` names each run's folder by its number in the ledger, and the job has no `ledger`",
        hint: "add ledger: rvubench.sqlite to the job")
    }
    return runs
  }

  /// A command that is run without a shell: a program and its arguments.
  ///
  /// A program that is named with a slash is relative to the job file, as other paths are; one without is looked for in PATH.
  static func command(
    _ node: SettingsNode, resolve: (String) -> String
  ) throws(InputFailure) -> [String] {
    guard !node.isMapping else { throw node.failure("a command is a list: a program and its arguments") }
    var words: [String] = []
    for item in node.items() { words.append(try item.text()) }
    guard let program = words.first, !program.isEmpty else {
      throw node.failure(
        "a command needs a program", hint: "write [/usr/local/bin/notify, --subject, reports], or take the key out")
    }
    // The system would take the words to end there.
    guard !words.contains(where: { $0.utf8.contains(0) }) else { throw node.failure("a command has no zero bytes") }
    if node.isScalar, program.contains(" ") {
      throw node.failure(
        "no shell takes \"\(program)\" apart",
        hint: "write it as a list: [\(program.split(separator: " ").joined(separator: ", "))]")
    }
    if program.contains("/") { words[0] = resolve(program) }
    return words
  }
}
