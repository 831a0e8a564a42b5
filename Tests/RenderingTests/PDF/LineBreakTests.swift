import Foundation
import ProductivityModel
import Reporting
import Testing

@testable import Rendering

@Suite struct `Lines on paper` {
  private typealias Paper = `A report on paper`

  @Test func `have the header of a page once, however long the name is`() throws {
    let name = String(repeating: "Nathanael ", count: 40)
    let rows = (0..<90).map { [Cell(.text("Row \($0)")), Cell(.integer($0))] }
    let table = ReportTable("Rows", columns: [.words("Row"), .numbers("Count")], rows: rows)
    let file = try Paper.print(Paper.report(name, sections: [ReportSection("One", [.table(table)])]))
    let second = try file.asked("pdftotext -raw -f 2 -l 2 file.pdf -").split(separator: "\n")
    #expect(second.count { $0.contains("Nathanael") } == 1)
  }

  @Test func `end within no word of a heading, beside cells that have no room`() throws {
    let long = String(repeating: "N", count: 200)
    let columns =
      [ReportTable.Column.words("Clinician"), .words("Specialty"), .words("Practice"), .words("Region")]
      + ["Unadjusted", "Benchmark", "Percentile", "Statement", "Attributed", "Superseded"].map {
        ReportTable.Column.numbers("wRVUs \($0)")
      }
    let row = (0..<4).map { _ in Cell(.text(long)) } + (0..<6).map { _ in Cell(.integer(1)) }
    let file = try Paper.print(
      Paper.report(sections: [ReportSection("One", [.table(ReportTable("Long", columns: columns, rows: [row]))])]))
    let words = try file.words
    for column in columns {
      for word in column.title.split(separator: " ") { #expect(words[String(word)] != nil, "\(word)") }
    }
  }

  @Test(arguments: ["+$6,209.93", "-$6,209.93"]) func `end between no sign and its number`(number: String) throws {
    // Of all lengths, so that each place of the sentence comes to the end of a line.
    let sentences = (1..<110).map { String(repeating: "n", count: $0) + " in place of it, \(number)" }
    let text = try Paper.print(Paper.report(sections: [ReportSection("One", sentences.map { .paragraph($0) })])).text
    let lines = text.split(separator: "\n")
    #expect(lines.filter { $0.hasSuffix("+") || $0.hasSuffix("-") || $0.hasSuffix("$") } == [])
    #expect(lines.contains { $0 == number })
  }

  @Test(arguments: [
    ("+$6", [0..<3]), ("from 2026-09 to", []), ("(-4.65), $3 - 2", [1..<3, 9..<11]), ("a - b", []), ("", []),
  ]) func `keep signs with their numbers, and are free elsewhere`(text: String, ranges: [Range<Int>]) {
    #expect(SignedNumbers.ranges(in: text) == ranges)
  }
}
