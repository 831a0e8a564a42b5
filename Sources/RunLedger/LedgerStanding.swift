internal import GRDB
import ProductivityModel

/// A clinician's standing as a ledger has it, with the sums of the months.
public struct LedgerStanding: Hashable, Sendable {
  /// The id.
  public var clinician: String
  /// The name in the roster; the id where there is none.
  public var name: String
  /// The specialty; empty for none.
  public var specialty: String
  /// Work of the pay ledger.
  public var pay: WorkRVU
  /// Work of the benchmark ledger.
  public var benchmark: WorkRVU
  /// Mean clinical FTE in millionths; nil where it is not known.
  public var clinicalFTE: Int64?
  /// Benchmark work a year per 1.0 clinical FTE; nil where it is not annualised.
  public var annualised: WorkRVU?
  /// The percentile, as data files have it; nil where there is no placement.
  public var percentile: String?

  init(_ row: Row) {
    clinician = row["clinician_id"]
    name = row["name"]
    specialty = row["specialty"]
    pay = WorkRVU(millionths: row["work_pay"])
    benchmark = WorkRVU(millionths: row["work_benchmark"])
    clinicalFTE = row["clinical_fte_millionths"]
    annualised = (row["annualised_millionths"] as Int64?).map(WorkRVU.init(millionths:))
    percentile = row["percentile"]
  }
}
