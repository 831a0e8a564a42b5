import Benchmarking
import ProductivityModel

/// The section on what a clinician's work consists of, and on the standing among those who do the same.
enum CaseMixSection {
  /// The blocks; none where nothing is known.
  static func blocks(of clinician: ClinicianResult, in results: RunResults) -> [ReportBlock] {
    guard let mix = clinician.patterns.caseMix else { return [] }
    let sentences = CaseMixWording.sentences(of: clinician, in: results)
    var blocks: [ReportBlock] = []
    if let nearest = mix.nearest, mix.choosesNearest {
      blocks.append(.figures(figures(nearest, clinician, in: results)))
      // The first sentence is the figures in words.
      blocks += sentences.dropFirst().map(ReportBlock.paragraph)
    } else {
      blocks += sentences.map { .note(ReportNote(.information, $0)) }
    }
    if !mix.families.isEmpty { blocks.append(.table(table(mix, clinician, in: results))) }
    return blocks + [.list(CaseMixWording.basis(of: clinician, in: results))]
  }

  private static func figures(
    _ nearest: CaseMix.Nearest, _ clinician: ClinicianResult, in results: RunResults
  ) -> [KeyFigure] {
    [
      KeyFigure(
        "Among the nearest case mixes", .percentile(nearest.standing.percentile),
        "percentile rank among the \(nearest.count) nearest, \(nearest.standing.rank) of \(nearest.standing.count)",
        isLeading: true),
      KeyFigure(
        "In the specialty",
        .of(
          clinician.peers?.percentile, CellValue.percentile,
          otherwise: StandingWording.whyNotRanked(clinician, minimumPeers: results.minimumPeers) ?? ""),
        clinician.peers.map { "percentile rank among all \($0.count)" } ?? "percentile rank"),
      KeyFigure(
        "Median of the nearest", .workRVURate(nearest.median), "wRVUs a year per 1.0 clinical FTE"),
      KeyFigure(
        "Similarity",
        .text(CaseMixWording.range(nearest)),
        "of the nearest, from 0 to 1"),
    ]
  }

  private static func table(_ mix: CaseMix, _ clinician: ClinicianResult, in results: RunResults) -> ReportTable {
    let hasPeers = mix.families.contains { $0.specialtyShare != nil }
    let hidden = "hidden: fewer than \(results.minimumPeers) of them have work in the family, or it would tell another"
    func percent(_ millionths: Int64) -> CellValue { .percent(Double(millionths) / 10_000) }
    var columns: [ReportTable.Column] = [.words("Family"), .numbers("Share", "of wRVUs")]
    if mix.choosesNearest { columns.append(.numbers("Nearest", "together")) }
    if hasPeers { columns += [.numbers("Specialty", "the others"), .numbers("Difference", "points")] }
    let rows = mix.families.map { family in
      var cells = [Cell(.text(family.title)), Cell(percent(family.share))]
      if mix.choosesNearest { cells.append(Cell(.of(family.nearestShare, percent, otherwise: hidden))) }
      if hasPeers {
        cells.append(Cell(.of(family.specialtyShare, percent, otherwise: hidden)))
        cells.append(
          Cell(
            .of(family.specialtyShare.map { family.share - $0 }, points, otherwise: "the specialty's share is hidden")))
      }
      return cells
    }
    return ReportTable(
      hasPeers ? "Families by which the work departs most from the specialty's" : "Families with the most work",
      columns: columns, rows: rows)
  }

  /// A difference of shares in points, with its sign.
  private static func points(_ millionths: Int64) -> CellValue {
    let text = DecimalText.fixed(abs(millionths), scale: 4, decimals: 1)
    return .text(millionths == 0 || text == "0.0" ? "0.0" : (millionths < 0 ? "-" : "+") + text)
  }
}
