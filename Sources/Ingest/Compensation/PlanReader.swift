import Compensation
import Crediting
import ProductivityModel

/// Reads one entry of a plans file, and gathers what is wrong in it.
///
/// Each key is read by itself, so each can show one fault; what keys mean for each other is looked at in ``PlanRelations``, where
/// all of them could be read.
struct PlanReader {
  /// The keys of an entry.
  static let keys = [
    "id", "title", "effective", "credit", "yearStarts", "proration", "leave", "measure", "base", "production", "draw",
    "guarantee", "ramp", "limits", "withhold", "stipends", "panel", "pool",
  ]
  /// The most that is taken for an amount of a year, in dollars.
  static let mostAnnual: Int64 = 10_000_000

  let entry: SettingsNode
  /// What is wrong so far.
  private(set) var faults = FaultCollector()

  /// The keys that the entry states, those of its parts as `base.per`.
  var stated: Set<String> {
    var stated: Set<String> = []
    for (key, _, value) in (try? entry.pairs("a plan")) ?? [] {
      stated.insert(key)
      for item in value.items() {
        for (inner, _, part) in (try? item.pairs(key)) ?? [] {
          stated.insert("\(key).\(inner)")
          // How production measures is the plan's, wherever it stands.
          if inner == "measure" {
            for (own, _, _) in (try? part.pairs(inner)) ?? [] { stated.insert("measure.\(own)") }
          }
        }
      }
    }
    return stated
  }

  init(_ entry: SettingsNode) { self.entry = entry }

  /// The plan; nil where something is wrong in it.
  mutating func plan() -> CompensationPlan? {
    let entry = entry
    guard let pairs = faults.attempt({ () throws(InputFailure) in try entry.pairs("a plan") }) else { return nil }
    var nodes: [String: SettingsNode] = [:]
    for (key, keyNode, value) in pairs {
      guard Self.keys.contains(key) else {
        faults.add([keyNode.unknownKey(key, allowing: Self.keys, in: "a plan")])
        continue
      }
      nodes[key] = value
    }
    for key in ["id", "effective"] where nodes[key] == nil { faults.add([entry.lacksKey(key, "a plan")]) }
    let id = read(nodes["id"]) { node throws(InputFailure) in try node.name("an id") }
    let title = read(nodes["title"]) { node throws(InputFailure) in try node.name("a title") }
    let effective = read(nodes["effective"], Self.effective)
    let credit = read(nodes["credit"], Self.credit) ?? CompensationPlan.Credit()
    let terms = terms(nodes)
    guard faults.count == 0, let id, let effective else { return nil }
    faults.add(PlanRelations(terms, effective: effective, nodes: nodes, entry: entry).faults)
    guard faults.count == 0 else { return nil }
    return CompensationPlan(
      id: id, title: title, effective: effective, credit: credit, terms: terms, position: entry.position)
  }

  private mutating func terms(_ nodes: [String: SettingsNode]) -> PlanTerms {
    var terms = PlanTerms()
    if let month = read(nodes["yearStarts"], Self.yearStart) { terms.yearStart = month }
    if let proration = read(nodes["proration"], Self.proration) { terms.proration = proration }
    if let leave = read(nodes["leave"], Self.leave) { terms.leave = leave }
    if let (every, how) = read(nodes["measure"], Self.measure) { (terms.every, terms.how) = (every, how) }
    let proration = terms.proration
    terms.base = read(nodes["base"]) { node throws(InputFailure) in try Self.base(node, proration: proration) }
    if let node = nodes["production"] {
      let read = faults.attempt { () throws(InputFailure) in try Self.production(node, proration: proration) }
      terms.production = read?.terms
      if let measure = read?.measure {
        (terms.every, terms.how) = measure
        if let other = nodes["measure"] {
          faults.add([
            other.failure(
              "the plan says both here and in production how it measures", hint: "keep one of the two keys measure")
          ])
        }
      }
    }
    terms.draw = read(nodes["draw"], Self.draw)
    terms.guarantee = read(nodes["guarantee"], Self.guarantee)
    terms.ramp = read(nodes["ramp"], Self.ramp) ?? []
    if let limits = read(nodes["limits"], Self.limits) { terms.limits = limits }
    terms.withhold = read(nodes["withhold"], Self.withhold)
    for item in nodes["stipends"]?.items() ?? [] {
      if let stipend = read(item, Self.stipend) { terms.stipends.append(stipend) }
    }
    terms.panel = read(nodes["panel"], Self.panel)
    terms.pool = read(nodes["pool"], Self.pool)
    return terms
  }

  private mutating func read<Value>(
    _ node: SettingsNode?, _ reading: (SettingsNode) throws(InputFailure) -> Value
  ) -> Value? {
    guard let node else { return nil }
    return faults.attempt { () throws(InputFailure) in try reading(node) }
  }
}

extension SettingsNode {
  /// The entries of a part of a plan.
  ///
  /// - Throws: ``InputFailure`` as ``entries(allowing:in:)``, and with its own hint where a comma in a number made a key of it.
  func planEntries(_ allowed: [String], in what: String) throws(InputFailure) -> [String: SettingsNode] {
    if let failure = bareValue(allowed, in: what) { throw failure }
    for (key, keyNode, value) in try pairs(what) where !allowed.contains(key) {
      guard !key.isEmpty, key.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }), value.isBlank else {
        continue
      }
      throw keyNode.failure(
        "\"\(key)\" in \(what) is no key: a comma ends a value here",
        hint: "write numbers without commas, such as 300000")
    }
    return try entries(allowing: allowed, in: what)
  }

  /// The error about a value alone where keys are wanted, with the key that it is likely meant for.
  private func bareValue(_ allowed: [String], in what: String) -> InputFailure? {
    guard isScalar, let value = try? text(), !value.isEmpty else { return nil }
    let isNumber =
      if case .success = DecimalText.parse(value.hasSuffix("%") ? value.dropLast().trimmed : value, scale: 6) {
        true
      } else { false }
    let likely =
      isNumber ? allowed.first { ["annual", "rate", "share", "perMemberPerMonth", "total"].contains($0) } : nil
    return failure(
      "\(what) is a list of keys and values, and here is \"\(value)\" alone",
      hint: likely.map { "did you mean {\($0): \(value)}?" } ?? "write its keys: \(allowed.joined(separator: ", "))")
  }

  private var isBlank: Bool { isScalar && ((try? text()) ?? "").isEmpty }
}
