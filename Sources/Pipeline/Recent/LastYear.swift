import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// What makes the change from the year before, within a run: its lines are credited again, and no file is read twice.
enum LastYear {
  /// The bridge to the last twelve months from the same days a year before, or to the year so far where the logs do not reach
  /// back as far; or why there is none.
  ///
  /// - Parameters:
  ///   - ids: the numbers of the roster's clinicians and specialties.
  ///   - rulings: which records do not go on.
  ///   - slots: those of the run, whose releases need not be read again.
  /// - Throws: `InputFailure` where a release cannot be read, `OutputFailure` where a temporary file cannot be read back.
  static func bridge(
    _ inputs: RunInputs, _ pass: inout LogPass,
    _ ids: (clinicians: [String: Int32], specialties: [String: Int32]), rulings: LineRulings, sharing slots: DaySlots
  ) throws -> (Bridge?, gap: String?) {
    guard let days = inputs.recentDays else { return (nil, nil) }
    guard let known = pair(days, inputs, pass) else {
      let beginning = pass.serviceDays.beginning(before: inputs.period)
      return (
        nil,
        "the logs begin at \(beginning), and the year before needs them from \(days.yearToDate.yearBefore.first) on"
      )
    }
    let pair = PeriodPair(from: known.yearBefore, to: known.now)
    let reading = try BridgeReading(
      inputs.bridging(.benchmark, nil), pair, &pass, ids, rulings: rulings, sharing: slots)
    return (BridgeRun.bridge(reading, pair, of: inputs, .benchmark), nil)
  }

  /// The days that are compared: those of the longest window whose year before the logs have; nil where they have none.
  static func pair(_ days: RecentDays, _ inputs: RunInputs, _ pass: borrowing LogPass) -> RecentDays.Pair? {
    let beginning = pass.serviceDays.beginning(before: inputs.period)
    return [days.rollingTwelve, days.yearToDate].first { $0.yearBefore.first >= beginning }
  }
}
