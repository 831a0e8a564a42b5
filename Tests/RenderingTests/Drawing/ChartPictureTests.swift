import Reporting
import Testing

@testable import Rendering

@Suite struct `A picture of charts that stands by itself` {
  private static func bars(_ title: String, _ rows: Int) -> ReportChart {
    .bullets(
      BulletChart(
        title: title, description: "d", axis: "seconds", legend: "",
        rows: (1...rows).map {
          BulletChart.Row(label: "row <\($0)>", value: Int64($0) * 1_000_000, points: [], target: nil, text: "\($0) s")
        }))
  }

  private static let picture = ChartPicture.svg(
    of: [bars("First & only", 2), bars("Second", 3)], title: "Two < three", note: ["where it was measured"])

  @Test func `is well formed, with every chart, title and note`() throws {
    #expect(try MarkupCheck(Self.picture).problems == [])
    for text in ["Two &lt; three", "First &amp; only", "Second", "row &lt;3&gt;", "where it was measured"] {
      #expect(Self.picture.contains(text), "\(text)")
    }
    #expect(Self.picture.matches(of: #/<svg /#).count == 3)
  }

  @Test func `has the colours of the pages, for light and dark screens, and no more of their style`() {
    for ink in ["ink", "muted", "rule", "pale", "dark", "accent", "paper"] {
      #expect(ChartPicture.style.contains(".f-\(ink) { fill: var(--\(ink)); }"), "\(ink)")
      #expect(ChartPicture.style.matches(of: #/\n *--([a-z]+): /#).count { $0.1 == ink } == 2, "\(ink)")
    }
    #expect(ChartPicture.style.contains("prefers-color-scheme: dark"))
    #expect(!ChartPicture.style.contains("body"))
  }

  @Test func `has room for all of its charts`() throws {
    let height = try #require(Self.picture.firstMatch(of: /viewBox="0 0 872 ([0-9.]+)"/).flatMap { Double($0.1) })
    let places = Self.picture.matches(of: /translate\(16 ([0-9.]+)\)"><svg [^>]*height="([0-9.]+)"/)
    let ends = places.compactMap { match in
      Double(match.1).flatMap { top in Double(match.2).map { top + $0 } }
    }
    #expect(ends.count == 2)
    #expect(ends.allSatisfy { $0 < height })
    #expect(ends[0] < (places.last.flatMap { Double($0.1) } ?? 0))
  }
}
