import Benchmarking
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Rendering

struct ChartLayoutTests {
  @Test(arguments: ChartSize.allCases)
  func `no text of a chart stands on another or outside, whatever the values`(size: ChartSize) {
    for seed in UInt64(1)...600 {
      var random = RandomChart(seed: seed)
      let chart = random.chart()
      let problems = DrawingLayout(drawing: ChartDrawing.drawing(of: chart, size: size)).problems
      #expect(problems.isEmpty, "seed \(seed), \(size): \(problems.prefix(3)) \(String(describing: chart).prefix(400))")
      if !problems.isEmpty { return }
    }
  }

  @Test func `the check of layouts sees two texts on each other and a text that is outside`() {
    var drawing = Drawing(width: 100, height: 40, title: "t", description: "d")
    drawing.marks = [
      .text("one", DrawingPoint(0, 20), DrawingTextStyle()), .text("two", DrawingPoint(10, 22), DrawingTextStyle()),
      .text("outside", DrawingPoint(90, 20), DrawingTextStyle()),
    ]
    let problems = DrawingLayout(drawing: drawing).problems
    #expect(problems.count == 2)
    #expect(problems.first == "one stands on two")
  }

  private static let points = [(10, 5_120), (25, 6_480), (50, 8_090), (75, 9_950), (90, 12_310)].map {
    SurveyPoint(percent: $0.0, millionths: Int64($0.1) * 1_000_000)
  }

  private func bullets(_ rows: [(value: Int64?, target: Int64?)], _ size: ChartSize) -> Drawing {
    BulletDrawing.drawing(
      of: BulletChart(
        title: "t", description: "d", axis: "wRVUs", legend: "l",
        rows: rows.map {
          BulletChart.Row(
            label: "Chen Wei", value: $0.value.map { $0 * 1_000_000 }, points: Self.points,
            target: $0.target.map { $0 * 1_000_000 }, text: "words")
        }), size: size)
  }

  private func rectangles(_ drawing: Drawing, _ ink: DrawingInk) -> [(x: Double, width: Double)] {
    drawing.marks.compactMap { mark in
      if case .rectangle(let x, _, let width, _, let own) = mark, own == ink { (x, width) } else { nil }
    }
  }

  @Test(arguments: ChartSize.allCases)
  func `bullet bars begin at zero and are as long as their values`(size: ChartSize) throws {
    let bars = rectangles(bullets([(4_000, nil), (8_000, nil), (nil, 9_000)], size), .accent)
    try #require(bars.count == 2)
    #expect(abs(bars[0].x - bars[1].x) < 0.01)
    #expect(abs(bars[1].width / bars[0].width - 2) < 0.01)
  }

  @Test func `a value far beyond everything known ends in an arrow and leaves the bands their room`() throws {
    let drawing = bullets([(900_000, 8_000), (8_000, 8_000)], .wide)
    let band = try #require(rectangles(drawing, .paleBand).first)
    #expect(band.width > 80)
    let arrows = drawing.marks.count { if case .polygon(_, fill: .accent, _) = $0 { true } else { false } }
    #expect(arrows == 1)
  }

  @Test(arguments: ChartSize.allCases)
  func `every value of a strip has a mark, also those that are equal or beyond the scale`(size: ChartSize) {
    let values: [Int64] = [-90_000, 4_000, 8_090, 8_090, 8_090, 8_091, 8_092, 12_000, 900_000]
    let drawing = StripDrawing.drawing(
      of: StripChart(
        title: "t", description: "d", axis: "wRVUs", points: Self.points, others: values.map { $0 * 1_000_000 },
        marked: 8_500_000_000, label: "Chen Wei"), size: size)
    var places: Set<DrawingPoint> = []
    for case .circle(let place, _, fill: .muted, _) in drawing.marks { places.insert(place) }
    // One of the circles is the key's.
    #expect(places.count == values.count - 2 + 1)
    let arrows = drawing.marks.count { if case .polygon(_, fill: .paper, _) = $0 { true } else { false } }
    #expect(arrows == 2 + 1)
    #expect(drawing.marks.contains { if case .text("beyond the scale: 2", _, _) = $0 { true } else { false } })
  }

  @Test func `shares are drawn with a shape for each series, and what is not known as n/a`() {
    let chart = ShareChart(
      title: "t", description: "d", series: ["Chen Wei", "peers", "Medicare"],
      parts: [
        ShareChart.Part(label: "99213", shares: [0.2, 0.4, 0.3]),
        ShareChart.Part(label: "99214", shares: [0.8, nil, 0]),
      ])
    let drawing = ShareDrawing.drawing(of: chart, size: .wide)
    let bars = rectangles(drawing, .accent).filter { $0.width != 20 }
    #expect(bars.count == 2 && abs(bars[1].width / bars[0].width - 4) < 0.01)
    let texts = drawing.marks.compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }
    #expect(texts.contains("80.0%") && texts.contains("n/a") && texts.contains("0.0%"))
    #expect(["Chen Wei", "peers", "Medicare"].allSatisfy(texts.contains))
  }

  @Test(arguments: ChartSize.allCases)
  func `the band through the months has a gap where a month has no days`(size: ChartSize) throws {
    let months = PracticeFixture.range("2026-01-01", "2026-06-30").months.map(\.month)
    var chart = MonthChart(
      title: "t", description: "d", axis: "a",
      points: months.map { month in
        MonthChart.Point(
          month: month, value: month.month == 3 ? nil : WorkRVU(hundredths: 60_000), isPartial: false)
      })
    chart.band = months.map { month in
      month.month == 3 ? [] : Self.points.map { SurveyPoint(percent: $0.percent, millionths: $0.millionths / 12) }
    }
    chart.targets = months.map { month in month.month == 3 ? nil : WorkRVU(hundredths: 70_000) }
    let drawing = MonthDrawing.drawing(of: chart, size: size)
    func spans(_ ink: DrawingInk) -> [ClosedRange<Double>] {
      drawing.marks.compactMap { mark in
        guard case .polygon(let points, fill: let fill, _) = mark, fill == ink, let left = points.map(\.x).min(),
          let right = points.map(\.x).max()
        else { return nil }
        return left...right
      }
    }
    for ink in [DrawingInk.paleBand, .darkBand] {
      let spans = spans(ink)
      try #require(spans.count == 2)
      #expect(spans[0].upperBound < spans[1].lowerBound - 1)
    }
    let dashed = drawing.marks.count { if case .polyline(_, let stroke) = $0 { stroke.isDashed } else { false } }
    #expect(dashed == 2)
    let texts = drawing.marks.compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }
    #expect(texts.contains("target") && texts.contains("survey's median") && texts.contains("10th to 90th"))
  }

  @Test func `names that run from right to left do not turn their neighbours around`() {
    #expect(HTMLText.isolated("חיים כהן") == "\u{2068}חיים כהן\u{2069}")
    #expect(HTMLText.markup("חיים כהן 8,000 <b>") == "<bdi>חיים כהן</bdi> 8,000 &lt;b&gt;")
    #expect(HTMLText.markup("for חיים and  חסן") == "for <bdi>חיים</bdi> and  <bdi>חסן</bdi>")
    #expect(HTMLText.sentence("חיים `כהן x` y") == "<bdi>חיים</bdi> <code><bdi>כהן</bdi> x</code> y")
    #expect(HTMLText.isolated("Chen Wei 8,000") == "Chen Wei 8,000")
  }
}
