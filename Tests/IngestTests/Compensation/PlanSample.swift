import Ingest

/// Plans for tests.
enum PlanSample {
  /// A plan with every part that plans have.
  static let full = """
    plans:
      - id: surgery-2026
        effective: 2026-01-01..2026-12-31
        credit: unadjusted
        base: {annual: 300000, per: total-fte}
        production:
          method: marginal
          threshold: from-base
          tiers: [{from: 0, rate: 50.00}, {from: 8000, rate: 55.00}]
          per: clinical-fte
          measure: {every: quarter, how: cumulative}
          against: base
        guarantee: {annual: 280000, until: 2026-06-30}
        ramp: [{through: 2026-03-31, threshold: 0.5}]
        limits: {cap: {total: 750000}, floor: {total: 250000}}
        withhold: {share: 0.10, of: production, release: quality.csv}
        stipends: [{name: call, per: shift, amount: 1000, source: shifts.csv}, {name: director, annual: 24000}]
        panel: {perMemberPerMonth: 3.50, source: panel.csv}
        pool: {name: group-quality, annual: 120000, split: clinical-fte}
      - id: draw-2026
        title: A draw against production
        effective: 2026
        yearStarts: 10-01
        proration: months
        leave: {base: exclude, thresholds: count}
        credit: {policy: ours.yaml, vintage: frozen 2025D}
        base: {monthly: 20000, per: person}
        production:
          rate: 50
          method: retroactive
          per: total-fte
          against: draw
          clawback: true
          measure: {every: month, how: cumulative}
        draw: {recovery: carry-forward, months: 12, yearEnd: forgive}

    """

  /// A plan of a base alone, with some keys more.
  static func plan(_ keys: String...) -> String {
    "plans:\n  - id: a\n    effective: 2026\n    base: {annual: 300000}\n"
      + keys.map { "    \($0)\n" }.joined()
  }

  static func read(_ text: String) throws(InputFailure) -> CompensationPlans {
    try PlanFile.read(Array(text.utf8), file: "plans.yaml")
  }

  /// Whether a text has a part in it; every text has none.
  static func says(_ text: String, _ part: String) -> Bool { part.isEmpty || text.contains(part) }
}
