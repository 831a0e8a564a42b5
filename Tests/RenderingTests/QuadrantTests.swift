import Benchmarking
import Reporting
import Testing

@testable import Rendering

struct QuadrantTests {
  private typealias Place = QuadrantChart.Place

  private func drawing(_ points: [(Place, Place)], _ size: ChartSize, gap: Int? = 15) -> Drawing {
    QuadrantDrawing.drawing(
      of: QuadrantChart(
        title: "t", description: "d", legend: "l", acrossAxis: "productivity percentile",
        upAxis: "compensation percentile",
        corners: ["high pay, low work", "high pay, high work", "low pay, low work", "low pay, high work"], gap: gap,
        points: points.enumerated().map {
          QuadrantChart.Point(label: String($0.offset + 1), across: $0.element.0, up: $0.element.1)
        }), size: size)
  }

  private func circles(_ drawing: Drawing) -> [DrawingPoint] {
    drawing.marks.compactMap { if case .circle(let place, _, _, _) = $0 { place } else { nil } }
  }

  private func arrows(_ drawing: Drawing) -> [[DrawingPoint]] {
    drawing.marks.compactMap { if case .polygon(let points, fill: .paper, _) = $0 { points } else { nil } }
  }

  @Test(arguments: ChartSize.allCases)
  func `more work is further right and more pay further up`(size: ChartSize) throws {
    let places = circles(drawing([(.at(20), .at(30)), (.at(80), .at(90))], size))
    try #require(places.count == 2)
    #expect(places[0].x < places[1].x)
    #expect(places[0].y > places[1].y)
  }

  @Test(arguments: ChartSize.allCases)
  func `the medians cross where someone at both medians stands`(size: ChartSize) throws {
    let drawing = drawing([(.at(50), .at(50))], size)
    let place = try #require(circles(drawing).first)
    let medians = drawing.marks.compactMap { mark -> (DrawingPoint, DrawingPoint)? in
      if case .line(let from, let to, let stroke) = mark, stroke.ink == .ink { (from, to) } else { nil }
    }
    #expect(medians.count == 2)
    #expect(medians.contains { abs($0.0.x - place.x) < 0.01 && abs($0.1.x - place.x) < 0.01 })
    #expect(medians.contains { abs($0.0.y - place.y) < 0.01 && abs($0.1.y - place.y) < 0.01 })
  }

  @Test(arguments: ChartSize.allCases)
  func `a bound is an open arrow at the edge that points outward`(size: ChartSize) throws {
    let drawing = drawing([(.above(90), .at(40)), (.at(40), .below(10)), (.below(10), .above(90))], size)
    #expect(circles(drawing).isEmpty)
    let shapes = arrows(drawing)
    try #require(shapes.count == 3)
    // The first point is the tip.
    #expect(shapes[0][0].x > shapes[0][1].x && shapes[0][0].x > shapes[0][2].x)
    #expect(shapes[1][0].y > shapes[1][1].y && shapes[1][0].y > shapes[1][2].y)
    #expect(shapes[2][0].x < shapes[2][1].x && shapes[2][0].y < shapes[2][2].y)
  }

  @Test(
    arguments: ChartSize.allCases,
    [[], [(0, 0), (100, 100)], (0..<60).map { (Double($0 % 7) * 3, Double($0)) }] as [[(Double, Double)]])
  func `nothing is drawn outside the picture, and no number hides another`(
    size: ChartSize, points: [(Double, Double)]
  ) {
    let drawing = drawing(points.map { (.at($0.0), .at($0.1)) } + [(.above(90), .above(90))], size)
    var labels: [(DrawingPoint, Double)] = []
    for mark in drawing.marks {
      let places: [DrawingPoint] =
        switch mark {
        case .line(let from, let to, _): [from, to]
        case .circle(let place, let radius, _, _):
          [DrawingPoint(place.x - radius, place.y - radius), DrawingPoint(place.x + radius, place.y + radius)]
        case .polygon(let points, _, _): points
        case .text(_, let place, _): [place]
        default: []
        }
      if case .text(let text, let place, let style) = mark, style.ink == .ink {
        labels.append((place, TextWidth.of(text, size: style.size)))
      }
      for place in places {
        #expect(place.x >= -1 && place.x <= drawing.width + 1, "\(mark)")
        #expect(place.y >= -1 && place.y <= drawing.height + 1, "\(mark)")
      }
    }
    for (index, own) in labels.enumerated() {
      for other in labels[(index + 1)...] where abs(own.0.y - other.0.y) < 8 {
        #expect(own.0.x + own.1 <= other.0.x + 0.5 || other.0.x + other.1 <= own.0.x + 0.5)
      }
    }
  }
}
