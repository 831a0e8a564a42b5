import Ingest
import MedicareFees
import ProductivityModel
import Publishing
import Reporting

/// Credits the lines that a pass has read under the two sides of a comparison, and adds up what they come to.
struct ImpactCrediting {
  /// What they come to.
  let result: Impact
  /// The releases that were read, for the manifest.
  let files: [InputFile]

  /// - Parameters:
  ///   - job: the inputs as they are, which the comparison changes.
  ///   - ids: the numbers of the roster's clinicians and specialties.
  ///   - rulings: which records do not go on.
  ///   - sharing: slots whose releases need not be read again.
  ///   - keepsLines: whether the lines are to be credited again afterwards.
  /// - Throws: `InputFailure` where a policy or release cannot be used, `OutputFailure` where a temporary file cannot be read
  ///   back.
  init(
    _ job: RunInputs, _ comparison: ImpactRun.Comparison, _ pass: inout LogPass,
    _ ids: (clinicians: [String: Int32], specialties: [String: Int32]), rulings: LineRulings,
    sharing: DaySlots? = nil, keepsLines: Bool
  ) throws {
    let inputs = try job.comparing(comparison.policies, comparison.releases)
    let slots = try DaySlots(inputs, pass.dictionaries, sharing: sharing)
    let library = inputs.library
    let infos = try comparison.releases.map { releases throws(InputFailure) in
      (
        from: try library.load(releases.from.uppercased()).schedule.info,
        to: try library.load(releases.to.uppercased()).schedule.info
      )
    }
    let adjustments =
      try infos.map { infos throws(InputFailure) in
        try library.workAdjustments().between(infos.from, and: infos.to)
      } ?? []
    var crediting = try Run.crediting(inputs, slots, pass, ids, rulings: rulings)
    var tally = ImpactTally(
      slots: slots,
      explainer: LineExplainer(
        slots: slots, dictionaries: pass.dictionaries, fileNames: inputs.logs.map(\.shown)),
      roles: crediting.roles, codes: pass.dictionaries.procedureCodes,
      adjustments: adjustments, library: library, qualifying: comparison.qualifying, infos: infos)
    try Run.credit(&pass, &crediting, keepsLines: keepsLines) { lines, crediting throws(OutputFailure) in
      crediting.credit(lines)
      crediting.forEachOutcome(of: lines) { tally.add($0, $1, $2, $3) }
    }
    result = tally.impact(inputs, pass.dictionaries)
    files = slots.files
  }
}
