import ProductivityModel

/// The chart and the table of sums by month.
enum MonthSeries {
  /// The days that count in each month for a clinician: employed and not on leave where that is known, else employed.
  static func days(of clinician: ClinicianResult, in results: RunResults) -> [Int] {
    if clinician.monthlyDays.count == results.months.count { return clinician.monthlyDays }
    return days(of: clinician.period, in: results)
  }

  /// The days of a range in each month.
  static func days(of range: DayRange, in results: RunResults) -> [Int] {
    results.months.map { $0.days.intersection(range)?.count ?? 0 }
  }

  /// The benchmark ledger by month.
  static func chart(
    of monthly: [ProductivityTotals], days: [Int], in results: RunResults, title: String
  ) -> MonthChart {
    let points = results.months.indices.map { index in
      let month = results.months[index]
      let totals = index < monthly.count ? monthly[index] : ProductivityTotals()
      let counted = index < days.count ? days[index] : 0
      let isGap = counted == 0 && totals.lines == 0
      return MonthChart.Point(
        month: month, value: isGap ? nil : totals.benchmark, isPartial: !isGap && counted < month.days.count)
    }
    return MonthChart(
      title: title, description: description(of: points), axis: "wRVUs, benchmark ledger", points: points)
  }

  private static func description(of points: [MonthChart.Point]) -> String {
    let known = points.compactMap { point in point.value.map { (month: point.month, value: $0) } }
    guard let first = known.first else { return "No month has days." }
    var (lowest, highest) = (first, first)
    for point in known {
      if point.value < lowest.value { lowest = point }
      if point.value > highest.value { highest = point }
    }
    func words(_ point: (month: YearMonth, value: WorkRVU)) -> String {
      "\(CellValue.workRVU(point.value).text) in \(DateWording.month(point.month))"
    }
    guard known.count > 1 else { return words(first) + "." }
    var text = "\(CountWording.count(known.count, "month")), from \(words(lowest)) to \(words(highest))."
    let gaps = points.count - known.count
    if gaps > 0 { text += " \(CountWording.sentence(CountWording.count(gaps, "month"))) without days." }
    return text
  }

  /// The sums by month with their total, which the months add up to.
  static func table(of monthly: [ProductivityTotals], totals: ProductivityTotals, in results: RunResults) -> ReportTable
  {
    let rows = zip(results.months, monthly).map { month, sums in cells(.month(month), sums) }
    return ReportTable(
      "Sums by month of service",
      columns: [
        .words("Month"), .numbers("Lines"), .numbers("Encounters"), .numbers("Units"), .numbers("wRVUs", "unadjusted"),
        .numbers("wRVUs", "pay"), .numbers("wRVUs", "benchmark"), .numbers("Lines", "without price"),
      ],
      rows: rows, totals: cells(.text("Period"), totals))
  }

  private static func cells(_ name: CellValue, _ totals: ProductivityTotals) -> [Cell] {
    [
      Cell(name),
      Cell(.integer(totals.lines)),
      Cell(.of(totals.encounters, CellValue.integer, otherwise: "some lines have no patient")),
      Cell(.units(totals.units)), Cell(.workRVU(totals.unadjusted)), Cell(.workRVU(totals.pay)),
      Cell(.workRVU(totals.benchmark)), Cell(.integer(totals.unpricedLines)),
    ]
  }
}
