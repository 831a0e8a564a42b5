import Ingest
import ProductivityModel
import Reporting

/// What plans pay by clinician and measurement period, as the statements of a run say.
struct RecordedPay {
  /// A measurement period of a clinician.
  struct Period: Hashable {
    var clinician: String
    /// Its days, to the last one counted.
    var days: DayRange
  }

  /// What each period earned.
  private(set) var earned: [Period: Money] = [:]

  /// Reads the statements that a run wrote.
  ///
  /// - Throws: `InputFailure` where they are not as a run wrote them.
  init(_ table: RecordedTable) throws(InputFailure) {
    try table.read(["clinician_id", "period_start", "period_end", "earned"]) { record throws(InputFailure) in
      guard let days = DayRange(try record.day(1), through: try record.day(2)),
        let cents = try record.number(3, scale: 2)
      else { throw record.failure }
      earned[Period(clinician: record.cells[0], days: days), default: .zero] += Money(cents: cents)
    }
  }

  /// The statements of a run.
  init(_ results: CompensationResults) {
    for clinician in results.clinicians {
      for period in clinician.statements.flatMap(\.periods) {
        earned[Period(clinician: clinician.id, days: period.days), default: .zero] += period.earned
      }
    }
  }

  /// The pay of a run in its output folder; nil where it has no statements.
  ///
  /// - Throws: `InputFailure` where the folder is not a run's, or was changed since.
  static func of(_ folder: String) throws(InputFailure) -> RecordedPay? {
    let table = try RecordedManifest.read(folder).table(RecordedFolder.statements, in: folder)
    return try table.map { table throws(InputFailure) in try RecordedPay(table) }
  }

  /// What each clinician earned in all periods.
  var sums: [String: Money] {
    earned.reduce(into: [:]) { $0[$1.key.clinician, default: .zero] += $1.value }
  }
}
