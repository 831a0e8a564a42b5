import ProductivityModel

/// Where the practice stands, in a row of figures: its work, its month, who is placed, who is on pace.
enum PracticeFigures {
  /// The figures.
  ///
  /// - Parameter month: the practice's month, where it is known of somebody.
  static func figures(of results: RunResults, month: MonthlySums.Window?) -> [KeyFigure] {
    let totals = ProductivityTotals.sum(of: results.specialties.map(\.totals))
    var figures = [
      KeyFigure(
        "Benchmark ledger", .workRVU(totals.benchmark),
        "wRVUs on \(CountWording.count(totals.lines, "line")) in the period", isLeading: true)
    ]
    if let month {
      figures.append(
        KeyFigure(
          month.label,
          .of(month.now?.benchmark, CellValue.workRVU, otherwise: month.gap ?? "it is not known of everyone"),
          "benchmark wRVUs, \(BridgeWording.name(of: month.days)); \(month.change(\.benchmark))"))
    }
    let placed = PlacedWording(results.clinicians)
    figures.append(
      KeyFigure(
        "Placed in a survey", .integer(placed.placed),
        placed.all == 0
          ? "there are no clinicians"
          : "of \(placed.count(placed.all))\(placed.placed == 0 ? "" : ", \(placed.above) at or above the median")"))
    if !results.goals.isEmpty {
      let standings = results.goals.map(GoalWording.standing)
      let behind = standings.count { $0 == .behind }
      let unknown = standings.count { $0 == .unknown }
      figures.append(
        KeyFigure(
          "On pace or ahead", .integer(results.goals.count - behind - unknown),
          "of \(results.goals.count) with a target; \(behind) behind"
            + (unknown > 0 ? ", of \(unknown) it is not known" : "")))
    }
    return figures
  }
}
