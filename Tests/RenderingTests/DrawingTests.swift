import Benchmarking
import ProductivityModel
import Reporting
import Testing

@testable import Rendering

struct DrawingTests {
  private static let points = [(10, 5_120), (25, 6_480), (50, 8_090), (75, 9_950), (90, 12_310)].map {
    SurveyPoint(percent: $0.0, millionths: Int64($0.1) * 1_000_000)
  }

  private func band(_ value: Int64, _ points: [SurveyPoint] = points, _ size: ChartSize = .wide) -> Drawing {
    BandDrawing.drawing(
      of: BandChart(
        title: "t", description: "d", axis: "wRVUs", points: points, value: value * 1_000_000, label: "Chen Wei"),
      size: size)
  }

  private func center(_ drawing: Drawing) throws -> Double {
    let shapes = drawing.marks.compactMap { mark -> [DrawingPoint]? in
      if case .polygon(let points, fill: .accent, _) = mark { points } else { nil }
    }
    let shape = try #require(shapes.first)
    #expect(shapes.count == 1)
    return ((shape.map(\.x).min() ?? 0) + (shape.map(\.x).max() ?? 0)) / 2
  }

  private func bands(_ drawing: Drawing) -> [ClosedRange<Double>] {
    drawing.marks.compactMap { mark in
      if case .rectangle(let x, _, let width, _, .paleBand) = mark { x...(x + width) } else { nil }
    }
  }

  @Test(arguments: ChartSize.allCases)
  func `a value within the published points stands within the band`(size: ChartSize) throws {
    let drawing = band(8_000, Self.points, size)
    #expect(try #require(bands(drawing).first).contains(try center(drawing)))
  }

  @Test(arguments: ChartSize.allCases)
  func `a value beyond the published points stands outside the band, which ends with them`(size: ChartSize) throws {
    let above = band(14_374, Self.points, size)
    #expect(try center(above) > (try #require(bands(above).first?.upperBound)))
    let below = band(4_120, Self.points, size)
    #expect(try center(below) < (try #require(bands(below).first?.lowerBound)))
  }

  @Test(arguments: ChartSize.allCases, [-1_000_000, -500, 0, 5_120, 8_090, 12_310, 25_000, 9_000_000])
  func `nothing is drawn outside the picture and the band never vanishes`(size: ChartSize, value: Int) throws {
    let drawing = band(Int64(value), Self.points, size)
    try expectInside(drawing)
    let band = try #require(bands(drawing).first)
    #expect(band.upperBound - band.lowerBound > size.width / 8)
  }

  @Test(arguments: [[50], [25, 50], [50, 75, 90], Array(1...99)])
  func `any set of published points can be drawn`(percents: [Int]) throws {
    let points = percents.map { SurveyPoint(percent: $0, millionths: Int64($0) * 100_000_000) }
    let drawing = band(6_000, points)
    try expectInside(drawing)
    #expect(bands(drawing).count == (percents.count > 1 ? 1 : 0))
    #expect(drawing.marks.contains { if case .text("median", _, _) = $0 { true } else { false } })
  }

  @Test func `labels of the published points do not overlap`() {
    let close = [(10, 8_000), (25, 8_010), (50, 8_020), (75, 8_030), (90, 12_000)].map {
      SurveyPoint(percent: $0.0, millionths: Int64($0.1) * 1_000_000)
    }
    for size in ChartSize.allCases {
      var spans: [ClosedRange<Double>] = []
      for case .text(let text, let place, let style) in band(9_000, close, size).marks
      where text.hasSuffix("th") || text == "median" {
        let half = TextWidth.of(text, size: style.size) / 2
        let span = (place.x - half)...(place.x + half)
        #expect(!spans.contains { $0.overlaps(span) })
        spans.append(span)
      }
      #expect(!spans.isEmpty)
    }
  }

  @Test func `a long name is cut to fit beside its value`() throws {
    let chart = BandChart(
      title: "t", description: "d", axis: "a", points: Self.points, value: 8_000_000_000,
      label: String(repeating: "Wolfeschlegelsteinhausen ", count: 20))
    for size in ChartSize.allCases { try expectInside(BandDrawing.drawing(of: chart, size: size)) }
  }

  @Test func `months without days are a gap and months in part are hollow`() {
    let months = PracticeFixture.range("2026-01-01", "2026-06-30").months.map(\.month)
    let values: [Int64?] = [100, 120, nil, 90, 95, 100]
    let chart = MonthChart(
      title: "t", description: "d", axis: "a",
      points: zip(months, values).map { month, value in
        MonthChart.Point(month: month, value: value.map { WorkRVU(hundredths: $0 * 100) }, isPartial: month.month == 6)
      })
    for size in ChartSize.allCases {
      let drawing = MonthDrawing.drawing(of: chart, size: size)
      let runs = drawing.marks.compactMap { mark -> Int? in
        if case .polyline(let points, _) = mark { points.count } else { nil }
      }
      #expect(runs == [2, 3])
      let fills = drawing.marks.compactMap { mark -> DrawingInk? in
        if case .circle(_, radius: _, fill: let fill, _) = mark { fill } else { nil }
      }
      #expect(fills == [.accent, .accent, .accent, .accent, .paper])
    }
  }

  @Test(arguments: [[], [nil], [0], [-50, 30], Array(repeating: 5, count: 40)] as [[Int64?]])
  func `any series of months can be drawn`(values: [Int64?]) throws {
    let months = PracticeFixture.range("2026-01-01", "2029-12-31").months.map(\.month)
    let points = zip(months, values).map { month, value in
      MonthChart.Point(month: month, value: value.map { WorkRVU(hundredths: $0) }, isPartial: false)
    }
    let chart = MonthChart(title: "t", description: "d", axis: "a", points: points)
    for size in ChartSize.allCases { try expectInside(MonthDrawing.drawing(of: chart, size: size)) }
  }

  @Test func `every clinician has a mark among the standings, also those off the scale`() throws {
    let values: [Int64] = [-900, 0, 4_000, 8_090, 8_091, 8_092, 8_093, 15_000, 90_000]
    let row = StandingChart.Row(label: "Gastroenterology", points: Self.points, values: values.map { $0 * 1_000_000 })
    let other = StandingChart.Row(
      label: "A specialty with a name that is longer than its column", points: Self.points, values: [1])
    let chart = StandingChart(title: "t", description: "d", axis: "a", legend: "l", rows: [row, other])
    for size in ChartSize.allCases {
      let drawing = StandingDrawing.drawing(of: chart, size: size)
      let marks = drawing.marks.count { mark in
        switch mark {
        case .circle(_, radius: _, fill: .accent, _), .polygon(_, fill: .accent, _): true
        default: false
        }
      }
      #expect(marks == values.count + 1)
      try expectInside(drawing)
    }
  }

  @Test func `an SVG has real text, a title and a description`() {
    let svg = DrawingSVG.element(of: band(8_000), id: "c", cssClass: "wide")
    #expect(svg.contains("role=\"img\" aria-labelledby=\"c-title c-description\""))
    #expect(svg.contains("<title id=\"c-title\">t</title><desc id=\"c-description\">d</desc>"))
    #expect(svg.contains(">8,000.0  Chen Wei</text>"))
  }

  @Test(arguments: [(0.0, 800.0, 4), (4_000, 13_000, 8), (0, 1.9, 6), (-3, 250, 5), (0, 1_234_567, 4), (0, 0.003, 4)])
  func `ticks are round, within the scale and few`(lower: Double, upper: Double, count: Int) {
    let scale = AxisScale(covering: lower, upper, ticks: count, start: 0, end: 500)
    let ticks = scale.ticks(count)
    #expect(scale.lower <= lower && scale.upper >= upper)
    #expect(ticks.count >= 2 && ticks.count <= count + 2)
    #expect(ticks.allSatisfy { $0 >= scale.lower - 1e-9 && $0 <= scale.upper + 1e-9 })
  }

  private func expectInside(_ drawing: Drawing) throws {
    for mark in drawing.marks {
      let places: [DrawingPoint] =
        switch mark {
        case .line(let from, let to, _): [from, to]
        case .polyline(let points, _), .polygon(let points, fill: _, _): points
        case .rectangle(let x, let y, let width, let height, _):
          [DrawingPoint(x, y), DrawingPoint(x + width, y + height)]
        case .circle(let center, radius: _, fill: _, _): [center]
        case .text(let text, let place, let style): Self.ends(of: text, at: place, style)
        }
      for place in places {
        #expect(place.x >= -1 && place.x <= drawing.width + 1, "\(mark)")
        #expect(place.y >= -1 && place.y <= drawing.height + 1, "\(mark)")
      }
    }
  }

  private static func ends(of text: String, at place: DrawingPoint, _ style: DrawingTextStyle) -> [DrawingPoint] {
    let width = TextWidth.of(text, size: style.size, isBold: style.isBold)
    let start =
      switch style.anchor {
      case .start: place.x
      case .middle: place.x - width / 2
      case .end: place.x - width
      }
    return [DrawingPoint(start, place.y), DrawingPoint(start + width, place.y)]
  }
}
