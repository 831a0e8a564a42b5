import Benchmarking
import ProductivityModel
import Tabular
import TestSupport
import Testing

@testable import Ingest

/// Column maps that are proposed from files.
@Suite struct MapSuggesterTests {
  private static func book() throws -> HeadingBook {
    let path = MapSample.library.headingsPath
    return try HeadingBook(try FileSource.contents(path).bytes, file: "headings.yaml")
  }

  private func suggest(_ text: String, roster: [RosterInterval] = []) throws -> MapSuggestion {
    let sample = try TableSample(MemorySource(Array(text.utf8)), path: "log.csv", sheet: nil)
    return try MapSuggester(try Self.book(), roster: roster).suggestion(for: sample, path: "log.csv")
  }

  private func map(_ suggestion: MapSuggestion) throws -> ColumnMap {
    try ColumnMapFile.read(Array(suggestion.yaml.utf8), file: "suggested.yaml")
  }

  @Test(arguments: MapSample.library.names, [true, false])
  func `what is proposed for a sample reads the lines that the built-in map reads`(name: String, withRoster: Bool)
    throws
  {
    let bytes = try MapSample(name: name).bytes()
    let sample = try TableSample(MemorySource(bytes), path: name, sheet: nil)
    let roster = withRoster ? try MapSample.roster() : []
    let suggestion = try MapSuggester(try Self.book(), roster: roster).suggestion(for: sample, path: name)
    var yaml = suggestion.yaml
    // CMS's file has no days.
    if name == "cms-by-provider-and-service" {
      #expect(suggestion.missing == ["service_date"])
      yaml += "fixed: {service_date: 2023-12-31}\n"
    } else {
      #expect(suggestion.missing == [])
    }
    let proposed = try MapSample.read(bytes, try ColumnMapFile.read(Array(yaml.utf8), file: "suggested.yaml"))
    let expected = try MapSample.read(bytes, try MapSample.library.read(name, askedBy: "test").map)
    #expect(proposed.rejections == [])
    #expect(zip(proposed.lines, expected.lines).first { $0 != $1 } == nil)
    #expect(proposed.lines.count == expected.lines.count && proposed.otherRows == expected.otherRows)
  }

  @Test func `columns are found by their cells where the headings say nothing`() throws {
    let text = """
      A,B,C,D,E
      1234567893,3/14/2026,99213,25,$120.00
      1234567893,3/15/2026,99214,,$180.00
      1234567893,3/16/2026,20610,RT,$90.50
      1234567893,3/17/2026,99213,59,$120.00
      """
    let map = try map(try suggest(text))
    #expect(map.columns[.clinicianID] == ColumnSource(["A"], key: .npi))
    #expect(map.columns[.serviceDate] == ColumnSource(["B"], dates: .american))
    #expect(map.columns[.code] == ColumnSource(["C"]))
    #expect(map.columns[.modifiers] == ColumnSource(["D"]))
    #expect(map.columns[.charge] == ColumnSource(["E"]))
  }

  @Test(arguments: [
    ("13/04/2026", "30/04/2026", DateForms.european, false), ("04/13/2026", "04/30/2026", .american, false),
    ("04/03/2026", "05/04/2026", .american, true), ("20260403", "20260413", .compact, false),
    ("46085", "46090", .serial, false), ("4-MAR-2026", "5-MAR-2026", .named, false),
  ])
  func `the form of days is deduced, and asked where it cannot be`(
    first: String, second: String, form: DateForms, isAsked: Bool
  ) throws {
    let suggestion = try suggest("Rendering,DOS,CPT\nC-1,\(first),99213\nC-1,\(second),99214\n")
    #expect(try map(suggestion).columns[.serviceDate]?.dates == form)
    #expect(suggestion.questions.contains { $0.contains("US") && $0.contains("european") } == isAsked)
  }

  @Test func `a heading that could be two things is asked about`() throws {
    let suggestion = try suggest("Provider,Date,CPT,Billing Provider\nC-1,2026-03-14,99213,C-2\n")
    #expect(suggestion.questions.contains { $0.hasPrefix("Provider was taken for clinician_id") })
    #expect(suggestion.questions.contains { $0.hasPrefix("Date was taken for service_date") })
    #expect(try map(suggestion).columns[.billingID] == ColumnSource(["Billing Provider"]))
  }

  @Test func `a column named like another is not taken where its cells contradict`() throws {
    let suggestion = try suggest(
      "Rendering,DOS,CPT,POS\nC-1,2026-03-14,99213,Main clinic\nC-1,2026-03-15,99213,Main clinic\n")
    #expect(try map(suggestion).columns[.placeOfService] == nil)
    #expect(suggestion.questions.contains { $0.contains("POS is named like place_of_service, but 0 of 2") })
  }

  @Test func `a roster tells by what a file names clinicians`() throws {
    let text =
      "Rendering,Rendering NPI,DOS,CPT\nSomeone Else,9000000016,2026-03-14,99213\nSomeone Else,9000000016,2026-03-15,99213\n"
    let roster = [
      RosterInterval(
        clinicianID: "C-1", npi: "9000000016", name: "A B", specialty: "", clinicalFTEMillionths: 1,
        start: CalendarDate(daysSinceEpoch: 0), end: nil,
        position: .init(file: "roster.csv"))
    ]
    #expect(
      try map(try suggest(text, roster: roster)).columns[.clinicianID] == ColumnSource(["Rendering NPI"], key: .npi))
  }

  @Test func `no cell is shown, and no heading without the shape of a name`() throws {
    let canary = "Zebulon Quux"
    let header = "Rendering,DOS,CPT,Modifiers,POS,MRN,\(canary) 555-12-3456"
    for field in 0..<7 {
      var cells = ["C-1", "2026-03-14", "99213", "25", "11", "M-1", "x"]
      cells[field] = canary
      let text = "\(canary)\n\(header)\n" + String(repeating: cells.joined(separator: ",") + "\n", count: 5)
      let suggestion = try suggest(text)
      #expect(!suggestion.yaml.contains("Zebulon") && !suggestion.yaml.contains("3456"))
      #expect(!suggestion.questions.joined().contains("Zebulon"))
    }
  }

  @Test func `where no heading tells of clinicians, columns that look like names are told of and none is taken`() throws
  {
    let suggestion = try suggest("Who,DOS,CPT\n\"Doe, Jane\",2026-03-14,99213\n\"Roe, Ann\",2026-03-15,99213\n")
    #expect(suggestion.missing == ["clinician_id"])
    #expect(suggestion.questions.contains { $0.contains("names seem to be in Who") && !$0.contains("Jane") })
  }

  @Test func `a sheet of a workbook is looked at by name`() throws {
    let header: [SmallWorkbook.Cell] = ["Rendering", "DOS", "CPT", "Qty"]
    let first: [SmallWorkbook.Cell] = ["P101", .number("46085"), "99213", .number("1")]
    let second: [SmallWorkbook.Cell] = ["P101", .number("46086"), "99214", .number("2")]
    let bytes = SmallWorkbook([
      .init("Cover", [["Charges of March"]]),
      .init("Charges", [header, first, second]),
    ]).bytes
    let sample = try TableSample(MemorySource(bytes), path: "log.xlsx", sheet: "charges")
    let suggestion = try MapSuggester(try Self.book()).suggestion(for: sample, path: "log.xlsx")
    let map = try map(suggestion)
    #expect(map.form == .sheet && map.sheet == "charges")
    #expect(map.columns[.serviceDate] == ColumnSource(["DOS"], dates: .serial))
    let read = try MapSample.read(bytes, map)
    #expect(read.rejections == [] && read.lines.count == 2)
    #expect(throws: InputFailure.self) { try TableSample(MemorySource(bytes), path: "log.xlsx", sheet: "None") }
  }

  @Test(arguments: [
    "columns: {code: [CPT Code]}", "columns: {code: [cpt], charge: [cpt]}", "columns: {nothing: [x]}",
    "columns: {code: [cpt]}\nunsure: {other: why}", "columns: {code: [cpt]}\nconditions: [{headings: [type]}]",
  ])
  func `headings that name no column or two are refused`(yaml: String) {
    #expect(throws: InputFailure.self) { try HeadingBook(Array(yaml.utf8), file: "headings.yaml") }
  }

  @Test func `a file without a header is told of`() throws {
    #expect(throws: InputFailure.self) { try suggest("1,2,3\n4,5,6\n") }
    #expect(throws: InputFailure.self) { try suggest("\n\n") }
  }
}
