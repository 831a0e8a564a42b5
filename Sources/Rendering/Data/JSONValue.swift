/// A JSON value whose numbers are exact decimal texts and whose members keep their order, so that the same results give
/// the same bytes and no quantity passes through a float.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A number, as JSON writes it.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONMembers)

  /// A whole number.
  package static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

  /// The text of the value, members and elements on lines of their own.
  func text() -> String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  /// The text of the value on one line, without blanks.
  package func compactText() -> String {
    var text = ""
    writeCompactly(to: &text)
    return text
  }

  private func writeCompactly(to text: inout String) {
    switch self {
    case .null, .bool, .number, .string: write(to: &text, indent: 0)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.writeCompactly(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.list.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.writeCompactly(to: &text)
      }
      text += "}"
    }
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): Self.write(string, to: &text)
    case .array(let elements):
      Self.write(elements, between: "[", "]", to: &text, indent: indent) { $0.write(to: &$1, indent: indent + 1) }
    case .object(let members):
      Self.write(members.list, between: "{", "}", to: &text, indent: indent) { member, text in
        Self.write(member.name, to: &text)
        text += ": "
        member.value.write(to: &text, indent: indent + 1)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], between open: String, _ close: String, to text: inout String, indent: Int,
    part write: (Part, inout String) -> Void
  ) {
    text += open
    for (index, part) in parts.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
      write(part, &text)
    }
    if !parts.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0000}"..."\u{001F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

/// The members of a JSON object, in order; written as a dictionary literal.
package struct JSONMembers: ExpressibleByDictionaryLiteral, Sendable {
  /// A name and its value.
  struct Member: Sendable {
    let name: String
    let value: JSONValue
  }

  /// The members.
  private(set) var list: [Member]

  init(_ list: [Member]) { self.list = list }

  /// Members, in the order of a list.
  package init(pairs: [(String, JSONValue)]) { list = pairs.map { Member(name: $0, value: $1) } }

  /// Members, in the order of a dictionary literal.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    list = elements.map { Member(name: $0, value: $1) }
  }

  static func + (a: Self, b: Self) -> Self { Self(a.list + b.list) }
}
