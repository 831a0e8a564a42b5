import Benchmarking
import Compensation
import Ingest
import ProductivityModel
import Reporting

extension ResultsAssembly {
  /// Sets pay beside productivity, and projects each clinician's year by the methods that the job names.
  mutating func aligned(
    _ results: CompensationResults, _ candidates: [Candidate], _ clinicians: [ClinicianResult]
  ) -> CompensationResults {
    guard let entry = inputs.job.compensation else { return results }
    var results = results
    var rules = entry.alignment.rules
    rules.minimumRespondents = inputs.job.minimumRespondents
    results.alignmentRules = rules
    results.alignsPaid = entry.alignment.pay == .paid
    results.capsAtFull = inputs.job.time.rules.capsAtFull
    let paces = Paces(inputs)
    let places = Dictionary(grouping: candidates.indices.filter { candidates[$0].isKnown }) { candidates[$0].id }
    for index in results.clinicians.indices {
      let clinician = results.clinicians[index]
      let own = places[clinician.id] ?? []
      // Who stands in several specialties is aligned in that under which the plans have the clinician.
      let place = own.first { candidates[$0].specialty == clinician.specialty } ?? own.first
      results.clinicians[index].alignment = alignment(
        of: clinician, place.map { (candidates[$0], clinicians[$0]) }, rules, entry.alignment.pay)
      guard !clinician.statements.isEmpty else { continue }
      let season = paces.shares(for: clinician.specialty, split: place.flatMap { candidates[$0].split })
      for method in entry.projections {
        do throws(ProjectionRefusal) {
          results.clinicians[index].projections.append(
            try YearProjection.project(clinician.member, through: results.period.last, by: method, season: season))
        } catch {
          results.clinicians[index].projectionRefusals.append(CompensationResults.RefusedProjection(method, error))
        }
      }
    }
    return results
  }

  private mutating func alignment(
    of clinician: CompensationResults.Clinician, _ place: (candidate: Candidate, result: ClinicianResult)?,
    _ rules: AlignmentRules, _ pay: Job.CompensationEntry.Alignment.Pay
  ) -> ClinicianAlignment {
    var rate = PayRate(
      clinician.statements, of: clinician.member, basis: pay == .paid ? .paid : .earned,
      capsAtFull: inputs.job.time.rules.capsAtFull)
    // Clinical FTE would make pay for 1.0 too high.
    if clinician.totalFTEMillionths == nil { rate?.fteDays = 0 }
    guard let place else {
      return ClinicianAlignment(
        clinicianID: clinician.id, pay: rate, work: nil, payRow: .none, rateRow: .none, rules: rules)
    }
    let work = place.result.annualizedPerFTE.flatMap { value in
      place.result.surveyRow.flatMap { row in
        place.result.placement.map {
          Compensation.SurveyStanding(millionths: value.millionths, row: row, placement: $0)
        }
      }
    }
    return ClinicianAlignment(
      clinicianID: clinician.id, pay: rate, work: work,
      payRow: surveys.offer(for: place.candidate, by: .totalCompensation, findings: &findings),
      rateRow: surveys.offer(for: place.candidate, by: .compensationPerWorkRVU, findings: &findings), rules: rules)
  }
}
