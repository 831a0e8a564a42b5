extension PercentileFallacy {
  /// The fallacies among the rows of a file: of each survey, specialty, region and kind of provider the three metrics are
  /// held against each other.
  ///
  /// - Complexity: O(n) in the rows.
  public static func all(in rows: [SurveyRow]) -> [PercentileFallacy] {
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
        survey: row.survey, year: row.year, dataYear: row.dataYear, specialty: SpecialtyNames.normalized(row.specialty),
        region: SpecialtyNames.normalized(row.region), providerType: SpecialtyNames.normalized(row.providerType))
      if cells[cell] == nil { order.append(cell) }
      if cells[cell]?[row.metric] == nil { cells[cell, default: [:]][row.metric] = row }
    }
    return order.compactMap { cell in
      guard let rows = cells[cell], let total = rows[.totalCompensation], let work = rows[.workRVU],
        let rate = rows[.compensationPerWorkRVU]
      else { return nil }
      return found(in: total, work, rate)
    }
  }
}
