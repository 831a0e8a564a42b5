import Benchmarking
import ProductivityModel
import Tabular
import Testing

@testable import Ingest

/// Logs of other layouts, whose cells become standard ones on the way.
@Suite struct MappedRecordsTests {
  private static let roster = [
    RosterInterval(
      clinicianID: "C-1", npi: "1000000004", name: "Jane Smith", specialty: "", clinicalFTEMillionths: 1_000_000,
      start: CalendarDate(daysSinceEpoch: 0), end: nil, position: SourcePosition(file: "roster.csv")),
    RosterInterval(
      clinicianID: "C-2", name: "Ann Lee", specialty: "", clinicalFTEMillionths: 1_000_000,
      start: CalendarDate(daysSinceEpoch: 0), end: nil, position: SourcePosition(file: "roster.csv")),
    RosterInterval(
      clinicianID: "C-3", name: "Ann B. Lee", specialty: "", clinicalFTEMillionths: 1_000_000,
      start: CalendarDate(daysSinceEpoch: 0), end: nil, position: SourcePosition(file: "roster.csv")),
  ]

  /// A log as `clinician date code modifiers units charge` a line, what is said of it, and how many rows are no records.
  private func read(_ text: String, _ map: String) throws -> (lines: [String], told: [String], others: Int) {
    var dictionaries = RunDictionaries()
    let reader = try LogOpening.open(
      MemorySource(Array(text.utf8)), path: "log.csv", file: 0,
      map: try ColumnMapFile.read(Array(map.utf8), file: "map.yaml"), clinicians: ClinicianDirectory(Self.roster))
    var lines: [String] = []
    var told: [String] = []
    while true {
      switch try reader.next(&dictionaries) {
      case .end: return (lines, told + reader.findings.map(\.problem.rawValue), reader.otherRows)
      case .rejected(let finding): told.append(finding.description)
      case .line:
        let line = reader.line
        lines.append(
          [
            dictionaries.clinicians.text(Int(line.clinician)),
            CalendarDate(daysSinceEpoch: line.serviceDay).description, dictionaries.codes.text(Int(line.code)),
            dictionaries.modifierLists[Int(line.modifiers)].description,
            Units(tenThousandths: line.units).description, Money(cents: line.charge).description,
          ].filter { !$0.isEmpty }.joined(separator: " "))
      }
    }
  }

  @Test func `several columns become one, and one several`() throws {
    let log = try read(
      """
      Provider,DOS,Procedure,Mod 1,Mod 2,Qty,Amount
      "SMITH, JANE Q, MD",3/4/2026,99214-25,,,1.0,"$1,250.50"
      Jane Smith,3/4/2026,44120 - Partial removal,62,59,2,(12.50)

      """,
      """
      map: m
      dates: US
      columns:
        clinician_id: {column: Provider, by: name}
        service_date: DOS
        code: {column: Procedure, take: code}
        modifiers: [Mod 1, Mod 2]
        units: Qty
        charge: Amount
      """)
    #expect(log.told == ["negative-charge"])
    #expect(log.lines == ["C-1 2026-03-04 99214 1 1250.50", "C-1 2026-03-04 44120 59 62 2 -12.50"])
  }

  @Test func `a code's own modifiers are taken, and a title is not`() throws {
    let log = try read(
      "N,D,P\n1.000000004E9,2026-03-04,99214-25-59\n1000000004,2026-03-04,45380 - IV given\n",
      """
      map: m
      columns:
        clinician_id: {column: N, by: npi}
        service_date: D
        code: {column: P, take: code}
        modifiers: {column: P, take: modifiers}
      """)
    #expect(log.told == [])
    #expect(log.lines == ["C-1 2026-03-04 99214 25 59 1 0.00", "C-1 2026-03-04 45380 1 0.00"])
  }

  @Test func `a code in small letters or without its zeros has no modifiers in its own cell`() throws {
    let log = try read(
      "N,D,P,M\n1000000004,2026-03-04,g0439-25,\n1000000004,2026-03-04,840,59P3\n1000000004,2026-03-04,99214.0,5159\n"
        + "1000000004,2026-03-04,$12,\n1000000004,2026-03-04,99213,59XX1\n",
      """
      map: m
      columns:
        clinician_id: {column: N, by: npi}
        service_date: D
        code: {column: P, take: code}
        modifiers: {columns: [P, M], take: modifiers}
      """)
    #expect(
      log.lines == [
        "C-1 2026-03-04 G0439 25 1 0.00", "C-1 2026-03-04 00840 59 P3 1 0.00", "C-1 2026-03-04 99214 51 59 1 0.00",
      ])
    // What is in the modifiers' own column is told, and not left out.
    #expect(log.told.count == 3)
    #expect(
      log.told.contains { $0.contains("malformed-code") } && log.told.contains { $0.contains("malformed-modifier") })
  }

  @Test func `a condition holds for a value that a database says is not there`() throws {
    let log = try read(
      "N,D,P,V\n1000000004,2026-03-04,99214,NULL\n1000000004,2026-03-05,99214,2026-03-06\n1000000004,2026-03-07,99214,\n",
      """
      map: m
      columns: {clinician_id: {column: N, by: npi}, service_date: D, code: P}
      keep: [{column: V, is: [""]}]
      """)
    #expect(log.lines == ["C-1 2026-03-04 99214 1 0.00", "C-1 2026-03-07 99214 1 0.00"])
  }

  @Test func `a name that nobody or several have is rejected and not shown`() throws {
    let log = try read(
      "P,D,C\nAnn Lee,2026-03-04,99214\nMary Patient,2026-03-04,99214\nLee,2026-03-04,99214\n",
      "map: m\ncolumns: {clinician_id: {column: P, by: name}, service_date: D, code: C}\n")
    #expect(log.lines == [])
    #expect(log.told.count == 3 && log.told[0].contains("several clinicians of the roster have"))
    #expect(log.told.allSatisfy { $0.contains("[unmatched-clinician]") && !$0.contains("Mary") && !$0.contains("Ann") })
  }

  private static let filled =
    "map: m\ncolumns: {clinician_id: {column: P, by: name, fill: down}, service_date: D, code: C}\n"

  @Test func `a blank in a column that is filled down takes the last value above it`() throws {
    let log = try read(
      """
      P,D,C
      ,2026-03-03,99214
      "Smith, Jane",2026-03-04,99214
      ,2026-03-05,99213

      P,D,C
      ,2026-03-06,99213
      Total Smith,,
      ,2026-03-07,99213
      Jane Smith,2026-03-08,99213
      Mary Patient,2026-03-09,99213
      ,2026-03-10,99213

      """, Self.filled)
    #expect(
      log.lines == [
        "C-1 2026-03-04 99214 1 0.00", "C-1 2026-03-05 99213 1 0.00", "C-1 2026-03-06 99213 1 0.00",
        "C-1 2026-03-08 99213 1 0.00",
      ])
    // Above the first value, below a total in the column, and in the block of a name that nobody has.
    #expect(
      log.told.map { String($0.prefix(11)) } == [
        "log.csv:2:1", "log.csv:9:1", "log.csv:11:", "log.csv:12:", "other-row", "other-row",
      ])
    #expect(log.told.prefix(2).allSatisfy { $0.hasSuffix("[missing-value]\nhint: every record needs a clinician_id") })
    #expect(!log.told.joined().contains("Mary"))
  }

  @Test func `a record that cannot be read ends a block`() throws {
    let log = try read("P,D,C\nJane Smith,2026-03-04,99214\nA,B,2026-03-05,99213\n,2026-03-06,99213\n", Self.filled)
    #expect(log.lines.count == 1 && log.told.count == 2 && log.told[1].contains("clinician_id is blank"))
  }

  @Test func `rows that are not kept give their values to those below`() throws {
    let log = try read(
      "T,P,D,C\nPayment,C-2,2026-03-04,99214\nCharge,,2026-03-04,99213-25\nCharge,,,99214\n",
      """
      map: m
      columns: {clinician_id: {column: P, fill: down}, service_date: {column: D, fill: down}, code: {column: C, take: code}}
      keep: [{column: T, is: [Charge]}]
      """)
    #expect(log.lines == ["C-2 2026-03-04 99213 1 0.00", "C-2 2026-03-04 99214 1 0.00"])
  }

  @Test func `a text that is filled down is looked at in every record`() throws {
    let log = try read(
      "P,D,C\nC\u{0}1,2026-03-04,99214\n,2026-03-05,99213\n",
      "map: m\ncolumns: {clinician_id: {column: P, fill: down}, service_date: D, code: C}\n")
    #expect(log.lines == [] && log.told.count == 2)
  }

  @Test func `a blank clinician in a mapped log is told with the way to fill it`() throws {
    let log = try read(
      "P,D,C\n,2026-03-04,99214\n", "map: m\ncolumns: {clinician_id: P, service_date: D, code: C}\n")
    #expect(log.told[0].contains("if the value stands only on the first row of a block, write fill: down"))
  }

  @Test(arguments: ["{column: P, fill: up}", "{first: [P, Q], fill: down}"])
  func `a column is filled down alone`(source: String) {
    #expect(throws: InputFailure.self) {
      try read("P,Q,D,C\n", "map: m\ncolumns: {clinician_id: \(source), service_date: D, code: C}\n")
    }
  }

  @Test func `a text of one character is one character`() {
    let kinds = ["-", "7", "x", "ab"].map { Array($0.utf8).withUnsafeBufferPointer { CellShape.kind($0) } }
    #expect(kinds == ["a text of 1 character", "a text of 1 digit", "a text of 1 letter", "a text of 2 letters"])
  }

  @Test func `rows that a map does not keep are counted and are no records`() throws {
    let log = try read(
      "T,P,D,C\nCharge,C-1,2026-03-04,99214\nPayment,C-1,2026-03-04,99214\ncharge ,C-2,2026-03-04,99213\nTotals,,,\n",
      """
      map: m
      columns: {clinician_id: P, service_date: D, code: C}
      keep: [{column: T, is: [Charge]}]
      """)
    #expect(log.lines.count == 2 && log.others == 2 && log.told == ["other-row"])
  }

  @Test func `a header of several rows goes by any of its names`() throws {
    let log = try read(
      "Practice report,,,,\nProvider,Service,,Modifiers,\n,Date,Code,1,2\nC-1,2026-03-04,99214,25,59\n",
      """
      map: m
      headers: 2
      columns: {clinician_id: Provider, service_date: Service Date, code: Code, modifiers: [Modifiers 1, Modifiers 2]}
      """)
    #expect(log.lines == ["C-1 2026-03-04 99214 25 59 1 0.00"] && log.told == ["other-row"])
  }

  @Test func `codes that a spreadsheet took for numbers are read as they were`() throws {
    let log = try read(
      "P,D,C\nC-1,2026-03-04,99214.0\nC-1,2026-03-04,840\nC-1,2026-03-04,84\n",
      "map: m\ncolumns: {clinician_id: P, service_date: D, code: C}\n")
    #expect(log.lines == ["C-1 2026-03-04 99214 1 0.00", "C-1 2026-03-04 00840 1 0.00", "C-1 2026-03-04 84 1 0.00"])
    #expect(log.told == ["repaired-code"])
  }

  @Test(arguments: [
    ("$1,234.50", "1234.50"), ("(12.50)", "-12.50"), ("12.50-", "-12.50"), ("-$3", "-3"), ("$-3", "-3"),
    ("($1,000)", "-1000"), (" $ 5 ", "5"), ("1,5", nil), ("1.234,50", nil), ("--3", nil), ("()", nil), ("$", nil),
    ("12$", nil), ("1,00", nil), ("(3", nil), ("", nil), ("1.2.3", nil),
  ])
  func `amounts are read as people write them`(text: String, plain: String?) {
    let read = Array(text.utf8).withUnsafeBufferPointer { LenientNumber.plain($0) }
    #expect(read.map { String(decoding: $0, as: UTF8.self) } == plain)
  }

  @Test(arguments: [
    ("1.23456789E+09", "1234567890"), ("1.5e3", "1500"), ("99214.0", "99214"), ("99214", "99214"), ("1.5", "1.5"),
    ("1E99", "1E99"), (".5", ".5"), ("E5", "E5"), ("1.23456E2", "1.23456E2"), ("J1885", "J1885"),
  ])
  func `identifiers that became numbers are written out`(text: String, plain: String) {
    let read = Array(text.utf8).withUnsafeBufferPointer { ScientificText.plain($0) }
    #expect(String(decoding: read, as: UTF8.self) == plain)
  }

  @Test func `check digits of provider identifiers`() {
    // 1234567893 is the example that CMS gives of the check digit.
    #expect(ProviderIdentifier.isValid("1234567893".utf8) && ProviderIdentifier.isValid("1000000004".utf8))
    #expect(!ProviderIdentifier.isValid("1234567890".utf8) && !ProviderIdentifier.isValid("123456789".utf8))
  }
}
