import Compensation
import Ingest
import ProductivityModel
import Reporting

/// Holds what an employer says against the statements, and tells which of its rows could not be held against any.
struct EmployerComparison {
  private let inputs: CompensationInputs
  private let period: DayRange
  private let credited: (String) -> [CreditedLine]

  /// - Parameters:
  ///   - credited: a clinician's lines, where the employer's are known.
  init(_ inputs: CompensationInputs, period: DayRange, credited: @escaping (String) -> [CreditedLine]) {
    self.inputs = inputs
    self.period = period
    self.credited = credited
  }

  /// Adds to each clinician what the employer's statements differ in.
  func fill(_ clinicians: inout [CompensationResults.Clinician], findings: inout FindingCollector) {
    guard !inputs.employerStatements.isEmpty || !inputs.employerLines.isEmpty else { return }
    let lines = Dictionary(grouping: inputs.employerLines, by: \.clinicianID)
    let statements = Dictionary(grouping: statements(lines), by: \.clinicianID)
    let known = Set(clinicians.map(\.id))
    for (id, own) in statements.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
      tell(own.map(\.position), "clinician \(id) has no plan: the employer's statement is not compared", &findings)
    }
    for index in clinicians.indices {
      let id = clinicians[index].id
      let (inside, outside) = (
        (statements[id] ?? []).filter { period.intersection($0.days) == $0.days },
        (statements[id] ?? []).filter { period.intersection($0.days) != $0.days }
      )
      if !outside.isEmpty {
        tell(
          outside.map(\.position),
          "the employer's statement of clinician \(id) for \(outside[0].days) is not all of days counted, \(period): it is not compared",
          &findings)
      }
      let untold = (lines[id] ?? []).filter { line in !inside.contains { $0.days.contains(line.day) } }
      if !untold.isEmpty {
        tell(
          untold.map(\.position),
          "\(CountWording.count(untold.count, "line")) of the employer's of clinician \(id) \(untold.count == 1 ? "is" : "are") on days of no statement that is compared",
          &findings)
      }
      guard !inside.isEmpty else { continue }
      let ours = lines[id] == nil ? [] : credited(id)
      let items = inside.map { statement in
        StatementComparison.Item(
          statement,
          lines: lines[id].map { theirs in
            (
              ours: ours.filter { statement.days.contains($0.day) },
              theirs: theirs.filter { statement.days.contains($0.day) }
            )
          })
      }
      clinicians[index].reconciliations = StatementComparison(
        of: clinicians[index].member, through: period.last, history: inputs.plans
      ).reconciled(items)
    }
  }

  /// The employer's statements; of clinicians of whom only lines are known one for the whole period.
  private func statements(_ lines: [String: [EmployerLine]]) -> [EmployerStatement] {
    let stated = Set(inputs.employerStatements.map(\.clinicianID))
    let others = lines.filter { !stated.contains($0.key) }.sorted { $0.key < $1.key }.compactMap { id, own in
      own.first.map {
        EmployerStatement(clinicianID: id, days: period, work: nil, amount: nil, position: $0.position)
      }
    }
    return inputs.employerStatements + others
  }

  private func tell(_ places: [SourcePosition], _ message: String, _ findings: inout FindingCollector) {
    findings.add(
      Finding(
        .outsidePlan, at: places.first, message,
        hint: "take rows for other days or clinicians out, or let the job count those days", count: places.count))
  }
}
