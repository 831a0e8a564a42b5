import Compensation
import Ingest
import ProductivityModel

/// A scenario as the command line writes it: `NAME:key=value,key=value`, or without a name.
public struct ScenarioText: Hashable, Sendable {
  /// What was written.
  public let text: String
  /// What would be otherwise, but for stand-in plans, which are in a file.
  public private(set) var scenario: Scenario
  /// The file of plans that stand in for the job's; nil for none.
  public private(set) var plansFile: String?

  private static let keys = ["plans", "plan", "rate", "threshold", "release", "policy"]

  /// Reads a scenario.
  ///
  /// - Throws: `InputFailure` at the first thing that is wrong.
  public init(_ text: String) throws(InputFailure) {
    self.text = text
    var rest = Substring(text)
    var name = text
    if let colon = text.firstIndex(of: ":"), !text[..<colon].contains("=") {
      name = String(text[..<colon])
      rest = text[text.index(after: colon)...]
    }
    scenario = Scenario(name: name)
    guard !text.isEmpty else {
      throw InputFailure("a scenario", "is empty", hint: "write NAME:key=value or key=value", isUsage: true)
    }
    guard !name.isEmpty else { throw Self.failure(text, "has no name before the colon", "write NAME:key=value") }
    var seen: Set<String> = []
    for part in rest.split(separator: ",", omittingEmptySubsequences: false) {
      guard let equals = part.firstIndex(of: "=") else {
        throw Self.failure(
          text, "has \"\(part)\", which is no key=value", "the keys are: \(Self.keys.joined(separator: ", "))")
      }
      let (key, value) = (String(part[..<equals]), String(part[part.index(after: equals)...]))
      guard seen.insert(key).inserted else { throw Self.failure(text, "has \(key) twice", "write each key once") }
      guard !value.isEmpty else { throw Self.failure(text, "has \(key) without a value", "write \(key)=value") }
      try take(key, value)
    }
    if scenario.plan != nil, scenario.rate == nil, scenario.threshold == nil {
      throw Self.failure(text, "names a plan and changes neither rate nor threshold", "add rate= or threshold=")
    }
  }

  private mutating func take(_ key: String, _ value: String) throws(InputFailure) {
    switch key {
    case "plans": plansFile = value
    case "plan": scenario.plan = value
    case "rate": scenario.rate = try change(key, value)
    case "threshold": scenario.threshold = try change(key, value)
    case "release": scenario.release = value
    case "policy": scenario.policy = value
    default:
      throw Self.failure(
        text, "has the key \"\(key)\", which scenarios have not",
        SpellingSuggestion.nearest(to: key, in: Self.keys).map { "did you mean \($0)?" }
          ?? "the keys are: \(Self.keys.joined(separator: ", "))")
    }
  }

  /// A number to be set, or with a sign one to be added, or a percentage.
  private func change(_ key: String, _ value: String) throws(InputFailure) -> Change {
    let hint = "write \(key)=52 for the number itself, \(key)=+2 or \(key)=-2 to add to it, or \(key)=+4% to scale it"
    let isSigned = value.hasPrefix("+") || value.hasPrefix("-")
    let isPercent = value.hasSuffix("%")
    var digits = Substring(value)
    if value.hasPrefix("+") { digits = digits.dropFirst() }
    if isPercent { digits = digits.dropLast() }
    guard !isPercent || isSigned else {
      throw Self.failure(text, "has \(key)=\(value), a percentage without a sign", hint)
    }
    guard !value.hasPrefix("+-"), case .success(let number) = DecimalText.parse(digits, scale: isPercent ? 4 : 6) else {
      throw Self.failure(text, "has \(key)=\(value), which is not a number", hint)
    }
    return isPercent ? .percent(number) : isSigned ? .add(number) : .set(number)
  }

  private static func failure(_ text: String, _ message: String, _ hint: String) -> InputFailure {
    InputFailure("the scenario \(text)", message, hint: hint, isUsage: true)
  }
}
