/// Output that cannot be written: what was there before is left as it was.
public struct OutputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path that cannot be written.
  public var path: String
  /// What is wrong, in a phrase that follows the path.
  public var message: String
  /// What to do about it.
  public var hint: String?

  /// A failure of a path.
  public init(_ path: String, _ message: String, hint: String? = nil) {
    self.path = path
    self.message = message
    self.hint = hint
  }

  /// `out/: error: ...`, with the hint on a line of its own.
  public var description: String { "\(path): error: \(message)" + (hint.map { "\nhint: \($0)" } ?? "") }
}
