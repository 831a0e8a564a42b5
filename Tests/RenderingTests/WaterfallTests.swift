import ProductivityModel
import Reporting
import Testing

@testable import Rendering

struct WaterfallTests {
  private func chart(_ start: Int64, _ steps: [Int64]) -> WaterfallChart {
    func step(_ label: String, _ whole: Int64) -> WaterfallChart.Step {
      WaterfallChart.Step(label, WorkRVU(millionths: whole * 1_000_000))
    }
    return WaterfallChart(
      title: "t", description: "d", axis: "Work RVUs", start: step("Before", start),
      steps: steps.enumerated().map { step("Step \($0.offset)", $0.element) },
      end: step("After", start + steps.reduce(0, +)))
  }

  private func bars(_ drawing: Drawing, height barHeight: Double) -> [(x: Double, width: Double, ink: DrawingInk)] {
    drawing.marks.compactMap { mark in
      if case .rectangle(let x, _, let width, let height, let ink) = mark, height == barHeight {
        (x, width, ink)
      } else {
        nil
      }
    }
  }

  @Test(arguments: ChartSize.allCases)
  func `each bar begins where the one before ends, as long as its step`(size: ChartSize) throws {
    let drawing = WaterfallDrawing.drawing(of: chart(1_000, [200, -50, -100]), size: size)
    let bars = bars(drawing, height: size == .wide ? 18 : 12)
    #expect(bars.map(\.ink) == [.accent, .muted, .muted])
    try #require(bars.count == 3)
    #expect(abs(bars[0].x + bars[0].width - (bars[1].x + bars[1].width)) < 0.01)
    #expect(abs(bars[1].x - (bars[2].x + bars[2].width)) < 0.01)
    #expect(abs(bars[0].width / bars[1].width - 4) < 0.01)
    #expect(abs(bars[2].width / bars[1].width - 2) < 0.01)
  }

  @Test func `a label that has room is whole, and steps down are open`() {
    var chart = chart(178_000, [-2_153])
    chart.steps[0].label = "Efficiency adjustment"
    let drawing = WaterfallDrawing.drawing(of: chart, size: .wide)
    #expect(drawing.marks.contains { if case .text("Efficiency adjustment", _, _) = $0 { true } else { false } })
    let open = drawing.marks.count { mark in
      if case .rectangle(_, _, let width, let height, .paper) = mark { width > 3 && height < 18 } else { false }
    }
    #expect(open == 1)
  }

  @Test func `a step of nothing has no bar, and its row stays`() {
    let drawing = WaterfallDrawing.drawing(of: chart(1_000, [0, 10]), size: .wide)
    #expect(bars(drawing, height: 18).count == 1)
    #expect(drawing.marks.contains { if case .text("Step 0", _, _) = $0 { true } else { false } })
  }

  @Test(arguments: ChartSize.allCases, [[0], [-5_000, 2], [9_000_000], [1, -1, 1], []] as [[Int64]])
  func `nothing is drawn outside the picture`(size: ChartSize, steps: [Int64]) {
    let drawing = WaterfallDrawing.drawing(of: chart(4_000, steps), size: size)
    for mark in drawing.marks {
      let places: [DrawingPoint] =
        switch mark {
        case .line(let from, let to, _): [from, to]
        case .rectangle(let x, let y, let width, let height, _):
          [DrawingPoint(x, y), DrawingPoint(x + width, y + height)]
        case .text(_, let place, _): [place]
        default: []
        }
      for place in places {
        #expect(place.x >= -1 && place.x <= drawing.width + 1, "\(mark)")
        #expect(place.y >= -1 && place.y <= drawing.height + 1, "\(mark)")
      }
    }
  }

  @Test func `the scale says where it does not begin at zero`() {
    func says(_ start: Int64) -> Bool {
      WaterfallDrawing.drawing(of: chart(start, [10]), size: .wide).marks.contains { mark in
        if case .text(let text, _, _) = mark { text.hasSuffix("does not begin at zero") } else { false }
      }
    }
    #expect(says(1_000))
    #expect(!says(0))
  }
}
