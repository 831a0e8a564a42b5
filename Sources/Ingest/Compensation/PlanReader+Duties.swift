import Compensation
import ProductivityModel

/// Guarantee, ramp, limits, withhold, and what is paid beside production.
extension PlanReader {
  static func guarantee(_ node: SettingsNode) throws(InputFailure) -> GuaranteeTerms {
    let keys = try node.planEntries(["annual", "monthly", "per", "until"], in: "guarantee")
    return GuaranteeTerms(
      annual: try annual(keys, in: node, "guarantee"), per: try keys["per"].map(basis) ?? .total,
      until: try keys["until"]?.date(), proration: keys["monthly"] == nil ? nil : .months)
  }

  static func ramp(_ node: SettingsNode) throws(InputFailure) -> [RampStep] {
    var steps: [RampStep] = []
    for item in node.items() {
      let keys = try item.planEntries(["through", "threshold"], in: "a step of a ramp")
      let through = try keys.required("through", in: item, "a step of a ramp")
      let step = RampStep(
        through: try through.date(),
        thresholdMillionths: try keys.required("threshold", in: item, "a step of a ramp")
          .fractionOfOne("the share of the threshold"))
      if let last = steps.last, step.through <= last.through {
        throw through.failure(
          "a step of the ramp through \(step.through) cannot follow one through \(last.through)",
          hint: "write the steps by their last days, the earliest first")
      }
      steps.append(step)
    }
    if steps.isEmpty { throw node.failure("the ramp has no steps", hint: "leave the key out") }
    return steps
  }

  static func limits(_ node: SettingsNode) throws(InputFailure) -> PayLimits {
    let keys = try node.planEntries(["cap", "floor", "per"], in: "limits")
    let cap = try keys["cap"]?.planEntries(["total", "production"], in: "cap") ?? [:]
    let floor = try keys["floor"]?.planEntries(["total"], in: "floor") ?? [:]
    var limits = PayLimits()
    limits.totalCap = try cap["total"]?.amount("a cap", atMost: mostAnnual)
    limits.productionCap = try cap["production"]?.amount("a cap", atMost: mostAnnual)
    limits.totalFloor = try floor["total"]?.amount("a floor", atMost: mostAnnual)
    if let per = keys["per"] { limits.per = try basis(per) }
    guard limits.totalCap != nil || limits.productionCap != nil || limits.totalFloor != nil else {
      throw node.failure(
        "limits has neither a cap nor a floor",
        hint: "write cap: {total: 750000}, cap: {production: 400000} or floor: {total: 250000}, or leave the key out")
    }
    if let most = limits.totalCap, let least = limits.totalFloor, least > most, let place = floor["total"] {
      throw place.failure(
        "the floor (\(least) dollars) is above the cap (\(most) dollars)", hint: "correct one of the two")
    }
    return limits
  }

  static func withhold(_ node: SettingsNode) throws(InputFailure) -> WithholdTerms {
    let keys = try node.planEntries(["share", "of", "release"], in: "withhold")
    let share = try keys.required("share", in: node, "withhold")
    var withhold = WithholdTerms(shareMillionths: try share.fractionOfOne("the share held back"))
    if withhold.shareMillionths == 0 {
      throw share.failure("a share of zero holds nothing back", hint: "leave withhold out")
    }
    if let node = keys["of"] {
      withhold.of = try node.choice(
        of: WithholdTerms.Subject.self, "what a share is held back of (production or base-and-production)")
    }
    withhold.release = try keys["release"]?.path("release")
    return withhold
  }

  /// A stipend by the year, by the month, or by a unit that is counted in a file.
  static func stipend(_ node: SettingsNode) throws(InputFailure) -> Stipend {
    let keys = try node.planEntries(
      ["name", "annual", "monthly", "per", "amount", "source", "clinicians", "from", "until"], in: "a stipend")
    let name = try keys.required("name", in: node, "a stipend")
      .componentName("a stipend", reserved: StatementComponent.reserved)
    let measure: Stipend.Measure
    if let unitKey = keys["per"] ?? keys["amount"] ?? keys["source"] {
      if let other = keys["annual"] ?? keys["monthly"] {
        throw other.failure(
          "the stipend \(name) is paid both by time and by a unit", hint: "make two stipends of it, or keep one")
      }
      let unit = try keys["per"]?.name("the unit of a stipend")
      guard let unit, let amount = keys["amount"], let source = keys["source"] else {
        throw unitKey.failure(
          "the stipend \(name) by a unit needs per, amount and source",
          hint: "write per: shift, amount: 1000, source: shifts.csv, the file that counts them")
      }
      measure = .perUnit(
        unit, try amount.amount("the amount of a stipend", atMost: 1_000_000), source: try source.path("source"))
    } else {
      measure = .annual(try annual(keys, in: node, "stipend"))
    }
    var clinicians: [String] = []
    for item in keys["clinicians"]?.items() ?? [] {
      let id = try item.name("a clinician")
      if clinicians.contains(id) { throw item.failure("the clinician \"\(id)\" is there twice", hint: "keep one") }
      clinicians.append(id)
    }
    if let list = keys["clinicians"], clinicians.isEmpty {
      throw list.failure("clinicians is empty", hint: "leave the key out where everyone with the plan has the stipend")
    }
    let (from, until) = (try keys["from"]?.date(), try keys["until"]?.date())
    if let from, let until, until < from, let place = keys["until"] {
      throw place.failure(
        "the stipend \(name) ends (\(until)) before it starts (\(from))", hint: "correct from or until")
    }
    return Stipend(
      name: name, measure: measure, clinicians: clinicians, from: from, until: until,
      proration: keys["monthly"] == nil ? nil : .months, position: node.position)
  }

  static func panel(_ node: SettingsNode) throws(InputFailure) -> PanelTerms {
    let keys = try node.planEntries(["perMemberPerMonth", "source"], in: "panel")
    let place = try keys.required("perMemberPerMonth", in: node, "panel")
    let rate = try place.rate("a rate")
    guard rate.millionths > 0 else { throw place.failure("a rate of zero pays nothing", hint: "leave panel out") }
    return PanelTerms(perMemberPerMonth: rate, source: try keys.required("source", in: node, "panel").path("source"))
  }

  static func pool(_ node: SettingsNode) throws(InputFailure) -> PoolTerms {
    let keys = try node.planEntries(["name", "annual", "split"], in: "pool")
    return PoolTerms(
      name: try keys.required("name", in: node, "pool").componentName("a pool", reserved: StatementComponent.reserved),
      annual: try keys.required("annual", in: node, "pool").amount("a pool", atMost: mostAnnual * 10),
      split: try keys.required("split", in: node, "pool").choice(
        of: PoolTerms.Split.self, "a way to split a pool (equal, clinical-fte or work-rvu)"))
  }
}
