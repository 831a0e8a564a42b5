import Crediting
import MedicareFees
import ProductivityModel

/// Reads a credit policy from its YAML file; see the schema page of credit policies.
public enum CreditPolicyFile {
  static let keys = [
    "policy", "title", "vintage", "statuses", "modifiers", "informational", "bilateralPairs", "endoscopyFamilies",
    "multipleProcedures", "bundled", "paymentReductions", "anesthesia", "attribution", "unpriced", "exclude",
    "notApplied",
  ]

  /// Reads a policy.
  ///
  /// - Throws: ``InputFailure`` at the first thing that is wrong, with its line.
  public static func read(_ bytes: [UInt8], file: String) throws(InputFailure) -> CreditPolicy {
    let root = try SettingsNode.read(bytes, file: file)
    let entries = try root.entries(allowing: keys, in: "a credit policy")
    let statuses = try entries.required("statuses", in: root, "a credit policy")
    let statusEntries = try statuses.entries(allowing: ["credited", "creditedWhenValued"], in: "statuses")
    return CreditPolicy(
      name: try entries.required("policy", in: root, "a credit policy").text(),
      title: try entries.required("title", in: root, "a credit policy").text(),
      vintage: try entries["vintage"].map(vintage),
      creditedStatuses: try statusSet(statusEntries.required("credited", in: statuses, "statuses")),
      creditedWhenValued: try statusSet(statusEntries["creditedWhenValued"]),
      modifierRows: try modifierRows(entries["modifiers"]),
      informationalModifiers: try Set(modifiers(entries["informational"])),
      bilateralPairs: try bilateralPairs(entries["bilateralPairs"]),
      endoscopyFamilies: try endoscopyFamilies(entries["endoscopyFamilies"]),
      multipleProcedures: try multipleProcedures(entries["multipleProcedures"]),
      bundledServices: try bundledServices(entries["bundled"]),
      anesthesia: try anesthesia(entries["anesthesia"]),
      attribution: try attribution(entries["attribution"]),
      unpriced: try unpriced(entries["unpriced"]),
      paymentReductions: try paymentReductions(entries["paymentReductions"]),
      exclusions: try exclusions(entries["exclude"]),
      notApplied: try texts(entries["notApplied"]))
  }

  /// Reads `service-date`, `post-date`, `survey` or `frozen RELEASE`.
  public static func vintage(_ node: SettingsNode) throws(InputFailure) -> Vintage {
    let text = try node.text()
    if let vintage = Vintage(text) { return vintage }
    throw node.failure(
      "\"\(text)\" is not a vintage",
      hint: "write service-date, post-date, survey, or frozen and a release: frozen 2020A")
  }

  static func statusSet(_ node: SettingsNode?) throws(InputFailure) -> Set<StatusCode> {
    var result: Set<StatusCode> = []
    for item in node?.items() ?? [] {
      let text = try item.text()
      guard let status = StatusCode(published: text) else {
        throw item.failure(
          "\"\(text)\" is not a status code",
          hint: "the status codes are \(StatusCode.allCases.map(\.published).joined(separator: ", "))")
      }
      result.insert(status)
    }
    return result
  }

  static func texts(_ node: SettingsNode?) throws(InputFailure) -> [String] {
    var result: [String] = []
    for item in node?.items() ?? [] { result.append(try item.text()) }
    return result
  }

  static func modifiers(_ node: SettingsNode?) throws(InputFailure) -> [Modifier] {
    var result: [Modifier] = []
    for item in node?.items() ?? [] {
      let text = try item.text()
      guard let modifier = Modifier(text) else {
        throw item.failure(
          "\"\(text)\" is not a modifier of two characters",
          hint: "write two digits or capital letters, such as 50 or AS")
      }
      result.append(modifier)
    }
    return result
  }

  static func modifierRows(_ node: SettingsNode?) throws(InputFailure) -> [ModifierRow] {
    var rows: [ModifierRow] = []
    for item in node?.items() ?? [] {
      let entries = try item.entries(
        allowing: [
          "modifiers", "slot", "when", "factor", "portions", "oncePerLine", "outsideRanking", "byDays", "flag",
          "from", "through", "citation",
        ], in: "a modifier row")
      let amount: ModifierRow.Amount
      switch (entries["factor"], entries["portions"]) {
      case (let factor?, nil): amount = .factor(Factor(millionths: try millionths(factor, "a factor", most: 10)))
      case (nil, let portions?):
        var parts: [PackagePortion] = []
        for portion in portions.items() { parts.append(try portion.choice(of: PackagePortion.self, "a portion")) }
        amount = .portions(parts)
      default:
        throw item.failure(
          "a modifier row has either a factor or portions",
          hint: "write factor: 0.625, or portions: [preoperative, intraoperative]")
      }
      rows.append(
        ModifierRow(
          modifiers: try modifiers(entries.required("modifiers", in: item, "a modifier row")),
          slot: try entries.required("slot", in: item, "a modifier row").choice(of: ModifierSlot.self, "a slot"),
          conditions: try conditions(entries["when"]),
          amount: amount,
          isOncePerLine: try entries["oncePerLine"]?.flag() ?? false,
          isOutsideRanking: try entries["outsideRanking"]?.flag() ?? false,
          isByDays: try entries["byDays"]?.flag() ?? false, flag: try entries["flag"]?.text(),
          dates: try dates(entries, in: item, "a modifier row"),
          citation: try entries.required("citation", in: item, "a modifier row").text()))
    }
    return rows
  }

  private static func conditions(_ node: SettingsNode?) throws(InputFailure) -> IndicatorConditions {
    guard let node else { return IndicatorConditions() }
    let entries = try node.entries(
      allowing: ["bilateral", "assistant", "coSurgeon", "team", "discontinuedRow", "packagePercentages"], in: "when")
    return IndicatorConditions(
      bilateral: try indicators(entries["bilateral"], "a bilateral indicator"),
      assistant: try indicators(entries["assistant"], "an assistant indicator"),
      coSurgeon: try indicators(entries["coSurgeon"], "a co-surgeon indicator"),
      team: try indicators(entries["team"], "a team surgery indicator"),
      hasDiscontinuedRow: try entries["discontinuedRow"]?.flag(),
      hasPackagePercentages: try entries["packagePercentages"]?.flag())
  }

  static func indicators<Indicator: PublishedIndicator>(
    _ node: SettingsNode?, _ what: String
  ) throws(InputFailure) -> [Indicator] {
    var result: [Indicator] = []
    for item in node?.items() ?? [] {
      let text = try item.text()
      guard let indicator = Indicator(published: text) else {
        throw item.failure(
          "\"\(text)\" is not \(what)",
          hint: "choose of \(Indicator.allCases.map(\.published).joined(separator: ", "))")
      }
      result.append(indicator)
    }
    return result
  }

  static func multipleProcedures(_ node: SettingsNode?) throws(InputFailure) -> MultipleProcedurePolicy? {
    guard let node else { return nil }
    if !node.isMapping {
      guard try node.text() == "none" else {
        throw node.failure(
          "multipleProcedures is none, or shares with a citation",
          hint: "write none, or shares, beyond, rankBy, from and citation as survey-comparable does")
      }
      return nil
    }
    let entries = try node.entries(
      allowing: ["shares", "beyond", "formerShares", "formerBeyond", "rankBy", "from", "through", "citation"],
      in: "multipleProcedures")
    let shares = try shares(try entries.required("shares", in: node, "multipleProcedures"))
    if shares.isEmpty { throw (entries["shares"] ?? node).failure("multipleProcedures needs at least one share") }
    return MultipleProcedurePolicy(
      shares: shares,
      beyond: try millionths(
        entries.required("beyond", in: node, "multipleProcedures"), "a share", most: 1),
      formerShares: try Self.shares(entries["formerShares"]),
      formerBeyond: try entries["formerBeyond"].map { node throws(InputFailure) in
        try millionths(node, "a share", most: 1)
      } ?? 0,
      rankBy: try entries.required("rankBy", in: node, "multipleProcedures")
        .choice(of: MultipleProcedurePolicy.RankKey.self, "a ranking key"),
      dates: try dates(entries, in: node, "multipleProcedures"),
      citation: try entries.required("citation", in: node, "multipleProcedures").text())
  }

  private static func shares(_ node: SettingsNode?) throws(InputFailure) -> [Int64] {
    var shares: [Int64] = []
    for item in node?.items() ?? [] { shares.append(try millionths(item, "a share", most: 1)) }
    return shares
  }

  static func paymentReductions(_ node: SettingsNode?) throws(InputFailure) -> [PaymentReduction] {
    var result: [PaymentReduction] = []
    let what = "a payment reduction"
    for item in node?.items() ?? [] {
      let entries = try item.entries(
        allowing: ["indicator", "part", "share", "from", "through", "citation"], in: what)
      let indicatorNode = try entries.required("indicator", in: item, what)
      let text = try indicatorNode.text()
      guard let indicator = MultipleProcedureIndicator(published: text), !indicator.isRanked else {
        throw indicatorNode.failure("\"\(text)\" is not a multiple-procedure indicator from 4 to 7")
      }
      result.append(
        PaymentReduction(
          indicator: indicator,
          part: try entries.required("part", in: item, what).choice(of: PaymentReduction.Part.self, "a part"),
          share: try millionths(entries.required("share", in: item, what), "a share", most: 1),
          dates: try dates(entries, in: item, what),
          citation: try entries.required("citation", in: item, what).text()))
    }
    return result
  }

  /// The days of service to which a row applies.
  static func dates(
    _ entries: [String: SettingsNode], in node: SettingsNode, _ what: String
  ) throws(InputFailure) -> EffectiveDates {
    let from = try entries.required("from", in: node, what).date()
    let through = try entries["through"]?.date()
    if let through, through < from, let last = entries["through"] {
      throw last.failure("through (\(through)) is before from (\(from))", hint: "through is the last day of service")
    }
    return EffectiveDates(from: from, through: through)
  }

  /// A factor or share in millionths: work is never credited below nothing, nor many times over.
  static func millionths(_ node: SettingsNode, _ what: String, most: Int64) throws(InputFailure) -> Int64 {
    let millionths = try node.millionths()
    guard millionths >= 0, millionths <= most * 1_000_000 else {
      throw node.failure(
        "\(what) is between 0 and \(most)", hint: most > 10 ? nil : "write a share of one: 62.5 percent is 0.625")
    }
    return millionths
  }

  static func exclusions(_ node: SettingsNode?) throws(InputFailure) -> [CodeExclusion] {
    var result: [CodeExclusion] = []
    for item in node?.items() ?? [] {
      let entries = try item.entries(allowing: ["codes", "reason"], in: "an exclusion")
      let reason = try entries.required("reason", in: item, "an exclusion").text()
      for range in try entries.required("codes", in: item, "an exclusion").items() {
        let text = try range.text()
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let first = ends.first.flatMap({ ProcedureCode($0) }),
          let last = ends.last.flatMap({ ProcedureCode($0) }),
          ends.count <= 2, first <= last
        else {
          throw range.failure(
            "\"\(text)\" is neither a code nor a range of codes such as 90460-90474",
            hint: "write five characters a code, the lower code of a range first")
        }
        result.append(CodeExclusion(first: first, last: last, reason: reason))
      }
    }
    return result
  }
}
