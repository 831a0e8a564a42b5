import Benchmarking
import ProductivityModel

/// Under which specialty a run lists a clinician: that of the largest part of a split role, otherwise that of the last day.
struct SpecialtyOfClinician {
  private let period: DayRange
  private let intervals: [String: [RosterInterval]]

  init(_ inputs: RunInputs) {
    period = inputs.period
    intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
  }

  /// The specialty; empty where the roster gives none.
  func specialty(of id: String) -> String {
    let own = intervals[id] ?? []
    if let effort = try? RoleSplit.withEffort(own, in: period), let split = RoleSplit(effort, in: period) {
      return split.primary
    }
    let within = own.filter { $0.days(in: period) != nil }
    let last = within.max { ($0.end ?? period.last, $0.shareMillionths) < ($1.end ?? period.last, $1.shareMillionths) }
    return last?.specialty ?? own.first?.specialty ?? ""
  }
}
