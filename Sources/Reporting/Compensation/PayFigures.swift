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
    var pay =
      clinician.alignment?.pay ?? PayRate(clinician.statements, of: clinician.member, capsAtFull: capsAtFull)
    if clinician.totalFTEMillionths == nil { pay?.fteDays = 0 }
    annualPerFTE = pay?.annualPerFTE
    perWorkRVU = pay?.perWorkRVU
  }
}
