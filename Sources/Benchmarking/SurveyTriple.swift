/// The three metrics of pay and work that a survey publishes of one cell: a specialty, region and kind of provider.
public struct SurveyTriple: Hashable, Sendable {
  /// The row of total compensation.
  public let total: SurveyRow
  /// The row of work RVUs.
  public let work: SurveyRow
  /// The row of compensation per work RVU.
  public let rate: SurveyRow

  /// The most by which the median rate may differ from the quotient of the medians, as a factor, before it is doubted.
  ///
  /// The two are not the same, and in no published survey far apart.
  public static let mostFactor: Int128 = 3

  /// The triples among the rows of a file, in the order of their first rows; of several rows of one metric and cell the first.
  ///
  /// - Complexity: O(n) in the rows.
  public static func all(in rows: [SurveyRow]) -> [SurveyTriple] {
    struct Cell: Hashable {
      var survey: String
      var year: Int
      var dataYear: Int?
      var specialty: String
      var region: String
      var providerType: String
    }
    var cells: [Cell: [SurveyMetric: SurveyRow]] = [:]
    var order: [Cell] = []
    for row in rows {
      let cell = Cell(
        survey: row.survey, year: row.year, dataYear: row.dataYear,
        specialty: SpecialtyNames.normalized(row.specialty), region: SpecialtyNames.normalized(row.region),
        providerType: SpecialtyNames.normalized(row.providerType))
      if cells[cell] == nil { order.append(cell) }
      if cells[cell]?[row.metric] == nil { cells[cell, default: [:]][row.metric] = row }
    }
    return order.compactMap { cell in
      guard let rows = cells[cell], let total = rows[.totalCompensation], let work = rows[.workRVU],
        let rate = rows[.compensationPerWorkRVU]
      else { return nil }
      return SurveyTriple(total: total, work: work, rate: rate)
    }
  }

  /// Whether the median rate is so far from the quotient of the other medians that one of the three is likely another's;
  /// false where a median is not published.
  public var isImplausible: Bool {
    guard let total = total.medianMillionths, let work = work.medianMillionths, let rate = rate.medianMillionths,
      work > 0, total > 0, rate > 0, total < 1 << 56, work < 1 << 56, rate < 1 << 56
    else { return false }
    // rate / 10^6 against total / work, both sides times 10^6 x work.
    let (given, quotient) = (Int128(rate) * Int128(work), Int128(total) * 1_000_000)
    return given > quotient * Self.mostFactor || given * Self.mostFactor < quotient
  }
}

extension PercentileFallacy {
  /// The fallacies among the rows of a file.
  public static func all(in rows: [SurveyRow]) -> [PercentileFallacy] {
    SurveyTriple.all(in: rows).compactMap { found(in: $0.total, $0.work, $0.rate) }
  }
}
