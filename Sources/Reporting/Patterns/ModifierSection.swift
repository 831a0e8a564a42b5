import Benchmarking
import ProductivityModel

/// The section on a clinician's use of modifiers.
enum ModifierSection {
  /// The blocks; none where no line could have carried one.
  static func blocks(of clinician: ClinicianResult, in results: RunResults) -> [ReportBlock] {
    // What neither the clinician nor the peers use is left to the data file.
    let modifiers = clinician.patterns.modifiers.filter { $0.carrying > 0 || $0.peerShare ?? 0 > 0 }
    guard !modifiers.isEmpty else { return [] }
    let few =
      "not shown: fewer than \(CountWording.count(results.minimumPeers, "other")) of the specialty have lines with the modifier, or without, or they have fewer than \(CountWording.count(results.patternRules.review.minimumLines, "such line")) together"
    let rows = modifiers.map { modifier in
      [
        Cell(.text(modifier.name)), Cell(.integer(modifier.lines)), Cell(.integer(modifier.carrying)),
        Cell(.of(modifier.share, PatternWording.percent, otherwise: "there are no such lines")),
        Cell(.of(modifier.interval, { .text(PatternWording.interval($0)) }, otherwise: "there are no such lines")),
        Cell(.of(modifier.peerShare, PatternWording.percent, otherwise: few)),
        Cell(.text(modifier.isForReview ? "review" : "")),
      ]
    }
    return [
      .table(
        ReportTable(
          "Lines with a modifier, of those on which it means something",
          columns: [
            .words("Modifier"), .numbers("Lines", "that could"), .numbers("Lines", "with it"), .numbers("Share"),
            .numbers("Interval", "95 %"), .numbers("Peers", "together"), .words("Flag"),
          ], rows: rows,
          notes: [
            "25: on evaluation and management and eye visits. 59 with XE, XP, XS and XU, which say why: on procedures. 22, 62 and AS: on operations. Lines are net of reversals."
          ]))
    ] + (clinician.patterns.visits.isEmpty ? [.paragraph(PatternWording.rule(results.patternRules))] : [])
  }
}
