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
      [own.valued(by: releases.from), own.valued(by: releases.to)], of: inputs, &pass, ids, rulings: rulings,
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
      ["release \(releases.from)", "release \(releases.to)"], sides, through: inputs.period.last,
      specialty: specialties.specialty)
    result = CompensationResults.FeeChange(
      from: releases.from, to: releases.to, comparison: comparison.result,
      levels: LevelAssembly(comparison.result, moving: sides[1], through: inputs.period.last).levels)
  }
}
