import Benchmarking
import ProductivityModel

/// A clinician's figures in sentences that say what the numbers say and nothing more.
enum ClinicianWording {
  /// A paragraph: what was done, what it is worth, and where that stands.
  static func summary(of clinician: ClinicianResult, in results: RunResults) -> String {
    let totals = clinician.totals
    var work =
      "\(DateWording.within(clinician.period)), \(clinician.name) has \(CountWording.count(totals.lines, "line")) of service"
    if totals.lines > 0, let encounters = totals.encounters {
      work += " in \(CountWording.count(encounters, "encounter"))"
    }
    work +=
      ": \(wRVUs(totals.unadjusted)) before any adjustment, \(CellValue.workRVU(totals.pay).text) in the pay ledger and "
      + "\(CellValue.workRVU(totals.benchmark).text) in the benchmark ledger."
    return ([work] + rates(of: clinician) + standing(of: clinician)).joined(separator: " ")
  }

  private static func rates(of clinician: ClinicianResult) -> [String] {
    guard let fte = clinician.clinicalFTEMillionths, let perFTE = clinician.perFTE else {
      return StandingWording.whyNoRate(clinician).map { ["There is no figure per clinical FTE: \($0)."] } ?? []
    }
    let rate =
      "At \(CellValue.clinicalFTE(fte).text) clinical FTE over \(CountWording.count(clinician.days, "day")), the benchmark "
      + "ledger comes to \(CellValue.workRVURate(perFTE).text) wRVUs per 1.0 clinical FTE"
    guard let annual = clinician.annualizedPerFTE else {
      return [rate + ".", "It is not annualised: \(StandingWording.whyNotAnnualised(clinician) ?? "")."]
    }
    if annual == perFTE, clinician.days >= 365 { return [rate + ", which is a whole year."] }
    return [rate + ", or \(CellValue.workRVURate(annual).text) for a whole year at the same pace."]
  }

  private static func standing(of clinician: ClinicianResult) -> [String] {
    var sentences: [String] = []
    if let placement = clinician.placement, let row = clinician.surveyRow, let value = clinician.annualizedPerFTE {
      sentences.append(self.placement(placement, of: value, in: row))
    }
    if let peers = clinician.peers {
      sentences.append(
        "Among the \(peers.count) clinicians of \(StandingWording.specialty(clinician.specialty)) in this practice with an "
          + "annualised figure, that \(StandingWording.ranks(peers)).")
    }
    return sentences
  }

  /// A placement in a sentence, with the published points that it lies between or beyond.
  static func placement(_ placement: Placement, of value: WorkRVU, in row: SurveyRow) -> String {
    let figure = CellValue.workRVURate(value).text
    var sentence: String
    switch placement.position {
    case .below(let percent):
      sentence =
        "\(figure) is below the lowest point that \(row.survey) \(row.year) \(row.isBlended ? "has" : "publishes") for \(row.specialty), "
        + "\(published(percent, row))"
    case .above(let percent):
      sentence =
        "\(figure) is above the highest point that \(row.survey) \(row.year) \(row.isBlended ? "has" : "publishes") for \(row.specialty), "
        + "\(published(percent, row))"
    case .at:
      sentence =
        "\(figure) stands at the \(PlacementWording.statement(placement)) of \(row.survey) \(row.year) for "
        + "\(row.specialty), \(neighbours(of: value, placement, in: row))"
    case .ratioOnly:
      sentence = "\(row.survey) \(row.year) publishes too few points for \(row.specialty) to give a percentile"
    }
    if let ratio = placement.timesMedian, let median = row.medianMillionths {
      sentence +=
        ", and is \(PlacementWording.ofMedian(ratio, decimals: 2)) the median of "
        + CellValue.surveyValue(WorkRVU(millionths: median)).text
    }
    if placement.isPlateau { sentence += "; neighbouring percentiles share this value, and their middle is given" }
    return sentence + "."
  }

  private static func neighbours(of value: WorkRVU, _ placement: Placement, in row: SurveyRow) -> String {
    if placement.isPlateau { return "the middle of a plateau of its points" }
    let below = row.points.last { $0.millionths <= value.millionths }
    let above = row.points.first { $0.millionths >= value.millionths }
    guard let below, let above, below.millionths != above.millionths else {
      return row.isBlended ? "one of the blend's points" : "one of its published points"
    }
    return
      "between \(row.isBlended ? "the blend's" : "its published") \(published(below.percent, row)) and \(published(above.percent, row))"
  }

  private static func published(_ percent: Int, _ row: SurveyRow) -> String {
    let value = row.millionths(atPercent: percent).map { CellValue.surveyValue(WorkRVU(millionths: $0)).text }
    return "\(PlacementWording.ordinal(percent)) percentile" + (value.map { " (\($0))" } ?? "")
  }

  private static func wRVUs(_ work: WorkRVU) -> String { CellValue.workRVU(work).text + " wRVUs" }
}
