import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct `A table for a cohort` {
  private func read(
    _ text: String, name: String = "people.csv", groups: [String] = ["specialty"], weight: String? = nil,
    organisation: String? = nil
  ) throws -> CohortTable {
    let folder = try TemporaryFolder()
    return try CohortTable(
      [try folder.write(name, text)],
      columns: CohortColumns(value: "Wrvu", groups: groups, weight: weight, organisation: organisation))
  }

  @Test func `gives each row one fate, and a place to each that cannot be read`() throws {
    let table = try read(
      """
      id,specialty,wrvu
      1,Urology,5996.5
      2, urology ,"$6,100.25"
      3,Urology,n/a
      4,Urology,
      5,,4100
      6,Urology,12 or so
      7,Urology,-5
      8,Urology,1,2
      9,Neurology,4100.1234565

      """)
    #expect(table.account == account(used: 3, blank: 2, withoutGroup: 1, notUnderstood: 3, rounded: 1))
    #expect(table.account.rows == 9)
    let groups = table.groups.sorted { $0.key < $1.key }
    #expect(groups.map(\.key.specialty) == ["Neurology", "Urology"])
    #expect(groups.map(\.values) == [[4_100_123_457], [5_996_500_000, 6_100_250_000]])
    let places = table.findings.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.problem.rawValue)" }
    #expect(
      places == ["6:3 missing-value", "7:11 not-a-number", "8:11 not-a-number", "9:0 ragged-row"])
    #expect(table.findings[1].message.contains("a text of 8 characters"))
  }

  private func account(
    used: Int, blank: Int, withoutGroup: Int, notUnderstood: Int, rounded: Int
  ) -> CohortAccount {
    var account = CohortAccount()
    (account.used, account.blank, account.withoutGroup) = (used, blank, withoutGroup)
    (account.notUnderstood, account.rounded) = (notUnderstood, rounded)
    return account
  }

  @Test(arguments: [
    ("5996", 5_996_000_000), (" 12.5 ", 12_500_000), ("1.0000005", 1_000_001), ("1.00000049", 1_000_000),
    ("$1,234.50", 1_234_500_000), ("0", 0), ("0.0000004", 0),
  ])
  func `reads a value exactly, or rounded once to six decimals`(text: String, expected: Int64) {
    guard case .number(let value, _) = value(text) else {
      Issue.record("\(text) is not read")
      return
    }
    #expect(value == expected)
  }

  @Test func `tells blanks, negatives and other texts from numbers`() {
    for text in ["", "  ", "-", "N/A", "#N/A", "null", "na", "."] { #expect(value(text) == .blank) }
    for text in ["-1", "-0.00000009", "(12.50)", "-$3"] { #expect(value(text) == .negative) }
    for text in ["1,5", "about 3", "1.2.3", "12e3", "99999999999999999999"] { #expect(value(text) == .notANumber) }
  }

  @Test func `takes no comma between semicolons for one of thousands`() throws {
    let table = try read(
      "specialty;wrvu;fte_count\nA;5,101;1\nA;$5,102.50;1\nA;5103;1,000\nA;5104;2\n", weight: "fte_count")
    #expect(table.groups.map(\.values) == [[5_102_500_000, 5_104_000_000]])
    #expect(table.account.notUnderstood == 2)
    #expect(try read("specialty,wrvu\nA,\"5,101\"\n").groups.map(\.values) == [[5_101_000_000]])
  }

  private func value(_ text: String) -> CohortCell.Value {
    var text = text
    return text.withUTF8 { CohortCell.value($0, besideSemicolons: false) }
  }

  @Test(arguments: [
    ("1", Int64(1)), ("12.0", 12), ("0", nil), ("1.5", nil), ("-1", nil), ("", nil), ("1000000001", nil),
  ])
  func `takes whole numbers from 1 as weights`(text: String, expected: Int64?) {
    var text = text
    #expect(text.withUTF8 { CohortCell.weight($0, besideSemicolons: false) } == expected)
  }

  @Test func `reads weights and organisations beside the value`() throws {
    let table = try read(
      "specialty,wrvu,fte_count,org\nA,1,2,North\nA,2,1,South\nA,3,x,South\nA,4,1,\n", weight: "FTE_count",
      organisation: "org")
    let group = try #require(table.groups.first)
    #expect(group.values == [1_000_000, 2_000_000, 4_000_000])
    #expect(group.weights == [2, 1, 1])
    #expect(Set(group.organisations).count == 3)
    #expect(table.account.notUnderstood == 1)
  }

  @Test func `takes organisations that differ in case or blanks alone as one, as groups are`() throws {
    let table = try read(
      "specialty,wrvu,org\nA,1,Acme  Clinic\nA,2,ACME Clinic\nA,3, acme clinic \nA,4,Other\nA,5,\n",
      organisation: "org")
    #expect(table.groups.first.map(\.organisations) == [0, 0, 0, 1, 2])
  }

  @Test func `keeps region and kind of provider apart, and joins other groups to the specialty`() throws {
    let table = try read(
      "wrvu,Region,provider_type,specialty,site\n5,West,NP,Urology,Main\n",
      groups: ["region", "specialty", "site", "Provider_Type"])
    #expect(
      table.groups.map(\.key) == [CohortKey(specialty: "Urology / Main", region: "West", providerType: "NP")])
    #expect(try read("wrvu\n5\n", groups: []).groups.map(\.key) == [.everyone])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `is read under any usual mark, below titles`(mark: String) throws {
    let text = "Productivity of the year\n\nname\(mark)wrvu\(mark)specialty\nx\(mark)5\(mark)Urology\n"
    #expect(try read(text).account.used == 1)
  }

  @Test func `may be a sheet, and not the first`() throws {
    let folder = try TemporaryFolder()
    let workbook = SmallWorkbook([
      .init("Notes", [["About this file"]]),
      .init(
        "Data", [["People"], ["specialty", "wrvu"], ["Urology", .number("5996.5")], ["Urology", .number("6E3")]]),
    ])
    let table = try CohortTable(
      [try folder.write("people.xlsx", workbook.bytes)], columns: CohortColumns(value: "wrvu", groups: ["specialty"]))
    #expect(table.groups.map(\.values) == [[5_996_500_000, 6_000_000_000]])
  }

  @Test func `tells the year where every table has one`() throws {
    let folder = try TemporaryFolder()
    let columns = CohortColumns(value: "wrvu")
    let old = try folder.write("old.csv", "period_end,wrvu\n2024-12-31,5\n2023-12-31,6\n")
    let new = try folder.write("new.csv", "period_end,wrvu\n2025-12-31,7\n")
    let bare = try folder.write("bare.csv", "wrvu\n8\n")
    #expect(try CohortTable([old, new], columns: columns).year == 2025)
    #expect(try CohortTable([old, new], columns: columns).account.used == 3)
    #expect(try CohortTable([old, bare], columns: columns).year == nil)
  }

  @Test func `without a column is refused, with the nearest`() throws {
    let failure = #expect(throws: InputFailure.self) { try read("specialty,wrvus\nA,1\n") }
    #expect(failure?.hint?.contains("wrvus") == true)
    #expect(throws: InputFailure.self) { try read("") }
    #expect(throws: InputFailure.self) { try read("specialty,wrvu,wrvu\nA,1,2\n") }
  }
}
