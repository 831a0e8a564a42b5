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

  @Test func `what was not found is told with what to write`() throws {
    let suggestion = try suggest("provider,cpt,modifier,units,seen\nD1,99214,25,1,\nD2,99213,,2,\nD3,99213,,1,\n")
    #expect(
      suggestion.questions.contains(
        "no column was found for service_date, which every log needs: write `service_date: HEADING` under columns, or, "
          + "where all records have one value, `fixed: {service_date: VALUE}`"))
    #expect(
      suggestion.questions.contains(
        "no column was found for patient_id, and without it lines of one patient and day are not looked at together: "
          + "where the file has it, write `patient_id: HEADING` under columns"))
    #expect(suggestion.questions.contains { $0.hasPrefix("no column was found for place_of_service, ") })
    #expect(!suggestion.questions.contains { $0.contains("found for units") || $0.contains("found for modifiers") })
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

  private static let names = [("P-1", "Jane Smith"), ("P-2", "Seán O'Brien")].map { id, name in
    RosterInterval(
      clinicianID: id, npi: "", name: name, specialty: "", clinicalFTEMillionths: 1,
      start: CalendarDate(daysSinceEpoch: 0), end: nil, position: .init(file: "roster.csv"))
  }

  private static let twoRows = """
    Lakeview
    January,,,,,
    Provider,Visit,,,Procedure,
    ,DOS,Patient Name,MRN,CPT,Mod 1
    "Smith, Jane MD",3/14/2026,"Doe, Al",7,99213,25
    "Smith, Jane MD",3/15/2026,"Roe, Bo",8,99214,
    "Subtotal Smith, Jane MD",,,,,
    "O'Brien, Sean",3/16/2026,"Doe, Al",7,99213,
    Grand Total,,,,,
    Printed on 3/31/2026,,,,,
    """

  @Test func `a header of two rows is proposed with its rows, and totals count for nothing`() throws {
    let suggestion = try suggest(Self.twoRows, roster: Self.names)
    let map = try map(suggestion)
    #expect(map.headerRows == 2 && suggestion.missing == [])
    #expect(map.columns[.clinicianID] == ColumnSource(["Provider"], key: .name))
    #expect(map.columns[.serviceDate] == ColumnSource(["DOS"], dates: .american))
    #expect(suggestion.yaml.contains("from 3 rows") && suggestion.yaml.contains("the roster has 3 of 3 by name"))
    #expect(suggestion.yaml.contains("# likely: the heading is one of its names, the roster has 3 of 3"))
    #expect(try self.map(try suggest(Self.twoRows)).columns[.clinicianID] == ColumnSource(["Provider"], key: .name))
  }

  @Test func `a title over a header of one row makes no header of two`() throws {
    for title in ["Date: 3/31/2026", "Provider report,,", ",,,,Charge"] {
      let map = try map(try suggest("\(title)\nRendering,DOS,CPT,Qty,\nC-1,3/14/2026,99213,1,\n"))
      #expect(map.headerRows == 1 && map.columns[.clinicianID] == ColumnSource(["Rendering"]))
    }
  }

  @Test func `a heading is named as specifically as it must be`() throws {
    let text = "Service,Posting,Rendering,,Line\nDate,Date,ID,Name,CPT\n2026-03-14,2026-03-15,C-1,A B,99213\n"
    let map = try map(try suggest(text))
    #expect(map.headerRows == 2 && map.columns[.serviceDate] == ColumnSource(["Service Date"]))
    #expect(map.columns[.postDate] == ColumnSource(["Posting Date"]))
    #expect(map.columns[.clinicianID] == ColumnSource(["Rendering ID"]))
  }

  @Test(arguments: ["Patient Name", "Member", "Subscriber Name", "Guarantor", "Insured Name"])
  func `nobody under a heading that tells of patients is offered as the clinician`(heading: String) throws {
    let rows =
      "\"Smith, Jane\",2026-03-14,99213\n\"O'Brien, Sean\",2026-03-15,99213\n\"Smith, Jane\",2026-03-15,99213\n"
    for roster in [[], Self.names] {
      let suggestion = try suggest("\(heading),DOS,CPT\n\(rows)", roster: roster)
      #expect(suggestion.missing == ["clinician_id"])
      #expect(!suggestion.questions.contains { $0.contains("names seem") || $0.contains("looks like clinician") })
    }
  }

  @Test func `a column under an unknown heading is the clinician's where the roster has its names`() throws {
    let text = "Who,DOS,CPT\n\"Smith, Jane\",2026-03-14,99213\n\"O'Brien, Sean\",2026-03-15,99213\n"
    let suggestion = try suggest(text, roster: Self.names)
    #expect(try map(suggestion).columns[.clinicianID] == ColumnSource(["Who"], key: .name))
    let blank = try suggest(String(text.dropFirst(3)), roster: Self.names)
    #expect(blank.questions.contains { $0.hasPrefix("column 1 looks like clinician_id, but its heading cannot") })
  }

  @Test func `a clinician on the first row of each block is proposed to be filled down, and asked about`() throws {
    let text = """
      Provider,DOS,CPT
      Jane Smith,2026-03-14,99213
      ,2026-03-15,99214
      ,2026-03-16,99214
      Total,,
      Sean O'Brien,2026-03-14,99213
      """
    let suggestion = try suggest(text, roster: Self.names)
    let source = try map(suggestion).columns[.clinicianID]
    #expect(source == ColumnSource(["Provider"], key: .name, fillsDown: true))
    #expect(suggestion.questions.contains { $0.hasPrefix("Provider is blank in 2 of 4 rows") })
  }

  @Test func `names in rows of their own are hinted at`() throws {
    let text = "DOS,Pat,CPT\nProvider: A B,,\n2026-03-14,7,99213\nTotal,,\nProvider: C D,,\n2026-03-14,7,99213\n"
    #expect(try suggest(text).questions.contains { $0.contains("2 rows have one cell only") })
  }

  @Test func `places with a title are places of service`() throws {
    let text = "Rendering,DOS,CPT,POS\nC-1,2026-03-14,99213,11 - Office\nC-1,2026-03-14,99213,22-Outpatient\n"
    #expect(try map(try suggest(text)).columns[.placeOfService] == ColumnSource(["POS"]))
  }

  @Test func `the best-fitting sheet is proposed from, and the others are told of`() throws {
    let header: [SmallWorkbook.Cell] = ["Rendering", "DOS", "CPT", "Qty"]
    let row: [SmallWorkbook.Cell] = ["P101", .number("46085"), "99213", .number("1")]
    let bytes = SmallWorkbook([
      .init("Cover", [["Monthly summary"], ["Rendering", "Qty"], ["P101", .number("3")]]),
      .init("Lookup", isHidden: true, [header, row]), .init("January 2026", [["Charges"], header, row]),
      .init("Feb", [header, row]), .init("Doe, Jane", [["Notes"]]), .init("Empty", []),
    ]).bytes
    let samples = try TableSample.all(in: MemorySource(bytes), path: "log.xlsx", sheet: nil)
    let suggestion = try MapSuggester(try Self.book()).suggestion(for: samples, path: "log.xlsx")
    #expect(
      suggestion.notes == [
        "Proposed from the sheet January 2026.", "Sheets that have the columns too: Feb.",
        "Sheets without the columns: Cover, sheet 5.",
      ])
    let map = try map(suggestion)
    #expect(map.sheet == nil && map.columns[.code] == ColumnSource(["CPT"]))
    let one = try TableSample.all(in: MemorySource(bytes), path: "log.xlsx", sheet: "feb")
    #expect(try self.map(try MapSuggester(try Self.book()).suggestion(for: one, path: "log.xlsx")).sheet == "feb")
  }

  @Test func `a workbook without a filled sheet is empty, and an old one is told of`() throws {
    let empty = SmallWorkbook([.init("A", [])]).bytes
    #expect(throws: InputFailure.self) { try TableSample.all(in: MemorySource(empty), path: "log.xlsx", sheet: nil) }
    let old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1] + [UInt8](repeating: 0, count: 600)
    let failure = #expect(throws: InputFailure.self) {
      try TableSample.all(in: MemorySource(old), path: "log.xls", sheet: nil)
    }
    #expect(failure?.message.hasPrefix("is an old Excel workbook (.xls)") == true)
    let opened = #expect(throws: InputFailure.self) { _ = try ReadLog(old) }
    #expect(opened?.hint == "save it as .xlsx or CSV, without a password")
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
