import Compensation
import ProductivityModel

/// What the parts of one plan must be for each other: each rule an error at the key that it concerns.
struct PlanRelations {
  private let terms: PlanTerms
  private let effective: DayRange
  private let nodes: [String: SettingsNode]
  private let entry: SettingsNode

  init(_ terms: PlanTerms, effective: DayRange, nodes: [String: SettingsNode], entry: SettingsNode) {
    self.terms = terms
    self.effective = effective
    self.nodes = nodes
    self.entry = entry
  }

  /// All that does not fit.
  var faults: [InputFailure] { [payment, threshold, draw, clawback].compactMap { $0 } + withhold + days + names }

  private func at(_ key: String, _ part: String? = nil, _ message: String, _ hint: String) -> InputFailure {
    let node = nodes[key] ?? entry
    let inner = part.flatMap { part in (try? node.pairs(""))?.first { $0.key == part }?.value }
    return (inner ?? node).failure(message, hint: hint)
  }

  /// A plan that pays nothing is one that is not finished.
  private var payment: InputFailure? {
    let pays =
      terms.base != nil || terms.production != nil || terms.guarantee != nil || !terms.stipends.isEmpty
      || terms.panel != nil || terms.pool != nil || terms.limits.totalFloor != nil
    return pays
      ? nil : entry.failure("the plan pays nothing", hint: "add base, production, guarantee, stipends, panel or pool")
  }

  private var threshold: InputFailure? {
    guard terms.production?.threshold == .fromBase else { return nil }
    if terms.base == nil {
      return at(
        "production", "threshold", "the threshold comes from the base, and the plan has none",
        "add base: {annual: ...}, or write the threshold in work RVUs")
    }
    if terms.production?.against == .draw {
      return at(
        "production", "threshold", "a threshold from the base would count the base twice where it is a draw",
        "a draw is an advance on production: take the threshold out, or use against: base")
    }
    if terms.production?.tiers.first?.rate.millionths == 0 {
      return at(
        "production", "threshold", "a threshold from the base is base / first rate, and the first rate is zero",
        "write the threshold in work RVUs")
    }
    return nil
  }

  private var draw: InputFailure? {
    let isAgainstDraw = terms.production?.against == .draw
    if isAgainstDraw, terms.base == nil {
      return at(
        "production", "against", "production is weighed against a draw, and the plan has no base that would be one",
        "add base: {monthly: ...}, the draw")
    }
    if isAgainstDraw, terms.draw == nil {
      return at(
        "production", "against", "production is weighed against a draw, and the plan does not say how it is recovered",
        "add draw: {recovery: carry-forward, yearEnd: forgive}, or what the contract says")
    }
    if !isAgainstDraw, terms.draw != nil {
      return at(
        "draw", nil, "the plan has a draw, and its production is not weighed against one",
        terms.production == nil ? "add production with against: draw" : "add against: draw to production")
    }
    return nil
  }

  private var clawback: InputFailure? {
    guard terms.production?.clawback == true, terms.how == .standAlone else { return nil }
    return at(
      "production", "clawback", "stand-alone periods take nothing back, so clawback has nothing to do",
      "take it out, or measure cumulative")
  }

  private var withhold: [InputFailure] {
    var faults: [InputFailure] = []
    if let withhold = terms.withhold, terms.production == nil, withhold.of == .production || terms.base == nil {
      faults.append(
        at(
          "withhold", "of", "a share is held back of \(withhold.of.rawValue), which the plan does not pay",
          withhold.of == .production && terms.base != nil
            ? "use of: base-and-production, or add production" : "add what it is held back of"))
    }
    if terms.limits.productionCap != nil, terms.production == nil {
      faults.append(at("limits", "cap", "production has a cap, and the plan pays none", "add production, or cap total"))
    }
    if !terms.ramp.isEmpty,
      (terms.production?.threshold ?? ProductionTerms.Threshold.none) == ProductionTerms.Threshold.none
    {
      faults.append(
        at("ramp", nil, "the ramp lowers a threshold, and the plan has none", "add a threshold to production"))
    }
    return faults
  }

  private var days: [InputFailure] {
    var faults: [InputFailure] = []
    if let until = terms.guarantee?.until {
      if !effective.contains(until) {
        faults.append(
          at(
            "guarantee", "until", "until (\(until)) is outside the days of the plan, \(effective)",
            "correct it, or leave until out where the guarantee lasts as long as the plan"))
      } else if until != effective.last, !endsPeriod(until) {
        faults.append(
          at(
            "guarantee", "until",
            "until (\(until)) is not the last day of a measurement period (a \(terms.every.rawValue))",
            "a guarantee ends with a period: \(periodEnd(from: until)) is the next"))
      }
    }
    for (step, item) in zip(terms.ramp, nodes["ramp"]?.items() ?? []) where !effective.contains(step.through) {
      let place = (try? item.pairs(""))?.first { $0.key == "through" }?.value ?? item
      faults.append(
        place.failure(
          "through (\(step.through)) is outside the days of the plan, \(effective)",
          hint: "a ramp ends within the plan; correct the day"))
    }
    return faults
  }

  private func endsPeriod(_ day: CalendarDate) -> Bool {
    let (year, month, dayOfMonth) = day.parts
    let monthOfYear = (month - terms.yearStart + 12) % 12 + 1
    return dayOfMonth == CalendarDate.daysInMonth(year: year, month: month) && monthOfYear % terms.every.months == 0
  }

  private func periodEnd(from day: CalendarDate) -> CalendarDate {
    var day = day
    while !endsPeriod(day), day < effective.last { day = day.advanced(by: 1) }
    return day
  }

  /// Each stipend and pool has an account of its own.
  private var names: [InputFailure] {
    var faults: [InputFailure] = []
    var seen: Set<String> = []
    for (stipend, item) in zip(terms.stipends, nodes["stipends"]?.items() ?? []) {
      let first = stipend.from ?? effective.first
      let last = stipend.until ?? effective.last
      if first > effective.last || last < effective.first {
        faults.append(
          item.failure(
            "the stipend \(stipend.name) is paid on no day of the plan, which is in effect on \(effective)",
            hint: "correct its from or until, or leave the stipend out"))
      }
    }
    for (stipend, item) in zip(terms.stipends, nodes["stipends"]?.items() ?? [])
    where !seen.insert(stipend.name.lowercased()).inserted {
      faults.append(
        item.failure(
          "a second stipend is called \(stipend.name)",
          hint: "each stipend has a name of its own, by which it is balanced with what was paid"))
    }
    if let pool = terms.pool, seen.contains(pool.name.lowercased()) {
      faults.append(
        at("pool", "name", "the pool \(pool.name) has the name of a stipend", "give one of the two another name"))
    }
    return faults
  }
}
