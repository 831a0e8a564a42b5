import ProductivityModel

extension Job {
  /// What the job says of targets: its key `targets`.
  public struct TargetsEntry: Hashable, Sendable {
    /// The ledger that targets are in.
    public enum Ledger: String, CaseIterable, Hashable, Sendable {
      /// Work RVUs under the pay policy.
      case pay
      /// Work RVUs under the benchmark policy.
      case benchmark
    }

    /// The path of the targets; nil where only the roster has any.
    public var file: String?
    /// The ledger that they are in.
    public var ledger = Ledger.pay
    /// The month in which years of targets start, 1 to 12.
    public var yearStarts = 1

    /// Targets in the pay ledger, of calendar years.
    public init(file: String? = nil) { self.file = file }
  }
}

extension JobFile {
  /// Reads the key `targets`: a path, or what is said of it.
  static func targets(_ node: SettingsNode?) throws(InputFailure) -> Job.TargetsEntry? {
    guard let node else { return nil }
    if node.isScalar { return Job.TargetsEntry(file: try node.path("targets")) }
    let keys = try node.entries(allowing: ["file", "ledger", "yearStarts"], in: "targets")
    var entry = Job.TargetsEntry(file: try keys["file"]?.path("file"))
    if let ledger = keys["ledger"] {
      entry.ledger = try ledger.choice(of: Job.TargetsEntry.Ledger.self, "a ledger")
    }
    if let month = keys["yearStarts"] {
      entry.yearStarts = try month.integer()
      guard (1...12).contains(entry.yearStarts) else {
        throw month.failure("yearStarts is not a month", hint: "write 1 for January to 12 for December")
      }
    }
    return entry
  }
}
