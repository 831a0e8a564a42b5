/// A value of a fee schedule row, by its name in `rvu.csv`.
public enum RowValue: String, CaseIterable, Sendable {
  /// Physician work.
  case work
  /// Practice expense outside a facility.
  case nonfacilityPE = "nonfacility_pe"
  /// Practice expense in a facility.
  case facilityPE = "facility_pe"
  /// Malpractice expense.
  case malpractice = "mp"

  /// The name for people.
  public var title: String {
    switch self {
    case .work: "work"
    case .nonfacilityPE: "practice expense outside a facility"
    case .facilityPE: "practice expense in a facility"
    case .malpractice: "malpractice"
    }
  }

  /// The value of a row, whether or not a setting is NA.
  public func value(of row: FeeRow) -> RVU {
    switch self {
    case .work: RVU(row.work)
    case .nonfacilityPE: row.nonfacilityPE
    case .facilityPE: row.facilityPE
    case .malpractice: row.malpractice
    }
  }
}
