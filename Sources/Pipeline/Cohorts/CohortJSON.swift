import Benchmarking
import Foundation
import ProductivityModel

extension CohortResult {
  /// The distributions as JSON: exact decimals as numbers, members sorted by name; hidden groups by name alone.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // The values below are texts, numbers and lists of them, which always can be encoded.
    return ((try? encoder.encode(Document(self))).map { Array($0) } ?? []) + [0x0A]
  }

  private struct Document: Encodable {
    var schema_version = 1
    var survey: String
    var year: Int
    var data_year: Int?
    var metric: String
    var unit: String
    var caution: String
    var basis: String
    var minimum_n: Int
    var seed: UInt64?
    var groups: [Group]
    var hidden: [Name]
    var hides_total: Bool

    init(_ result: CohortResult) {
      survey = result.title.survey
      year = result.title.year
      data_year = result.title.dataYear
      metric = result.title.metric.rawValue
      unit = result.title.metric.unit
      caution = result.caution
      basis = result.basis
      minimum_n = result.method.suppression.minimum
      seed = result.method.bootstrap?.seed
      groups = result.cohort.distributions.map(Group.init)
      hidden = result.cohort.hidden.map { Name($0.key) }
      hides_total = result.cohort.hidesTotal
    }
  }

  private struct Name: Encodable {
    var specialty: String
    var region: String
    var provider_type: String

    init(_ key: CohortKey) { (specialty, region, provider_type) = (key.specialty, key.region, key.providerType) }
  }

  private struct Group: Encodable {
    var group: Name
    var n: Int
    var weight: Int64?
    var organisations: Int?
    var mean: Decimal?
    var sd: Decimal?
    var percentiles: [Point]

    init(_ distribution: CohortDistribution) {
      group = Name(distribution.key)
      n = distribution.people
      weight = distribution.weight
      organisations = distribution.organisations
      mean = CohortResult.decimal(distribution.mean)
      sd = CohortResult.decimal(distribution.standardDeviation)
      percentiles = distribution.quantiles.map(Point.init)
    }
  }

  private struct Point: Encodable {
    var percent: Int
    var value: Decimal?
    var standard_error: Decimal?
    var low: Decimal?
    var high: Decimal?

    init(_ quantile: CohortDistribution.Quantile) {
      percent = quantile.percent
      value = CohortResult.decimal(quantile.millionths)
      standard_error = CohortResult.decimal(quantile.standardError)
      low = CohortResult.decimal(quantile.interval?.lowerBound)
      high = CohortResult.decimal(quantile.interval?.upperBound)
    }
  }

  private static func decimal(_ value: Int64?) -> Decimal? {
    value.flatMap { Decimal(string: DecimalText.plain($0, scale: 6)) }
  }
}
