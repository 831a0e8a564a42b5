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
    var statements = [
      PolicyStatement("Fee schedule", vintage(policy.vintage)),
      PolicyStatement("Statuses", "Rows of status \(PolicyWording.statuses(policy.creditedStatuses)) are credited."),
    ]
    if !policy.creditedWhenValued.isEmpty {
      statements.append(
        PolicyStatement(
          "Statuses",
          "Rows of status \(PolicyWording.statuses(policy.creditedWhenValued)) are credited where they have work, and counted apart."
        ))
    }
    return statements
  }

  private static func vintage(_ vintage: Vintage?) -> String {
    switch vintage {
    case nil: "The job says which release values a line."
    case .serviceDate: "The release in effect on the day of service values a line."
    case .postDate:
      "The release in effect on the day of posting values a line; on the day of service where the line names none."
    case .survey: "The release of the year whose data the survey holds values every line."
    case .frozen(let release): "Release \(release) values every line, whatever its day."
    }
  }

  private static func modifier(_ row: ModifierRow) -> PolicyStatement {
    let flag = row.flag.map { " Flagged: \($0)." } ?? ""
    return PolicyStatement(
      modifierTopic,
      "\(PolicyWording.names(row.modifiers, row.slot))\(PolicyWording.condition(row.conditions.accepted)): \(PolicyWording.amount(row)).\(flag)",
      dates: row.dates, citation: row.citation)
  }

  private static func session(_ policy: CreditPolicy) -> [PolicyStatement] {
    sides(policy) + endoscopies(policy) + several(policy) + bundled(policy)
  }

  private static func sides(_ policy: CreditPolicy) -> [PolicyStatement] {
    guard let pairs = policy.bilateralPairs else {
      return [PolicyStatement("Both sides", "Only 50 stands for both sides; an LT and an RT line are two lines.")]
    }
    func list(_ values: Set<BilateralIndicator>) -> String {
      PolicyWording.alternatives(values.map(\.published).sorted())
    }
    var parts: [String] = []
    if !pairs.sides.isEmpty {
      parts.append("an LT and an RT line of one unit where the bilateral indicator is \(list(pairs.sides))")
    }
    if !pairs.units.isEmpty { parts.append("two units without a side where it is \(list(pairs.units))") }
    let text = parts.isEmpty ? "Nothing counts as 50 but 50." : "As 50 count \(parts.joined(separator: ", and "))."
    return [PolicyStatement("Both sides", text, dates: pairs.dates, citation: pairs.citation)]
  }

  private static func endoscopies(_ policy: CreditPolicy) -> [PolicyStatement] {
    guard let families = policy.endoscopyFamilies else {
      return [PolicyStatement("Endoscopies", "Each is a procedure like any other; families are not looked for.")]
    }
    return [
      PolicyStatement(
        "Endoscopies",
        "Of endoscopies with one base the highest is in full, each other is worth what it is above the base, and the base nothing.",
        dates: families.dates, citation: families.citation)
    ]
  }

  private static func several(_ policy: CreditPolicy) -> [PolicyStatement] {
    guard let several = policy.multipleProcedures else {
      return [PolicyStatement("Several procedures", "Each is credited in full; nothing is ranked.")]
    }
    func places(_ shares: [Int64], _ beyond: Int64) -> String {
      "\(shares.map(PolicyWording.percent).joined(separator: ", ")), then \(PolicyWording.percent(beyond)) each"
    }
    let key = several.rankBy == .totalRVU ? "total RVU in the line's setting" : "work RVU"
    var statements = [
      PolicyStatement(
        "Several procedures", "Ranked by \(key): \(places(several.shares, several.beyond)).", dates: several.dates,
        citation: several.citation)
    ]
    if !several.formerShares.isEmpty {
      statements.append(
        PolicyStatement(
          "Several procedures",
          "Where the multiple-procedure indicator is 1: \(places(several.formerShares, several.formerBeyond)).",
          dates: several.dates, citation: several.citation))
    }
    return statements
  }

  private static func bundled(_ policy: CreditPolicy) -> [PolicyStatement] {
    policy.bundledServices.map { bundled in
      PolicyStatement(
        "Bundled services",
        "Status \(PolicyWording.statuses(bundled.statuses)) earns nothing beside a payable service of status \(PolicyWording.alternatives(bundled.includedIn.map(\.published).sorted())) on the same day.",
        dates: bundled.dates, citation: bundled.citation)
    }
  }

  private static func reduction(_ row: PaymentReduction) -> PolicyStatement {
    PolicyStatement(
      "Payment only",
      "Multiple-procedure indicator \(row.indicator.published): \(PolicyWording.percent(row.share)) of the \(row.part.rawValue.replacing("-", with: " ")) part of second and later services.",
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
          case .factor(let factor): PolicyWording.percent(factor)
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
        "\(PolicyWording.percent($0.millionths)) to the \($0.party.rawValue) clinician"
      }
      return PolicyStatement(
        "Attribution", "\(names): \(CountWording.list(shares)).", dates: row.dates, citation: row.citation)
    }
  }

  private static func rest(_ policy: CreditPolicy) -> [PolicyStatement] {
    var statements = [PolicyStatement("Lines without a price", unpriced(policy.unpriced))]
    statements += policy.exclusions.map {
      PolicyStatement("Not credited", "\(PolicyWording.codes($0)): \($0.reason).")
    }
    if !policy.informationalModifiers.isEmpty {
      let names = policy.informationalModifiers.sorted().map(\.description).joined(separator: " ")
      statements.append(PolicyStatement(informationalTopic, names))
    }
    return statements + policy.notApplied.map { PolicyStatement("Not applied", $0) }
  }

  /// The topic of the modifiers that rows value.
  static let modifierTopic = "Modifiers"
  /// The topic of the modifiers that are only counted.
  static let informationalTopic = "Modifiers that change nothing"

  private static func unpriced(_ unpriced: UnpricedPolicy) -> String {
    switch unpriced {
    case .hold: "They are counted with their charges, and not valued."
    case .crosswalk(let file): "They are valued by the crosswalk \(file), and totalled apart."
    case .chargeRatio:
      "They are valued at the work per dollar of charge of the specialty's priced lines, and totalled apart."
    }
  }
}
