import Ingest
import ProductivityModel
import Publishing
import Rendering
import RunLedger

/// A message on stderr: what it says, and its parts.
struct Message: Sendable {
  /// The gravity, by name: `error`, `warning` or `note`.
  var level: String
  /// What is the case, in a phrase.
  var message: String
  /// What to do about it.
  var hint: String?
  /// The file that it is about.
  var file: String?
  /// The line of the file, counted from 1.
  var line: Int?
  /// The byte of the line, counted from 1.
  var column: Int?
  /// The finding's name in the catalogue; nil where it is no finding.
  var problem: String?
  /// How many records it is about; nil where it is no finding.
  var times: Int?

  /// A finding of a run.
  init(_ finding: Finding) {
    level = finding.severity.rawValue
    message = finding.message
    hint = finding.hint
    problem = finding.problem.rawValue
    times = finding.count
    set(finding.position)
  }

  /// What ended a command.
  init(error: any Error) {
    self.init(text: "\(error)", otherwise: .error)
    level = Severity.error.rawValue
    switch error {
    case let failure as InputFailure:
      (message, hint) = (failure.message, failure.hint)
      set(failure.position)
    case let failure as OutputFailure: (file, message, hint) = (failure.path, failure.message, failure.hint)
    case let failure as LedgerFailure: (file, message, hint) = (failure.path, failure.message, failure.hint)
    // Others are as they are told.
    default: break
    }
  }

  /// A message as it is written for people: `path: warning: words`, with the hint on a line of its own.
  ///
  /// - Parameter level: of a text that says none.
  init(text: String, otherwise level: Severity = .note) {
    self.level = level.rawValue
    var text = text
    if let hint = text.range(of: "\nhint: ") {
      self.hint = String(text[hint.upperBound...])
      text = String(text[..<hint.lowerBound])
    }
    message = text
    for severity in Severity.allCases {
      for word in [severity.rawValue, severity.rawValue.capitalized] {
        if text.hasPrefix("\(word): ") {
          self.level = severity.rawValue
          message = String(text.dropFirst(word.count + 2))
          return
        }
      }
      if let mark = text.range(of: ": \(severity.rawValue): ") {
        self.level = severity.rawValue
        message = String(text[mark.upperBound...])
        file = String(text[..<mark.lowerBound])
        return
      }
    }
  }

  private mutating func set(_ position: SourcePosition?) {
    (file, line, column) = (position?.file, position?.line, position?.column)
  }

  /// The parts by name, in their order; those that there are not are left out.
  var members: [(String, JSONValue)] {
    let parts: [(String, JSONValue?)] = [
      ("message", .string(message)), ("problem", problem.map(JSONValue.string)), ("file", file.map(JSONValue.string)),
      ("line", line.map(JSONValue.integer)), ("column", column.map(JSONValue.integer)),
      ("hint", hint.map(JSONValue.string)), ("times", times.map(JSONValue.integer)),
    ]
    return parts.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The message as one line of JSON.
  ///
  /// - Parameter time: when, as `2026-10-01T02:00:00Z`.
  func json(at time: String) -> String {
    JSONValue.object(JSONMembers(pairs: [("time", .string(time)), ("level", .string(level))] + members)).compactText()
  }

  /// The message on one line, for people: the place and what is wrong.
  var oneLine: String {
    let place = file.map { $0 + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "") + ": " } ?? ""
    return MessageText.readable((place + message).split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}
