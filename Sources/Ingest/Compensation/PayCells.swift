import ProductivityModel

/// The cells of files of pay. A cell is shown in a message only where it fits its column.
extension HeaderedTable.Row {
  /// The text of a cell that must be there.
  func filled(_ column: String) throws(PayRowFault) -> String {
    guard let text = self[column] else {
      throw PayRowFault(.missingValue, column, "\(column) is blank", "fill it in, or take the row out")
    }
    return text
  }

  /// The clinician, who must be in the roster.
  func payee(_ roster: Set<String>) throws(PayRowFault) -> String {
    let id = try filled("clinician_id")
    guard roster.contains(id) else {
      throw PayRowFault(
        .unknownPayee, "clinician_id", "clinician_id is none of the roster's",
        "write the id as the roster has it, or add the clinician to the roster")
    }
    return id
  }

  /// A component that plans have, in whatever case it is written.
  func component(_ column: String, among names: [String]) throws(PayRowFault) -> String {
    let text = try filled(column)
    if names.contains(text) { return text }
    if let name = names.first(where: { $0.lowercased() == text.lowercased() }) { return name }
    // In a file whose columns have shifted it may be anybody's name, so it is not shown.
    throw PayRowFault(
      .unknownComponent, column, "\(column) is \(kind(of: text)), none that the plans have",
      SpellingSuggestion.nearest(to: text, in: names).map { "did you mean \($0)?" }
        ?? "the plans have: \(names.joined(separator: ", "))")
  }

  /// A day.
  func day(_ column: String) throws(PayRowFault) -> CalendarDate {
    let text = try filled(column)
    guard let day = CalendarDate(iso: text) else {
      throw PayRowFault(
        .impossibleDate, column, "\(column) holds \(shown(column, as: .date)), which is not a day",
        "write days as YYYY-MM-DD")
    }
    return day
  }

  /// A month, as `2026-01`.
  func month(_ column: String) throws(PayRowFault) -> YearMonth {
    let text = try filled(column)
    guard text.utf8.count == 7, let day = CalendarDate(iso: text + "-01") else {
      throw PayRowFault(
        .malformedPeriod, column, "\(column) is \(kind(of: text)), which is no month", "write months as 2026-01")
    }
    return YearMonth(containing: day)
  }

  /// A year, as `2026`.
  func year(_ column: String) throws(PayRowFault) -> Int {
    let text = try filled(column)
    guard text.utf8.count == 4, let year = Int(text), (1990...2100).contains(year) else {
      throw PayRowFault(
        .malformedPeriod, column, "\(column) is \(kind(of: text)), which is no year", "write the year as 2026")
    }
    return year
  }

  /// A month, a quarter of a calendar year, a year or a range of days.
  func period(_ column: String) throws(PayRowFault) -> DayRange {
    let text = try filled(column)
    if let range = DayRange(quarter: text) { return range }
    // A day alone is more likely a slip than a period.
    guard CalendarDate(iso: text) == nil, let range = DayRange(text: text) else {
      throw PayRowFault(
        .malformedPeriod, column, "\(column) is \(kind(of: text)), which is no period",
        "write a month 2026-01, a quarter 2026-Q1, a year 2026 or days 2026-01-01..2026-03-31")
    }
    return range
  }

  /// Dollars with at most two decimals, also below zero.
  func amount(_ column: String) throws(PayRowFault) -> Money {
    Money(cents: try number(column, scale: 2, -100_000_000_000...100_000_000_000, "an amount in dollars and cents"))
  }

  /// A number from a range, times ten to the power of its scale.
  func number(
    _ column: String, scale: Int, _ range: ClosedRange<Int64>, _ what: String
  ) throws(PayRowFault) -> Int64 {
    let text = try filled(column)
    guard case .success(let value) = DecimalText.parse(text, scale: scale) else {
      throw PayRowFault(
        .notANumber, column, "\(column) holds \(shown(column, as: .number)), which is not \(what)",
        "write it with digits and a point only, such as 1250.50")
    }
    guard range.contains(value) else {
      throw PayRowFault(
        .notANumber, column,
        "\(column) holds \(shown(column, as: .number)), which is not between "
          + "\(DecimalText.plain(range.lowerBound, scale: scale)) and \(DecimalText.plain(range.upperBound, scale: scale))",
        "correct it, or take the row out")
    }
    return value
  }

  /// A share from 0 to 1, as `0.8` or `80%`, in millionths.
  func share(_ column: String) throws(PayRowFault) -> Int64 {
    let text = try filled(column)
    let isPercent = text.hasSuffix("%")
    guard
      case .success(let value) = DecimalText.parse(isPercent ? text.dropLast().trimmed : text, scale: isPercent ? 4 : 6),
      (0...1_000_000).contains(value)
    else {
      throw PayRowFault(
        .notANumber, column, "\(column) holds \(shown(column, as: .number)), which is not a share between 0 and 1",
        "write 0.8 or 80% where four fifths are earned")
    }
    return value
  }

  /// What kind of text a cell is.
  private func kind(of text: String) -> String {
    var text = text
    return text.withUTF8 { CellShape.kind($0) }
  }
}

extension DayRange {
  /// Reads a quarter of a calendar year, `2026-Q1`; nil for any other text.
  fileprivate init?(quarter text: String) {
    let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[1].hasPrefix("Q"),
      let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter), let year = Int(parts[0]),
      let first = CalendarDate(year: year, month: 3 * quarter - 2, day: 1)
    else { return nil }
    let lastMonth = 3 * quarter
    guard
      let last = CalendarDate(year: year, month: lastMonth, day: CalendarDate.daysInMonth(year: year, month: lastMonth))
    else { return nil }
    self.init(first, through: last)
  }
}
