import Foundation
import Reporting
import TestSupport
import Testing

@testable import Rendering

/// What a program that reads PDF finds of the way through a file: the outline, and where links lead.
struct PrintedWay {
  /// The lines of the outline, in order, with their depth from 0 and the page to which they lead.
  var outline: [(depth: Int, title: String, page: Int)] = []
  /// The links of each page, with the page to which they lead.
  var links: [(page: Int, text: String, target: Int)] = []

  init(_ file: PrintedFile) throws {
    // poppler gives places by the number of their page, and nothing for a link whose place does not exist.
    let text = try file.asked("pdftohtml -q -xml -i -stdout file.pdf")
    var depth = -1
    var page = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("<outline>") { depth += 1 }
      if line.hasPrefix("</outline>") { depth -= 1 }
      if let match = line.firstMatch(of: #/<page number="(\d+)"/#) { page = Int(match.1) ?? 0 }
      if let match = line.firstMatch(of: #/<item page="(\d+)">(.*?)</item>/#) {
        outline.append((depth, Self.plain(match.2), Int(match.1) ?? 0))
      }
      for match in line.matches(of: #/<a href="[^"#]*#(\d+)">(.*?)</a>/#) {
        links.append((page, Self.plain(match.2), Int(match.1) ?? 0))
      }
    }
  }

  private static func plain(_ text: Substring) -> String {
    text.replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&#160;", with: " ").replacing("&#34;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&amp;", with: "&").trimmingCharacters(in: .whitespaces)
  }
}

@Suite struct `The bound file` {
  private static let kinds = Set(ReportKind.allCases.filter { !$0.showsPay })

  private static func pack(_ kinds: Set<ReportKind> = kinds) throws -> (file: PrintedFile, bound: BoundReports) {
    let results = PracticeFixture.results()
    let files = try renderRun(results, reports: kinds, formats: [.pdf], version: "1")
    let pack = try #require(files.first { $0.path == BoundReports.path })
    let pages = ReportKind.allCases.filter(kinds.contains).flatMap { $0.report.reports(of: results) }
    return (try PrintedFile(pack.bytes), BoundReports(pages))
  }

  @Test func `begins with the month and ends with what everything stands on`() throws {
    let bound = try Self.pack().bound
    let addresses = bound.reports.map(\.address)
    #expect(addresses.first == .monthly)
    #expect(Array(addresses.suffix(2)) == [.exceptions, .dataQuality])
    #expect(bound.chapters.map(\.title) == ["Practice", "Specialties", "Clinicians", "To do and data"])
  }

  @Test func `has a line of its outline for each report, in order, that leads to the report's first page`() throws {
    let (file, bound) = try Self.pack()
    let way = try PrintedWay(file)
    #expect(way.outline.first?.title == "Contents" && way.outline.first?.page == 1)
    let reports = way.outline.filter { $0.depth == 1 }
    #expect(reports.map(\.title) == bound.reports.map(ContentsItems.title))
    #expect(way.outline.filter { $0.depth == 0 }.map(\.title) == ["Contents"] + bound.chapters.map(\.title))
    let pages = try file.text.split(separator: "\u{C}", omittingEmptySubsequences: false).map(String.init)
    let starts = reports.map(\.page)
    #expect(starts == starts.sorted() && Set(starts).count == starts.count)
    for (line, report) in zip(reports, bound.reports) {
      // A first page has the report's title under the practice's name, and no header.
      let head = pages[line.page - 1].split(separator: "\n").prefix(3)
      #expect(head.contains { $0 == report.title }, "\(report.title), page \(line.page)")
    }
  }

  @Test func `has contents that lead to every report, by the pages that they name`() throws {
    let (file, bound) = try Self.pack()
    let way = try PrintedWay(file)
    let starts = way.outline.filter { $0.depth == 1 }.map(\.page)
    let first = try #require(starts.min())
    for (report, start) in zip(bound.reports, starts) {
      let title = ContentsItems.title(of: report)
      #expect(
        way.links.contains { $0.page < first && $0.text.contains(title) && $0.target == start }, "\(title), \(start)")
    }
    #expect(way.links.allSatisfy { $0.target >= 1 && $0.target <= starts.count * 20 })
  }

  @Test func `has as many links that lead somewhere as links`() throws {
    let (file, _) = try Self.pack()
    let all = try file.asked("pdfinfo -url file.pdf").split(separator: "\n")
    #expect(all.allSatisfy { !$0.contains("http") })
    // Every named place is one of the file's pages.
    let places = try file.asked("pdfinfo -dests file.pdf").split(separator: "\n").dropFirst()
    let count = try file.pageCount
    #expect(places.count > 20)
    for place in places {
      let page = place.split(separator: " ").first.flatMap { Int($0) } ?? 0
      #expect(page >= 1 && page <= count, "\(place)")
    }
  }

  @Test(arguments: [1, 5, 18, 27, 33, 38, 41, 52, 60]) func `never has a page with the footing alone`(rows: Int) throws
  {
    let cells = (0..<rows).map { [Cell(.text("Row-\($0)")), Cell(.integer(700_000 + $0))] }
    let report = `A report on paper`.report(sections: [
      ReportSection("Rows", [.table(ReportTable("Rows", columns: [.words("Row"), .numbers("Count")], rows: cells))])
    ])
    let pages = try `A report on paper`.print(report).text.split(separator: "\u{C}")
    let last = try #require(pages.last)
    #expect(last.contains("Benchmark ledger:"))
    #expect(last.contains("Row-\(rows - 1)"), "\(last)")
  }

  @Test func `begins a table where its first rows have room`() throws {
    let rows = (0..<14).map { [Cell(.text("Row-\($0)")), Cell(.integer($0))] }
    let lead = (0..<22).map { "Sentence \($0)." }
    let report = `A report on paper`.report(sections: [
      ReportSection(
        "One",
        [.list(lead), .table(ReportTable("Rows", columns: [.words("Row"), .numbers("Count")], rows: rows))])
    ])
    let pages = try `A report on paper`.print(report).text.split(separator: "\u{C}")
    #expect(pages.count == 2)
    #expect(pages[0].contains("Row-1\n") || pages[0].contains("Row-1 "), "\(pages[0])")
    #expect(!pages[0].contains("Row-13"))
  }
}
