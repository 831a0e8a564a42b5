import Foundation
import Reporting
import TestSupport
import Testing

struct ColumnDescriptionTests {
  private static let tables: [String: DataTable] = {
    var results = PayFixture.results()
    results.reconciliation = Reconciliation(rows: [], linesWithout: 0)
    results.feeImpact = FeeImpactPageTests.impact()
    results.goals = GoalFixture.results().goals
    if !results.clinicians.isEmpty { results.clinicians[0].recent = GoalFixture.results().clinicians[0].recent }
    return Dictionary(DataTable.all(of: results).map { ($0.name, $0) }) { first, _ in first }
  }()

  private static func schema() throws -> [Substring: [Substring]] {
    var sections: [Substring: [Substring]] = [:]
    var title: Substring = ""
    let text = try String(contentsOfFile: PackageRoot.path("benchmarks-data/schema/outputs.md"), encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") { title = line.dropFirst(3) } else { sections[title, default: []].append(line) }
    }
    return sections
  }

  @Test func `the schema says of every column of every data table what the program says`() throws {
    let sections = try Self.schema()
    for (name, table) in Self.tables {
      let section = try #require(sections["data/\(name).csv"], "no section for \(name)")
      let rows = section.filter { $0.hasPrefix("|") }.map(String.init)
      let told = table.descriptions.map { "| \($0.name) | \($0.unit.isEmpty ? "-" : $0.unit) | \($0.meaning) |" }
      #expect(rows == ["| column | unit | meaning |", "|---|---|---|"] + told, "data/\(name).csv")
    }
  }

  @Test func `a meaning is short, begins small, says no full stop and is not the name again`() {
    #expect(Self.tables.count > 15)
    for (name, table) in Self.tables {
      #expect(Set(table.columns).count == table.columns.count, "\(name)")
      for column in table.descriptions {
        #expect(!column.meaning.isEmpty && column.meaning.count <= 200, "\(name) \(column.name)")
        #expect(!column.meaning.hasSuffix(".") && !column.meaning.contains("|"), "\(name) \(column.name)")
        #expect(column.meaning != column.name.replacing("_", with: " "), "\(name) \(column.name)")
      }
    }
  }
}
