import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// The targets that hold in a run: those of its year, from the file, or from the roster where the file has none.
struct GoalTargets {
  /// The targets, by clinician and specialty.
  private(set) var targets: [WorkTarget] = []

  /// The targets of the year that contains the last day counted.
  init(_ inputs: RunInputs, findings: inout FindingCollector) {
    let year = inputs.targetYear
    let file = inputs.targets?.targets ?? []
    targets = file.filter { $0.year == year }
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
    tellOthers(file.filter { $0.year != year }, than: year, &findings)
    targets.sort { ($0.clinicianID, $0.specialty) < ($1.clinicianID, $1.specialty) }
  }

  /// Tells of targets for other years, and how many clinicians have none that holds beside them: a year may be wrong.
  private func tellOthers(_ others: [WorkTarget], than year: DayRange, _ findings: inout FindingCollector) {
    guard let first = others.map(\.position).min() else { return }
    let lacking = Set(others.map(\.clinicianID)).subtracting(targets.map(\.clinicianID)).count
    let without =
      lacking == 0
      ? "" : ", and \(CountWording.count(lacking, "clinician")) \(lacking == 1 ? "has" : "have") none for this year"
    findings.add(
      Finding(
        .otherYearTarget, at: first,
        "targets are for other years than \(year), in which the last day counted lies; they are left alone\(without)",
        hint: lacking == 0
          ? "nothing, where the file holds several years" : "correct the years, or add the rows of this one",
        count: others.count))
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
