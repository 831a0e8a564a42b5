import Crediting
import MedicareFees
import ProductivityModel

/// What a policy says of lines together, of anesthesia, of who is credited, and of lines without a price.
extension CreditPolicyFile {
  static func bilateralPairs(_ node: SettingsNode?) throws(InputFailure) -> BilateralPairPolicy? {
    let what = "bilateralPairs"
    guard let node, try !node.isNone() else { return nil }
    let entries = try node.entries(allowing: ["sides", "units", "from", "through", "citation"], in: what)
    return BilateralPairPolicy(
      sides: try Set(indicators(entries["sides"], "a bilateral indicator")),
      units: try Set(indicators(entries["units"], "a bilateral indicator")),
      dates: try dates(entries, in: node, what), citation: try entries.required("citation", in: node, what).text())
  }

  static func endoscopyFamilies(_ node: SettingsNode?) throws(InputFailure) -> EndoscopyPolicy? {
    let what = "endoscopyFamilies"
    guard let node, try !node.isNone() else { return nil }
    let entries = try node.entries(allowing: ["from", "through", "citation"], in: what)
    return EndoscopyPolicy(
      dates: try dates(entries, in: node, what), citation: try entries.required("citation", in: node, what).text())
  }

  static func bundledServices(_ node: SettingsNode?) throws(InputFailure) -> [BundledServicePolicy] {
    var rows: [BundledServicePolicy] = []
    let what = "a bundled service"
    for item in node?.items() ?? [] {
      let entries = try item.entries(allowing: ["statuses", "with", "from", "through", "citation"], in: what)
      rows.append(
        BundledServicePolicy(
          statuses: try statusSet(entries.required("statuses", in: item, what)),
          includedIn: try statusSet(entries.required("with", in: item, what)),
          dates: try dates(entries, in: item, what), citation: try entries.required("citation", in: item, what).text()))
    }
    return rows
  }

  static func anesthesia(_ node: SettingsNode?) throws(InputFailure) -> AnesthesiaPolicy? {
    let what = "anesthesia"
    guard let node, try !node.isNone() else { return nil }
    let entries = try node.entries(
      allowing: ["minutesPerUnit", "decimals", "rows", "from", "through", "citation"], in: what)
    let minutesNode = try entries.required("minutesPerUnit", in: node, what)
    let minutes = try minutesNode.integer()
    guard (1...60).contains(minutes) else { throw minutesNode.failure("a time unit is between 1 and 60 minutes") }
    let decimals = try entries["decimals"]?.integer() ?? 1
    guard (0...4).contains(decimals) else { throw node.failure("decimals is between 0 and 4") }
    var rows: [AnesthesiaPolicy.Row] = []
    for item in try entries.required("rows", in: node, what).items() { rows.append(try anesthesiaRow(item)) }
    return AnesthesiaPolicy(
      minutesPerUnit: Int64(minutes) * 1_000, decimals: decimals, rows: rows,
      dates: try dates(entries, in: node, what), citation: try entries.required("citation", in: node, what).text())
  }

  private static func anesthesiaRow(_ item: SettingsNode) throws(InputFailure) -> AnesthesiaPolicy.Row {
    let what = "an anesthesia row"
    let entries = try item.entries(
      allowing: ["modifiers", "factor", "units", "flag", "from", "through", "citation"], in: what)
    let amount: AnesthesiaPolicy.Row.Amount
    switch (entries["factor"], entries["units"]) {
    case (let factor?, nil): amount = .factor(Factor(millionths: try millionths(factor, "a factor", most: 10)))
    case (nil, let units?):
      amount = .units(ASAUnits(tenThousandths: try millionths(units, "units", most: 100) / 100))
    default: throw item.failure("an anesthesia row has either a factor or units")
    }
    return AnesthesiaPolicy.Row(
      modifiers: try modifiers(entries["modifiers"]), amount: amount, flag: try entries["flag"]?.text(),
      dates: try dates(entries, in: item, what), citation: try entries.required("citation", in: item, what).text())
  }

  /// Reads `rendering`, `billing`, `supervising`, or rows by modifier.
  static func attribution(_ node: SettingsNode?) throws(InputFailure) -> [AttributionRow] {
    guard let node else { return [] }
    if node.isScalar {
      let party = try node.choice(of: AttributionRow.Party.self, "an attribution")
      if party == .rendering { return [] }
      return [
        AttributionRow(
          modifiers: [], shares: [.init(party, millionths: 1_000_000)],
          dates: EffectiveDates(from: CalendarDate(daysSinceEpoch: 0)),
          citation: "the policy's attribution: \(party.rawValue)")
      ]
    }
    var rows: [AttributionRow] = []
    let what = "an attribution row"
    for item in node.items() {
      let entries = try item.entries(allowing: ["modifiers", "shares", "from", "through", "citation"], in: what)
      let sharesNode = try entries.required("shares", in: item, what)
      let parties = AttributionRow.Party.allCases.map(\.rawValue)
      var shares: [AttributionRow.Share] = []
      for (key, value) in try sharesNode.entries(allowing: parties, in: "shares").sorted(by: { $0.key < $1.key }) {
        guard let party = AttributionRow.Party(rawValue: key) else { continue }
        shares.append(.init(party, millionths: try millionths(value, "a share", most: 1)))
      }
      guard shares.reduce(0, { $0 + $1.millionths }) == 1_000_000 else {
        throw sharesNode.failure(
          "the shares of a line add up to 1", hint: "write shares such as {rendering: 0.5, billing: 0.5}")
      }
      rows.append(
        AttributionRow(
          modifiers: try modifiers(entries["modifiers"]), shares: shares, dates: try dates(entries, in: item, what),
          citation: try entries.required("citation", in: item, what).text()))
    }
    return rows
  }

  /// Reads `hold`, `charge-ratio`, or `crosswalk` and a file.
  static func unpriced(_ node: SettingsNode?) throws(InputFailure) -> UnpricedPolicy {
    guard let node else { return .hold }
    if node.isScalar {
      let words = try node.text()
      if words == "hold" { return .hold }
      if words == "charge-ratio" { return .chargeRatio }
      throw node.failure(
        "\"\(words)\" is not what becomes of lines without a price",
        hint: SpellingSuggestion.nearest(to: words, in: ["hold", "charge-ratio"]).map { "did you mean \($0)?" }
          ?? "write hold, charge-ratio, or {crosswalk: FILE}")
    }
    let entries = try node.entries(allowing: ["crosswalk"], in: "unpriced")
    return .crosswalk(file: try entries.required("crosswalk", in: node, "unpriced").text())
  }
}
