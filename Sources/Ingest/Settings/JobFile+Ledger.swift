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
}
