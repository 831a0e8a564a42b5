import ProductivityModel
import Tabular

/// What some lines say besides: minutes, base units, who billed and who supervised.
extension LogParser where Records: ~Copyable {
  /// Reads what the line says besides; returns why it cannot be understood, if it cannot.
  func readDetail(
    _ detail: inout LineDetail, _ postDay: CalendarDate?, _ dictionaries: inout RunDictionaries
  ) -> Finding? {
    func value(_ column: LogColumn, scale: Int, most: Int64, _ value: inout Int64?) -> Finding? {
      guard !CellText.trimmed(cell(column)).isEmpty else { return nil }
      switch number(column, scale: scale, blank: 0, most: most) {
      case .success(let number):
        value = number
        return nil
      case .failure(let failure): return failure.finding
      }
    }
    if let finding = value(.minutes, scale: 3, most: Self.mostMinutes, &detail.minutes) { return finding }
    if let finding = value(.baseUnits, scale: 3, most: Self.mostBaseUnits, &detail.baseUnits) { return finding }
    if detail.minutes.map({ $0 < 0 }) ?? false || detail.baseUnits.map({ $0 < 0 }) ?? false {
      let column = detail.minutes.map { $0 < 0 } ?? false ? LogColumn.minutes : .baseUnits
      return finding(
        .notANumber, column, "\(column.rawValue) is below zero",
        "on a reversal the units are negative, and nothing else")
    }
    if needs.contains(.postDate) { detail.postDay = postDay?.daysSinceEpoch }
    if needs.contains(.sourceRVU), let finding = value(.sourceRVU, scale: 6, most: Self.mostRVUs, &detail.sourceRVU) {
      return finding
    }
    guard needs.contains(.attribution) else { return nil }
    for column in [LogColumn.billingID, .supervisingID] {
      let text = CellText.trimmed(cell(column))
      if text.isEmpty { continue }
      guard let id = dictionaries.clinicianID(text, forms: identifierForms) else {
        return finding(
          .malformedIdentifier, column, "\(column.rawValue) holds \(CellShape.kind(text)), unlike any id in the roster",
          "correct the id, or add the clinician to the roster")
      }
      if column == .billingID { detail.billing = id } else { detail.supervising = id }
    }
    return nil
  }

  /// The most minutes of a line: a week, in thousandths.
  private static var mostMinutes: Int64 { 7 * 24 * 60 * 1_000 }
  /// The most base units of a line, in thousandths.
  private static var mostBaseUnits: Int64 { 100 * 1_000 }
  /// The most RVUs that a source may give a line, in millionths.
  private static var mostRVUs: Int64 { 1_000_000 * 1_000_000 }
}
