import Benchmarking
import Crediting
import Ingest
import ProductivityModel

/// The clinicians of a run by the policies that they have in either ledger: those with the same ones on the same days are a group.
struct PolicyGroups {
  /// Which policies a group has on which days.
  struct Timeline {
    /// The days from which policies hold, and the policies, the first from the start of the period.
    fileprivate var spans: [(from: CalendarDate, pay: CreditPolicy, benchmark: CreditPolicy)]

    /// The policies.
    var policies: [CreditPolicy] { spans.flatMap { [$0.pay, $0.benchmark] } }
    /// The days on which another policy begins.
    var changes: Set<CalendarDate> { Set(spans.map(\.from)) }

    /// The policy of a day of the period in the pay ledger.
    func policy(on day: CalendarDate) -> CreditPolicy { span(of: day).pay }

    /// The policy of a day of the period in the benchmark ledger.
    func benchmark(on day: CalendarDate) -> CreditPolicy { span(of: day).benchmark }

    private func span(
      of day: CalendarDate
    ) -> (from: CalendarDate, pay: CreditPolicy, benchmark: CreditPolicy) {
      spans.last { $0.from <= day } ?? spans[0]
    }
  }

  private(set) var timelines: [Timeline] = []
  /// The group of each clinician of the dictionaries.
  private(set) var groupOfClinician: [Int32] = []

  /// The groups of a run, or of a bridge between periods: then over both, and where a clinician is not employed the nearest
  /// interval says under which plan the lines of the other period would have been.
  init(_ inputs: RunInputs, _ dictionaries: RunDictionaries, periods: PeriodPair? = nil) {
    let period = periods?.hull ?? inputs.period
    let ledgers = [inputs.paySide, inputs.benchmarkSide]
    guard ledgers.contains(where: { $0.assignments != nil }) else {
      timelines = [Timeline(spans: [(period.first, inputs.pay, inputs.benchmark)])]
      groupOfClinician = [Int32](repeating: 0, count: dictionaries.clinicians.count)
      return
    }
    let intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    var known: [[String]: Int32] = [:]
    for number in 0..<dictionaries.clinicians.count {
      let clinician = dictionaries.clinicians.text(number)
      let own = intervals[clinician] ?? []
      let spans = Self.spans(
        of: clinician, own, ledgers.map(\.assignments), period, fillsGaps: periods != nil)
      let key = spans.flatMap { [$0.from.description] + $0.names.map { $0 ?? "" } }
      if known[key] == nil {
        known[key] = Int32(timelines.count)
        timelines.append(
          Timeline(
            spans: spans.map { ($0.from, ledgers[0].policy($0.names[0]), ledgers[1].policy($0.names[1])) }))
      }
      groupOfClinician.append(known[key] ?? 0)
    }
    if timelines.isEmpty { timelines = [Timeline(spans: [(period.first, inputs.pay, inputs.benchmark)])] }
  }

  /// The names of a clinician's policies in each ledger by their first days; nil for the ledger's own.
  private static func spans(
    of clinician: String, _ intervals: [RosterInterval], _ ledgers: [PolicyAssignments?], _ period: DayRange,
    fillsGaps: Bool
  ) -> [(from: CalendarDate, names: [String?])] {
    var days: Set<CalendarDate> = [period.first]
    for plan in Set(intervals.map(\.plan)).union([""]) {
      for assignments in ledgers.compactMap({ $0 }) {
        days.formUnion(assignments.changes(clinician: clinician, plan: plan.isEmpty ? nil : plan))
      }
    }
    for interval in intervals {
      days.insert(interval.start)
      if let end = interval.end { days.insert(end.advanced(by: 1)) }
    }
    var spans: [(from: CalendarDate, names: [String?])] = []
    for day in days.sorted() where period.contains(day) {
      var present = intervals.filter { $0.contains(day) }
      if present.isEmpty, fillsGaps { present = nearest(intervals, to: day) }
      // A plan is of a person: it holds for the whole role though only one of its rows names it.
      let plan = present.filter { !$0.plan.isEmpty }.max { $0.shareMillionths < $1.shareMillionths }?.plan
      let names = ledgers.map { $0?.policy(clinician: clinician, plan: plan, on: day) }
      if spans.isEmpty || spans.last?.names != names { spans.append((day, names)) }
    }
    return spans
  }

  /// The interval that begins next after a day; the one that ended last before it where none does.
  private static func nearest(_ intervals: [RosterInterval], to day: CalendarDate) -> [RosterInterval] {
    let next = intervals.filter { $0.start > day }.min { $0.start < $1.start }
    let last = intervals.max { ($0.end ?? $0.start) < ($1.end ?? $1.start) }
    return [next ?? last].compactMap { $0 }
  }
}
