/// The invented compensation plans of the sample practice: one of every kind of term that a plan can have.
///
/// The practice's year runs from October to September, and so do its plans.
enum SamplePlans {
  /// The plan of a clinician, as the roster names it.
  static func id(of member: StaffMember) -> String {
    switch SampleSpecialty.all[member.specialty].name {
    case "Orthopedic Surgery", "General Surgery": "surgery"
    case "Family Medicine": member.startsInPeriod == nil ? "primary-care" : "new-physician"
    case "Gastroenterology", "Cardiology": "procedural"
    case "Hospital Medicine": "hospital"
    case "Dermatology": "production-only"
    default: "salaried"
    }
  }

  /// The salary or draw of a plan in whole dollars a year, for 1.0 total FTE.
  static func base(_ plan: String) -> Int {
    switch plan {
    case "surgery": 400_000
    case "primary-care": 200_000
    case "new-physician": 190_000
    case "procedural": 360_000
    case "hospital": 260_000
    case "salaried": 430_000
    default: 0
    }
  }

  /// The plans as the job names them.
  ///
  /// - Parameter director: the clinician who has a directorship; nil for nobody.
  static func yaml(director: String?) -> String {
    let directorship = director.map { ", {name: medical-director, annual: 24000, clinicians: [\($0)]}" } ?? ""
    return """
      # The compensation plans of the sample practice. All amounts are invented. The roster's column plan says who has which.
      # Amounts and thresholds are for 1.0 FTE and a year; the practice's year starts in October.
      plans:
        # Salary, and 50 dollars for each wRVU above the 8,000 that salary has bought (400,000 / 50); more above 9,500.
        - id: surgery
          title: Surgery, salary and production
          effective: 2025-10-01..2026-09-30
          yearStarts: 10
          credit: unadjusted
          base: {annual: 400000, per: total-fte}
          production:
            method: marginal
            threshold: from-base
            tiers: [{from: 0, rate: 50.00}, {from: 9500, rate: 56.00}]
            per: clinical-fte
            measure: {every: quarter, how: cumulative}
            against: base
          withhold: {share: 0.10, of: production, release: pay/quality.csv}
          limits: {cap: {total: 560000}}
          stipends: [{name: call, per: shift, amount: 1200, source: pay/shifts.csv}\(directorship)]

        # The first half of the year at 42 dollars, the second at 44: two terms, each for its own days.
        - id: primary-care
          title: Primary care, first half
          effective: 2025-10-01..2026-03-31
          yearStarts: 10
          leave: {thresholds: exclude}
          base: {annual: 200000}
          production:
            threshold: 4300
            tiers: [{from: 0, rate: 42.00}]
            measure: {every: quarter, how: cumulative}
          panel: {perMemberPerMonth: 1.25, source: pay/panel.csv}
          pool: {name: group-quality, annual: 90000, split: clinical-fte}
        - id: primary-care
          title: Primary care, second half
          effective: 2026-04-01..2026-09-30
          yearStarts: 10
          leave: {thresholds: exclude}
          base: {annual: 200000}
          production:
            threshold: 4300
            tiers: [{from: 0, rate: 44.00}]
            measure: {every: quarter, how: cumulative}
          panel: {perMemberPerMonth: 1.25, source: pay/panel.csv}
          pool: {name: group-quality, annual: 90000, split: clinical-fte}

        # At least 280,000 a year while the practice builds up, and half the threshold as long.
        - id: new-physician
          title: Primary care, first year
          effective: 2025-10-01..2026-09-30
          yearStarts: 10
          base: {annual: 190000}
          guarantee: {annual: 280000, until: 2026-06-30}
          ramp: [{through: 2026-06-30, threshold: 0.5}]
          production:
            threshold: 4300
            tiers: [{from: 0, rate: 42.00}]
            measure: {every: quarter, how: cumulative}

        # 30,000 a month as an advance on production; the whole volume at the rate of the tier reached.
        - id: procedural
          title: Procedural specialties, draw against production
          effective: 2025-10-01..2026-09-30
          yearStarts: 10
          base: {monthly: 30000, per: total-fte}
          production:
            method: retroactive
            tiers: [{from: 0, rate: 47.00}, {from: 8000, rate: 49.00}, {from: 9000, rate: 51.50}]
            per: clinical-fte
            measure: {every: quarter, how: cumulative}
            against: draw
          draw: {recovery: carry-forward, months: 12, yearEnd: forgive}

        - id: hospital
          title: Hospital medicine, salary, nights and a bonus
          effective: 2025-10-01..2026-09-30
          yearStarts: 10
          base: {annual: 260000}
          production:
            threshold: 4200
            tiers: [{from: 0, rate: 30.00}]
            measure: {every: year, how: cumulative}
          limits: {cap: {production: 25000}, floor: {total: 282000}}
          stipends: [{name: night, per: shift, amount: 450, source: pay/shifts.csv}]

        # Every month by itself.
        - id: production-only
          title: Production only
          effective: 2025-10-01..2026-09-30
          yearStarts: 10
          production:
            tiers: [{from: 0, rate: 61.00}, {from: 6600, rate: 66.00}]
            measure: {every: month, how: stand-alone}

        - id: salaried
          title: Salary, a part of it for quality
          effective: 2025-10-01..2026-09-30
          yearStarts: 10
          base: {annual: 430000}
          measure: {every: quarter, how: cumulative}
          withhold: {share: 5%, of: base-and-production, release: pay/quality.csv}

      """
  }
}
