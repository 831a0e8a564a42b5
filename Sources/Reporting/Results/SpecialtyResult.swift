import Benchmarking
import ProductivityModel

/// A specialty's clinicians together.
public struct SpecialtyResult: Sendable {
  /// The specialty.
  public var specialty: String
  /// How many clinicians have lines or a roster interval in it.
  public var clinicianCount: Int
  /// Sums over its clinicians.
  public var totals: ProductivityTotals
  /// How many clinicians have an annualised figure.
  public var rankedCount: Int
  /// The distribution of annualised benchmark work RVUs per clinical FTE; nil where too few are ranked to show it.
  public var distribution: SpecialtyDistribution?
  /// The survey's row for the specialty; nil where there is none.
  public var surveyRow: SurveyRow?

  /// A specialty's result.
  public init(
    specialty: String, clinicianCount: Int, totals: ProductivityTotals, rankedCount: Int,
    distribution: SpecialtyDistribution?, surveyRow: SurveyRow?
  ) {
    self.specialty = specialty
    self.clinicianCount = clinicianCount
    self.totals = totals
    self.rankedCount = rankedCount
    self.distribution = distribution
    self.surveyRow = surveyRow
  }
}

/// The practice's own distribution within a specialty: quantiles by definition 7, in work RVUs per clinical FTE a year.
public struct SpecialtyDistribution: Hashable, Sendable {
  /// The mean.
  public var mean: WorkRVU
  /// The 10th, 25th, 50th, 75th and 90th percentiles.
  public var quantiles: [SurveyPoint]

  /// A distribution.
  public init(mean: WorkRVU, quantiles: [SurveyPoint]) {
    self.mean = mean
    self.quantiles = quantiles
  }
}
