import Benchmarking
import ProductivityModel

/// The figures of a scorecard: the month, the year, twelve months, the target, the rate, the ranks, the encounters.
enum ScorecardFigures {
  /// The figures, the one that is compared first.
  static func figures(of clinician: ClinicianResult, goal: GoalStanding?, in results: RunResults) -> [KeyFigure] {
    [
      KeyFigure(
        "A year, per 1.0 cFTE",
        .of(
          clinician.annualizedPerFTE, CellValue.workRVURate,
          otherwise: StandingWording.whyNotAnnualised(clinician) ?? ""),
        "benchmark wRVUs, at \(fte(of: clinician))",
        isLeading: true)
    ] + recent(clinician, in: results) + target(goal) + [
      rank(of: clinician, in: results)
    ] + caseMix(of: clinician) + [
      KeyFigure(
        "Encounters", .of(clinician.totals.encounters, CellValue.integer, otherwise: "some lines have no patient"),
        "patient-days in \(BridgeWording.name(of: results.period))"),
      KeyFigure(
        "wRVUs an encounter",
        .of(
          clinician.totals.benchmarkPerEncounter, CellValue.workRVU,
          otherwise: clinician.totals.encounters == nil ? "some lines have no patient" : "there are no encounters"),
        "benchmark ledger"),
    ]
  }

  /// Clinical FTE, and what the roster has where that is more than is counted.
  private static func fte(of clinician: ClinicianResult) -> String {
    let counted = clinician.clinicalFTEMillionths.map { CellValue.clinicalFTE($0).text } ?? "unknown"
    guard let roster = clinician.rosterFTEMillionths else { return "\(counted) clinical FTE" }
    return "\(counted) clinical FTE (the roster's \(CellValue.clinicalFTE(roster).text) counted at most 1.00 a day)"
  }

  private static func recent(_ clinician: ClinicianResult, in results: RunResults) -> [KeyFigure] {
    guard let recent = clinician.recent else {
      return [
        KeyFigure(
          "wRVUs", .workRVU(clinician.totals.benchmark), "benchmark ledger, \(BridgeWording.name(of: results.period))")
      ]
    }
    func figure(_ label: String, _ pair: RecentWork.Pair) -> KeyFigure {
      KeyFigure(
        label, .of(pair.now.totals?.benchmark, CellValue.workRVU, otherwise: pair.now.gap ?? "it is not known"),
        "benchmark wRVUs, " + RecentWording.detail(pair, \.benchmark))
    }
    return [
      figure("Month", recent.month), figure("Year to date", recent.yearToDate),
      figure("Twelve months", recent.rollingTwelve),
    ]
  }

  private static func target(_ goal: GoalStanding?) -> [KeyFigure] {
    guard let goal else { return [] }
    let target = GoalWording.target(goal.target)
    let words =
      switch GoalWording.standing(of: goal) {
      case .ahead, .onPace, .behind:
        "\(GoalWording.distance(of: goal)), by what is due so far of \(target), \(goal.ledger.rawValue) ledger"
      case .notDue, .unknown: "of \(target), \(goal.ledger.rawValue) ledger"
      case .noTarget: "the target is 0"
      }
    return [KeyFigure("Pace to target", GoalWording.pace(of: goal), words)]
  }

  private static func rank(of clinician: ClinicianResult, in results: RunResults) -> KeyFigure {
    KeyFigure(
      "Rank here",
      .of(
        clinician.peers, { .rank($0.rank, of: $0.count) },
        otherwise: StandingWording.whyNotRanked(clinician, minimumPeers: results.minimumPeers) ?? ""),
      clinician.peers.map { shared($0) + "percentile rank \(PlacementWording.cell($0.percentile)) in the specialty" }
        ?? "")
  }

  /// That a rank is shared, before what else there is to say of it.
  private static func shared(_ standing: PeerStanding) -> String {
    StandingWording.sharing(standing).map { "shared \($0); " } ?? ""
  }

  /// The rank among those who do the most similar work; nothing where they are the whole specialty, or too few.
  private static func caseMix(of clinician: ClinicianResult) -> [KeyFigure] {
    guard let mix = clinician.patterns.caseMix, mix.choosesNearest, let nearest = mix.nearest else { return [] }
    return [
      KeyFigure(
        "Among like case mixes", .rank(nearest.standing.rank, of: nearest.standing.count),
        shared(nearest.standing)
          + "percentile rank \(PlacementWording.cell(nearest.standing.percentile)) among the \(nearest.count) with the most similar work"
      )
    ]
  }
}
