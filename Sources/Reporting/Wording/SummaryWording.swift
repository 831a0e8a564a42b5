import Benchmarking
import Compensation
import ProductivityModel

/// One paragraph for each report, made from its numbers, that says no more than they do.
enum SummaryWording {
  /// The practice: its work, its specialties, who is placed where.
  static func practice(_ totals: ProductivityTotals, in results: RunResults) -> String {
    let counted = PeopleCounted(in: results)
    let people = counted.known.count
    guard !results.clinicians.isEmpty else {
      return "No clinician has lines or an interval of the roster in the period."
    }
    var sentences = [
      "\(CountWording.sentence(CountWording.count(people, "clinician"))) in \(CountWording.count(counted.specialties, "specialty", "specialties"))\(counted.unknownWords(" and ")) \(people == 1 && counted.unknown.isEmpty ? "has" : "have") \(CellValue.workRVU(totals.benchmark).text) wRVUs in the benchmark ledger and \(CellValue.workRVU(totals.pay).text) in the pay ledger, on \(CountWording.count(totals.lines, "line"))."
    ]
    sentences.append(PlacedWording(results.clinicians).sentence)
    return (sentences + [dataQuality(of: results)]).joined(separator: " ")
  }

  /// A specialty: how many, their median beside the survey's, how they spread.
  static func specialty(_ specialty: SpecialtyResult, _ clinicians: [ClinicianResult], in results: RunResults) -> String
  {
    let name = StandingWording.specialty(specialty.specialty)
    var sentences = [
      "\(CountWording.sentence(CountWording.count(specialty.clinicianCount, "clinician"))) of \(name) \(specialty.clinicianCount == 1 ? "has" : "have") \(CellValue.workRVU(specialty.totals.benchmark).text) benchmark wRVUs."
    ]
    if let median = specialty.distribution?.quantiles.first(where: { $0.percent == 50 }) {
      var text =
        "The median of the practice is \(CellValue.workRVURate(WorkRVU(millionths: median.millionths)).text) wRVUs a year per 1.0 clinical FTE"
      if let row = specialty.surveyRow, let published = row.medianMillionths, published > 0 {
        text +=
          ", \(PlacementWording.ofMedian(Double(median.millionths) / Double(published), decimals: 2)) the median of \(row.survey) \(row.year), \(CellValue.surveyValue(WorkRVU(millionths: published)).text)"
      }
      sentences.append(text + ".")
    } else if let why = StandingWording.whyNoDistribution(specialty, minimumPeers: results.minimumPeers) {
      sentences.append("The practice's own distribution is not shown: \(why).")
    }
    return (sentences + [PlacedWording(clinicians).sentence]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What became of the records.
  static func dataQuality(of results: RunResults) -> String {
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    guard records > 0 else { return "No records were read." }
    let credited = results.controlTotals.reduce(0) { $0 + $1[.credited] }
    let rejected = results.controlTotals.reduce(0) { $0 + $1[.rejected] }
    let outside = results.controlTotals.reduce(0) { $0 + $1[.outOfPeriod] }
    let whole = outside == 0 ? "" : ", \(CellValue.integer(outside).text) of them \(results.outside)"
    let lost = rejected == 0 ? "none was" : rejected == 1 ? "1 was" : "\(CellValue.integer(rejected).text) were"
    return
      "\(CountWording.sentence(CountWording.count(records, "record"))) \(records == 1 ? "was" : "were") read\(whole); \(credited == 0 ? "none" : CellValue.integer(credited).text) earned work and \(lost) rejected. \(results.findingCounts.sentence)"
  }

  /// Pay: earned, paid, owed, reviewed.
  static func compensation(_ results: CompensationResults) -> String {
    let total = BudgetSum.total(of: results)
    let reviewed = results.clinicians.count { !($0.alignment?.flags ?? []).isEmpty }
    let told = results.clinicians.count { !$0.statements.isEmpty }
    let untold = total.clinicians - told
    var text =
      told == 0
      ? "What \(CountWording.count(untold, "clinician")) with a plan earned cannot be told; the findings say why"
      : "\(CountWording.sentence(CountWording.count(told, "clinician"))) with a statement earned \(PayWording.dollars(total.balance.earned)) and \(told == 1 ? "was" : "were") paid \(PayWording.dollars(total.balance.paid)); \(PayWording.dollars(total.balance.closing)) is owed"
    if told > 0, untold > 0 {
      text +=
        ". What \(CountWording.count(untold, "clinician")) more with a plan earned cannot be told, and is in no sum"
    }
    if total.projected > 0 {
      text +=
        ". The measurement year is expected to come to \(PayWording.dollars(total.expected)) for the \(total.projected == 1 ? "one who is" : "\(total.projected) who are") projected"
    }
    if results.clinicians.contains(where: { $0.alignment != nil }) {
      text +=
        reviewed == 0
        ? ". Nobody's pay needs a look beside productivity"
        : ". \(CountWording.sentence(CountWording.count(reviewed, "clinician"))) \(reviewed == 1 ? "has" : "have") something to look at beside productivity"
    }
    return text + "."
  }
}
