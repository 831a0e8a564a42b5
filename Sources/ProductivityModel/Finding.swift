/// How much a finding matters; the job's `failOn` names the level from which a run ends with exit code 1.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Worth knowing; nothing needs doing.
  case note
  /// A number may not be what the reader expects.
  case warning
  /// Something was left out of the numbers.
  case error

  /// Whether the first comes first: by gravity, or by file, line and column.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  /// What the level says of the numbers, in a phrase.
  public var meaning: String {
    switch self {
    case .note: "worth knowing; nothing needs doing"
    case .warning: "a number may not be what the reader expects"
    case .error: "something is left out of the numbers"
    }
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A place in an input file.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The path as the job or the command line gives it.
  public var file: String
  /// The 1-based line where the record starts; nil for the file as a whole.
  public var line: Int?
  /// The 1-based byte of that line where the cell starts.
  public var column: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Whether the first comes first: by gravity, or by file, line and column.
  public static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line ?? 0, a.column ?? 0) < (b.file, b.line ?? 0, b.column ?? 0)
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `logs/july.csv:118:12`.
  public var description: String {
    file + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "")
  }
}

/// Something about the input that a reader of the numbers should know: where, what is wrong, and what to do.
///
/// The message never holds a patient identifier, nor a cell whose text does not fit its column's shape.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public var severity: Severity
  /// The problem's name in the catalogue of findings, such as `unknown-code`.
  public var problem: Problem
  /// Where it is.
  public var position: SourcePosition?
  /// What is wrong, in a sentence without a full stop.
  public var message: String
  /// What to do about it.
  public var hint: String?
  /// How many records it concerns; the position is the first of them.
  public var count: Int
  /// More of the records that it concerns, the first of them among these; empty where only the first is told.
  public var examples: [SourcePosition]
  /// The policy and the key in it that decide; nil where no policy does.
  public var decidedBy: String?

  /// A finding; its severity is the problem's own.
  public init(
    _ problem: Problem, at position: SourcePosition? = nil, _ message: String, hint: String? = nil, count: Int = 1,
    examples: [SourcePosition] = [], decidedBy: String? = nil
  ) {
    self.severity = problem.severity
    self.problem = problem
    self.position = position
    self.message = MessageText.readable(message)
    self.hint = hint.map(MessageText.readable)
    self.count = count
    self.examples = examples
    self.decidedBy = decidedBy
  }
}

extension Finding: CustomStringConvertible {
  /// `log.csv:118:12: warning: message [unknown-code]`, with the hint on a line of its own.
  public var description: String {
    let place = position.map { "\($0): " } ?? ""
    let times = count > 1 ? " (\(count) times)" : ""
    return "\(place)\(severity.rawValue): \(message)\(times) [\(problem.rawValue)]"
      + (hint.map { "\nhint: \($0)" } ?? "")
  }
}
