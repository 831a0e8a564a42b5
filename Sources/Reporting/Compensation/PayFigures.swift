import Compensation
import ProductivityModel

/// A clinician's pay for a year at 1.0 and for a work RVU: as alignment takes it, where it is looked at.
struct PayFigures {
  /// Pay for a year at 1.0 total FTE; nil where time is not known or the days are too few.
  var annualPerFTE: Money?
  /// Dollars for a work RVU; nil without work.
  var perWorkRVU: ConversionRate?

  /// - Parameter capsAtFull: whether more than a full-time job counts as one, so that its pay is not brought down.
  init(_ clinician: CompensationResults.Clinician, capsAtFull: Bool) {
    if let pay = clinician.alignment?.pay {
      annualPerFTE = pay.annualPerFTE
      perWorkRVU = pay.perWorkRVU
      return
    }
    guard !clinician.statements.isEmpty else { return }
    let fteDays =
      clinician.totalFTEMillionths.map { (capsAtFull ? min($0, 1_000_000) : $0) * Int64(clinician.days) } ?? 0
    let year = clinician.statements.last?.year.count ?? 365
    let pay = PayRate(
      total: clinician.earned, work: clinician.work, days: clinician.days, fteDays: fteDays, yearDays: year)
    annualPerFTE = pay.annualPerFTE
    perWorkRVU = pay.perWorkRVU
  }
}
