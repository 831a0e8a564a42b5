import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// A log's header, and the maps for other layouts.
@Suite struct LogColumnsTests {
  private func failure(_ text: String, map: ColumnMap = .standard) throws -> InputFailure {
    try #require(#expect(throws: InputFailure.self) { _ = try ReadLog(text, map: map) })
  }

  @Test func `an empty log says what a log starts with`() throws {
    for text in ["", "\n\n", "\u{FEFF}"] {
      let failure = try failure(text)
      #expect(failure.description == "log.csv: error: is empty\nhint: a log starts with a line of headers")
      #expect(!failure.isUsage)
    }
  }

  @Test(arguments: [
    ("clinicianid,service_date,code", "clinician_id", "clinicianid"),
    ("clinician_id,servicedate,code", "service_date", "servicedate"),
    ("clinician_id,service_date,codes", "code", "codes"), ("clinican_id,a,b", "clinician_id", "clinican_id"),
  ])
  func `a missing column is told with the nearest one there`(header: String, missing: String, nearest: String) throws {
    #expect(
      try failure(header + "\n").description == """
        log.csv:1: error: the column \(missing) is missing
        hint: is it the column "\(nearest)"? Rename it, or name it in a column map
        """)
  }

  @Test func `a missing column that is like none is told with those there`() throws {
    #expect(
      try failure("clinician_id,service_date,procedure\n").hint
        == "the header has: clinician_id, service_date, procedure")
  }

  private static let provider = ColumnMap(
    name: "m",
    columns: [
      .clinicianID: ColumnSource(["Provider"]), .serviceDate: ColumnSource(["DOS"]), .code: ColumnSource(["CPT"]),
    ])

  @Test(arguments: [",", ";", "\t"])
  func `a column whose header stands above the row that has the others is told with how many rows to name`(mark: String)
    throws
  {
    let text = "A report,,\n,,\nProvider,Visit,\n,DOS,CPT\nSmith,2026-01-05,99214\n"
    #expect(
      try failure(text.replacing(",", with: mark), map: Self.provider).description == """
        log.csv:4: error: the column Provider is missing
        hint: Provider stands in row 3, above the header in row 4: write headers: 2 in the column map
        """)
    var map = Self.provider
    map.headerRows = 2
    #expect(try ReadLog(text, map: map).lines.count == 1)
    let deep = "Provider,\na,\nb,\nc,\nd,\n,DOS,CPT\n"
    #expect(try failure(deep, map: Self.provider).hint?.hasSuffix("header in row 6: write it into that row") == true)
  }

  @Test func `a missing column is told at the row that has the others, and no record is taken for it`() throws {
    let below = try failure("A report\n\nWho,DOS,CPT\nSmith,2026-01-05,99214\n", map: Self.provider)
    #expect(below.position.line == 3 && below.hint == "the header has: Who, DOS, CPT")
    let none = try failure("Smith,Jones,Provider\nJones,2026-01-05,99214\n", map: Self.provider)
    #expect(none.position.line == 1)
  }

  @Test func `a header of two rows may be repeated`() throws {
    var map = Self.provider
    map.headerRows = 2
    let header = "Provider,Visit,\n,DOS,CPT\n"
    let log = try ReadLog("\(header)A,2026-01-05,99214\n\(header)B,2026-01-05,99214\n", map: map)
    #expect(log.lines.count == 2 && log.rejections == [])
  }

  @Test func `a column that is there twice is told`() throws {
    let failure = try failure("\n\nclinician_id,service_date,code,Code \n")
    #expect(failure.description == "log.csv:3: error: the column code is there 2 times")
  }

  @Test func `headers may have capitals and blanks and come in any order`() throws {
    let log = try ReadLog(" Code ,SERVICE_DATE,Clinician_ID\n99214,2026-01-05,C1\n")
    #expect(log.lines.count == 1 && log.told == "")
  }

  @Test func `a misspelt column is told as such, another one as not read, and both at the header`() throws {
    let log = try ReadLog("clinician_id,service_date,code,modifer,shoe_size,\nC1,2026-01-05,99214,26,44,\n")
    #expect(
      log.headerFindings.map(\.description) == [
        "log.csv:1: warning: the column \"modifer\" is not read [misspelt-column]\nhint: did you mean modifiers?",
        "log.csv:1: note: the column \"shoe_size\" is not read [unread-column]",
      ])
    #expect(log.lines.map(\.modifiers) == [0])
  }

  @Test func `a column like one that is there already is not called misspelt`() throws {
    let log = try ReadLog("clinician_id,service_date,code,codes\nC1,2026-01-05,99214,x\n")
    #expect(log.headerFindings.map(\.problem) == [.unreadColumn])
  }

  // MARK: First lines that are no header

  private static let readHint = "save the file as CSV with LF or CRLF line ends and closed quotes"

  @Test(arguments: [
    ("clinician_id,service_date,\"code\nC1\",2026-01-05\nMRN0012345,Jane Doe,99215,\n", "a line ends inside it"),
    ("clinician_id,service_date,code,\"MRN0012345\nC1,2026-01-05,99214,x\n", "it has a quote that is not closed"),
    ("clinician_id,service_date,\"code\" Doe\n", "it has text after a closing quote"),
  ])
  func `a header that cannot be read shows nothing of itself`(text: String, why: String) throws {
    #expect(
      try failure(text).description == "log.csv:1: error: the header cannot be read: \(why)\nhint: \(Self.readHint)")
  }

  @Test func `a first line longer than a record may be is no header`() throws {
    let text = "clinician_id,service_date,code" + String(repeating: ",MRN0012345", count: 100_000) + "\n"
    #expect(
      try failure(text).description
        == "log.csv:1: error: the header cannot be read: it is longer than 1 MB\nhint: \(Self.readHint)")
  }

  // MARK: Other line ends, encodings and separators

  /// Old Macintosh files, and some exports still, end each line with a carriage return.
  @Test(arguments: [1, 60_000])
  func `a log whose lines end with carriage returns is read, and each line counts`(rows: Int) throws {
    let text = "clinician_id,service_date,code\r" + String(repeating: "C1,2026-01-05,99214\r", count: rows)
    let log = try ReadLog(text + "C1,2026-01-05,\rC1,2026-01-06,99213")
    #expect(log.lines.count == rows + 1 && log.lines.last?.line == UInt32(rows + 3))
    #expect(log.rejections.map(\.position) == [SourcePosition(file: "log.csv", line: rows + 2, column: 15)])
    #expect(log.headerFindings == [])
  }

  @Test func `of a first line of carriage returns that is no header nothing is shown`() throws {
    #expect(
      try failure("MRN0012345,2026-01-05,99214\rJane Doe,2026-01-06,99215\r").description == """
        log.csv:1: error: the column clinician_id is missing
        hint: the first line has none of the expected headers
        """)
  }

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [true, false], [[UInt16](), [0xFEFF]])
  func `a log in UTF-16 is read as it is in UTF-8, with a byte order mark and without`(
    isBigEndian: Bool, mark: [UInt16]
  ) throws {
    let text = """
      clinician_id,service_date,code,specialty\r
      C1,2026-01-05,99214,Médecine 𝒳\r
      MRN0012345,Jane Doe,99215,Cardiology\r
      C1,2026-01-06,99213,Cardiology\r

      """
    let log = try ReadLog(Self.utf16(String(decoding: mark, as: UTF16.self) + text, isBigEndian: isBigEndian))
    let twin = try ReadLog(text)
    #expect(log.contents == twin.contents && log.lines.map(\.line) == [2, 4])
    #expect(log.dictionaries.specialties.text(0) == "Médecine 𝒳")
    #expect(log.told == twin.told && log.rejections.map(\.position?.line) == [3])
  }

  @Test(arguments: [true, false])
  func `of a first line in UTF-16 that is no header nothing is shown`(isBigEndian: Bool) throws {
    let bytes = Self.utf16("MRN0012345,2026-01-05,99214\nJane Doe,2026-01-06,99215\n", isBigEndian: isBigEndian)
    let failure = try #require(#expect(throws: InputFailure.self) { _ = try ReadLog(bytes) })
    #expect(
      failure.description == """
        log.csv:1: error: the column clinician_id is missing
        hint: the first line has none of the expected headers
        """)
  }

  @Test(arguments: [";", "\t", "|"])
  func `a file with another separator is read`(mark: String) throws {
    let rows = [["clinician_id", "service_date", "code", "charge"], ["C1", "2026-01-05", "99214", "1,250.50"]]
    let log = try ReadLog(rows.map { $0.joined(separator: mark) + "\n" }.joined())
    #expect(log.lines.map(\.charge) == [125_050] && log.told == "")
  }

  @Test func `titles above the header are passed over and told of`() throws {
    let log = try ReadLog(
      "Lakeside Medical Group\nProcedures, January\n\nclinician_id,service_date,code\nC1,2026-01-05,99214\n")
    #expect(log.lines.map(\.line) == [5])
    #expect(log.headerFindings.map(\.problem) == [.otherRow])
  }

  @Test func `repeated headers, totals and footers are no records, and a service among them is one`() throws {
    let log = try ReadLog(
      """
      clinician_id,service_date,code,units
      C1,2026-01-05,99214,1
      Subtotal,,,1
      ,,,
      clinician_id,service_date,code,units
      C1,2026-01-06,99213,2
      Total,2026-01-07,99213,x
      Grand Total,,,3
      Page 1 of 1
      Printed 2026-02-01 10:00

      """)
    #expect(log.lines.map(\.line) == [2, 6])
    #expect(log.rejections.map(\.position?.line) == [7])
    #expect(
      log.headerFindings.map(\.message) == [
        "a row repeats the header and is no record", "4 rows are totals or footers and are no records",
      ])
  }

  @Test(arguments: [
    ("MRN0012345", "headed by a text of 10 letters and digits"), ("123-45-6789", "headed by a text of 11 characters"),
    ("2026-01-05", "headed by a text of 10 characters"), ("jane@example.org", "headed by a text of 16 characters"),
    (String(repeating: "x", count: 41), "headed by a text of 41 letters"), ("Qty (total) #2", "\"Qty (total) #2\""),
    ("Zoë", "headed by a text of 4 characters"), (" RVU 2025 ", "headed by a text of 8 characters"),
    ("RVU 25", "\"RVU 25\""),
  ])
  func `a column that is not read is shown only where it has the shape of a name`(header: String, shown: String) throws
  {
    let log = try ReadLog("clinician_id,service_date,code,\(header)\n")
    if shown.hasSuffix("of 8 characters") {
      #expect(!log.told.contains("2025"))
    } else {
      #expect(log.told == "log.csv:1: note: the column \(shown) is not read [unread-column]")
    }
  }

  @Test func `a hint that lists the header shows names only`() throws {
    #expect(
      try failure("clinician_id,service_date,MRN0012345,Jane\u{0301} Doe\n").hint
        == "the header has: clinician_id, service_date, a text of 10 letters and digits, a text of 10 characters")
  }

  // MARK: Column maps

  private static let map = """
    map: ours
    description: what our system exports
    columns: {clinician_id: Provider, service_date: DOS, code: CPT, units: Qty}
    fixed: {place_of_service: "11", specialty: Cardiology}

    """

  @Test func `a map names the columns and gives values to those that are not there`() throws {
    let map = try ColumnMapFile.read(Array(Self.map.utf8), file: "map.yaml")
    #expect(map.name == "ours" && !map.isStandard)
    let log = try ReadLog("Qty,cpt,dos,PROVIDER,Patient Name\n3,99214,2026-01-05,C1,Jane Doe\n", map: map)
    let line = try #require(log.lines.first)
    #expect(
      line.units == 30_000 && line.place == 11 && log.dictionaries.specialties.text(Int(line.specialty)) == "Cardiology"
    )
    #expect(log.told == "")
  }

  @Test func `a column that a map names must be there`() throws {
    let map = try ColumnMapFile.read(Array(Self.map.utf8), file: "map.yaml")
    #expect(
      try failure("Provider,DOS,CPT,Quantity\n", map: map).description
        == "log.csv:1: error: the column Qty is missing\nhint: the header has: Provider, DOS, CPT, Quantity")
    #expect(try failure("Provider,DOS,CPT,Qt\n", map: map).hint?.hasPrefix("is it the column \"Qt\"?") == true)
  }

  @Test func `a fixed value that cannot be understood has a line and no column`() throws {
    let map = try ColumnMapFile.read(
      Array("map: m\ncolumns: {clinician_id: P, service_date: D}\nfixed: {code: 99-214}\n".utf8), file: "map.yaml")
    let log = try ReadLog("P,D\nC1,2026-01-05\n", map: map)
    #expect(log.rejections.map(\.position) == [SourcePosition(file: "log.csv", line: 2)])
  }

  @Test(arguments: [
    ("map: m\n▸colums: {}\n", "unknown key \"colums\" in a column map"),
    ("▸description: x\ncolumns: {clinician_id: a, service_date: b, code: c}\n", "a column map needs the key \"map\""),
    ("▸map: m\n", "a column map needs the key \"columns\""),
    ("▸map: m\ncolumns: {clinician_id: a, service_date: b}\n", "the map gives no code, which every log needs"),
    ("map: m\ncolumns: {▸clinicianid: a}\n", "unknown key \"clinicianid\" in columns"),
    (
      "map: m\ncolumns: {clinician_id: a, service_date: b, code: c}\nfixed: {code: ▸99214}\n",
      "code has both a column and a fixed value"
    ),
    ("map: m\ncolumns: {clinician_id: ▸[a, b]}\n", "clinician_id comes from one column"),
    ("map: m\nform: 837p\ncolumns: ▸{code: CPT}\n", "claims have their own layout: leave out \"columns\""),
    ("map: m\nform: 837p\nkeep: ▸[{column: T, is: x}]\n", "claims have their own layout: leave out \"keep\""),
    (
      "map: m\ndates: ▸[US, european]\n",
      "days cannot be read as US and as european at once: 04/05/2026 would be two days"
    ),
    ("map: m\nkeep: [▸{column: T}]\n", "a condition of rows has either \"is\" or \"not\""),
    ("map: m\nskip: ▸\"*\"\n", "\"*\" would leave out any row"),
    ("map: m\ncolumns: {units: {column: Q, by: ▸npi}}\n", "only clinicians are found by a key"),
    ("map: m\ncolumns: ▸x\n", "columns is a list of keys and values"),
  ])
  func `what is wrong in a map is told with its place`(yaml: String, message: String) throws {
    let marked = MarkedText(yaml)
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try ColumnMapFile.read(marked.bytes, file: "map.yaml") })
    #expect(failure.message == message)
    #expect(failure.position.description == "map.yaml:\(marked.place)")
    #expect(failure.isUsage)
  }

  @Test func `the standard map has every column under its own name`() {
    #expect(ColumnMap.standard.columns.count == LogColumn.allCases.count)
    #expect(LogColumn.allCases.allSatisfy { ColumnMap.standard.columns[$0]?.headers == [$0.rawValue] })
    #expect(LogColumn.allCases.filter(\.isRequired) == [.clinicianID, .serviceDate, .code])
  }

  /// Each column under its own name, with a value that no other column would take, stands in its own place.
  @Test(arguments: LogColumn.allCases)
  func `every column is found at its own place`(column: LogColumn) throws {
    var findings: [Finding] = []
    let header = LogColumn.allCases.map(\.rawValue)
    let columns = try LogColumns.resolve(
      LogHeader([header], line: 1), map: .standard, file: "log.csv", findings: &findings)
    let place = columns[column]
    #expect(place == header.firstIndex(of: column.rawValue))
    #expect(findings == [])
  }

  // MARK: Forms of identifiers

  @Test(arguments: [
    ("C-1002", true), ("X-9999", true), ("c-1001", true), ("N123", true), ("C-100", true), ("C-10011", true),
    ("C-100111", true),
    ("C-1001111", false), ("C-1234567", false), ("C-", false),
    ("C1001", true), ("C100111", false), ("1-1001", false), ("C_1001", false), ("", false), ("MRN0012345", false),
    ("C-100１", false),
  ])
  func `an id fits where it has letters and runs of digits in the places of one in the roster`(id: String, fits: Bool) {
    #expect(IdentifierForms(["C-1001", "A000"]).fits(Array(id.utf8)) == fits)
  }

  @Test func `ids that are counted up fit past nine, by the longest of their form`() {
    let forms = IdentifierForms(["C1", "C9", "C12", "A1-1", "A123-1"])
    for id in ["C10", "C3", "C1234", "A12345-123"] { #expect(forms.fits(Array(id.utf8)), "\(id)") }
    for id in ["C12345", "A1-1234", "A123456-1", "A-1", "C"] { #expect(!forms.fits(Array(id.utf8)), "\(id)") }
  }

  @Test func `no roster ids fit nothing`() {
    #expect(!IdentifierForms([]).fits(Array("C1".utf8)))
  }
}
