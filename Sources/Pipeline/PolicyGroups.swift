import Benchmarking
import Crediting
import Ingest
import ProductivityModel

/// The clinicians of a run by the policies that they have in the pay ledger: those with the same ones on the same days are a group.
struct PolicyGroups {
  /// Which policy a group has on which days.
  struct Timeline {
    /// The days from which a policy holds, and the policies, the first from the start of the period.
    fileprivate var spans: [(from: CalendarDate, policy: CreditPolicy)]

    /// The policies.
    var policies: [CreditPolicy] { spans.map(\.policy) }
    /// The days on which another policy begins.
    var changes: Set<CalendarDate> { Set(spans.map(\.from)) }

    /// The policy of a day of the period.
    func policy(on day: CalendarDate) -> CreditPolicy {
      (spans.last { $0.from <= day } ?? spans[0]).policy
    }
  }

  private(set) var timelines: [Timeline] = []
  /// The group of each clinician of the dictionaries.
  private(set) var groupOfClinician: [Int32] = []

  /// The groups of a run, or of a bridge between periods: then over both, and where a clinician is not employed the nearest
  /// interval says under which plan the lines of the other period would have been.
  init(_ inputs: RunInputs, _ dictionaries: RunDictionaries, periods: PeriodPair? = nil) {
    let period = periods?.hull ?? inputs.period
    guard let assignments = inputs.assignments else {
      timelines = [Timeline(spans: [(period.first, inputs.pay)])]
      groupOfClinician = [Int32](repeating: 0, count: dictionaries.clinicians.count)
      return
    }
    let intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    var known: [[String]: Int32] = [:]
    for number in 0..<dictionaries.clinicians.count {
      let clinician = dictionaries.clinicians.text(number)
      let own = intervals[clinician] ?? []
      let spans = Self.spans(of: clinician, own, assignments, period, fillsGaps: periods != nil)
      let key = spans.flatMap { [$0.from.description, $0.name ?? ""] }
      if known[key] == nil {
        known[key] = Int32(timelines.count)
        timelines.append(
          Timeline(spans: spans.map { ($0.from, $0.name.flatMap { inputs.assigned[$0] } ?? inputs.pay) }))
      }
      groupOfClinician.append(known[key] ?? 0)
    }
    if timelines.isEmpty { timelines = [Timeline(spans: [(period.first, inputs.pay)])] }
  }

  /// The names of a clinician's policies by their first days; nil for the job's own.
  private static func spans(
    of clinician: String, _ intervals: [RosterInterval], _ assignments: PolicyAssignments, _ period: DayRange,
    fillsGaps: Bool
  ) -> [(from: CalendarDate, name: String?)] {
    var days: Set<CalendarDate> = [period.first]
    for plan in Set(intervals.map(\.plan)).union([""]) {
      days.formUnion(assignments.changes(clinician: clinician, plan: plan.isEmpty ? nil : plan))
    }
    for interval in intervals {
      days.insert(interval.start)
      if let end = interval.end { days.insert(end.advanced(by: 1)) }
    }
    var spans: [(from: CalendarDate, name: String?)] = []
    for day in days.sorted() where period.contains(day) {
      var present = intervals.filter { $0.contains(day) }
      if present.isEmpty, fillsGaps { present = nearest(intervals, to: day) }
      // A plan is of a person: it holds for the whole role though only one of its rows names it.
      let plan =
        present.filter { !$0.plan.isEmpty }.max { $0.shareMillionths < $1.shareMillionths }?.plan
      let name = assignments.policy(clinician: clinician, plan: plan.flatMap { $0.isEmpty ? nil : $0 }, on: day)
      if spans.isEmpty || spans.last?.name != name { spans.append((day, name)) }
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
