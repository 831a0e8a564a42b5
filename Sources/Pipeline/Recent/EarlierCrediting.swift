import Ingest
import ProductivityModel
import Publishing

/// What the lines before the job's period come to: they are in no total of the run, and serve to compare it with earlier months.
struct EarlierCrediting: Sendable {
  /// Sums by clinician and specialty, one for each of ``pieces``.
  let tallies: [RoleTally]
  /// The days before the period, cut where windows begin and end.
  let pieces: [DayRange]

  /// Credits the lines of the days before the period that windows have; nil where there are no such lines.
  ///
  /// - Parameters:
  ///   - ids: the numbers of the roster's clinicians and specialties.
  ///   - rulings: which records do not go on.
  ///   - slots: those of the period, whose releases need not be read again.
  /// - Throws: `InputFailure` where a release cannot be read, `OutputFailure` where a temporary file cannot be read back.
  init?(
    _ recent: RecentDays, _ inputs: RunInputs, _ pass: inout LogPass,
    _ ids: (clinicians: [String: Int32], specialties: [String: Int32]), rulings: LineRulings, sharing slots: DaySlots
  ) throws {
    guard let days = Self.days(recent, inputs, pass) else { return nil }
    let own = inputs.counting(days)
    pieces = recent.pieces(of: days)
    let earlier = try DaySlots(own, pass.dictionaries, sharing: slots)
    // A line counts for the specialty for which it would count in the period, so that windows across its first day are of one role.
    var crediting = try Run.crediting(
      own, earlier, pass, ids, rulings: rulings, pieces: pieces, rolesOf: inputs.period)
    try Run.creditAll(&pass, &crediting, keepsLines: true, before: inputs.period.first)
    tallies = crediting.attributedTallies
    try CountableWork(inputs, pass).check(tallies)
  }

  /// The days before the period that windows have; nil where there are no lines of them.
  static func days(_ recent: RecentDays, _ inputs: RunInputs, _ pass: borrowing LogPass) -> DayRange? {
    guard let days = DayRange(recent.first, through: inputs.period.first.advanced(by: -1)),
      pass.serviceDays.lines(in: days) > 0
    else { return nil }
    return days
  }
}
