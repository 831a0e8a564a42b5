import Benchmarking
import ProductivityModel

/// A table of clinicians with their placements, each with a small picture on a scale that all rows share.
enum ClinicianTable {
  /// The table.
  ///
  /// - Parameter namesSpecialty: whether the rows are of more than one specialty, so that each says which.
  static func table(
    _ caption: String, of clinicians: [ClinicianResult], namesSpecialty: Bool, in results: RunResults
  ) -> ReportTable {
    let scaled = clinicians.map(scaledStanding)
    let scale = StandingScale.range(points: scaled.compactMap { $0?.points }, values: scaled.compactMap { $0?.value })
    let rows = zip(clinicians, scaled).map { clinician, standing in
      cells(of: clinician, standing: standing, scale: scale, namesSpecialty: namesSpecialty, in: results)
    }
    var columns: [ReportTable.Column] = [.words("Clinician")]
    if namesSpecialty { columns.append(.words("Specialty")) }
    columns += [
      .numbers("cFTE"), .numbers("wRVUs", "benchmark"), .numbers("wRVUs", "a year, 1.0 cFTE"),
      .numbers("Percentile"), .words("Standing", "line: median"), .numbers("Times", "median"),
      .numbers("Rank", "here"),
    ]
    return ReportTable(
      caption, columns: columns, rows: rows, isSortable: clinicians.count > 1,
      notes: [
        "cFTE: clinical FTE. Percentile and standing: the annualised benchmark wRVUs per 1.0 cFTE in the survey's row for the specialty. "
          + "The scale starts at zero; the pale bar spans the published percentiles, the dark one the 25th to 75th; the line is the median, which stands "
          + "at the same place in every row; the diamond is the clinician. \(PlacementWording.note)"
      ])
  }

  private static func scaledStanding(of clinician: ClinicianResult) -> (points: [SurveyPoint], value: Int64)? {
    guard let row = clinician.surveyRow, clinician.placement != nil, let value = clinician.annualizedPerFTE else {
      return nil
    }
    return StandingScale.timesMedian(row, value.millionths)
  }

  private static func cells(
    of clinician: ClinicianResult, standing: (points: [SurveyPoint], value: Int64)?, scale: ClosedRange<Int64>,
    namesSpecialty: Bool, in results: RunResults
  ) -> [Cell] {
    let whyNotPlaced = StandingWording.whyNotPlaced(clinician) ?? "the survey publishes no median"
    let mark = standing.map { standing in
      CellValue.standing(
        StandingMark(
          points: standing.points, value: standing.value, scale: scale,
          text: clinician.placement.map(PlacementWording.headline) ?? ""))
    }
    var cells = [
      Cell(
        .text(clinician.name), link: .clinician(clinician.id),
        detail: clinician.name == clinician.id ? "" : clinician.id)
    ]
    if namesSpecialty {
      cells.append(
        Cell(.text(StandingWording.specialty(clinician.specialty)), link: .specialty(clinician.specialty)))
    }
    let rank = clinician.peers.map { CellValue.rank($0.rank, of: $0.count) }
    return cells + [
      Cell(.of(clinician.clinicalFTEMillionths, CellValue.clinicalFTE, otherwise: "clinical FTE is not known")),
      Cell(.workRVU(clinician.totals.benchmark)),
      Cell(
        .of(
          clinician.annualizedPerFTE, CellValue.workRVURate,
          otherwise: StandingWording.whyNotAnnualised(clinician) ?? "")),
      Cell(percentile(of: clinician, otherwise: whyNotPlaced)),
      Cell(mark ?? .notAvailable(whyNotPlaced)),
      Cell(.of(clinician.placement?.timesMedian, CellValue.ratio, otherwise: whyNotPlaced)),
      Cell(
        rank ?? .notAvailable(StandingWording.whyNotRanked(clinician, minimumPeers: results.minimumPeers) ?? ""),
        detail: clinician.peers.map { $0.sharing > 0 } ?? false ? "shared" : ""),
    ]
  }

  private static func percentile(of clinician: ClinicianResult, otherwise reason: String) -> CellValue {
    guard let placement = clinician.placement else { return .notAvailable(reason) }
    guard placement.position != .ratioOnly else {
      return .notAvailable("the survey publishes too few points to give a percentile")
    }
    return .placement(placement)
  }
}
