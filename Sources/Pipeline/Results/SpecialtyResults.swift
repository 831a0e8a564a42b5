import Benchmarking
import ProductivityModel
import Reporting

/// Makes each specialty's sums and distribution from its clinicians.
enum SpecialtyResults {
  /// The specialties by name.
  ///
  /// - Parameters:
  ///   - cohorts: the annualised figures of each specialty.
  ///   - rows: the survey's row of each.
  static func results(
    _ clinicians: [ClinicianResult], cohorts: [String: [Int64]], rows: [String: SurveyRow], minimumPeers: Int
  ) -> [SpecialtyResult] {
    let groups = Dictionary(grouping: clinicians.indices) { clinicians[$0].specialty }
    return groups.sorted { $0.key < $1.key }.map { specialty, members in
      let cohort = cohorts[specialty] ?? []
      return SpecialtyResult(
        specialty: specialty, clinicianCount: members.count,
        totals: ProductivityTotals.sum(of: members.map { clinicians[$0].totals }), rankedCount: cohort.count,
        distribution: distribution(cohort, minimumPeers), surveyRow: rows[specialty])
    }
  }

  private static func distribution(_ cohort: [Int64], _ minimumPeers: Int) -> SpecialtyDistribution? {
    let sample = OrderedSample(cohort)
    guard cohort.count - 1 >= minimumPeers, let mean = SampleMoments(of: sample)?.mean else { return nil }
    let quantiles = [10, 25, 50, 75, 90].compactMap { percent in
      QuantileDefinition.standard.value(at: Percent(percent), of: sample).map {
        SurveyPoint(percent: percent, millionths: $0)
      }
    }
    return SpecialtyDistribution(mean: WorkRVU(millionths: mean), quantiles: quantiles)
  }
}
