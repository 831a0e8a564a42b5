import Compensation
import Ingest
import ProductivityModel
import Publishing
import Reporting

/// What a change of the fee schedule does to pay: the same lines under each of two releases, paid by the same plans.
struct FeeChangeCrediting {
  /// Pay under both, and what would hold it level.
  let result: CompensationResults.FeeChange
  /// The releases that were read, for the manifest.
  let files: [InputFile]

  init(
    _ inputs: RunInputs, _ plans: CompensationInputs, _ releases: (from: String, to: String), _ pass: inout LogPass,
    _ ids: (clinicians: [String: Int32], specialties: [String: Int32]), rulings: LineRulings, sharing slots: DaySlots
  ) throws {
    let own = inputs.paySide
    let crediting = try SideCrediting(
      [own.frozen(at: releases.from), own.frozen(at: releases.to)], of: inputs, &pass, ids, rulings: rulings,
      sharing: slots)
    files = crediting.files
    let sides = [0, 1].map { side in
      // What is wrong of plans and tables is told by the run itself.
      var told = FindingCollector()
      return PlanStatements(
        inputs.roster?.intervals ?? [], plans, period: inputs.period, work: { crediting.work(of: $0, side: side) },
        findings: &told)
    }
    let specialties = SpecialtyOfClinician(inputs)
    let comparison = SideComparison(
      ["release \(releases.from)", "release \(releases.to)"], sides, specialty: specialties.specialty)
    result = CompensationResults.FeeChange(
      from: releases.from, to: releases.to, comparison: comparison.result,
      levels: Self.levels(
        comparison.result, Dictionary(sides[1].paid.map { ($0.member.id, $0.member) }) { a, _ in a },
        through: inputs.period.last))
  }

  /// What would hold the pay of each plan and specialty.
  private static func levels(
    _ comparison: PlanComparison, _ members: [String: PlanMember], through: CalendarDate
  ) -> [CompensationResults.FeeChange.Level] {
    func level(
      _ kind: CompensationResults.FeeChange.Level.Kind, _ group: PlanComparison.Group,
      _ key: KeyPath<PlanComparison.Member, String>
    ) -> CompensationResults.FeeChange.Level {
      let own = comparison.members.filter { $0[keyPath: key] == group.name }.compactMap { members[$0.id] }
      let target = group.sums[0].outcome.pay
      // A group in which no plan has a threshold, or pays production, has none that could be moved.
      return CompensationResults.FeeChange.Level(
        kind: kind, name: group.name,
        threshold: try? LevelPay.solve(.threshold, of: own, through: through, target: target),
        rate: try? LevelPay.solve(.rate, of: own, through: through, target: target))
    }
    return comparison.plans.map { level(.plan, $0, \.plan) }
      + comparison.specialties.map { level(.specialty, $0, \.specialty) }
  }
}
