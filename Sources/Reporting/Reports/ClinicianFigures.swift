import Benchmarking
import ProductivityModel

/// A clinician's key figures, for the page and for the summary in plain text.
enum ClinicianFigures {
  /// The figures, the one that is compared first.
  static func figures(of clinician: ClinicianResult, in results: RunResults) -> [KeyFigure] {
    let totals = clinician.totals
    let benchmark = results.benchmarkPolicy.name
    return [
      KeyFigure(
        "Annualised per 1.0 clinical FTE",
        .of(
          clinician.annualizedPerFTE, CellValue.workRVURate,
          otherwise: StandingWording.whyNotAnnualised(clinician) ?? ""),
        "benchmark wRVUs a year, \(clinician.annualizing)", isLeading: true),
      KeyFigure(
        "Per 1.0 clinical FTE",
        .of(clinician.perFTE, CellValue.workRVURate, otherwise: StandingWording.whyNoRate(clinician) ?? ""),
        "benchmark wRVUs in \(CountWording.count(clinician.days, "day"))"),
      KeyFigure("Benchmark ledger", .workRVU(totals.benchmark), "wRVUs under \(benchmark)"),
      KeyFigure("Pay ledger", .workRVU(totals.pay), "wRVUs under \(results.payPolicy.name)"),
    ] + unadjusted(totals) + [
      KeyFigure(
        "Clinical FTE",
        .of(
          clinician.clinicalFTEMillionths, CellValue.clinicalFTE,
          otherwise: StandingWording.whyNoRate(clinician) ?? "clinical FTE is not known"),
        fteDetail(clinician, in: results)),
      KeyFigure(
        "Encounters", .of(totals.encounters, CellValue.integer, otherwise: "some lines have no patient"),
        "\(totals.encounters == 1 ? "patient-day" : "patient-days"), on \(CountWording.count(totals.lines, "line"))"),
      KeyFigure(
        "wRVUs an encounter",
        .of(
          totals.benchmarkPerEncounter, CellValue.workRVU,
          otherwise: totals.encounters == nil ? "some lines have no patient" : "there are no encounters"),
        "benchmark ledger"),
      peers(of: clinician, in: results),
    ] + apart(of: clinician) + clinician.otherPlacements.map(figure)
  }

  /// Work before any rule, where the pay ledger has not the same.
  static func unadjusted(_ totals: ProductivityTotals) -> [KeyFigure] {
    totals.unadjusted == totals.pay
      ? [] : [KeyFigure("Unadjusted", .workRVU(totals.unadjusted), "wRVUs times units, before any rule")]
  }

  /// The work of a ramp, which is in the totals and not in what is compared.
  private static func apart(of clinician: ClinicianResult) -> [KeyFigure] {
    guard let apart = clinician.apart, apart.rampDays > 0 || apart.rampLines > 0 else { return [] }
    return [
      KeyFigure(
        "In the ramp, not compared", .workRVU(apart.rampWork),
        "benchmark wRVUs on \(CountWording.count(apart.rampLines, "line")) in \(CountWording.count(apart.rampDays, "day"))"
      )
    ]
  }

  /// A placement by another metric than work RVUs.
  private static func figure(_ other: MetricPlacement) -> KeyFigure {
    KeyFigure(
      CountWording.sentence(other.row.metric.words) + " per 1.0 clinical FTE",
      .surveyValue(WorkRVU(millionths: other.millionths)),
      "a year; \(PlacementWording.headline(other.placement)) of \(StandingWording.source(other.row))")
  }

  private static func fteDetail(_ clinician: ClinicianResult, in results: RunResults) -> String {
    guard results.hasRoster else { return "taken as 1.0: there is no roster" }
    let days = CountWording.count(clinician.days, "day")
    if let roster = clinician.rosterFTEMillionths {
      return "mean over \(days); \(CellValue.clinicalFTE(roster).text) in the roster, each day counted at most 1.00"
    }
    return results.capsAtFull ? "mean over \(days), each at most 1.0" : "mean over \(days)"
  }

  private static func peers(of clinician: ClinicianResult, in results: RunResults) -> KeyFigure {
    let label = "Rank in this practice"
    guard let peers = clinician.peers else {
      let reason = StandingWording.whyNotRanked(clinician, minimumPeers: results.minimumPeers) ?? ""
      return KeyFigure(label, .notAvailable(reason), "by the annualised figure")
    }
    return KeyFigure(
      label, .rank(peers.rank, of: peers.count),
      "\(StandingWording.sharing(peers).map { "shared \($0) " } ?? "")of \(StandingWording.specialty(clinician.specialty)), by the annualised figure; "
        + "percentile rank \(PlacementWording.cell(peers.percentile))\(interval(of: clinician, in: results))")
  }

  /// The interval of the percentile rank, with its percent.
  private static func interval(of clinician: ClinicianResult, in results: RunResults) -> String {
    guard let confidence = results.peerConfidence else { return "" }
    guard let interval = clinician.peerInterval else { return "" }
    return
      " (\(confidence) % interval \(PlacementWording.cell(interval.lowerBound)) to \(PlacementWording.cell(interval.upperBound)))"
  }
}
