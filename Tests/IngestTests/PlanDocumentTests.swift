import Compensation
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// What the documents show of plans and files of pay is what is read.
@Suite struct PlanDocumentTests {
  private static let pages = ["docs/manual/write-a-plan.md", "benchmarks-data/schema/plans.md"]

  private static func lines(_ page: String) throws -> [Substring] {
    let bytes = try FileSource.contents(PackageRoot.path(page)).bytes
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The blocks of a page in one language.
  private static func blocks(_ page: String, _ language: String) throws -> [String] {
    var blocks: [String] = []
    var isInside = false
    for line in try lines(page) {
      if line == "```" + language {
        isInside = true
        blocks.append("")
      } else if line.hasPrefix("```") {
        isInside = false
      } else if isInside {
        blocks[blocks.count - 1] += line + "\n"
      }
    }
    return blocks
  }

  @Test(arguments: pages)
  func `every plan on a page is read`(page: String) throws {
    let plans = try Self.blocks(page, "yaml").filter { $0.hasPrefix("plans:") }
    #expect(!plans.isEmpty)
    for plan in plans { #expect(try PlanSample.read(plan).findings.isEmpty, "\(plan)") }
  }

  @Test func `the example of the manual is that of the page`() throws {
    let first = try #require(try Self.blocks(Self.pages[0], "yaml").first)
    let file = try FileSource.contents(PackageRoot.path("docs/examples/first-plan/plans.yaml")).bytes
    #expect(first == String(decoding: file, as: UTF8.self))
    #expect(first.split(separator: "\n").count == 6)
  }

  @Test func `every sentence of a contract has keys that are read, and no two mean the same`() throws {
    let rows = try Self.lines(Self.pages[0]).drop { !$0.hasPrefix("| the contract says | the plan says |") }
      .dropFirst(2).prefix { $0.hasPrefix("| ") }
    #expect(rows.count >= 20)
    var read: [PlanTerms] = []
    for row in rows {
      let keys = row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
      let plan = "plans:\n  - id: a\n    effective: 2026\n" + keys.map { "    \($0)\n" }.joined()
      let plans = try PlanSample.read(plan)
      #expect(!read.contains(plans.plans[0].terms) || plans.plans[0].credit != CompensationPlan.Credit(), "\(row)")
      read.append(plans.plans[0].terms)
    }
  }

  @Test func `the table of keys has every key that is read, and no other`() throws {
    let table = try Self.lines(Self.pages[1]).filter { $0.hasPrefix("| ") }.dropFirst()
      .map { $0.dropFirst(2).prefix { $0 != " " }.split(separator: ".").map(String.init) }
    // What `measure` means in production is one row; a tier's keys stand in that of tiers.
    #expect(Set(table.compactMap(\.first)) == Set(PlanReader.keys))
    for path in table {
      // A key that is read is not told to be unknown, whatever else is wrong with its value.
      let value = path.reversed().dropLast().reduce("?") { "{\($1): \($0)}" }
      let text = "plans:\n  - id: a\n    effective: 2026\n    \(path[0]): \(value)\n"
      guard path[0] != "id", path[0] != "effective" else { continue }
      do throws(InputFailure) { _ = try PlanSample.read(text) } catch {
        #expect(!error.message.contains("unknown key"), "\(path): \(error)")
      }
    }
    // And each part's keys, as its own message lists them.
    for part in [
      "credit", "leave", "measure", "base", "production", "draw", "guarantee", "ramp", "limits", "withhold",
      "stipends", "panel", "pool",
    ] {
      let text = "plans:\n  - id: a\n    effective: 2026\n    \(part): {zzzzzzzzzzzz: 1}\n"
      let failure = try #require(#expect(throws: InputFailure.self) { _ = try PlanSample.read(text) })
      let hint = try #require(failure.hint)
      let keys = hint.dropFirst("the keys here are: ".count).split(separator: ", ").map(String.init)
      let told = Set(table.filter { $0[0] == part && $0.count > 1 }.map { $0[1] })
      #expect(Set(keys) == told, "\(part): \(failure)")
    }
  }

  @Test func `the example of plans is read with the files that it names`() throws {
    let folder = PackageRoot.path("docs/examples/plans")
    let plans = try PlanFile.read("\(folder)/plans.yaml", shownAs: "plans.yaml")
    let roster = try RosterReader.read("\(folder)/roster.csv", shownAs: "roster.csv").intervals
    let sources = try PlanSources(plans, roster: Set(roster.map(\.clinicianID)))
    #expect(plans.findings.isEmpty && sources.findings.isEmpty && sources.files.count == 3)
    #expect(Set(roster.map(\.plan)) == Set(plans.ids))
  }

  @Test func `the examples of the files of pay are read whole`() throws {
    let scratch = try TemporaryFolder()
    let blocks = try Self.blocks("benchmarks-data/schema/pay-files.md", "csv")
    try #require(blocks.count == 7)
    let paths = try blocks.enumerated().map { try scratch.write("\($0.offset).csv", $0.element) }
    let (roster, components): (Set<String>, [String]) = (["DR-1"], StatementComponent.reserved)
    func whole<Row>(_ table: PayTable<Row>) { #expect(table.rejected == 0 && !table.rows.isEmpty, "\(table)") }
    whole(try PayFiles.paid(paths[0], shownAs: "a", roster: roster, components: components))
    whole(try PayFiles.opening(paths[1], shownAs: "a", roster: roster, components: components))
    whole(try PayFiles.counts(paths[2], shownAs: "a", roster: roster, stipends: ["call", "teaching"]))
    whole(try PayFiles.panel(paths[3], shownAs: "a", roster: roster))
    whole(try PayFiles.quality(paths[4], shownAs: "a", roster: roster))
    whole(try EmployerFiles.statements(paths[5], shownAs: "a", roster: roster, components: components))
    whole(try EmployerFiles.lines(paths[6], shownAs: "a", roster: roster))
  }
}
