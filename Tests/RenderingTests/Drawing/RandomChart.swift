import Benchmarking
import ProductivityModel
import Reporting
import TestSupport

/// Charts of any kind whose values are as odd as data can be: none, one, many, negative, huge, equal, unknown.
struct RandomChart {
  private static let names = [
    "Adaeze Okafor", "Li", "", "Wolfeschlegelsteinhausenbergerdorff-Montgomery-Featherstonehaugh",
    String(repeating: "Long name ", count: 12), "חיים כהן-לוי", "محمد عبد الله الأنصاري", "歐陽娜娜醫師", "👩🏽‍⚕️ Dr. Müller",
    "<b>&amp;",
  ]

  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func chart() -> ReportChart {
    switch pick([0, 1, 2, 3, 4, 5, 6, 7]) {
    case 0: .bullets(bullets())
    case 1: .strip(strip())
    case 2: .shares(shares())
    case 3: .months(months())
    case 4: .band(band())
    case 5: .waterfall(waterfall())
    case 6: .standings(standings())
    default: .quadrant(quadrant())
    }
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }

  private mutating func count() -> Int { pick([0, 1, 1, 2, 5, 12, 40]) }

  private mutating func words() -> String {
    pick([
      "wRVUs", "annualised wRVUs per 1.0 clinical FTE, as a multiple of the survey's median",
      String(repeating: "x", count: 90),
    ])
  }

  /// Millionths: ordinary, equal, none, negative, tiny or huge.
  private mutating func value() -> Int64 {
    switch pick([0, 0, 0, 1, 2, 3, 4, 5]) {
    case 0: Int64.random(in: 2_000_000_000...16_000_000_000, using: &random)
    case 1: 8_090_000_000
    case 2: 0
    case 3: -Int64.random(in: 1...9_000_000_000, using: &random)
    case 4: Int64.random(in: 1...3_000_000, using: &random)
    default: Int64.random(in: 1_000_000_000_000...900_000_000_000_000, using: &random)
    }
  }

  private mutating func points() -> [SurveyPoint] {
    let percents = pick([[], [50], [25, 50, 75], [10, 25, 50, 75, 90], [20, 80], Array(1...99)] as [[Int]])
    var at = pick([0, 2_000_000_000, 90_000_000_000_000] as [Int64])
    return percents.map { percent in
      at += pick([0, 5_000_000, 1_900_000_000] as [Int64])
      return SurveyPoint(percent: percent, millionths: at)
    }
  }

  private mutating func bullets() -> BulletChart {
    BulletChart(
      title: "t", description: "d", axis: words(), legend: "l",
      rows: (0..<count()).map { _ in
        let value: Int64? = pick([true, true, false]) ? value() : nil
        return BulletChart.Row(
          label: pick(Self.names), value: value, points: points(), target: pick([true, false]) ? self.value() : nil,
          text: value.map { CellValue.workRVURate(WorkRVU(millionths: $0)).text + ", above the 90th percentile" }
            ?? "n/a")
      })
  }

  private mutating func strip() -> StripChart {
    StripChart(
      title: "t", description: "d", axis: words(), points: points(),
      others: (0..<(count() * pick([1, 1, 50]))).map { _ in value() }.sorted(),
      marked: pick([true, false]) ? value() : nil, label: pick(Self.names))
  }

  private mutating func shares() -> ShareChart {
    let series = pick([0, 1, 2, 3, 7])
    return ShareChart(
      title: "t", description: "d", series: (0..<series).map { _ in pick(Self.names) },
      parts: (0..<count()).map { _ in
        ShareChart.Part(
          label: pick(Self.names + ["99214"]),
          shares: (0..<pick([series, series, 0])).map { _ in pick([nil, 0, 0.00001, 0.31, 1, 0.9999]) })
      })
  }

  private mutating func months() -> MonthChart {
    let count = pick([0, 1, 2, 9, 12, 24, 40, 130])
    var month = YearMonth(containing: CalendarDate(daysSinceEpoch: pick([19_723, 19_875, 20_028, 20_058])))
    var points: [MonthChart.Point] = []
    for _ in 0..<count {
      let value = pick([true, true, false]) ? WorkRVU(millionths: value()) : nil
      points.append(MonthChart.Point(month: month, value: value, isPartial: pick([true, false])))
      month = month.next
    }
    var chart = MonthChart(title: "t", description: "d", axis: words(), points: points)
    if pick([true, false]) { chart.band = (0..<pick([count, count / 2])).map { _ in self.points() } }
    if pick([true, false]) {
      chart.targets = (0..<count).map { _ in pick([true, false]) ? WorkRVU(millionths: value()) : nil }
    }
    return chart
  }

  private mutating func band() -> BandChart {
    BandChart(title: "t", description: "d", axis: words(), points: points(), value: value(), label: pick(Self.names))
  }

  private mutating func waterfall() -> WaterfallChart {
    func step(_ label: String, _ amount: Int64) -> WaterfallChart.Step {
      WaterfallChart.Step(label, WorkRVU(millionths: amount))
    }
    let steps = (0..<count()).map { _ in step(pick(Self.names), value() / 100) }
    let start = value()
    return WaterfallChart(
      title: "t", description: "d", axis: words(), start: step(pick(Self.names), start), steps: steps,
      end: step(pick(Self.names), start + steps.reduce(0) { $0 + $1.amount.millionths }))
  }

  private mutating func standings() -> StandingChart {
    StandingChart(
      title: "t", description: "d", axis: words(), legend: "l",
      rows: (0..<count()).map { _ in
        var points = points()
        if !points.contains(where: { $0.percent == 50 && $0.millionths > 0 }) {
          points = [SurveyPoint(percent: 50, millionths: 8_000_000_000)]
        }
        return StandingChart.Row(
          label: pick(Self.names), points: points, values: (0..<count()).map { _ in value() }.sorted())
      })
  }

  private mutating func quadrant() -> QuadrantChart {
    func place() -> QuadrantChart.Place {
      pick([.below(10), .above(90), .at(50), .at(Double.random(in: 0...100, using: &random))])
    }
    return QuadrantChart(
      title: "t", description: "d", legend: "l", acrossAxis: words(), upAxis: words(),
      corners: pick([[], (0..<4).map { _ in pick(Self.names + ["high pay, low work"]) }]), gap: pick([nil, 15]),
      points: (0..<count()).map { QuadrantChart.Point(label: String($0 + 1), across: place(), up: place()) })
  }
}
