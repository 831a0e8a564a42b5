import Crediting
import ProductivityModel

/// What a dollar of charge is worth in each specialty, where the pay policy values lines without a price by it: the work of the
/// specialty's lines that have both, over their charge.
struct ChargeRates {
  private let sums: [Int32: (charge: Int64, work: Int64)]
  /// Whether any line is valued so.
  private let areNeeded: Bool

  /// The rates that a run's lines give.
  init(_ tallies: [RoleTally]) {
    var sums: [Int32: (charge: Int64, work: Int64)] = [:]
    for place in tallies.indices {
      let total = tallies[place].months.total
      let known = sums[tallies[place].specialty] ?? (0, 0)
      sums[tallies[place].specialty] = (known.charge + total.creditedCharge, known.work + total.chargedPay)
    }
    self.sums = sums
    areNeeded = tallies.indices.contains { tallies[$0].months.contains { $0.chargeToValue != 0 } }
  }

  /// What the charges of lines without a price in a specialty are worth, without signs and without rounding: as large as it may be.
  func magnitude(_ months: MonthSums, of specialty: Int32) -> Int128 {
    guard areNeeded, let sum = sums[specialty], sum.charge > 0 else { return 0 }
    var charge = Int128(0)
    months.forEach { _, month in charge += Int128(month.chargeToValue.magnitude) }
    return charge * Int128(sum.work.magnitude) / Int128(sum.charge)
  }

  /// The sums of all with lines without a price valued by their charge, where the policy says so.
  func valued(_ tallies: consuming [RoleTally]) -> [RoleTally] { areNeeded ? tallies.map(valued) : tallies }

  /// Sums with lines without a price valued by their charge, where the policy says so.
  private func valued(_ tally: RoleTally) -> RoleTally {
    var tally = tally
    tally.months = valued(tally.months, of: tally.specialty)
    return tally
  }

  /// The sums by month of a specialty's clinician, the same way.
  func valued(_ months: MonthSums, of specialty: Int32) -> MonthSums {
    guard areNeeded, let sum = sums[specialty], sum.charge > 0 else { return months }
    var months = months
    months.change(where: { $0.chargeToValue != 0 }) { month in
      month.valued += Factor.rounded(Int128(month.chargeToValue) * Int128(sum.work), over: Int128(sum.charge))
    }
    return months
  }
}
