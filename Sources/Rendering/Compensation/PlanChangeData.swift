import Compensation
import ProductivityModel
import Reporting

/// What a scenario makes of plans, and what would hold pay level under it, for programs.
enum PlanChangeData {
  /// An entry of a plan with its rates and threshold before and after.
  static func json(_ change: PlanChange) -> JSONValue {
    .object([
      "plan": .string(change.after.id), "from": .string(change.after.effective.first.description),
      "through": .string(change.after.effective.last.description),
      "rates_before": .array(rates(change.before?.terms.production?.tiers ?? [])),
      "rates": .array(rates(change.after.terms.production?.tiers ?? [])),
      "threshold_before": work(change.before?.terms.annualThreshold),
      "threshold": work(change.after.terms.annualThreshold),
      "threshold_from_base_before": .bool(change.before?.terms.production?.threshold == .fromBase),
      "threshold_from_base": .bool(change.after.terms.production?.threshold == .fromBase),
      "other_terms_change": .bool(change.changesOtherTerms),
    ])
  }

  /// What holds a group's pay: an object for each lever.
  static func json(_ level: CompensationResults.FeeChange.Level) -> [JSONValue] {
    [level.threshold, level.rate].compactMap { $0 }.map { pay in
      .object([
        "group": .string(level.kind.rawValue), "name": .string(level.name), "lever": .string(pay.lever.rawValue),
        "pay_target": .number(pay.target.description), "pay_unmoved": .number(pay.unmoved.description),
        "pay": .number(pay.pay.description), "change": .number(DecimalText.plain(pay.shift, scale: 6)),
        "result": .string(word(pay.result)), "why": .string(LevelWording.result(pay)),
        "plans": .array(
          pay.levels.map { own in
            .object([
              "plan": .string(own.plan), "from": .string(own.from.description),
              "before": .number(DecimalText.plain(own.before, scale: 6)),
              "after": .number(DecimalText.plain(own.after, scale: 6)),
              "rates_before": .array(rates(own.tiersBefore)), "rates": .array(rates(own.tiersAfter)),
            ])
          }),
      ])
    }
  }

  /// How near pay comes to level, as data files write it.
  static func word(_ result: LevelPay.Result) -> String {
    switch result {
    case .level: "level"
    case .nearest: "nearest"
    case .outOfReach: "out-of-reach"
    }
  }

  private static func rates(_ tiers: [ProductionTerms.Tier]) -> [JSONValue] {
    tiers.map { .number(DecimalText.plain($0.rate.millionths, scale: 6)) }
  }

  private static func work(_ work: WorkRVU?) -> JSONValue {
    work.map { .number(DecimalText.plain($0.millionths, scale: 6)) } ?? .null
  }
}
