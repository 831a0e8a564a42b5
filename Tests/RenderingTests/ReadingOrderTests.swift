import Benchmarking
import ProductivityModel
import Testing

@testable import Rendering
@testable import Reporting

@Suite struct `Pages for people` {
  private static var results: RunResults {
    var people = PracticeFixture.people
    people.append(PracticeFixture.Person(id: "C099", name: "Zed Unknown", specialty: "", fte: nil, monthly: 10))
    return PracticeFixture.results(people: people)
  }

  @Test func `have those without a specialty last, and data files by name`() throws {
    #expect(Self.results.specialties.first?.specialty == "")
    #expect(Self.results.inReadingOrder.specialties.last?.specialty == "")
    #expect(Self.results.inReadingOrder.clinicians.last?.id == "C099")
    let files = try renderRun(Self.results, reports: [.monthly, .practice], formats: [.html, .csv], version: "1")
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    let month = try #require(texts["monthly.html"])
    let unnamed = try #require(month.firstRange(of: "Specialty not given"))
    let last = try #require(month.firstRange(of: "Palliative medicine"))
    #expect(last.lowerBound < unnamed.lowerBound)
    let rows = try #require(texts["data/clinicians.csv"]).split(separator: "\n")
    #expect(rows[1].contains("C099"))
  }

  private static func table(_ second: [Int], totals: [Int] = []) -> ReportTable {
    ReportTable(
      "Rows", columns: [.words("Row"), .numbers("One"), .numbers("Two")],
      rows: second.enumerated().map { [Cell(.text("\($0)")), Cell(.integer($0)), Cell(.integer($1))] },
      totals: totals.isEmpty ? [] : [Cell(.text("Sum"))] + totals.map { Cell(.integer($0)) }
    ).uniting(1, with: 2, as: .numbers("Both"), "They are the same.")
  }

  @Test func `have one column for two that say the same`() {
    let table = Self.table([0, 1, 2], totals: [3, 3])
    #expect(table.columns.map(\.title) == ["Row", "Both"] && table.notes == ["They are the same."])
    #expect(
      table.groups[0].rows.allSatisfy { $0.count == 2 } && table.totals.map(\.value) == [.text("Sum"), .integer(3)])
  }

  @Test(arguments: [([0, 1, 3], []), ([0, 1, 2], [3, 4]), ([], [])]) func `keep both columns where one row differs`(
    second: [Int], totals: [Int]
  ) {
    let table = Self.table(second, totals: totals)
    #expect(table.columns.count == 3 && table.notes.isEmpty)
  }

  @Test func `have services in whole numbers, and some of one as less than one`() {
    func shown(_ tenThousandths: Int64) -> String {
      CodePeerWording.shown(Units(tenThousandths: tenThousandths)).text
    }
    #expect(shown(12_345_000) == "1,235" && shown(14_999) == "1" && shown(5_000) == "1")
    #expect(shown(4_000) == "<1" && shown(0) == "0")
  }
}
