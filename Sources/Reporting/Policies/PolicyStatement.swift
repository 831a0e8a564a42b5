import Crediting
import MedicareFees
import ProductivityModel

/// One thing that a policy says, in words, with its dates and source.
public struct PolicyStatement: Hashable, Sendable {
  /// What part of the policy it belongs to: `Modifiers`.
  public var topic: String
  /// What it says, in a sentence.
  public var text: String
  /// The days of service to which it applies; nil for always.
  public var dates: EffectiveDates?
  /// Where it comes from; empty where it needs no source.
  public var citation: String

  init(_ topic: String, _ text: String, dates: EffectiveDates? = nil, citation: String = "") {
    self.topic = topic
    self.text = text
    self.dates = dates
    self.citation = citation
  }

  /// Everything that a policy says, in the order of its keys.
  public static func all(of policy: CreditPolicy) -> [PolicyStatement] {
    general(policy) + policy.modifierRows.map(modifier) + session(policy) + policy.paymentReductions.map(reduction)
      + anesthesia(policy) + attribution(policy) + rest(policy)
  }

  // MARK: Parts

  private static func general(_ policy: CreditPolicy) -> [PolicyStatement] {
    func list(_ statuses: Set<StatusCode>) -> String { statuses.map(\.published).sorted().joined(separator: ", ") }
    var statements = [
      PolicyStatement(
        "Fee schedule",
        policy.vintage.map { "Values are chosen by \($0)." } ?? "The job says which release values a line."),
      PolicyStatement("Statuses", "Status \(list(policy.creditedStatuses)) is credited."),
    ]
    if !policy.creditedWhenValued.isEmpty {
      statements.append(
        PolicyStatement("Statuses", "Status \(list(policy.creditedWhenValued)) is credited where the row has work."))
    }
    return statements
  }

  private static func modifier(_ row: ModifierRow) -> PolicyStatement {
    let names = CountWording.list(row.modifiers.map(\.description))
    let amount: String =
      switch row.amount {
      case .factor(let factor): percent(factor)
      case .portions(let parts):
        "the row's \(CountWording.list(parts.map(\.rawValue))) percentage\(parts.count == 1 ? "" : "s")"
          + (row.isByDays ? ", by days of care where the line gives them" : "")
      }
    let once = row.isOncePerLine ? ", once whatever the units" : ""
    let outside = row.isOutsideRanking ? ", outside the ranking" : ""
    let flag = row.flag.map { " Flagged: \($0)." } ?? ""
    return PolicyStatement(
      "Modifiers", "\(names) (\(row.slot.rawValue))\(conditions(row.conditions)): \(amount)\(once)\(outside).\(flag)",
      dates: row.dates, citation: row.citation)
  }

  private static func conditions(_ conditions: IndicatorConditions) -> String {
    var parts: [String] = []
    func add<Indicator: PublishedIndicator>(_ name: String, _ values: [Indicator]) {
      if !values.isEmpty {
        parts.append("the \(name) indicator is \(values.map(\.published).joined(separator: " or "))")
      }
    }
    add("bilateral", conditions.bilateral)
    add("assistant", conditions.assistant)
    add("co-surgeon", conditions.coSurgeon)
    add("team", conditions.team)
    if let wanted = conditions.hasDiscontinuedRow { parts.append("the code has \(wanted ? "a" : "no") row for 53") }
    if let wanted = conditions.hasPackagePercentages {
      parts.append("the package percentages add up to \(wanted ? "more than" : "") zero".replacing("  ", with: " "))
    }
    return parts.isEmpty ? "" : " where " + parts.joined(separator: " and ")
  }

  private static func session(_ policy: CreditPolicy) -> [PolicyStatement] {
    var statements: [PolicyStatement] = []
    if let pairs = policy.bilateralPairs {
      func list(_ values: Set<BilateralIndicator>) -> String {
        values.map(\.published).sorted().joined(separator: ", ")
      }
      statements.append(
        PolicyStatement(
          "Both sides",
          "An LT and an RT line of one unit count as 50 for bilateral indicators \(list(pairs.sides)); two units without a side do for \(list(pairs.units)).",
          dates: pairs.dates, citation: pairs.citation))
    }
    if let families = policy.endoscopyFamilies {
      statements.append(
        PolicyStatement(
          "Endoscopies",
          "Of endoscopies with one base the highest is in full, each other is worth what it is above the base, and the base nothing.",
          dates: families.dates, citation: families.citation))
    }
    if let several = policy.multipleProcedures {
      let shares = several.shares.map { percent(Factor(millionths: $0)) }.joined(separator: ", ")
      let key = several.rankBy == .totalRVU ? "total RVU in the line's setting" : "work RVU"
      statements.append(
        PolicyStatement(
          "Several procedures",
          "Ranked by \(key): \(shares), then \(percent(Factor(millionths: several.beyond))) each.",
          dates: several.dates,
          citation: several.citation))
    } else {
      statements.append(PolicyStatement("Several procedures", "Each is credited in full; nothing is ranked."))
    }
    for bundled in policy.bundledServices {
      func list(_ statuses: Set<StatusCode>) -> String { statuses.map(\.published).sorted().joined(separator: ", ") }
      statements.append(
        PolicyStatement(
          "Bundled services",
          "Status \(list(bundled.statuses)) earns nothing beside a payable service of status \(list(bundled.includedIn)) on the same day.",
          dates: bundled.dates, citation: bundled.citation))
    }
    return statements
  }

  private static func reduction(_ row: PaymentReduction) -> PolicyStatement {
    PolicyStatement(
      "Payment only",
      "Multiple-procedure indicator \(row.indicator.published): \(percent(Factor(millionths: row.share))) of the \(row.part.rawValue.replacing("-", with: " ")) part of second and later services.",
      dates: row.dates, citation: row.citation)
  }

  private static func anesthesia(_ policy: CreditPolicy) -> [PolicyStatement] {
    guard let anesthesia = policy.anesthesia else {
      return [PolicyStatement("Anesthesia", "Lines are held: the policy does not measure anesthesia.")]
    }
    let minutes = DecimalText.plain(anesthesia.minutesPerUnit, scale: 3)
    let measure = PolicyStatement(
      "Anesthesia",
      "Measured in ASA units, which are no work RVUs: base units and a unit for each \(minutes) minutes, to \(CountWording.count(anesthesia.decimals, "decimal")).",
      dates: anesthesia.dates, citation: anesthesia.citation)
    return [measure]
      + anesthesia.rows.map { row in
        let names = row.modifiers.isEmpty ? "Otherwise" : CountWording.list(row.modifiers.map(\.description))
        let amount: String =
          switch row.amount {
          case .factor(let factor): percent(factor)
          case .units(let units): "\(units) units in place of base and time"
          }
        return PolicyStatement(
          "Anesthesia", "\(names): \(amount).\(row.flag.map { " Flagged: \($0)." } ?? "")", dates: row.dates,
          citation: row.citation)
      }
  }

  private static func attribution(_ policy: CreditPolicy) -> [PolicyStatement] {
    if policy.attribution.isEmpty {
      return [PolicyStatement("Attribution", "The rendering clinician is credited with every line.")]
    }
    return policy.attribution.map { row in
      let names = row.modifiers.isEmpty ? "Every line" : CountWording.list(row.modifiers.map(\.description))
      let shares = row.shares.map {
        "\(percent(Factor(millionths: $0.millionths))) to the \($0.party.rawValue) clinician"
      }
      return PolicyStatement(
        "Attribution", "\(names): \(CountWording.list(shares)).", dates: row.dates, citation: row.citation)
    }
  }

  private static func rest(_ policy: CreditPolicy) -> [PolicyStatement] {
    var statements = [
      PolicyStatement(
        "Lines without a price", "\(CountWording.sentence(policy.unpriced.description)), always totalled apart.")
    ]
    statements += policy.exclusions.map {
      PolicyStatement(
        "Not credited", "\($0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)"): \($0.reason).")
    }
    if !policy.informationalModifiers.isEmpty {
      let names = policy.informationalModifiers.sorted().map(\.description).joined(separator: " ")
      statements.append(PolicyStatement("Modifiers that change nothing", names))
    }
    return statements + policy.notApplied.map { PolicyStatement("Not applied", $0) }
  }

  private static func percent(_ factor: Factor) -> String { "\((factor * Factor(100, over: 1)).description) %" }
}
