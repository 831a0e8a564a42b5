import Compensation
import ProductivityModel

/// What a scenario changes and what comes of it, in sentences that can be read out.
public struct ScenarioWording {
  private let comparison: ScenarioComparison
  private let index: Int

  /// The words for a scenario.
  public init(_ comparison: ScenarioComparison, _ index: Int) {
    self.comparison = comparison
    self.index = index
  }

  private var sums: [PlanComparison.Sum] { comparison.comparison.total }

  // MARK: What it changes

  /// What it makes of the rates and the threshold of each plan that it touches: a sentence each.
  public var plans: [String] {
    guard index < comparison.planChanges.count else { return [] }
    let changes = comparison.planChanges[index]
    return changes.map { change in
      let isOneOfSeveral = changes.filter { $0.after.id == change.after.id }.count > 1
      let days = isOneOfSeveral ? ", the entry of \(change.after.effective)" : ""
      return "\(change.after.id)\(days): \(Self.sentence(of: change))."
    }
  }

  /// What becomes of an entry of a plan, without a full stop.
  static func sentence(of change: PlanChange) -> String {
    guard let before = change.before else { return "an entry that the job's plans do not have" }
    let (old, new) = (before.terms, change.after.terms)
    var parts: [String] = []
    switch (old.production, new.production) {
    case (nil, nil): break
    case (nil, let production?): parts.append("now pays for work RVUs: \(rates(production.tiers))")
    case (_?, nil): parts.append("no longer pays for work RVUs")
    case (let from?, let to?):
      let word = from.tiers.count == 1 && to.tiers.count == 1 ? "the rate" : "the rates"
      let isOne = word == "the rate"
      if change.changesTiers {
        parts.append("\(word) of \(rates(from.tiers)) \(isOne ? "becomes" : "become") \(rates(to.tiers))")
      } else {
        parts.append("\(word) \(isOne ? "stays" : "stay") \(rates(to.tiers))")
      }
      if let words = threshold(old, new) { parts.append(words) }
    }
    if change.changesOtherTerms { parts.append("other terms change too (see rvubench plan check)") }
    return CountWording.sentence(parts.joined(separator: "; "))
  }

  private static func rates(_ tiers: [ProductionTerms.Tier]) -> String {
    CountWording.list(
      tiers.enumerated().map { index, tier in
        index == 0
          ? PayWording.rate(tier.rate)
          : "\(PayWording.rate(tier.rate)) above \(PayWording.number(tier.from)) wRVUs"
      })
  }

  /// What becomes of a threshold; nil where there is none on either side.
  private static func threshold(_ old: PlanTerms, _ new: PlanTerms) -> String? {
    let (from, to) = (old.annualThreshold, new.annualThreshold)
    switch (from, to) {
    case (nil, nil): return nil
    case (nil, let to?): return "there is a threshold now, of \(rounded(to)) wRVUs\(scale(new))"
    case (let from?, nil): return "the threshold of \(rounded(from)) wRVUs is gone"
    case (let from?, let to?):
      let wasFromBase = old.production?.threshold == .fromBase
      let isFromBase = new.production?.threshold == .fromBase
      if isFromBase, let way = way(new) {
        return from == to
          ? "the threshold stays \(rounded(to)) wRVUs\(scale(new))"
          : "the threshold, which is base / first rate, moves with it from \(rounded(from)) to \(rounded(to)) wRVUs\(scale(new)) (\(way))"
      }
      let becomes = from == to ? "stays" : "becomes \(rounded(to))"
      guard wasFromBase else {
        return from == to
          ? "the threshold stays \(rounded(to)) wRVUs\(scale(new))"
          : "the threshold of \(rounded(from)) \(becomes) wRVUs\(scale(new))"
      }
      var text = "the threshold, so far base / first rate = \(rounded(from)) wRVUs\(scale(new)), \(becomes)"
      if let own = PlanTerms.thresholdFromBase(new), own != from, let way = way(new) {
        text += " and no longer follows the rate (left as base / first rate it would be \(way) = \(rounded(own)))"
      }
      return text
    }
  }

  private static func way(_ terms: PlanTerms) -> String? {
    guard let base = terms.base, let rate = terms.production?.tiers.first?.rate else { return nil }
    return "\(PayWording.dollars(base.annual)) / \(PayWording.rate(rate))"
  }

  private static func scale(_ terms: PlanTerms) -> String {
    " a year\(terms.production.map { PayWording.per($0.per) } ?? "")"
  }

  /// Work to two decimals: for sentences that are read out.
  static func rounded(_ work: WorkRVU) -> String {
    DecimalText.fixed(work.millionths, scale: 6, decimals: 2, grouping: true)
  }

  // MARK: What comes of it

  /// What it does to the budget, and how many gain and lose.
  public var budget: String {
    let (own, sum) = (sums[0], sums[index])
    let name = comparison.comparison.scenarios[index]
    let all = comparison.comparison.members.count
    let pay = PayWording.dollars(sum.outcome.pay)
    let change: String
    if sum.difference == .zero {
      change = "the same as it stands"
    } else {
      let size = PayWording.dollars(sum.difference < .zero ? -sum.difference : sum.difference)
      let share = Self.percent(sum.difference, of: own.outcome.pay).map { " (\($0))" } ?? ""
      change = "\(size)\(share) \(sum.difference > .zero ? "more" : "less") than as it stands"
    }
    if all == 1, let only = comparison.comparison.members.first {
      return "Under \(name) \(comparison.identity(of: only.id)) is paid \(pay), \(change)."
    }
    func people(_ number: Int, _ one: String, _ many: String) -> String {
      number == 0 ? "nobody \(one)" : number == 1 ? "1 \(one)" : "\(number) \(many)"
    }
    return
      "Under \(name) all \(all) clinicians together are paid \(pay), \(change). Of \(CountWording.count(all, "clinician")) \(people(sum.gain, "gains", "gain")), \(people(sum.lose, "loses", "lose")) and \(people(sum.stay, "is paid the same", "are paid the same"))."
  }

  /// The largest gain and the largest loss by name; nil where nobody's pay changes, or there
  /// is one clinician.
  public var extremes: String? {
    if comparison.comparison.members.count == 1 { return nil }
    func first(_ gains: Bool) -> String? {
      comparison.changed(under: index, gains: gains).first.map { member, difference in
        "The largest \(gains ? "gain" : "loss") is that of \(comparison.identity(of: member.id)), \(PayWording.signed(difference))."
      }
    }
    let all = [first(true), first(false)].compactMap { $0 }
    return all.isEmpty ? nil : all.joined(separator: " ")
  }

  /// How many are at a cap, and what the scenario would do without caps; nil where nobody is.
  public var caps: String? {
    let (own, sum) = (sums[0], sums[index])
    guard own.atCap > 0 || sum.atCap > 0 else { return nil }
    func are(_ number: Int) -> String { "\(CountWording.count(number, "clinician")) \(number == 1 ? "is" : "are")" }
    let difference = sum.outcome.withoutCaps - own.outcome.withoutCaps
    return
      "\(CountWording.sentence(are(sum.atCap))) at a cap under it (as it stands \(own.atCap)): more work or a higher rate pays them nothing more. Without caps the difference would be \(PayWording.signed(difference)), from \(PayWording.dollars(own.outcome.withoutCaps)) to \(PayWording.dollars(sum.outcome.withoutCaps))."
  }

  /// A difference as a share of an amount, to a tenth of a percent, with its sign; nil of nothing.
  public static func percent(_ difference: Money, of base: Money) -> String? {
    guard base > .zero else { return nil }
    let tenths = rounded64(Int128(difference.cents) * 1_000, over: Int128(base.cents)) ?? 0
    return (tenths > 0 ? "+" : "") + DecimalText.fixed(tenths, scale: 1, decimals: 1, grouping: true) + "%"
  }
}
