/// A column map that is proposed for a file, with the reason of each guess.
public struct MapSuggestion: Sendable {
  /// How sure a guess is.
  enum Certainty: String, Sendable {
    case sure
    case likely
    case unsure
  }

  /// Where a standard column is proposed to come from.
  struct Guess: Sendable {
    var column: LogColumn
    /// The heading, or the first of several.
    var heading: String
    /// The source as YAML.
    var yaml: String
    var certainty: Certainty
    var reason: String
  }

  /// A condition that rows must fulfil.
  struct Keep: Sendable {
    /// The condition as YAML.
    var yaml: String
    var reason: String
  }

  var sample: TableSample
  /// How many rows the header has.
  var headerRows = 1
  /// How many rows under the header were looked at.
  var rowCount: Int
  var guesses: [Guess] = []
  var keep: [Keep] = []
  /// What there is to know of the workbook's sheets.
  public internal(set) var notes: [String] = []
  /// What could not be decided.
  public internal(set) var questions: [String] = []

  /// The standard columns that every log needs and that were not found.
  public var missing: [String] {
    LogColumn.allCases.filter { column in column.isRequired && !guesses.contains { $0.column == column } }
      .map(\.rawValue)
  }

  /// The map, with the reasons as comments.
  public var yaml: String {
    var lines = [
      "# Proposed by rvubench map suggest from \(rowCount) rows. Look it through: a wrong column is a wrong result."
    ]
    lines += notes.map { "# \($0)" }
    lines += [
      "map: suggested",
      "title: Proposed from a file's headings and the shapes of its cells",
      "form: \(sample.form.rawValue)",
    ]
    if let delimiter = sample.delimiter { lines.append("delimiter: \(Self.name(of: delimiter))") }
    if let sheet = sample.sheet { lines.append("sheet: \(Self.quoted(sheet))") }
    if headerRows > 1 { lines.append("headers: \(headerRows)") }
    lines.append("columns:")
    for column in LogColumn.allCases {
      for guess in guesses where guess.column == column {
        lines.append("  # \(guess.certainty.rawValue): \(guess.reason)")
        lines.append("  \(column.rawValue): \(guess.yaml)")
      }
      if column.isRequired, !guesses.contains(where: { $0.column == column }) {
        lines.append("  # \(column.rawValue): not found; every log needs it")
      }
    }
    if !keep.isEmpty { lines.append("keep:") }
    for condition in keep {
      lines.append("  # \(condition.reason)")
      lines.append("  - \(condition.yaml)")
    }
    for question in questions { lines.append("# To decide: \(question)") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A heading as YAML; headings that are shown have no quotes in them.
  static func quoted(_ heading: String) -> String {
    let isPlain = heading.utf8.allSatisfy { byte in
      byte == 0x5F || byte == 0x20 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
    }
    let words: Set = ["yes", "no", "true", "false", "on", "off", "y", "n", "null", "none"]
    if isPlain, !words.contains(heading.lowercased()), heading.utf8.contains(where: { $0 > 0x39 }) { return heading }
    let escaped = heading.unicodeScalars.filter { $0.value >= 0x20 }.map { scalar in
      scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : "\(scalar)"
    }
    return "\"\(escaped.joined())\""
  }

  private static func name(of delimiter: UInt8) -> String {
    switch delimiter {
    case 0x09: "tab"
    case 0x3B: "semicolon"
    case 0x7C: "pipe"
    default: "comma"
    }
  }
}
