import ProductivityModel
import Yams

/// A value of a settings file (job, policy, column map) with its place, so that every error has a line.
///
/// Files are read as YAML nodes, not decoded, for two reasons: unknown keys are errors with a suggestion, and a wrong
/// value is shown where it stands. Size, depth and aliases are limited before anything is made of them.
public struct SettingsNode {
  let node: Node
  let file: String

  /// The most bytes that a settings file may have.
  public static let sizeLimit = 1 << 20
  private static let depthLimit = 32

  /// Reads a settings file.
  ///
  /// - Throws: ``InputFailure`` where the text is not YAML, is too large or too deep, or uses aliases.
  public static func read(_ bytes: [UInt8], file: String) throws(InputFailure) -> SettingsNode {
    try read(bytes, file: file, Resolver.default)
  }

  /// Reads a file of texts alone: no value is looked at for what type it may be, since the patterns for that take milliseconds to make.
  ///
  /// - Throws: ``InputFailure``, as above.
  static func read(texts bytes: [UInt8], file: String) throws(InputFailure) -> SettingsNode {
    try read(bytes, file: file, Resolver.basic)
  }

  private static func read(
    _ bytes: [UInt8], file: String, _ resolver: @autoclosure () -> Resolver
  ) throws(InputFailure) -> SettingsNode {
    guard bytes.count <= sizeLimit else {
      throw InputFailure(file, "is larger than \(sizeLimit >> 20) MB, the most a settings file may have", isUsage: true)
    }
    if let line = AliasCount.lineOfTooMany(in: bytes) {
      throw InputFailure(
        file, line: line, "uses an anchor or alias, which settings files do not", hint: "write the values out",
        isUsage: true)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text, resolver: resolver())
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw Self.failure(error, file: file)
    } catch {
      throw InputFailure(file, "is not YAML: \(error)", isUsage: true)
    }
    guard let root else { throw InputFailure(file, "is empty", isUsage: true) }
    let result = SettingsNode(node: root, file: file)
    // The parser puts what an anchor names in the place of its aliases, and keeps the anchors as long as it lives.
    defer { withExtendedLifetime(parser) {} }
    try result.check(root, depthLeft: depthLimit)
    return result
  }

  private static func failure(_ error: YamlError, file: String) -> InputFailure {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      InputFailure(
        file, line: mark.line, column: mark.column, "is not YAML: \(problem)",
        hint: "check the indentation and the colons near this line", isUsage: true)
    case .duplicatedKeysInMapping(let keys, let context):
      InputFailure(
        file, line: context.mark.line, column: context.mark.column,
        "the key \"\(keys.first ?? "")\" is there twice", hint: "keep one of the two", isUsage: true)
    default:
      InputFailure(file, "is not YAML: \(error)", isUsage: true)
    }
  }

  private func check(_ node: Node, depthLeft: Int) throws(InputFailure) {
    let here = SettingsNode(node: node, file: file)
    if depthLeft == 0 { throw here.failure("is nested too deeply") }
    if node.anchor != nil { throw here.failure("uses an anchor or alias, which settings files do not") }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        try check(key, depthLeft: depthLeft - 1)
        try check(value, depthLeft: depthLeft - 1)
      }
    case .sequence(let sequence): for value in sequence { try check(value, depthLeft: depthLeft - 1) }
    case .scalar: break
    case .alias: throw here.failure("uses an anchor or alias, which settings files do not")
    }
  }

  /// Where the value stands.
  public var position: SourcePosition {
    SourcePosition(file: file, line: node.mark?.line, column: node.mark?.column)
  }

  /// An error about this value.
  public func failure(_ message: String, hint: String? = nil) -> InputFailure {
    InputFailure(file, line: node.mark?.line, column: node.mark?.column, message, hint: hint, isUsage: true)
  }

  // MARK: Scalars

  /// The text of a scalar.
  public func text() throws(InputFailure) -> String {
    guard case .scalar(let scalar) = node else { throw failure("a single value is expected here") }
    return scalar.string
  }

  /// A whole number.
  public func integer() throws(InputFailure) -> Int {
    let value = try text()
    guard let number = Int(value) else { throw failure("\"\(value)\" is not a whole number") }
    return number
  }

  /// A calendar year.
  public func year() throws(InputFailure) -> Int {
    let value = try text()
    guard let year = Int(value), (1990...2100).contains(year) else {
      let digits = value.filter { $0.isASCII && $0.isNumber }
      throw failure(
        "\(Int(value) == nil ? "\"\(value)\"" : value) is not a year",
        hint: "write it with four digits, such as \(digits.count == 2 ? "20\(digits)" : "2025")")
    }
    return year
  }

  /// `true` or `false`.
  public func flag() throws(InputFailure) -> Bool {
    switch try text() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    case let value: throw failure("\"\(value)\" is neither true nor false")
    }
  }

  /// A day, written YYYY-MM-DD.
  public func date() throws(InputFailure) -> CalendarDate {
    let value = try text()
    guard let date = CalendarDate(iso: value) else {
      throw failure("\"\(value)\" is not a day", hint: "write it as YYYY-MM-DD, such as 2026-09-30")
    }
    return date
  }

  /// A decimal number in millionths.
  public func millionths() throws(InputFailure) -> Int64 {
    let value = try text()
    guard case .success(let number) = DecimalText.parse(value, scale: 6) else {
      throw failure("\"\(value)\" is not a number with at most six decimals")
    }
    return number
  }

  /// One of some words.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type, _ what: String
  ) throws(InputFailure) -> Choice where Choice.RawValue == String {
    let value = try text()
    guard let choice = Choice(rawValue: value) else {
      let all = Choice.allCases.map(\.rawValue)
      throw failure(
        "\"\(value)\" is not \(what)",
        hint: SpellingSuggestion.nearest(to: value, in: all).map { "did you mean \($0)?" }
          ?? "choose one of: \(all.joined(separator: ", "))")
    }
    return choice
  }

  // MARK: Collections

  /// The items of a list; a single value is a list of one.
  public func items() -> [SettingsNode] {
    if case .sequence(let sequence) = node { return sequence.map { SettingsNode(node: $0, file: file) } }
    return [self]
  }

  /// The items of a list, each as a list of its own; the value itself where it is no list.
  func listsOfOne() -> [SettingsNode] {
    guard case .sequence(let sequence) = node else { return [self] }
    return sequence.map { SettingsNode(node: .sequence(.init([$0])), file: file) }
  }

  /// The entries of a mapping, each key one of those allowed.
  ///
  /// - Throws: ``InputFailure`` at an unknown key, with the nearest allowed one, and at a repeated key.
  public func entries(allowing allowed: [String], in what: String) throws(InputFailure) -> [String: SettingsNode] {
    var result: [String: SettingsNode] = [:]
    for (key, keyNode, value) in try pairs(what) {
      guard allowed.contains(key) else { throw keyNode.unknownKey(key, allowing: allowed, in: what) }
      guard result.updateValue(value, forKey: key) == nil else {
        throw keyNode.failure("the key \"\(key)\" is there twice in \(what)")
      }
    }
    return result
  }

  /// The error about this key, which is none of those allowed, with the nearest of them.
  func unknownKey(_ key: String, allowing allowed: [String], in what: String) -> InputFailure {
    failure(
      "unknown key \"\(key)\" in \(what)",
      hint: SpellingSuggestion.nearest(to: key, in: allowed).map { "did you mean \($0)?" }
        ?? "the keys here are: \(allowed.sorted().joined(separator: ", "))")
  }

  /// The error about a mapping that lacks a key.
  func lacksKey(_ key: String, _ what: String) -> InputFailure {
    failure("\(what) needs the key \"\(key)\"", hint: "add \"\(key):\" with its value")
  }

  /// The keys and values of a mapping, in the order of the file.
  public func pairs(_ what: String) throws(InputFailure) -> [(key: String, keyNode: SettingsNode, value: SettingsNode)]
  {
    guard case .mapping(let mapping) = node else { throw failure("\(what) is a list of keys and values") }
    var result: [(key: String, keyNode: SettingsNode, value: SettingsNode)] = []
    for (key, value) in mapping {
      let keyNode = SettingsNode(node: key, file: file)
      result.append((try keyNode.text(), keyNode, SettingsNode(node: value, file: file)))
    }
    return result
  }

  /// Whether the value is a single word or number.
  public var isScalar: Bool {
    if case .scalar = node { return true }
    return false
  }

  /// Whether the value is the word `none` or `off`.
  func isNone() throws(InputFailure) -> Bool { isScalar ? ["none", "off"].contains(try text()) : false }

  /// Whether the value is a mapping rather than a scalar or list.
  public var isMapping: Bool {
    if case .mapping = node { return true }
    return false
  }
}

extension [String: SettingsNode] {
  /// The value of a key that must be there.
  func required(_ key: String, in parent: SettingsNode, _ what: String) throws(InputFailure) -> SettingsNode {
    guard let value = self[key] else { throw parent.lacksKey(key, what) }
    return value
  }
}
