import ProductivityModel

/// The words for windows of recent work, and for how they differ from the year before.
enum RecentWording {
  /// A change in percent: `+4.2%`; why there is none, where there is none, or where the clinical time of the two says that it would mislead.
  static func change(_ pair: RecentWork.Pair, _ ledger: KeyPath<ProductivityTotals, WorkRVU>) -> CellValue {
    guard let now = pair.now.totals else { return .notAvailable(pair.now.gap ?? "it is not known") }
    guard let before = pair.yearBefore.totals else {
      return .notAvailable(pair.yearBefore.gap ?? "the year before is not known")
    }
    if let why = TimeWording.whyNotCompared(pair) { return .notAvailable(why) }
    let change = now[keyPath: ledger] - before[keyPath: ledger]
    return .of(
      BridgeWording.percent(change, of: before[keyPath: ledger]), CellValue.text,
      otherwise: "there was no work in the year before")
  }

  /// A quantity through the months in words: `from 312.40 in Oct 2025 to 401.00 in Sep 2026`.
  static func line(of values: [(month: YearMonth, value: WorkRVU?)]) -> String {
    let known = values.compactMap { pair in pair.value.map { (month: pair.month, value: $0) } }
    guard let first = known.first, let last = known.last else { return "no month is known" }
    func words(_ pair: (month: YearMonth, value: WorkRVU)) -> String {
      "\(CellValue.workRVU(pair.value).text) in \(DateWording.month(pair.month))"
    }
    return known.count == 1 ? words(first) : "from \(words(first)) to \(words(last))"
  }

  /// The detail under a window's figure: its days, and how it differs from the year before.
  static func detail(_ pair: RecentWork.Pair, _ ledger: KeyPath<ProductivityTotals, WorkRVU>) -> String {
    let days = BridgeWording.name(of: pair.now.days)
    switch change(pair, ledger) {
    case .text(let change):
      return "\(days); \(change) on \(BridgeWording.name(of: pair.yearBefore.days))\(time(pair))"
    case .notAvailable(let why): return "\(days); not compared with the year before: \(why)"
    default: return days
    }
  }

  /// What to say of clinical time behind a change: `, with 24.4% less clinical time (89 days of leave)`; nothing where it is much the same.
  static func time(_ pair: RecentWork.Pair) -> String {
    guard let phrase = TimeWording.phrase(now: pair.now.fteDays, before: pair.yearBefore.fteDays) else { return "" }
    let reasons = TimeWording.reasons(pair)
    return ", with \(phrase)" + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))")
  }

  /// A change as a cell of a table, with that of clinical time under it.
  static func cell(_ pair: RecentWork.Pair?) -> Cell {
    guard let pair else { return Cell(.notAvailable("it is not known")) }
    let change = change(pair, \.benchmark)
    guard case .text = change, let time = TimeWording.change(pair) else { return Cell(change) }
    return Cell(change, detail: "time \(time)")
  }
}
