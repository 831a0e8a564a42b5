import ProductivityModel
import Testing

@testable import Ingest
@testable import MedicareFees

/// Fee schedule files in the three layouts, each recognised by its header.
@Suite struct FeeFileTests {
  private static let rows = [
    InventedFees.Row(code: "44310", description: "Invented, with a comma", nonfacilityNA: "NA"),
    InventedFees.Row(code: "0653T", multiple: "3", endoscopicBase: "0652T"),
    InventedFees.Row(code: "71046", mod: "TC", work: "0.00", nonfacilityTotal: "2.10", facilityTotal: "0.60"),
    InventedFees.Row(code: "71046"),
    InventedFees.Row(code: "71046", mod: "26", status: "N", notUsed: "+"),
  ]

  private func check(_ rows: [FeeRow]) throws {
    #expect(rows.map(\.code.description) == ["0653T", "44310", "71046", "71046", "71046"])
    #expect(rows.map { $0.component?.description ?? "" } == ["", "", "", "26", "TC"])
    let row = rows[1]
    #expect(row.status == .active)
    #expect(row.work == WorkRVU(hundredths: 100))
    #expect(row.nonfacilityPE == RVU(hundredths: 200) && row.facilityPE == RVU(hundredths: 50))
    #expect(row.nonfacilityIsNA && !row.facilityIsNA && !row.isNotUsedForMedicare)
    #expect(row.malpractice == RVU(hundredths: 10))
    #expect(row.componentIndicator == .physicianService)
    #expect(row.globalPeriod == .ninetyDays)
    #expect(row.preoperative == 9 && row.intraoperative == 81 && row.postoperative == 10)
    #expect(row.multipleProcedure == .standard)
    #expect(row.bilateral == .halfMore && row.assistant == .payable)
    #expect(row.coSurgeon == .notPermitted && row.team == .notApplicable)
    #expect(row.endoscopicBase == nil && rows[0].endoscopicBase?.description == "0652T")
    #expect(rows[3].status == .noncovered && rows[3].isNotUsedForMedicare)
  }

  @Test func `CMS's own layout of 31 columns is read`() throws {
    let file = try InventedFees.read(InventedFees.cms(Self.rows))
    #expect(file.layout == .cms)
    #expect(file.titleRelease?.description == "2025D")
    #expect(file.unknownColumns.isEmpty)
    #expect(!file.columns.contains(.pricing) && file.columns.contains(.cappedMalpractice))
    #expect(file.statedFactors.map(\.description) == ["32.3465"])
    try check(file.rows)
    let row = file.rows[1]
    #expect(row.pricing == nil)
    #expect(row.supervision?.description == "09" && row.calculationFlag?.description == "0")
    #expect(row.imagingFamily?.description == "88")
    #expect(row.cappedNonfacilityPE == RVU(hundredths: 120) && row.cappedFacilityPE == RVU(hundredths: 130))
    #expect(row.cappedMalpractice == RVU(hundredths: 4))
    let comma = try #require(file.descriptors.first { $0.code.description == "44310" })
    #expect(comma.text == "Invented, with a comma")
  }

  @Test func `CMS's layout of 32 columns has the pricing indicator before the endoscopic base`() throws {
    let title = "2026 National Physician Fee Schedule Relative Value File January Release"
    let file = try InventedFees.read(InventedFees.cms(Self.rows, title: title, withPricing: true))
    #expect(file.layout == .cms)
    #expect(file.titleRelease?.description == "2026A")
    try check(file.rows)
    #expect(file.rows.allSatisfy { $0.pricing?.description == "7" })
    #expect(file.rows[0].endoscopicBase?.description == "0652T")
  }

  @Test func `the tidy re-export is read`() throws {
    let file = try InventedFees.read(InventedFees.reexport(Self.rows), name: "folder.x/pprrvu_rvu24ar_jan.csv")
    #expect(file.layout == .reexport)
    #expect(file.titleRelease == nil)
    #expect(file.nameRelease?.description == "2024AR")
    #expect(file.name == "pprrvu_rvu24ar_jan.csv")
    try check(file.rows)
    #expect(file.rows[1].cappedFacilityPE == RVU(hundredths: 130))
  }

  @Test func `the figures of 2026 are read, and what they do not know stays unknown`() throws {
    var rows = Self.rows
    rows.append(InventedFees.Row(code: "0988T", source: "values-only"))
    let file = try InventedFees.read(InventedFees.figures(rows))
    #expect(file.layout == .figures)
    #expect(file.descriptors.isEmpty && file.statedFactors.isEmpty)
    let unknown = try #require(file.rows.first { $0.code.description == "0988T" })
    #expect(unknown.rowSource == .valuesOnly && unknown.source == "values-only")
    #expect(unknown.bilateral == nil && unknown.globalPeriod == nil && unknown.preoperative == nil)
    #expect(unknown.cappedMalpractice == nil)
    try check(file.rows.filter { $0.rowSource == .releaseFile })
  }

  @Test func `columns are found by name in any order`() throws {
    let text = InventedFees.figures(Self.rows)
    let reversed = text.split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",") }
    // The code column ends the header's search, so it stays in front.
    let moved = reversed.map { line -> String in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false)
      cells.insert(cells.removeLast(), at: 0)
      return cells.joined(separator: ",")
    }
    #expect(try InventedFees.read(moved.joined(separator: "\n")).rows == InventedFees.read(text).rows)
  }

  @Test func `rows of nothing and of the end-of-file byte are passed over`() throws {
    let without = try InventedFees.read(InventedFees.cms(Self.rows, ending: nil))
    let with = try InventedFees.read(InventedFees.cms(Self.rows, ending: "\u{1A}") + "\u{1A}")
    #expect(without.rows == with.rows)
    #expect(with.rows.count == Self.rows.count)
  }

  @Test func `the noise of floating point is rounded to the published decimals`() throws {
    let noisy = InventedFees.Row(
      code: "44310", work: "17.150000000000002", nonfacilityPE: "7.9699999999999998", facilityPE: "7.97",
      malpractice: "3.85", nonfacilityTotal: "28.970000000000002", facilityTotal: "28.97")
    let row = try #require(try InventedFees.read(InventedFees.cms([noisy])).rows.first)
    #expect(row.work == WorkRVU(hundredths: 1715))
    #expect(row.nonfacilityPE == RVU(hundredths: 797))
  }

  @Test(arguments: [
    ("17.155", false), ("17.15000", true), ("17.1", true), ("17", true), ("-1.00", false), ("1.2.3", false),
    ("", false), ("1e2", false), ("17.154999999", false), ("12345.00", false),
  ])
  func `a value has two decimals, or is refused`(_ text: String, _ isValue: Bool) {
    let text = InventedFees.figures([InventedFees.Row(code: "44310", work: text)])
    #expect((InventedFees.failure(text) == nil) == isValue)
  }

  @Test func `a column that no layout knows is told and left out`() throws {
    let lines = InventedFees.reexport(Self.rows.dropFirst().map { $0 }).split(separator: "\n")
    let text = lines.enumerated().map { $0.element + ($0.offset == 0 ? ",new_column" : ",x") }.joined(separator: "\n")
    let file = try InventedFees.read(text)
    #expect(file.unknownColumns == ["new_column"])
    #expect(file.rows.count == 4)
  }
}

/// Files that are refused, each with its place and the reason.
@Suite struct FeeFileFailureTests {
  @Test func `a wrong total is refused with its line`() throws {
    let failure = try #require(
      InventedFees.failure(InventedFees.reexport([.init(code: "10000"), .init(code: "44310", facilityTotal: "9.99")])))
    #expect(failure.position.line == 3)
    #expect(failure.message.contains("44310 has the facility total 9.99, and its parts sum to 1.60"))
  }

  @Test func `every bad row is told, not only the first`() throws {
    let rows: [InventedFees.Row] = [
      .init(code: "44310", status: "Q"), .init(code: "4431", status: "A"), .init(code: "44311", work: "x"),
    ]
    let failure = try #require(InventedFees.failure(InventedFees.reexport(rows)))
    #expect(failure.position.line == 2)
    #expect(failure.message.contains("status_code is not a status letter"))
    #expect(failure.message.contains("2 more"))
    #expect(failure.message.contains("line 3: hcpcs is not a procedure code"))
    #expect(failure.message.contains("line 4: work_rvu is not a number of RVUs"))
  }

  @Test func `a code and component that is there twice is refused`() throws {
    let failure = try #require(
      InventedFees.failure(
        InventedFees.cms([.init(code: "44388", mod: "53"), .init(code: "44388"), .init(code: "44388", mod: "53")])))
    #expect(failure.position.line == 13)
    #expect(failure.message.contains("44388-53 is already on line 11"))
  }

  @Test func `an unknown header is shown`() throws {
    let failure = try #require(InventedFees.failure("mac,state,locality_num\n10112,AL,00\n"))
    #expect(failure.position.line == 1)
    #expect(failure.message.contains("mac, state, locality_num"))
    #expect(failure.hint?.contains("PPRRVU") == true)
  }

  @Test func `a header that lacks a column without which there is no price is refused`() throws {
    let text = InventedFees.figures([.init(code: "44310")]).replacing("F_NA", with: "F_OTHER")
    let failure = try #require(InventedFees.failure(text))
    #expect(failure.message.contains("F_OTHER"))
  }

  @Test func `a repeated column is refused`() {
    #expect(InventedFees.failure(InventedFees.figures([.init(code: "44310")]).replacing("INTRA", with: "PRE")) != nil)
  }

  @Test func `the first record of another kind of file is not shown`() throws {
    let failure = try #require(InventedFees.failure("1234567,Doe,1960-01-01\n"))
    #expect(!failure.message.contains("Doe"))
    #expect(failure.message.contains("3 fields"))
  }

  @Test func `an empty file and a header without rows are refused`() {
    #expect(InventedFees.failure("")?.message == "is empty")
    #expect(InventedFees.failure(InventedFees.reexport([]))?.message.contains("no rows") == true)
    #expect(InventedFees.failure(InventedFees.cms([]))?.message.contains("no rows") == true)
  }

  @Test func `a row with a missing field is refused`() throws {
    let text = InventedFees.reexport([.init(code: "44310")]) + "44311,,too short\n"
    let failure = try #require(InventedFees.failure(text))
    #expect(failure.position.line == 3)
    #expect(failure.message.contains("has 3 fields where the header has 31"))
  }

  @Test(arguments: ["50", "2", "X1"])
  func `a modifier other than 26 TC and 53 is refused`(_ modifier: String) throws {
    let failure = try #require(InventedFees.failure(InventedFees.reexport([.init(code: "44310", mod: modifier)])))
    #expect(failure.position.column == 7)
    #expect(failure.message.contains("mod is not 26, TC, 53 or empty"))
  }
}
