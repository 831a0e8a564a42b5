import ProductivityModel
import Testing

@testable import Ingest
@testable import MedicareFees

/// The subsections of the code set: whole, apart from each other, and as published where it matters.
@Suite struct CodeSubsectionTests {
  @Test(arguments: [
    ("00100", "Anesthesia, head"), ("01999", "Anesthesia, other"), ("10004", "Skin and breast"),
    ("19499", "Skin and breast"), ("20100", "Musculoskeletal system"), ("29999", "Musculoskeletal system"),
    ("33016", "Heart and vessels"), ("40490", "Digestive system"), ("44310", "Digestive system"),
    ("49999", "Digestive system"), ("64483", "Nervous system"), ("69990", "Operating microscope"),
    ("70450", "Diagnostic imaging"), ("77067", "Breast imaging"), ("88305", "Surgical pathology"),
    ("90834", "Psychiatry"), ("93306", "Cardiology"), ("97110", "Physical and occupational therapy"),
    ("99214", "Office visits"), ("99223", "Hospital inpatient and observation visits"), ("99291", "Critical care"),
    ("0001A", "Giving COVID-19 vaccines"), ("0001F", "Performance measurement"), ("0100T", "Emerging technology"),
    ("0001U", "Proprietary laboratory tests"), ("0002M", "Administrative algorithm assays"),
    ("G0105", "G codes: procedures and professional services"), ("J1100", "J codes: drugs"),
  ])
  func `a code's number tells its subsection`(_ code: String, _ title: String) {
    #expect(CodeSubsection.of(InventedFees.code(code))?.title == title)
  }

  @Test(arguments: ["00000", "00099", "20000", "69991", "99200", "W0001", "AB123", "12A45"])
  func `a number in no subsection has none`(_ code: String) {
    #expect(CodeSubsection.of(InventedFees.code(code)) == nil)
  }

  @Test func `no two subsections share a number or a title`() {
    let all = CodeSubsection.all
    let places = all.map(\.places).sorted { $0.lowerBound < $1.lowerBound }
    for (first, second) in zip(places, places.dropFirst()) { #expect(first.upperBound < second.lowerBound) }
    #expect(Set(all.map(\.title)).count == all.count)
    for subsection in all {
      #expect(subsection.contains(subsection.first) && subsection.contains(subsection.last), "\(subsection.title)")
      #expect(CodeSubsection.of(subsection.first) == subsection)
      #expect(CodeCategory(subsection.first) == subsection.category, "\(subsection.title)")
      #expect(CodeCategory(subsection.last) == subsection.category, "\(subsection.title)")
    }
  }

  @Test func `every shipped code that has a category has a subsection of it`() throws {
    let library = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder)
    var codes = Set<ProcedureCode>()
    for info in library.releases { codes.formUnion(try library.load(info.release).schedule.codes) }
    #expect(codes.count > 17_000)
    for code in codes.sorted() {
      #expect(CodeSubsection.of(code)?.category == CodeCategory(code), "\(code)")
    }
  }

  @Test func `a table of standings tells of every code what the schedule tells`() throws {
    let schedule = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder).load("2026A").schedule
    let table = StandingTable(schedule)
    #expect(table.categories[.surgery]?.codes == 5_933)
    var checked = 0
    for code in schedule.codes.enumerated().filter({ $0.offset % 501 == 0 }).map(\.element) {
      #expect(table.standing(of: code) == schedule.standing(of: code), "\(code)")
      #expect(table.subsectionStanding(of: code) == schedule.subsectionStanding(of: code), "\(code)")
      checked += 1
    }
    #expect(checked > 30)
  }

  @Test func `the neighbours of 44310 in 2026 lie on either side of its 17 point 15`() throws {
    let schedule = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder).load("2026A").schedule
    let code = InventedFees.code("44310")
    let standing = try #require(schedule.subsectionStanding(of: code))
    #expect(standing.work.description == "17.15")
    // Recounted without the distribution.
    let work = schedule.rows.filter {
      $0.component == nil && $0.work > .zero && (40_490...49_999) ~= ($0.code.number ?? 0)
    }
    #expect(standing.valued == work.count)
    #expect(standing.sameWork == work.filter { $0.work == standing.work }.count - 1)
    #expect(standing.below.first?.work == work.map(\.work).filter { $0 < standing.work }.max())
    #expect(standing.above.first?.work == work.map(\.work).filter { $0 > standing.work }.min())
    #expect(standing.minimum == work.map(\.work).min())
    let atMost = work.filter { $0.work <= standing.work }.count
    #expect(standing.percentile == Int((Double(atMost) * 100 / Double(work.count)).rounded()))
  }
}
