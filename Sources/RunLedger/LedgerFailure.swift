/// A ledger that cannot be used: what it held before is as it was.
public struct LedgerFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path of the ledger.
  public var path: String
  /// What is wrong, in a phrase that follows the path.
  public var message: String
  /// What to do about it.
  public var hint: String?

  /// Whether the ledger only wants the next run to bring it up to date.
  public var isOutdated = false

  /// A failure of a ledger.
  public init(_ path: String, _ message: String, hint: String? = nil) {
    self.path = path
    self.message = message
    self.hint = hint
  }

  /// `rvubench.sqlite: error: ...`, with the hint on a line of its own.
  public var description: String { "\(path): error: \(message)" + (hint.map { "\nhint: \($0)" } ?? "") }
}
