import Benchmarking
import ProductivityModel

/// The practice's clinicians by interval, as the roster gives them.
public struct Roster: Sendable {
  /// The intervals, in the order of the file.
  public var intervals: [RosterInterval]
  /// What is told of its rows.
  public var findings: [Finding]
  /// The file, its size and hash, for the manifest.
  public var input: (path: String, size: UInt64, sha256: String)
}

/// Reads a roster: one row an interval of a clinician's role.
public enum RosterReader {
  /// Reads a roster.
  ///
  /// A roster with a row that cannot be read is not used at all: FTE and specialty decide what people are compared with.
  ///
  /// - Throws: ``InputFailure`` with the place of the first thing that is wrong.
  public static func read(_ path: String, shownAs file: String) throws(InputFailure) -> Roster {
    let table = try HeaderedTable(path, shownAs: file, requiring: ["clinician_id", "clinical_fte"], known: columns)
    if table.rows.isEmpty {
      throw InputFailure(
        file, "has no rows", hint: "a roster has a row for each clinician's role; without one name none")
    }
    var intervals: [RosterInterval] = []
    var findings: [Finding] = []
    // A specialty is one in whatever case and blanks it is written: the first spelling stands for all.
    var spellings: [String: String] = [:]
    for row in table.rows {
      guard let id = row["clinician_id"] else {
        throw failure(row, "clinician_id", "clinician_id is blank", "every row of the roster names a clinician")
      }
      findings += named.compactMap { UnseenCharacters.finding($0, row[$0], at: row.position($0)) }
      let fte = try fraction(row, "clinical_fte", blank: nil, most: 2_000_000)
      // Figures per FTE multiply what little there was: by a hundred at most.
      guard fte == 0 || fte >= 10_000 else {
        throw failure(
          row, "clinical_fte", "clinical_fte \"\(row["clinical_fte"] ?? "")\" is below 0.01 and not 0",
          "write it as a fraction of one, such as 0.8, and 0 for a role without patients")
      }
      let start = try date(row, "start")
      let end = try date(row, "end")
      if let start, let end, end < start {
        throw failure(row, "end", "the interval ends (\(end)) before it starts (\(start))", "correct start or end")
      }
      intervals.append(
        RosterInterval(
          clinicianID: UnseenCharacters.replaced(in: id), npi: try npi(row), name: text(row, "name"),
          specialty: spelling(text(row, "specialty"), &spellings),
          plan: row["plan"] ?? "",
          shareMillionths: try fraction(row, "share", blank: 1_000_000, most: 1_000_000), clinicalFTEMillionths: fte,
          start: start ?? CalendarDate(daysSinceEpoch: -719_162), end: end, leave: try ranges(row, "leave"),
          ramp: try ramp(row, start), region: text(row, "region"), totalFTEMillionths: try totalFTE(row, fte),
          target: try target(row),
          position: SourcePosition(file: file, line: row.line)))
    }
    intervals = RosterFaults.withoutRepeats(intervals, &findings)
    findings += RosterFaults.findings(intervals)
    return Roster(intervals: intervals, findings: findings, input: (file, table.size, table.sha256))
  }

  /// The columns that a roster may have and whose misspelling would change figures or leave names out.
  private static let columns = [
    "clinician_id", "npi", "name", "specialty", "share", "clinical_fte", "total_fte", "start", "end", "leave", "ramp",
    "region",
    "plan", "target",
  ]

  /// The columns of which reports show the text.
  private static let named = ["clinician_id", "name", "specialty", "region"]

  /// A text that reports show; empty where there is none.
  private static func text(_ row: HeaderedTable.Row, _ column: String) -> String {
    UnseenCharacters.replaced(in: row[column] ?? "")
  }

  private static func npi(_ row: HeaderedTable.Row) throws(InputFailure) -> String {
    guard let text = row["npi"] else { return "" }
    guard text.utf8.count == 10, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      throw failure(row, "npi", "npi is not ten digits", "write the national provider identifier, or leave it blank")
    }
    return text
  }

  private static func fraction(
    _ row: HeaderedTable.Row, _ column: String, blank: Int64?, most: Int64
  ) throws(InputFailure) -> Int64 {
    guard let text = row[column] else {
      if let blank { return blank }
      throw failure(row, column, "\(column) is blank", "write the FTE as a fraction of one, such as 0.8")
    }
    guard case .success(let value) = DecimalText.parse(text, scale: 6), value >= 0, value <= most else {
      throw failure(
        row, column, "\(column) \"\(text)\" is not between 0 and \(most / 1_000_000)",
        "write it as a fraction of one, such as 0.8, not as a percentage")
    }
    return value
  }

  private static func date(_ row: HeaderedTable.Row, _ column: String) throws(InputFailure) -> CalendarDate? {
    guard let text = row[column] else { return nil }
    guard let date = CalendarDate(iso: text) else {
      throw failure(row, column, "\(column) \"\(text)\" is not a day", "write days as YYYY-MM-DD")
    }
    return date
  }

  private static func spelling(_ specialty: String, _ known: inout [String: String]) -> String {
    let name = SpecialtyNames.normalized(specialty)
    if let first = known[name] { return first }
    known[name] = specialty
    return specialty
  }

  /// The ranges of days of `leave` or `ramp`, separated by blanks.
  private static func ranges(_ row: HeaderedTable.Row, _ column: String) throws(InputFailure) -> [DayRange] {
    var ranges: [DayRange] = []
    for text in (row[column] ?? "").split(whereSeparator: \.isWhitespace) {
      guard let range = DayRange(text: String(text)) else {
        throw failure(
          row, column, "\(column) \"\(text)\" is not a range of days",
          "write ranges as 2026-02-01..2026-03-15, separated by blanks")
      }
      ranges.append(range)
    }
    return ranges
  }

  /// The days of a ramp: ranges as of leave, or one day, which is the last of a ramp from the start of the interval.
  private static func ramp(_ row: HeaderedTable.Row, _ start: CalendarDate?) throws(InputFailure) -> [DayRange] {
    guard let text = row["ramp"], let last = CalendarDate(iso: text) else { return try ranges(row, "ramp") }
    guard let start else {
      throw failure(
        row, "ramp", "ramp has its last day and the interval no start",
        "fill in start, or write the ramp as 2026-02-01..2026-07-31")
    }
    guard let range = DayRange(start, through: last) else {
      throw failure(
        row, "ramp", "the ramp ends (\(last)) before the interval starts (\(start))", "correct start or ramp")
    }
    return [range]
  }

  /// Total FTE, which holds the clinical part and whatever else there is.
  private static func totalFTE(_ row: HeaderedTable.Row, _ clinical: Int64) throws(InputFailure) -> Int64? {
    guard row["total_fte"] != nil else { return nil }
    let total = try fraction(row, "total_fte", blank: nil, most: 2_000_000)
    guard total >= clinical else {
      throw failure(
        row, "total_fte", "total_fte is below clinical_fte, which is a part of it", "correct total_fte or clinical_fte")
    }
    return total
  }

  /// The work RVUs of a whole year in the role.
  private static func target(_ row: HeaderedTable.Row) throws(InputFailure) -> WorkRVU? {
    guard let text = row["target"] else { return nil }
    guard case .success(let value) = DecimalText.parse(text, scale: 6), value >= 0, value <= 1_000_000_000_000 else {
      throw failure(
        row, "target", "target holds \(row.shown("target", as: .number)), which is not a number of work RVUs",
        "write the work RVUs of a whole year, such as 4800")
    }
    return WorkRVU(millionths: value)
  }

  private static func failure(
    _ row: HeaderedTable.Row, _ column: String, _ message: String, _ hint: String
  ) -> InputFailure {
    let position = row.position(column)
    return InputFailure(position.file, line: position.line, column: position.column, message, hint: hint)
  }
}

extension DayRange {
  /// Reads `2026-02-01..2026-03-15`, a single day, a month `2026-02` or a year `2026`; nil for any other text.
  init?(text: String) {
    if let separator = text.range(of: "..") {
      guard let first = CalendarDate(iso: text[..<separator.lowerBound]),
        let last = CalendarDate(iso: text[separator.upperBound...])
      else { return nil }
      self.init(first, through: last)
    } else if let day = CalendarDate(iso: text) {
      self.init(day, through: day)
    } else if text.count == 7, let first = CalendarDate(iso: text + "-01") {
      self = YearMonth(containing: first).days
    } else if text.utf8.count == 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let year = Int(text), year >= 1
    {
      self.init(year: year)
    } else {
      return nil
    }
  }
}
