import Foundation
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest
@testable import MedicareFees

/// Whole bundles: every form of every file, compared, and nothing unaccounted for.
@Suite struct FeeBundleTests {
  /// Reads one file.
  private func entry(_ name: String, _ bytes: [UInt8]) throws -> FeeBundle.Entry {
    let scratch = try ScratchFolder()
    let path = try write(bytes, to: name, in: scratch)
    return try #require(try FeeBundle(paths: [path]).entries.first)
  }

  private func entry(_ name: String, _ text: String) throws -> FeeBundle.Entry { try entry(name, Array(text.utf8)) }

  private func write(_ bytes: [UInt8], to name: String, in scratch: ScratchFolder) throws -> String {
    let path = "\(scratch.path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func table(_ entry: FeeBundle.Entry) throws -> PublishedTable {
    guard case .table(let table) = entry.content else { throw InputFailure(entry.name, "is no table") }
    return table
  }

  private func fees(_ entry: FeeBundle.Entry) throws -> FeeFile {
    guard case .relativeValues(let file) = entry.content else { throw InputFailure(entry.name, "is no fee file") }
    return file
  }

  /// What stops the reading of a file.
  private func failure(_ name: String, _ text: String) -> String? {
    do {
      _ = try entry(name, text)
      return nil
    } catch {
      return (error as? InputFailure)?.description
    }
  }

  /// All files of a release in all forms, by name.
  private func allForms() throws -> [(name: String, bytes: [UInt8])] {
    [
      ("PPRRVU2025_Oct.csv", Array(InventedFees.cms(InventedBundle.rows).utf8)),
      ("PPRRVU2025_Oct.txt", Array(try InventedBundle.fixedWidth(InventedBundle.rows).utf8)),
      ("PPRRVU2025_Oct.xlsx", try InventedBundle.workbook(InventedBundle.rows)),
      ("GPCI2025.csv", Array(InventedBundle.gpciCSV.utf8)), ("GPCI2025.txt", Array(InventedBundle.gpciText.utf8)),
      ("GPCI2025.xlsx", InventedBundle.gpciWorkbook.bytes), ("ANES2025.csv", Array(InventedBundle.anesthesiaCSV.utf8)),
      ("ANES2025.txt", Array(InventedBundle.anesthesiaText.utf8)),
      ("ANES2025.xlsx", InventedBundle.anesthesiaWorkbook.bytes),
      ("25LOCCO.csv", Array(InventedBundle.countiesCSV.utf8)),
    ]
  }

  private func imported(_ paths: [String], as release: String? = nil) throws -> FeeImport {
    try FeeImport(
      try FeeBundle(paths: paths), path: paths[0], release: release.flatMap { ReleaseName($0) },
      factors: InventedFees.factors, dataFolder: nil)
  }

  /// Writes all forms, with one of them changed.
  private func folder(_ change: (name: String, bytes: [UInt8])? = nil) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    for file in try allForms() {
      let bytes = change.flatMap { $0.name == file.name ? $0.bytes : nil } ?? file.bytes
      _ = try write(bytes, to: "in/\(file.name)", in: scratch)
    }
    return scratch
  }

  @Test func `a line of PPRRVU's record layout is read by its places`() throws {
    let text = "HDR CPT CODES ARE COPYRIGHT                       \r\n\(InventedBundle.fixedLine)\r\n"
    let read = try entry("PPRRVU2025_Oct.txt", text)
    #expect(read.form == .fixedWidth && read.account.header == 1 && read.account.rows == 1)
    let row = try #require(try fees(read).rows.first)
    #expect(row == (try fees(try entry("a.csv", InventedFees.cms([InventedBundle.rows[0]]))).rows.first))
    #expect(row.cappedMalpractice == RVU(hundredths: 4) && row.preoperative == 9)
  }

  @Test func `PPRRVU says the same in all its forms`() throws {
    let delimited = try fees(try entry("a.csv", InventedFees.cms(InventedBundle.rows)))
    let text = try fees(try entry("a.txt", try InventedBundle.fixedWidth(InventedBundle.rows)))
    let workbook = try fees(try entry("a.xlsx", try InventedBundle.workbook(InventedBundle.rows)))
    #expect(delimited.rows.count == 5)
    #expect(text.rows == delimited.rows && workbook.rows == delimited.rows)
    #expect(text.columns == delimited.columns && workbook.columns == delimited.columns)
    #expect(text.statedFactors == delimited.statedFactors && workbook.statedFactors == delimited.statedFactors)
    #expect(workbook.descriptors == delimited.descriptors && text.descriptors == delimited.descriptors)
  }

  @Test func `GPCI and ANES say the same in all their forms, in our layout`() throws {
    let gpci =
      "mac,locality,state,name,work_gpci,pe_gpci,mp_gpci\n02102,01,AK,INVENTED NORTH,1.500,1.080,0.592\n"
      + "10112,00,AL,INVENTED STATE,1.000,0.869,0.575\n"
    let factors = "mac,locality,factor,qualifying_factor\n02102,01,27.86,\n10112,00,19.30,\n"
    for (name, bytes) in try allForms() where !name.hasPrefix("PPRRVU") && !name.contains("LOCCO") {
      let csv = String(decoding: try table(try entry(name, bytes)).csv, as: UTF8.self)
      #expect(csv == (name.hasPrefix("GPCI") ? gpci : factors), "\(name)")
    }
  }

  @Test func `LOCCO's states are carried on, and a row that is there twice word for word is counted`() throws {
    let read = try entry("25LOCCO.csv", InventedBundle.countiesCSV)
    #expect(
      String(decoding: try table(read).csv, as: UTF8.self)
        == "mac,locality,state,area,counties\n01182,18,LONG STATE,NORTH,\"ONE, TWO\"\n"
        + "01182,99,LONG STATE,REST OF STATE,ALL OTHER COUNTIES\n10112,00,INVENTED STATE,STATEWIDE,ALL COUNTIES\n")
    #expect(
      read.account.description
        == "10 records = 3 rows + 3 of title and header + 2 empty + 1 note + 1 repeated")
  }

  @Test func `two factors by locality are told apart by their headers`() throws {
    let text =
      "Contractor,Locality,Locality Name,Qualifying APM National Anes CF (with 2.5% statutory increase) of 20.599835,"
      + "Non-Qualifying APM National Anes CF (with 2.5% Statutory increase)  of 20.49754\n10112 ,00 ,INVENTED,19.63,19.53\n"
    #expect(
      String(decoding: try table(try entry("a.csv", text)).csv, as: UTF8.self)
        == "mac,locality,factor,qualifying_factor\n10112,00,19.53,19.63\n")
  }

  @Test func `of two work indices the one with the floor is taken`() throws {
    let text = InventedBundle.gpciCSV.replacing("\r\n", with: "\n").split(separator: "\n").map { line in
      line.hasPrefix("Medicare")
        ? "\(line),2025 PW GPCI (without 1.0 Floor)" : line.first?.isNumber == true ? "\(line),0.9" : "\(line),"
    }.joined(separator: "\n")
    let csv = String(decoding: try table(try entry("a.csv", text)).csv, as: UTF8.self)
    #expect(csv.contains("10112,00,AL,INVENTED STATE,1.000,0.869,0.575"))
  }

  @Test func `base units are recognised by their header, and the code's zeros are put back`() throws {
    let expected = "code,base_units\n00100,5\n00102,6\n"
    #expect(String(decoding: try table(try entry("b.csv", InventedBundle.baseUnits)).csv, as: UTF8.self) == expected)
    let workbook = SmallWorkbook([
      ["Anesthesia Code", "Base Units"], [.number("100"), .number("5")], [.number("102"), .number("6")],
    ])
    #expect(String(decoding: try table(try entry("b.xlsx", workbook.bytes)).csv, as: UTF8.self) == expected)
  }

  @Test func `re-exports are recognised by their header and told`() throws {
    let gpci = try entry(
      "x.csv",
      "mac,state,locality_number,locality_name,gpci_work,gpci_pe,gpci_mp,gpci_gaf\n2102,AK,1,A,1.5,1.08,0.5920000001,9\n"
    )
    #expect(gpci.isReexport && gpci.kind == .geographicIndices)
    let factors = try entry(
      "y.csv",
      "contractor,locality,locality_name,anesthesia_conv_factor\n2102,01,A,27.810000000000002\n,,,\n\u{1A},,,\n")
    #expect(factors.isReexport && factors.kind == .anesthesiaFactors)
    #expect(factors.account.description == "4 records = 1 row + 1 of title and header + 1 empty + 1 end-of-file mark")
    #expect(try entry("z.csv", InventedBundle.gpciCSV).isReexport == false)
  }

  @Test func `a folder and a zip file of all forms give the same release`() throws {
    let scratch = try folder()
    let zip = try write(
      StoredZip.bytes(try allForms().map { ($0.name, $0.bytes) }), to: "RVU25D.zip", in: scratch)
    let ofFolder = try imported(["\(scratch.path)/in"])
    let ofZip = try imported([zip])
    #expect(ofFolder.info == ofZip.info)
    #expect(ofFolder.info.release == "2025D")
    #expect(ofFolder.written.map(\.file) == ["rvu.csv", "gpci.csv", "anesthesia.csv", "counties.csv"])
    #expect(ofFolder.written.map(\.bytes) == ofZip.written.map(\.bytes))
    #expect(ofFolder.info.lacks == ["anesthesia-base-units.csv"])
    #expect(ofFolder.info.source.file == "PPRRVU2025_Oct.csv")
    #expect(ofFolder.info.file("gpci.csv")?.source.file == "GPCI2025.csv")
    #expect(ofFolder.outcomes.count == 10)
    #expect(ofFolder.outcomes.count { $0.words.hasSuffix("imported") } == 4)
    #expect(ofFolder.outcomes.count { $0.words.contains("agrees with") } == 6)
  }

  @Test(arguments: ["xlsx", "txt"])
  func `any form alone gives the figures of all together`(_ form: String) throws {
    let scratch = try folder()
    let names = ["PPRRVU2025_Oct", "GPCI2025", "ANES2025"].map { "\(scratch.path)/in/\($0).\(form)" }
    let all = try imported(["\(scratch.path)/in"])
    #expect(try imported(names).written.map(\.bytes) == all.written.prefix(3).map(\.bytes))
  }

  @Test func `forms that disagree stop the import, with the first difference`() throws {
    let fees = try InventedBundle.fixedWidth(
      [.init(code: "00100", multiple: "0")] + InventedBundle.rows.filter { $0.code != "00100" })
    let gpci = InventedBundle.gpciText.replacing("1.080", with: "1.081")
    let factors = InventedBundle.anesthesiaText.replacing("2786", with: "2787")
    for (name, text, message) in [
      ("PPRRVU2025_Oct.txt", fees, "has 2 as multiple_procedure of 00100, where the other has 0"),
      ("GPCI2025.txt", gpci, "has 1.080 as pe_gpci of 02102-01, where the other has 1.081"),
      ("ANES2025.txt", factors, "has 27.86 as factor of 02102-01, where the other has 27.87"),
    ] {
      let scratch = try folder((name, Array(text.utf8)))
      let failure = try #require(#expect(throws: InputFailure.self) { try imported(["\(scratch.path)/in"]) })
      #expect(failure.message.contains(message), "\(failure)")
      #expect(failure.message.contains(name), "\(failure)")
    }
  }

  @Test func `a row that one form lacks stops the import`() throws {
    let scratch = try folder(("PPRRVU2025_Oct.xlsx", try InventedBundle.workbook(InventedBundle.rows.dropLast())))
    let failure = try #require(#expect(throws: InputFailure.self) { try imported(["\(scratch.path)/in"]) })
    #expect(failure.message.contains("has G0105-53, which the other lacks"), "\(failure)")
  }

  @Test func `the two files of 2026 must agree but for factor, pricing indicator and rows that are not paid`() throws {
    let title = "2026 National Physician Fee Schedule Relative Value File January Release"
    func text(_ rows: [InventedFees.Row], _ factor: String, _ pricing: String) -> [UInt8] {
      let rows = rows.map { row in
        var row = row
        row.factor = factor
        return row
      }
      return Array(
        InventedFees.cms(rows, title: title, withPricing: true).replacing(",9,7,", with: ",9,\(pricing),").utf8)
    }
    let scratch = try ScratchFolder()
    let others = try write(text(InventedBundle.rows, "33.4009", "9"), to: "PPRRVU2026_Jan_nonQPP.csv", in: scratch)
    func qualifying(_ rows: [InventedFees.Row]) throws -> String {
      try write(text(rows, "33.5675", "1"), to: "PPRRVU2026_Jan_QPP.csv", in: scratch)
    }
    // 71046-26 is noncovered.
    let paths = [try qualifying(InventedBundle.rows.filter { $0.mod != "26" }), others]
    let fees = try imported(paths)
    #expect(fees.info.source.file == "PPRRVU2026_Jan_nonQPP.csv")
    #expect(fees.notes.contains { $0.contains("lacks 1 rows of PPRRVU2026_Jan_nonQPP.csv") })
    #expect(fees.outcomes[0].words.hasSuffix("agrees with PPRRVU2026_Jan_nonQPP.csv, of qualifying participants"))
    #expect(fees.info.conversionFactors.map(\.factor.description) == ["33.4009", "33.5675"])

    var changed = InventedBundle.rows
    changed[0].multiple = "0"
    for (rows, message) in [
      (changed, "multiple_procedure of 44310"),
      (Array(InventedBundle.rows.dropFirst()), "has 44310, which the other lacks"),
      (InventedBundle.rows + [.init(code: "99999")], "lacks 99999, which the other has"),
    ] {
      let paths = [try qualifying(rows), others]
      let failure = try #require(#expect(throws: InputFailure.self) { try imported(paths) })
      #expect(failure.message.contains(message), "\(failure)")
    }
    // Alone it is imported, and told.
    #expect(
      try imported([try qualifying(InventedBundle.rows)]).outcomes[0].words.hasSuffix("of qualifying participants"))
  }

  @Test func `files that are not needed are listed with the reason`() throws {
    let scratch = try folder()
    for (name, bytes) in [
      ("RVU25D.pdf", Array("%PDF-1.7".utf8)), ("layout.docx", StoredZip.bytes([("word/document.xml", [])])),
      ("OPPSCAP_Oct.csv", Array("HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\n".utf8)),
      ("readme.csv", Array("what,why\n1,2\n".utf8)), ("old.xls", [0xD0, 0xCF, 0x11, 0xE0]), ("empty.txt", []),
      ("sub/file.csv", Array("x".utf8)), ("26LOCCO.txt", Array("Medicare AdmiLocality    State\n".utf8)),
    ] { _ = try write(bytes, to: "in/\(name)", in: scratch) }
    let words = Dictionary(
      uniqueKeysWithValues: try imported(["\(scratch.path)/in"]).outcomes.map {
        ($0.file.split(separator: "/").last.map(String.init) ?? "", $0.words)
      })
    for (name, reason) in [
      ("RVU25D.pdf", "a PDF document"), ("layout.docx", "a Word document"), ("OPPSCAP_Oct.csv", "outpatient cap"),
      ("readme.csv", "its columns are: what, why"), ("old.xls", "a document of old Word or Excel"),
      ("empty.txt", "empty"),
      ("sub", "a folder"), ("26LOCCO.txt", "so it is not compared with 25LOCCO.csv"),
    ] { #expect(words[name]?.contains(reason) == true, "\(name): \(words[name] ?? "")") }
    #expect(words.values.allSatisfy { $0.contains(" = ") || $0.hasPrefix("not used: ") })
  }

  @Test func `a needed file of an unknown layout stops the import, with what was found`() throws {
    let scratch = try ScratchFolder()
    _ = try write(Array(InventedFees.cms(InventedBundle.rows).utf8), to: "in/PPRRVU2025_Oct.csv", in: scratch)
    _ = try write(Array("MAC,Place,Value\n10112,0,1\n".utf8), to: "in/GPCI2025.csv", in: scratch)
    let failure = try #require(#expect(throws: InputFailure.self) { try imported(["\(scratch.path)/in"]) })
    #expect(failure.message.contains("MAC, Place, Value"))
  }

  @Test(arguments: [
    ("10112,AL,00,INVENTED STATE,1,0.869,0.575", "10112,AL,00,INVENTED STATE,1,0.8691,0.575", "2025 PE GPCI is not"),
    ("10112,AL,00", "1O112,AL,00", "is not a number of at most 5 digits"),
    ("10112,AL,00", "101123,AL,00", "is not a number of at most 5 digits"), ("0.869", "", "2025 PE GPCI is not"),
    ("02102,AK,01", "10112,AL,0", "10112-00 is already on line 4"), ("0.869,0.575", "0.869", "has 6 fields"),
    ("Locality Number", "Number", "is not in a known fee schedule layout"),
    ("1.5,", "0,", "is not a number above zero"),
  ])
  func `a GPCI file with a fault is refused`(_ old: String, _ new: String, _ message: String) throws {
    let found = try #require(failure("GPCI2025.csv", InventedBundle.gpciCSV.replacing(old, with: new)))
    #expect(found.contains(message), "\(found)")
  }

  @Test func `a line of fixed width that is shifted is refused, and never read as another number`() throws {
    let good = try InventedBundle.fixedWidth(InventedBundle.rows)
    #expect(failure("PPRRVU.txt", good) == nil)
    var lines = good.split(separator: "\r\n").map(String.init)
    // One blank more before the values of the last line; then everywhere.
    let shifted = { (line: String) in String(line.prefix(58)) + " " + line.dropFirst(58).dropLast() }
    lines[lines.count - 1] = shifted(lines[lines.count - 1])
    #expect(failure("PPRRVU.txt", lines.joined(separator: "\r\n")) != nil)
    let all = good.split(separator: "\r\n").map { $0.hasPrefix("HDR") ? String($0) : shifted(String($0)) }
    #expect(failure("PPRRVU.txt", all.joined(separator: "\r\n")) != nil)
    #expect(failure("GPCI.txt", InventedBundle.gpciText.replacing("INVENTED STATE ", with: "INVENTED STATE")) != nil)
    #expect(failure("ANES.txt", InventedBundle.anesthesiaText.replacing("   1930", with: "  19300")) != nil)
  }

  @Test func `two releases in one bundle are refused`() throws {
    let scratch = try folder()
    let title = "2025 National Physician Fee Schedule Relative Value File July Release"
    let other = try write(Array(InventedFees.cms(InventedBundle.rows, title: title).utf8), to: "other.csv", in: scratch)
    let failure = try #require(#expect(throws: InputFailure.self) { try imported(["\(scratch.path)/in", other]) })
    #expect(failure.message.contains("is of release 2025C") && failure.message.contains("of 2025D"))
  }

  @Test func `indices of another year are refused`() throws {
    let scratch = try folder(("GPCI2025.csv", Array(InventedBundle.gpciCSV.replacing(",2025 ", with: ",2024 ").utf8)))
    let paths = ["PPRRVU2025_Oct.csv", "GPCI2025.csv"].map { "\(scratch.path)/in/\($0)" }
    let failure = try #require(#expect(throws: InputFailure.self) { try imported(paths) })
    #expect(failure.message.contains("states the year 2024"))
  }

  @Test func `a workbook is read from its one sheet with a known header, whatever its name`() throws {
    let header: [SmallWorkbook.Cell] = ["Code", "Base Unit"]
    let rows: [[SmallWorkbook.Cell]] = [header, ["00100", .number("5")]]
    let read = try entry(
      "b.xlsx",
      SmallWorkbook([.init("Notes", [["Read this"]]), .init("x", rows), .init("Old", isHidden: true, rows)]).bytes)
    #expect(read.account.rows == 1)
    #expect(read.otherSheets == ["sheet Notes: no known header", "sheet Old: hidden"])
    #expect(throws: InputFailure.self) {
      try entry("b.xlsx", SmallWorkbook([.init("x", rows), .init("y", rows)]).bytes)
    }
  }

  @Test func `zip files within zip files, and within folders, are refused`() throws {
    let scratch = try ScratchFolder()
    let inner = StoredZip.bytes([("a.csv", Array("x".utf8))])
    let zip = try write(StoredZip.bytes([("inner.zip", inner)]), to: "outer.zip", in: scratch)
    _ = try write(inner, to: "in/inner.zip", in: scratch)
    for path in [zip, "\(scratch.path)/in"] {
      let failure = try #require(#expect(throws: InputFailure.self) { try FeeBundle(paths: [path]) })
      #expect(failure.message.contains("a zip file within"))
    }
  }
}
