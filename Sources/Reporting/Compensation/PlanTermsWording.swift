import Compensation
import ProductivityModel

/// What a plan says, in sentences: everything that decides what is paid, also what its file leaves to defaults.
public struct PlanTermsWording {
  let plan: CompensationPlan
  /// That the entry is measured anew within a measurement year; nil where it is not.
  private let restart: PlanRestart?
  var terms: PlanTerms { plan.terms }

  /// The words for a plan.
  ///
  /// - Parameter plans: all entries, of which one may have its last day in the measurement year of this one's first.
  public init(_ plan: CompensationPlan, among plans: [CompensationPlan] = []) {
    self.plan = plan
    restart = PlanRestart(plan, among: plans)
  }

  /// All sentences, by part.
  public var sentences: [PlanSentence] {
    scope + measurement + base + production + limits + withhold + duties
  }

  /// The sentences by part, those of each as one text: for a page.
  public var paragraphs: [(heading: String, text: String)] {
    let all = sentences
    return PlanSentence.Part.allCases.compactMap { part in
      let own = all.filter { $0.part == part }
      return own.isEmpty ? nil : (part.rawValue, own.map(\.text).joined(separator: " "))
    }
  }

  private var scope: [PlanSentence] {
    var sentences = [
      PlanSentence(.scope, "The plan pays from \(plan.effective.first) to \(plan.effective.last).", by: "effective")
    ]
    let policy = plan.credit.policy.map { "the credit policy \($0)" } ?? "the job's pay policy"
    sentences.append(
      PlanSentence(.scope, "Work RVUs are those of the pay ledger under \(policy).", by: "credit", "credit.policy"))
    let vintage = plan.credit.vintage.map { "\($0), whatever the policy says" } ?? "the policy's own"
    sentences.append(
      PlanSentence(.scope, "Which release values a line (the vintage) is \(vintage).", by: "credit.vintage"))
    return sentences
  }

  private var measurement: [PlanSentence] {
    let every = terms.every.rawValue
    let how =
      switch terms.how {
      case .cumulative:
        "Pay is measured each \(every), cumulative: a period pays what the measurement year has earned to date, less what the periods before were paid."
      case .standAlone:
        "Pay is measured each \(every), stand-alone: a period is measured by itself, with its own share of thresholds and limits."
      }
    let anew = restart.map { restart in
      PlanSentence(
        .measurement,
        "Thresholds, tiers, limits and the year to date start anew on \(plan.effective.first): this entry and the one that ends on \(restart.before.effective.last) have other terms, and each counts its own days.",
        by: "effective")
    }
    return [
      PlanSentence(.measurement, how, by: "measure.every", "measure.how")
    ] + [anew].compactMap { $0 } + [
      PlanSentence(
        .measurement,
        terms.yearStart == 1
          ? "The measurement year is the calendar year."
          : "The measurement year starts on the first of \(Self.months[terms.yearStart - 1]) and is named by the year in which it ends.",
        by: "yearStarts"),
      PlanSentence(
        .measurement, "Amounts and thresholds of a year fall on its \(Self.proration(terms.proration)).",
        by: "proration"),
      PlanSentence(.measurement, Self.leave(terms.leave), by: "leave"),
    ]
  }

  private var base: [PlanSentence] {
    guard let base = terms.base else { return [PlanSentence(.base, "There is no base.", by: "base")] }
    let isDraw = terms.production?.against == .draw
    var sentences = [
      PlanSentence(
        .base,
        "\(isDraw ? "A draw" : "A base") of \(Self.dollars(base.annual)) a year is \(isDraw ? "advanced on production" : "paid").",
        by: "base"),
      PlanSentence(.base, Self.scaled(base.per), by: "base.per"),
    ]
    if base.proration != terms.proration {
      sentences.append(
        PlanSentence(
          .base, "It falls on the year's \(Self.proration(base.proration)).", by: "base.proration", "base.monthly"))
    }
    if isDraw, let draw = terms.draw { sentences += self.draw(draw) }
    return sentences
  }

  private func draw(_ draw: DrawTerms) -> [PlanSentence] {
    guard draw.recovery == .carryForward else {
      return [
        PlanSentence(
          .base, "A draw that production does not cover is not recovered: each period stands alone.",
          by: "draw.recovery")
      ]
    }
    let end =
      switch draw.yearEnd {
      case .forgive: "is forgiven"
      case .repay: "is owed by the clinician"
      case .carry: "goes on into the next year"
      }
    return [
      PlanSentence(
        .base,
        "What production does not cover of the draw is a deficit, recovered from the production of later periods.",
        by: "draw.recovery"),
      PlanSentence(
        .base,
        draw.months.map { "A deficit lapses after \(CountWording.count($0, "month"))." }
          ?? "A deficit does not lapse with time.",
        by: "draw.months"),
      PlanSentence(.base, "At the end of the measurement year, what is left \(end).", by: "draw.yearEnd"),
    ]
  }

  // MARK: Words

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  static func dollars(_ money: Money) -> String { CellValue.money(money).text }

  /// A quantity in millionths with its thousands grouped and no more decimals than it has.
  static func number(_ millionths: Int64) -> String {
    let plain = DecimalText.plain(millionths, scale: 6)
    let decimals = plain.split(separator: ".").dropFirst().first?.count ?? 0
    return DecimalText.fixed(millionths, scale: 6, decimals: decimals, grouping: true)
  }

  static func percent(_ millionths: Int64) -> String { DecimalText.plain(millionths, scale: 4) + "%" }

  static func proration(_ proration: Proration) -> String {
    switch proration {
    case .days: "days, each alike"
    case .months: "months, a twelfth each"
    }
  }

  /// By what an amount of a year is scaled.
  static func scaled(_ basis: FTEBasis) -> String {
    switch basis {
    case .total: "It is for 1.0 total FTE, and scaled by the clinician's total FTE and days."
    case .clinical: "It is for 1.0 clinical FTE, and scaled by the clinician's clinical FTE and days."
    case .person: "It is for the person whatever the FTE, and scaled by days alone."
    }
  }

  private static func leave(_ leave: LeaveTerms) -> String {
    switch (leave.base, leave.thresholds) {
    case (.count, .count): "Days of leave count as any other."
    case (.exclude, .exclude):
      "Days of leave count neither for base, guarantee and limits nor for thresholds and tiers."
    case (.count, .exclude):
      "Days of leave count for base, guarantee and limits, and not for thresholds and tiers."
    case (.exclude, .count):
      "Days of leave count for thresholds and tiers, and not for base, guarantee and limits."
    }
  }
}
