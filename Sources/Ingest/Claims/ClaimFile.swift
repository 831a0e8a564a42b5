import Crediting
import MedicareFees
import ProductivityModel

/// Reads the lines of claims from a CSV file, whole: every line of a session decides about the others.
public enum ClaimFile {
  private static let columns = [
    "claim_id", "clinician_id", "patient_id", "service_date", "release", "mac", "locality", "code", "modifiers",
    "units",
    "place_of_service", "charge", "minutes", "base_units",
  ]

  /// The records of a file, in its order; or what is wrong with some of them, in which case nothing can be priced.
  public enum Outcome: Sendable {
    /// All records were understood.
    case records([ClaimRecord])
    /// Some were not.
    case faults([Finding])
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - places: which places of service are facilities.
  ///   - options: the release and the place of lines that do not say them.
  /// - Throws: ``InputFailure`` where the file, its header or the form of a record cannot be used.
  public static func read(
    _ path: String, places: FacilityPlaces, release: String?, place: PriceRow.Place
  ) throws(InputFailure) -> Outcome {
    let table = try HeaderedTable(path, shownAs: path, requiring: ["code"], known: columns)
    func require(_ column: String, unless isGiven: Bool, _ hint: String) throws(InputFailure) {
      guard !isGiven, !table.headers.contains(column) else { return }
      throw InputFailure(path, line: 1, "the column \(column) is missing", hint: hint)
    }
    try require(
      "service_date", unless: release != nil || table.headers.contains("release"),
      "add it, or release, or name the release of all lines: --release 2025D")
    for column in ["mac", "locality"] {
      try require(
        column, unless: place != .notSaid, "add it, or name the place of all lines: --locality 01112-05, or national")
    }
    var records: [ClaimRecord] = []
    var faults: [Finding] = []
    for row in table.rows {
      do throws(ClaimFault) {
        records.append(try ClaimRow(row: row, places: places, release: release, place: place).record())
      } catch {
        faults.append(error.finding)
      }
    }
    if records.isEmpty, faults.isEmpty { throw InputFailure(path, "has a header and no lines") }
    return faults.isEmpty ? .records(records) : .faults(faults)
  }
}

/// A record of a claim file that cannot be understood.
struct ClaimFault: Error {
  var finding: Finding
}
