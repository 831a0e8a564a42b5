import ProductivityModel

/// A JSON value whose numbers are exact decimals and whose members keep their order.
indirect enum JSONText {
  /// No value.
  case null
  /// A truth value.
  case bool(Bool)
  /// A number, written out.
  case number(String)
  /// A text.
  case text(String)
  /// A list.
  case list([JSONText])
  /// Members in order.
  case object([(String, JSONText)])

  /// A whole number, or null.
  init(_ number: Int?) { self = number.map { .number(String($0)) } ?? .null }
  /// A text, or null.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// The value as text, indented by two blanks a level.
  func written(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .text(let text): return Self.quoted(text)
    case .list(let items):
      if items.isEmpty { return "[]" }
      return "[\n" + items.map { inner + $0.written(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { inner + Self.quoted($0.0) + ": " + $0.1.written(indent: inner) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
