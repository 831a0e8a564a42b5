import ProductivityModel

/// How many lines of all logs fall on each day of service, by which it is known from when on the logs are whole.
struct ServiceDayCounts: Sendable {
  /// The days that are counted: from 1 January 1990 on, for 120 years.
  private static let first: Int32 = 7305
  private static let count = 43_830
  /// A month belongs to the logs if it has, day for day, at least a tenth of the period's lines.
  private static let leastShare = 10
  /// The logs begin with a month whose first line is of one of its first days, since not every month begins with a day of work.
  private static let firstDays = 7

  private var lines = [Int32](repeating: 0, count: Self.count)

  /// Counts lines.
  ///
  /// - Parameter body: is given what counts a line of a day.
  @inline(__always)
  mutating func countLines(_ body: (_ count: (_ day: Int32) -> Void) -> Void) {
    lines.withUnsafeMutableBufferPointer { lines in
      body { day in
        let offset = Int(day) - Int(Self.first)
        if offset >= 0, offset < Self.count { lines[offset] += 1 }
      }
    }
  }

  /// How many lines some days have.
  func lines(in days: DayRange) -> Int {
    let start = max(0, Int(days.first.daysSinceEpoch - Self.first))
    let end = min(Self.count, Int(days.last.daysSinceEpoch - Self.first) + 1)
    return start < end ? lines[start..<end].reduce(0) { $0 + Int($1) } : 0
  }

  /// Where some days have no lines: before the first one and behind the last, if more than two weeks, and whole months between; none
  /// where no day has a line.
  func gaps(in days: DayRange) -> [DayRange] {
    let some = days.everyDay.filter { hasLines(on: $0) }
    guard let first = some.first, let last = some.last else { return [] }
    let ends = [
      DayRange(days.first, through: first.advanced(by: -1)), DayRange(last.advanced(by: 1), through: days.last),
    ].map { $0.flatMap { $0.count > Self.longestBreak ? $0 : nil } }
    let between = DayRange(first, through: last)?.months.map(\.days).filter { lines(in: $0) == 0 } ?? []
    return ([ends[0]] + between + [ends[1]]).compactMap { $0 }
  }

  /// No longer are practices closed, as between the years.
  private static let longestBreak = 14

  private func hasLines(on day: CalendarDate) -> Bool {
    let offset = Int(day.daysSinceEpoch) - Int(Self.first)
    return offset >= 0 && offset < Self.count && lines[offset] > 0
  }

  /// The first day from which on the logs are whole.
  ///
  /// They are taken to be whole in the period. Before it, months count backwards as long as they have a tenth of the period's
  /// lines for each day: a few late or mistaken lines of an earlier day are no log of that day's month.
  func beginning(before period: DayRange) -> CalendarDate {
    let own = lines(in: period)
    guard own > 0 else { return period.first }
    var begin = period.first
    while let last = DayRange(YearMonth(containing: begin.advanced(by: -1)).days.first, through: begin.advanced(by: -1))
    {
      guard lines(in: last) * Self.leastShare * period.count >= own * last.count else { return begin }
      let firstLine = last.everyDay.first { lines(in: DayRange($0, through: $0) ?? last) > 0 } ?? last.first
      guard firstLine < last.first.advanced(by: Self.firstDays) else { return firstLine }
      begin = last.first
    }
    return begin
  }
}
