import Benchmarking
import ProductivityModel
import Reporting

/// What a quantity by month is measured against: the survey's percentiles and the target of each month.
///
/// Both are steps, a step a month, since each month has its own days; nothing is drawn between months that have none.
struct MonthBandDrawing {
  let chart: MonthChart
  /// The middle of a month.
  let x: (Int) -> Double
  /// The width of a month.
  let spacing: Double
  let y: AxisScale

  /// Every quantity that the scale has to cover.
  static func values(of chart: MonthChart) -> [Double] {
    chart.band.flatMap { $0.map { Double($0.millionths) / 1_000_000 } }
      + chart.targets.compactMap { $0?.asDouble }
  }

  /// Adds the bands and the median, which stand behind the quantity.
  func addBands(to marks: inout [DrawingMark]) {
    addBand(.paleBand, to: &marks) { points in
      guard let first = points.first, let last = points.last, points.count > 1 else { return nil }
      return (first.millionths, last.millionths)
    }
    addBand(.darkBand, to: &marks) { points in
      guard let lower = points.first(where: { $0.percent == 25 }), let upper = points.first(where: { $0.percent == 75 })
      else { return nil }
      return (lower.millionths, upper.millionths)
    }
    let medians = months(chart.band) { points in points.first { $0.percent == 50 }?.millionths }
    for run in steps(medians) { marks.append(.polyline(run, DrawingStroke(.ink, width: 1.25))) }
  }

  /// Adds the targets, which stand before the bands and behind the quantity.
  func addTargets(to marks: inout [DrawingMark]) {
    for run in steps(months(chart.targets) { $0?.millionths }) {
      marks.append(.polyline(run, DrawingStroke(.ink, width: 2.5, isDashed: true)))
    }
  }

  /// What the marks mean.
  static func keyItems(of chart: MonthChart) -> [(symbol: DrawingKey.Symbol, name: String)] {
    var items: [(symbol: DrawingKey.Symbol, name: String)] = []
    let hasTargets = chart.targets.contains { $0 != nil }
    let points = chart.band.first { !$0.isEmpty } ?? []
    guard hasTargets || !points.isEmpty else { return [] }
    items.append((.line, "the month's work"))
    if hasTargets { items.append((.dashed, "target")) }
    if points.contains(where: { $0.percent == 50 }) { items.append((.thin, "survey's median")) }
    return items + BandDrawing.keyItems(of: points)
  }

  private func months<Value>(_ values: [Value], _ value: (Value) -> Int64?) -> [Int64?] {
    chart.points.indices.map { $0 < values.count ? value(values[$0]) : nil }
  }

  private func edge(_ index: Int) -> (left: Double, right: Double) {
    (x(index) - spacing / 2, x(index) + spacing / 2)
  }

  /// A line of steps for each run of months that have a value.
  private func steps(_ values: [Int64?]) -> [[DrawingPoint]] {
    var runs: [[DrawingPoint]] = []
    var run: [DrawingPoint] = []
    for (index, value) in values.enumerated() {
      guard let value else {
        if !run.isEmpty { runs.append(run) }
        run = []
        continue
      }
      if run.isEmpty { run.reserveCapacity((values.count - index) * 2) }
      let height = y(Double(value) / 1_000_000)
      let (left, right) = edge(index)
      run.append(DrawingPoint(left, height))
      run.append(DrawingPoint(right, height))
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  private func addBand(
    _ ink: DrawingInk, to marks: inout [DrawingMark], _ ends: ([SurveyPoint]) -> (Int64, Int64)?
  ) {
    let pairs = chart.points.indices.map { $0 < chart.band.count ? ends(chart.band[$0]) : nil }
    for (lower, upper) in zip(steps(pairs.map { $0?.0 }), steps(pairs.map { $0?.1 })) {
      // The edges are seen where the band is too pale to be.
      marks.append(.polygon(lower + upper.reversed(), fill: ink, DrawingStroke(ink, width: 0)))
      marks.append(.polyline(lower, DrawingStroke(.muted, width: 0.75)))
      marks.append(.polyline(upper, DrawingStroke(.muted, width: 0.75)))
    }
  }
}
