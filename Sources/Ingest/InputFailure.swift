import ProductivityModel

/// An input that cannot be used at all: the run stops before anything is replaced.
public struct InputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where: a file, and a line where one is known.
  public var position: SourcePosition
  /// What is wrong, in a phrase that follows the place.
  public var message: String
  /// What to do about it.
  public var hint: String?
  /// Whether it is the job, policy or column map that is wrong (exit code 2), not an input's content (exit code 3).
  public var isUsage: Bool

  /// A failure of a file, or of a line in it.
  public init(
    _ file: String, line: Int? = nil, column: Int? = nil, _ message: String, hint: String? = nil, isUsage: Bool = false
  ) {
    position = SourcePosition(file: file, line: line, column: column)
    self.message = MessageText.readable(message)
    self.hint = hint.map(MessageText.readable)
    self.isUsage = isUsage
  }

  /// `roster.csv:3: error: ...`, with the hint on a line of its own.
  public var description: String {
    "\(position): error: \(message)" + (hint.map { "\nhint: \($0)" } ?? "")
  }
}
