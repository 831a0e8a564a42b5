import Ingest
import Pipeline
import ProductivityModel
import Reporting

extension LedgerEntry {
  /// What a ledger keeps of a run's results.
  ///
  /// - Parameters:
  ///   - output: the folder that the output is for.
  ///   - manifest: the SHA-256 of its manifest.
  ///   - arguments: what of the command line decides the output.
  init(
    _ results: RunResults, _ inputs: RunInputs, version: String, output: String, manifest: String, arguments: [String]
  ) {
    self.init(
      practice: results.practice, period: results.period, program: version, job: inputs.job.path,
      arguments: arguments, payPolicy: results.payPolicy.name, benchmarkPolicy: results.benchmarkPolicy.name,
      output: output, manifestSHA256: manifest)
    self.inputs =
      [Input(role: "job", path: inputs.job.path, size: Int64(inputs.job.size), sha256: inputs.job.sha256)]
      + results.inputs.filter { $0.role != "job" }.map {
        Input(role: $0.role, path: $0.name, size: Int64($0.size), sha256: $0.sha256)
      }
    files = results.controlTotals.map { totals in
      FileTotals(
        file: totals.file, records: totals.records,
        counts: Dictionary(uniqueKeysWithValues: Fate.allCases.map { ($0, totals[$0]) }), units: totals.units,
        charge: totals.charge)
    }
    findings = results.findings
    months = results.clinicians.flatMap { Self.months(of: $0, in: results) }
    standings = results.clinicians.map { Self.standing(of: $0, in: results) }
  }

  static func months(of clinician: ClinicianResult, in results: RunResults) -> [Month] {
    zip(results.months, clinician.monthly).enumerated().map { index, pair in
      let (month, totals) = pair
      return Month(
        clinician: clinician.id, specialty: clinician.specialty, month: month, lines: totals.lines,
        encounters: totals.encounters, units: totals.units, charge: totals.charge, unadjusted: totals.unadjusted,
        pay: totals.pay, benchmark: totals.benchmark, unpricedLines: totals.unpricedLines,
        fteDays: index < clinician.monthlyFTEDays.count ? clinician.monthlyFTEDays[index] : nil)
    }
  }

  private static func standing(of clinician: ClinicianResult, in results: RunResults) -> Standing {
    var standing = Standing(
      clinician: clinician.id, name: clinician.name, specialty: clinician.specialty, days: clinician.days)
    standing.clinicalFTE = clinician.clinicalFTEMillionths
    standing.annualised = clinician.annualizedPerFTE
    if let placement = clinician.placement, let row = clinician.surveyRow {
      standing.survey = "\(row.survey) \(row.year)"
      let text = CellValue.placement(placement).dataText
      standing.percentile = text.isEmpty ? nil : text
      standing.timesMedian = placement.timesMedian
    }
    standing.rank = clinician.peers.map { ($0.rank, of: $0.count) }
    // Pay is a person's, whatever the specialties: it stands with the first of them.
    let isFirst = results.clinicians.first { $0.id == clinician.id }?.specialty == clinician.specialty
    if isFirst, let paid = results.compensation?.clinicians.first(where: { $0.id == clinician.id }) {
      let total = PayBalance(of: paid.statements).total
      standing.pay = Pay(opening: total.opening, earned: total.earned, paid: total.paid, closing: total.closing)
    }
    return standing
  }
}
