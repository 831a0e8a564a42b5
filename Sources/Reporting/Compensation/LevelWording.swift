import Compensation
import ProductivityModel

/// The words for what would hold a group's pay level, and what keeps it from following.
public enum LevelWording {
  /// How near a lever brings pay, and what holds pay where it does not move, in a phrase.
  public static func result(_ pay: LevelPay) -> String {
    let held = self.held(pay)
    switch pay.result {
    case .level where pay.shift == 0:
      if let held { return "pay is level since \(held)\(span(pay).map { "; \($0) gives the same" } ?? "")" }
      return "pay is level as it is"
    case .level:
      return "level to the cent" + (held.map { "; \($0)" } ?? "")
    case .nearest: return "the nearest: no value gives it to the cent" + (held.map { "; \($0)" } ?? "")
    case .outOfReach:
      let end = pay.lever == .threshold ? "no threshold from zero on gives it" : "no rate gives it"
      return "out of reach: " + (held ?? end)
    }
  }

  /// How many clinicians have their pay held, and by what; nil where nobody has.
  static func held(_ pay: LevelPay) -> String? {
    var parts: [String] = []
    for hold in PayHold.allCases {
      guard let count = pay.held[hold] else { continue }
      let of = parts.isEmpty ? " of \(CountWording.count(pay.members, "clinician"))" : ""
      let who = pay.members == 1 ? "the one clinician" : "\(count)\(of)"
      parts.append("\(who) \(count == 1 ? "is" : "are") \(state(hold))")
    }
    return parts.isEmpty ? nil : CountWording.list(parts)
  }

  /// What a clinician is whose pay is held: `at the cap`.
  public static func state(_ hold: PayHold) -> String {
    switch hold {
    case .cap: "at the cap"
    case .guarantee: "lifted by the guarantee"
    case .floor: "lifted to the floor"
    case .draw: "below the draw"
    }
  }

  /// Between which values pay is the same, for the first plan that is moved; nil where just one value gives it that a person would
  /// write.
  private static func span(_ pay: LevelPay) -> String? {
    guard let span = pay.span, span.count > 2, let level = pay.levels.first else { return nil }
    // Those that a person would write: with two decimals.
    let least = (max(level.before + span.lowerBound, 0) + 9_999) / 10_000 * 10_000
    let most = max(level.before + span.upperBound, 0) / 10_000 * 10_000
    if pay.hasEnd == (true, true), least >= most { return nil }
    let (lowest, highest) = (value(least, pay.lever), value(most, pay.lever))
    let which =
      pay.lever == .threshold ? "any threshold" : level.tiersAfter.count > 1 ? "any first rate" : "any rate"
    let plan = pay.levels.count > 1 ? " of \(level.plan), the others moving alike," : ""
    switch pay.hasEnd {
    case (true, true): return "\(which)\(plan) from \(lowest) to \(highest)"
    case (false, true): return "\(which)\(plan) up to \(highest)"
    case (true, false): return "\(which)\(plan) of \(lowest) or more"
    case (false, false): return "\(which)\(plan)"
    }
  }

  private static func value(_ millionths: Int64, _ lever: LevelPay.Lever) -> String {
    lever == .threshold
      ? PayWording.work(WorkRVU(millionths: millionths)) : PayWording.rate(ConversionRate(millionths: millionths))
  }

  /// What is moved, of each plan from what to what: `hale: threshold 7,406.42 to 7,423.63 wRVUs`.
  public static func moves(_ pay: LevelPay) -> [String] {
    pay.levels.map { level in
      let days = pay.levels.filter { $0.plan == level.plan }.count > 1 ? " (entry from \(level.from))" : ""
      let isMoved = level.before != level.after
      func list(_ tiers: [ProductionTerms.Tier]) -> String {
        CountWording.list(tiers.map { PayWording.rate($0.rate) })
      }
      switch pay.lever {
      case .threshold:
        let (before, after) = (WorkRVU(millionths: level.before), WorkRVU(millionths: level.after))
        return "threshold of \(level.plan)\(days) "
          + (isMoved ? "\(PayWording.number(before)) -> \(PayWording.work(after))" : "stays \(PayWording.work(after))")
      case .rate:
        let word = level.tiersAfter.count > 1 ? "rates" : "rate"
        return "\(word) of \(level.plan)\(days) "
          + (isMoved
            ? "\(list(level.tiersBefore)) -> \(list(level.tiersAfter))"
            : "\(word == "rate" ? "stays" : "stay") \(list(level.tiersAfter))")
      }
    }
  }
}
