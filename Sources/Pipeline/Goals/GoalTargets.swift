import Benchmarking
import Ingest
import ProductivityModel

/// The targets that hold in a run: those of its year, from the file, or from the roster where the file has none.
struct GoalTargets {
  /// The targets, by clinician and specialty.
  private(set) var targets: [WorkTarget] = []

  /// The targets of the year that contains the last day counted.
  init(_ inputs: RunInputs, findings: inout FindingCollector) {
    let year = inputs.targetYear
    let file = inputs.targets?.targets ?? []
    targets = file.filter { $0.year == year }
    let others = file.filter { $0.year != year }
    if let first = others.min(by: { $0.position < $1.position }) {
      findings.add(
        Finding(
          .otherYearTarget, at: first.position,
          "targets are for other years than \(year), in which the last day counted lies; they are left alone",
          hint: "nothing, where the file holds several years", count: others.count))
    }
    let own = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    for (id, intervals) in own.sorted(by: { $0.key < $1.key }) {
      guard let target = Self.target(of: id, intervals, year) else { continue }
      guard let told = targets.first(where: { $0.clinicianID == id }) else {
        targets.append(target)
        continue
      }
      findings.add(
        Finding(
          .rosterTarget, at: target.position,
          "clinician \(id) has a target in the roster and in the file of targets; that of \(told.position) counts",
          hint: "blank the roster's, or take the row out of the file"))
    }
    targets.sort { ($0.clinicianID, $0.specialty) < ($1.clinicianID, $1.specialty) }
  }

  /// What the roster sets for a year: each row's target by the days of its interval in the year; nil where no row has one.
  private static func target(of id: String, _ intervals: [RosterInterval], _ year: DayRange) -> WorkTarget? {
    var sum = Int128(0)
    var first: SourcePosition?
    for interval in intervals {
      guard let target = interval.target, let days = interval.days(in: year) else { continue }
      sum += Int128(target.millionths) * Int128(days.count)
      first = min(first ?? interval.position, interval.position)
    }
    return first.map {
      WorkTarget(
        clinicianID: id, year: year, work: WorkRVU(millionths: Int64(rounded(sum, over: Int128(year.count)))),
        source: .roster, position: $0)
    }
  }
}
