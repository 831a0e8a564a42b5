import Compensation
import ProductivityModel

/// What a plan pays at least, at most and beside production, in sentences.
extension PlanTermsWording {
  var limits: [PlanSentence] {
    var sentences: [PlanSentence] = []
    if let guarantee = terms.guarantee {
      let until = guarantee.until.map { "until \($0)" } ?? "as long as the plan lasts"
      sentences += [
        PlanSentence(
          .limits, "Base and production together are at least \(Self.dollars(guarantee.annual)) a year, \(until).",
          by: "guarantee"),
        PlanSentence(.limits, "The guarantee is \(Self.per(guarantee.per)).", by: "guarantee.per"),
      ]
      if let own = guarantee.proration, own != terms.proration {
        sentences.append(
          PlanSentence(.limits, "It falls on the year's \(Self.proration(own)).", by: "guarantee.monthly"))
      }
    } else {
      sentences.append(PlanSentence(.limits, "There is no guarantee.", by: "guarantee"))
    }
    let limits = terms.limits
    if let cap = limits.productionCap {
      sentences.append(
        PlanSentence(
          .limits, "Production is at most \(Self.dollars(cap)) a year; what is above is shown and not paid.",
          by: "limits.cap"))
    }
    if let cap = limits.totalCap {
      sentences.append(
        PlanSentence(
          .limits, "All pay is at most \(Self.dollars(cap)) a year; what is above is shown and not paid.",
          by: "limits.cap"))
      sentences.append(
        PlanSentence(
          .limits,
          "The cap on all pay comes last, after what is held back and what is earned back of it: what is above is taken from production first.",
          by: "limits.cap"))
    }
    if let floor = limits.totalFloor {
      sentences.append(PlanSentence(.limits, "All pay is at least \(Self.dollars(floor)) a year.", by: "limits.floor"))
    }
    if limits == PayLimits() {
      sentences.append(PlanSentence(.limits, "There is no cap and no floor.", by: "limits"))
    } else {
      sentences.append(PlanSentence(.limits, "These limits are \(Self.per(limits.per)).", by: "limits.per"))
    }
    return sentences
  }

  var withhold: [PlanSentence] {
    guard let withhold = terms.withhold else {
      return [PlanSentence(.withhold, "Nothing is held back.", by: "withhold")]
    }
    let of =
      switch withhold.of {
      case .production: "production, after its cap"
      case .baseAndProduction: "base and production"
      }
    return [
      PlanSentence(
        .withhold, "\(Self.percent(withhold.shareMillionths)) is held back of \(of).", by: "withhold.of"),
      PlanSentence(
        .withhold,
        withhold.release.map { "What is earned back for a year is in \($0)." }
          ?? "No file says what is earned back, so nothing is released.", by: "withhold.release"),
    ]
  }

  /// From when and until when a stipend is paid; empty where the plan's days say it.
  private static func days(of stipend: Stipend) -> String {
    [stipend.from.map { " from \($0)" }, stipend.until.map { " until \($0)" }].compactMap { $0 }.joined()
  }

  /// An amount of time in words, by the month where each month has its twelfth.
  private static func yearly(_ annual: Money, _ stipend: Stipend) -> String {
    guard stipend.proration == .months, annual.cents % 12 == 0 else { return "\(dollars(annual)) a year" }
    return "\(dollars(Money(cents: annual.cents / 12))) a month"
  }

  var duties: [PlanSentence] {
    var sentences = terms.stipends.map { stipend in
      let whom =
        stipend.clinicians.isEmpty
        ? "" : ", for \(CountWording.list(stipend.clinicians)) alone"
      let days = Self.days(of: stipend)
      return switch stipend.measure {
      case .annual(let amount):
        PlanSentence(
          .duties,
          "The stipend \(stipend.name) is \(Self.yearly(amount, stipend)), by the days of the plan and not by FTE\(whom)\(days).",
          by: "stipends")
      case .perUnit(let unit, let amount, let source):
        PlanSentence(
          .duties,
          "The stipend \(stipend.name) is \(Self.dollars(amount)) for each \(unit) counted in \(source)\(whom)\(days).",
          by: "stipends")
      }
    }
    if let panel = terms.panel {
      sentences.append(
        PlanSentence(
          .duties,
          "A panel is paid \(Self.rate(panel.perMemberPerMonth)) for each member and month in \(panel.source).",
          by: "panel"))
    }
    if let pool = terms.pool {
      let split =
        switch pool.split {
        case .equal: "alike, by the days that each has the plan"
        case .clinicalFTE: "by clinical FTE and days"
        case .workRVU: "by work RVUs"
        }
      sentences.append(
        PlanSentence(
          .duties,
          "The pool \(pool.name) is \(Self.dollars(pool.annual)) a year for all with the plan together, split \(split).",
          by: "pool"))
    }
    if sentences.isEmpty {
      sentences.append(
        PlanSentence(.duties, "There are no stipends, no panel and no pool.", by: "stipends", "panel", "pool"))
    }
    return sentences
  }
}
