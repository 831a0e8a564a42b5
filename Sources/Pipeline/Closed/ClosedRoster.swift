import Benchmarking
import Ingest
import ProductivityModel

/// A roster that has closed days as they were closed, and all others as they are now.
enum ClosedRoster {
  /// Puts closed days into a roster. Clinicians whose closed days are what they were keep their rows as they stand.
  ///
  /// - Parameter closed: closed days, with the rows of the time when they were closed.
  static func merged(_ rows: [RosterInterval], _ closed: [(days: DayRange, rows: [RosterInterval])]) -> [RosterInterval]
  {
    var rows = rows
    for period in closed {
      let before = Dictionary(grouping: period.rows, by: \.clinicianID)
      let now = Dictionary(grouping: rows, by: \.clinicianID)
      for id in Set(before.keys).union(now.keys).sorted() {
        let (old, new) = (before[id] ?? [], now[id] ?? [])
        guard content(of: old, in: period.days) != content(of: new, in: period.days) else { continue }
        let merged = new.flatMap { outside(period.days, $0) } + old.compactMap { within(period.days, $0) }
        let place = rows.firstIndex { $0.clinicianID == id } ?? rows.count
        rows.removeAll { $0.clinicianID == id }
        rows.insert(
          contentsOf: merged.sorted { ($0.start, $0.specialty) < ($1.start, $1.specialty) },
          at: min(place, rows.count))
      }
    }
    return rows
  }

  /// What rows say of some days, wherever they stand.
  private static func content(of rows: [RosterInterval], in days: DayRange) -> Set<RosterInterval> {
    Set(
      rows.compactMap { row in
        guard var row = within(days, row) else { return nil }
        row.position = SourcePosition(file: "")
        row.leave = row.leave.compactMap { $0.intersection(days) }
        row.ramp = row.ramp.compactMap { $0.intersection(days) }
        return row
      })
  }

  private static func within(_ days: DayRange, _ row: RosterInterval) -> RosterInterval? {
    guard let own = row.days(in: days) else { return nil }
    var row = row
    (row.start, row.end) = (own.first, own.last)
    return row
  }

  private static func outside(_ days: DayRange, _ row: RosterInterval) -> [RosterInterval] {
    guard row.days(in: days) != nil else { return [row] }
    var rows: [RosterInterval] = []
    if row.start < days.first {
      var before = row
      before.end = days.first.advanced(by: -1)
      rows.append(before)
    }
    if row.end.map({ days.last < $0 }) ?? true {
      var after = row
      after.start = days.last.advanced(by: 1)
      rows.append(after)
    }
    return rows
  }
}
