import Compensation
import ProductivityModel

/// Base, production and draw of a plan.
extension PlanReader {
  private static let productionKeys = [
    "method", "threshold", "tiers", "rate", "per", "measure", "against", "clawback", "proration", "fallingRates",
  ]

  static func basis(_ node: SettingsNode) throws(InputFailure) -> FTEBasis {
    try node.choice(of: FTEBasis.self, "what an amount is scaled by (total-fte, clinical-fte or person)")
  }

  /// A salary, by the year or by the month: a monthly one falls on months.
  static func base(_ node: SettingsNode, proration: Proration) throws(InputFailure) -> BaseTerms {
    let keys = try node.planEntries(["annual", "monthly", "per", "proration"], in: "base")
    var base = BaseTerms(annual: .zero, proration: try keys["proration"].map(Self.proration) ?? proration)
    base.annual = try annual(keys, in: node, "base")
    if keys["monthly"] != nil {
      if let other = keys["proration"], base.proration == .days {
        throw other.failure(
          "a monthly base falls on months, not on days", hint: "leave proration out, or give the base as annual")
      }
      base.proration = .months
    }
    if let per = keys["per"] { base.per = try basis(per) }
    return base
  }

  /// The amount of a year, as `annual`, or as a twelfth of it, `monthly`.
  static func annual(
    _ keys: [String: SettingsNode], in parent: SettingsNode, _ what: String
  ) throws(InputFailure) -> Money {
    switch (keys["annual"], keys["monthly"]) {
    case (let annual?, nil): return try annual.amount("an annual \(what)", atMost: mostAnnual)
    case (nil, let monthly?):
      return Money(cents: try monthly.amount("a monthly \(what)", atMost: mostAnnual / 12).cents * 12)
    case (nil, nil):
      throw parent.failure(
        "\(what) has no amount", hint: "add annual: or monthly: with dollars, such as annual: 300000")
    case (_?, let monthly?): throw monthly.failure("\(what) has both an annual and a monthly amount", hint: "keep one")
    }
  }

  /// What work RVUs are paid, and how it is measured where production says so.
  static func production(
    _ node: SettingsNode, proration: Proration
  ) throws(InputFailure) -> (terms: ProductionTerms, measure: (MeasurementPeriod, MeasurementMode)?) {
    let keys = try node.planEntries(productionKeys, in: "production")
    var terms = ProductionTerms(tiers: try tiers(keys, in: node))
    if let node = keys["method"] {
      terms.method = try node.choice(of: ProductionTerms.Method.self, "a method (marginal or retroactive)")
    }
    if let node = keys["threshold"] { terms.threshold = try threshold(node) }
    if let node = keys["per"] { terms.per = try basis(node) }
    if let node = keys["against"] {
      terms.against = try node.choice(
        of: ProductionTerms.Against.self, "what production is weighed against (base or draw)")
    }
    terms.clawback = try keys["clawback"]?.flag() ?? false
    terms.proration = try keys["proration"].map(Self.proration) ?? proration
    try checkFalling(terms, keys)
    return (terms, try keys["measure"].map(measure))
  }

  private static func threshold(_ node: SettingsNode) throws(InputFailure) -> ProductionTerms.Threshold {
    switch try node.text() {
    case "none": return .none
    case "from-base": return .fromBase
    case let text:
      guard case .success = DecimalText.parse(text, scale: 6) else {
        throw node.failure(
          "\"\(text)\" is not a threshold",
          hint: SpellingSuggestion.nearest(to: text, in: ["from-base", "none"]).map { "did you mean \($0)?" }
            ?? "write work RVUs of a year at 1.0, such as 6000, or from-base, or none")
      }
      let work = try node.yearlyWork("a threshold")
      return work == .zero ? .none : .fixed(work)
    }
  }

  /// The tiers: a list, or one rate for every work RVU.
  private static func tiers(
    _ keys: [String: SettingsNode], in node: SettingsNode
  ) throws(InputFailure) -> [ProductionTerms.Tier] {
    switch (keys["tiers"], keys["rate"]) {
    case (nil, nil): throw node.failure("production has no rate", hint: "add rate: 50.00, or tiers")
    case (_?, let rate?): throw rate.failure("production has both tiers and a rate", hint: "keep one of the two")
    case (nil, let rate?):
      let tier = ProductionTerms.Tier(from: .zero, rate: try rate.rate("a rate"))
      guard tier.rate.millionths > 0 else {
        throw rate.failure("a rate of zero pays nothing", hint: "leave production out")
      }
      return [tier]
    case (let list?, nil): return try tiers(list)
    }
  }

  private static func tiers(_ list: SettingsNode) throws(InputFailure) -> [ProductionTerms.Tier] {
    var tiers: [ProductionTerms.Tier] = []
    for item in list.items() {
      let keys = try item.planEntries(["from", "rate"], in: "a tier")
      let from = try keys.required("from", in: item, "a tier")
      let tier = ProductionTerms.Tier(
        from: try from.yearlyWork("a tier's start"), rate: try keys.required("rate", in: item, "a tier").rate("a rate"))
      if let last = tiers.last, tier.from <= last.from {
        throw from.failure(
          "a tier from \(tier.from) cannot follow one from \(last.from)",
          hint: "write tiers by where they start, the lowest first, each start once")
      }
      guard tiers.last != nil || tier.from == .zero else {
        throw from.failure(
          "the first tier starts at \(tier.from), not at 0",
          hint: "start the first tier at 0; a threshold says from where on work RVUs are paid")
      }
      tiers.append(tier)
    }
    guard tiers.contains(where: { $0.rate.millionths > 0 }) else {
      throw list.failure("no tier has a rate above zero", hint: "leave production out where work RVUs are not paid")
    }
    return tiers
  }

  /// A rate below that of the tier before is nearly always a slip; where it is meant, the plan says so.
  private static func checkFalling(_ terms: ProductionTerms, _ keys: [String: SettingsNode]) throws(InputFailure) {
    var isAllowed = false
    if let node = keys["fallingRates"] {
      guard try node.text() == "allowed" else {
        throw node.failure("fallingRates can only be \"allowed\"", hint: "leave the key out where rates do not fall")
      }
      isAllowed = true
    }
    let falling = zip(terms.tiers, terms.tiers.dropFirst()).enumerated().first { $0.element.1.rate < $0.element.0.rate }
    guard let (index, (before, tier)) = falling, let list = keys["tiers"] else { return }
    let place = list.items()[index + 1]
    let message = "the rate falls from \(before.rate) to \(tier.rate) at \(tier.from) work RVUs"
    if terms.method == .retroactive {
      throw place.failure(
        message + ", so one work RVU more would lower what all of them are paid",
        hint: "retroactive tiers cannot fall; raise the rate, or use method: marginal")
    }
    guard isAllowed else {
      throw place.failure(message, hint: "correct the rate, or add fallingRates: allowed to production if it is meant")
    }
  }

  /// What becomes of a draw that production does not cover.
  static func draw(_ node: SettingsNode) throws(InputFailure) -> DrawTerms {
    let keys = try node.planEntries(["recovery", "months", "yearEnd"], in: "draw")
    var draw = DrawTerms()
    if let node = keys["recovery"] {
      draw.recovery = try node.choice(of: DrawTerms.Recovery.self, "a recovery (carry-forward or none)")
    }
    if let node = keys["months"] {
      let months = try node.integer()
      guard (1...120).contains(months) else {
        throw node.failure("a deficit lapses after 1 to 120 months, not \(months)")
      }
      draw.months = months
    }
    if let node = keys["yearEnd"] {
      draw.yearEnd = try node.choice(of: DrawTerms.YearEnd.self, "what becomes of a deficit (forgive, repay or carry)")
    }
    if draw.recovery == .none, let node = keys["months"] ?? keys["yearEnd"] {
      throw node.failure(
        "a draw that is not recovered leaves no deficit for this key",
        hint: "leave it out, or use recovery: carry-forward")
    }
    return draw
  }
}
