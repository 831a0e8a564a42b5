import Benchmarking
import ProductivityModel

/// The section on a clinician's visits by level.
enum VisitSection {
  /// The blocks; none without visits.
  static func blocks(of clinician: ClinicianResult, in results: RunResults) -> [ReportBlock] {
    let visits = clinician.patterns.visits
    guard !visits.isEmpty else { return [] }
    let shifts = visits.flatMap(shifts)
    return [.table(table(visits, in: results))] + (shifts.isEmpty ? [] : [.list(shifts)]) + [
      .note(ReportNote(.information, PatternWording.rule(results.patternRules))),
      .list(basis(clinician, visits, results)),
    ]
  }

  private static func table(_ visits: [VisitPattern], in results: RunResults) -> ReportTable {
    let hasProfiles = !results.patternRules.profiles.isEmpty
    var columns: [ReportTable.Column] = [
      .words("Code"), .numbers("Level"), .numbers("Visits"), .numbers("Share"), .numbers("Interval", "95 %"),
      .numbers("Peers", "together"),
    ]
    if hasProfiles { columns.append(.numbers("Elsewhere")) }
    columns.append(.words("Flag"))
    let few =
      "too few peers: the share is shown of at least \(CountWording.count(results.minimumPeers, "other")) of the specialty with \(CountWording.count(results.patternRules.review.minimumLines, "such visit")) together"
    let hidden =
      "hidden: fewer than \(results.minimumPeers) of the peers have visits of the level, or it would tell another"
    let groups = visits.map { family in
      ReportTable.Group(
        "\(family.family): \(CellValue.units(family.visits).text)",
        rows: family.levels.map { level in
          var cells = [
            Cell(.literal(level.code)), Cell(.integer(level.level)), Cell(.units(level.visits)),
            Cell(.of(family.share(level), PatternWording.percent, otherwise: "there are no visits")),
            Cell(
              .of(level.interval, { .text(PatternWording.interval($0)) }, otherwise: "there are no visits")),
            Cell(.of(level.peerShare, PatternWording.percent, otherwise: family.peers == nil ? few : hidden)),
          ]
          if hasProfiles {
            cells.append(
              Cell(
                .of(
                  level.profileShare, PatternWording.percent,
                  otherwise: "the profiles have too few such visits of the specialty, or do not name it")))
          }
          return cells + [Cell(.text(level.isForReview ? "review" : ""))]
        })
    }
    return ReportTable("Visits of each kind by level", columns: columns, groups: groups)
  }

  private static func shifts(_ family: VisitPattern) -> [String] {
    let visits = PatternWording.visits(family.visits)
    var sentences: [String] = []
    if let shift = family.peerShift, let peers = family.peers, let peerVisits = family.peerVisits {
      sentences.append(
        "\(family.family): with the levels of \(peers == 1 ? "the one peer" : "the \(CellValue.integer(peers).text) peers") (\(PatternWording.visits(peerVisits))) the same \(visits) would come to \(PatternWording.shift(shift))."
      )
    }
    if let shift = family.profileShift, let profile = family.profile {
      sentences.append(
        "\(family.family): with the levels of \(profile) the same \(visits) would come to \(PatternWording.shift(shift))."
      )
    }
    return sentences
  }

  private static func basis(
    _ clinician: ClinicianResult, _ visits: [VisitPattern], _ results: RunResults
  ) -> [String] {
    var sentences = [
      "Visits: units of service on lines that count under either ledger, reversals taken away. Peers: the other clinicians of \(StandingWording.specialty(clinician.specialty)) in the practice who have such visits, added up; the interval is of chance in this clinician's share alone.",
      "A visit of a level is worth what it comes to in the benchmark ledger, over all clinicians of the practice; the change is for the same number of visits, in the period and not a year.",
    ]
    let profiles = Set(visits.compactMap(\.profile)).sorted()
    if !profiles.isEmpty {
      sentences.append(
        "Elsewhere: \(CountWording.list(profiles)), as the job's profiles give it. A file made from Medicare's public one is of patients with traditional Medicare alone, who are older than a practice's."
      )
    }
    return sentences
  }
}
