import Compensation
import ProductivityModel

/// Which codes made the work of some days: what a clinician's lines brought by code, and what those of others brought.
struct CodeSums {
  /// What one code brought, or several together.
  struct Sum: Hashable {
    /// The code.
    var code: String
    /// Whether the lines are another clinician's.
    var isFromOthers: Bool
    /// Lines that bring work.
    var lines = 0
    /// Units of those lines, as they are logged.
    var units = Units(tenThousandths: 0)
    /// Work in the pay ledger.
    var work = WorkRVU.zero

    fileprivate mutating func add(_ other: Sum) {
      lines += other.lines
      units.tenThousandths += other.units.tenThousandths
      work += other.work
    }
  }

  /// One for each code and whose lines they are, most work first.
  private(set) var sums: [Sum] = []

  /// The sums over some days.
  ///
  /// - Parameters:
  ///   - work: by code and stretch of days; a stretch lies in the days or outside of them as a whole.
  ///   - days: days under a plan.
  init(_ work: [CompensationResults.CodeWork], in days: [DayRange]) {
    struct Key: Hashable {
      var code: String
      var isFromOthers: Bool
    }
    var found: [Key: Sum] = [:]
    for part in work where days.contains(where: { $0.contains(part.days.first) }) {
      let key = Key(code: part.code, isFromOthers: part.isFromOthers)
      found[key, default: Sum(code: part.code, isFromOthers: part.isFromOthers)].add(
        Sum(code: part.code, isFromOthers: part.isFromOthers, lines: part.lines, units: part.units, work: part.work))
    }
    sums = found.values.sorted {
      if $0.work != $1.work { return $0.work > $1.work }
      return $0.code != $1.code ? $0.code < $1.code : !$0.isFromOthers
    }
  }

  /// All of them together.
  var total: Sum { Self.sum(sums[...], code: "", isFromOthers: false) }

  /// The table: the codes that brought most, the rest in one row, and what lines of other clinicians brought in another.
  ///
  /// - Parameter limit: how many codes have a row.
  func table(limit: Int = 12) -> ReportTable {
    let own = sums.filter { !$0.isFromOthers }
    let others = sums.filter(\.isFromOthers)
    // A single code is no rest.
    let count = own.count == limit + 1 ? own.count : limit
    var rows = own.prefix(count).map { Self.cells(.literal($0.code), $0) }
    let rest = own.dropFirst(count)
    if !rest.isEmpty {
      rows.append(
        Self.cells(.text("\(rest.count) other codes"), Self.sum(rest, code: "", isFromOthers: false)))
    }
    if !others.isEmpty {
      rows.append(
        Self.cells(
          .text("Lines of other clinicians"), Self.sum(others[...], code: "", isFromOthers: true),
          detail: CountWording.list(others.prefix(5).map(\.code)) + (others.count > 5 ? " and more" : "")))
    }
    return ReportTable(
      "Codes by credited wRVUs, most first",
      columns: [.words("Code"), .numbers("Lines"), .numbers("Units"), .numbers("wRVUs")],
      rows: rows, totals: Self.cells(.text("All lines"), total),
      notes: [
        "Lines that bring credit, with the units they are logged with; wRVUs after modifiers, as the plan credits them."
      ])
  }

  private static func cells(_ name: CellValue, _ sum: Sum, detail: String = "") -> [Cell] {
    [Cell(name, detail: detail), Cell(.integer(sum.lines)), Cell(.units(sum.units)), Cell(.workRVU(sum.work))]
  }

  private static func sum(_ sums: ArraySlice<Sum>, code: String, isFromOthers: Bool) -> Sum {
    sums.reduce(into: Sum(code: code, isFromOthers: isFromOthers)) { $0.add($1) }
  }
}
