import Foundation
import ProductivityModel
import Testing

@testable import Ingest
@testable import MedicareFees

/// The releases in `benchmarks-data`, against figures published elsewhere.
@Suite struct ShippedReleasesTests {
  /// The reference data of this package.
  static let dataFolder: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("benchmarks-data").path
  }()

  private static let names = [
    "2020A", "2021A", "2022A", "2022D", "2023A", "2024A", "2024AR", "2024C", "2025D", "2026A",
  ]

  private func schedule(_ release: String) throws -> FeeSchedule {
    try FeeLibrary(dataFolder: Self.dataFolder).load(release).schedule
  }

  @Test func `ten releases are on board, from 2020 to 2026`() throws {
    let library = try FeeLibrary(dataFolder: Self.dataFolder)
    #expect(library.releases.map(\.release) == Self.names)
    #expect(library.releases.filter { !$0.source.isReexport }.map(\.release) == ["2022A", "2025D"])
    #expect(library.releases.filter { $0.caution != nil }.map(\.release) == ["2026A"])
  }

  @Test(arguments: zip(names, [17236, 17327, 17600, 17726, 18010, 18499, 18499, 18664, 19090, 19207]))
  func `every row of a release can be read, and written again to the same bytes`(_ release: String, _ rows: Int) throws
  {
    let loaded = try FeeLibrary(dataFolder: Self.dataFolder).load(release)
    #expect(loaded.schedule.rows.count == rows)
    #expect(loaded.schedule.info.rows == rows)
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: loaded.path)))
    let header = try #require(String(decoding: bytes, as: UTF8.self).split(separator: "\n").first)
    let columns = try header.split(separator: ",").map { try #require(FeeColumn(rawValue: String($0))) }
    #expect(FeeFigures.write(loaded.schedule.rows, columns: columns) == bytes)
    // Descriptors are the American Medical Association's: no release in the repository has them.
    #expect(!FileManager.default.fileExists(atPath: loaded.path.replacing("rvu.csv", with: "descriptors.csv")))
  }

  @Test(
    arguments: [
      ("2019-12-31", nil), ("2022-05-01", "2022D"), ("2023-05-01", "2023A"), ("2024-03-08", "2024A"),
      ("2024-03-09", "2024AR"),
      ("2024-05-01", "2024C"), ("2024-11-01", "2024C"), ("2025-03-01", "2025D"), ("2027-01-01", "2026A"),
    ] as [(String, String?)])
  func `a day takes the release that the rule says`(_ date: String, _ release: String?) throws {
    let day = try #require(CalendarDate(iso: date))
    #expect(try FeeLibrary(dataFolder: Self.dataFolder).calendar.choose(for: day)?.release == release)
  }

  @Test(arguments: [
    ("2020-06-30", "36.0896"), ("2021-06-30", "34.8931"), ("2022-06-30", "34.6062"), ("2023-06-30", "33.8872"),
    ("2024-03-08", "32.7442"), ("2024-03-09", "33.2875"), ("2025-06-30", "32.3465"), ("2026-06-30", "33.4009"),
  ])
  func `a day takes its conversion factor, whatever its release`(_ date: String, _ dollars: String) throws {
    let day = try #require(CalendarDate(iso: date))
    let library = try FeeLibrary(dataFolder: Self.dataFolder)
    #expect(library.conversionFactor(.national, on: day)?.factor.description == dollars)
  }

  @Test func `the Surgery codes of 2026 have the published distribution`() throws {
    let distribution = WorkDistribution(.category(.surgery), in: try schedule("2026A"))
    #expect(distribution.codes == 5_933)
    #expect(distribution.valued.count == 5_734)
    #expect(distribution.median?.description == "7.995")
    #expect(distribution.maximum?.description == "106.19")
  }

  @Test(arguments: [("44310", 77), ("44120", 83), ("45378", 22), ("99214", 65)])
  func `published percentiles of 2026 are reproduced`(_ code: String, _ percentile: Int) throws {
    #expect(try schedule("2026A").standing(of: InventedFees.code(code))?.percentile == percentile)
  }

  @Test func `44310 of 2026 is as published`() throws {
    let schedule = try schedule("2026A")
    let row = try #require(schedule.row(InventedFees.code("44310")))
    #expect(row.work.description == "17.15")
    #expect(row.total(.facility).description == "28.97")
    #expect(row.nonfacilityIsNA && !row.facilityIsNA)
    #expect(row.globalPeriod == .ninetyDays)
    let standing = try #require(schedule.standing(of: row.code))
    #expect(standing.timesMedianText == "2.1")
    #expect(DecimalText.fixed(standing.median.millionths, scale: 6, decimals: 2) == "8.00")
    let facts = try #require(CodeFacts(row.code, in: schedule))
    #expect(facts.payment(row, in: .facility)?.amount.description == "967.62")
    #expect(facts.payment(row, in: .nonfacility) == nil)
    let qualifying = try #require(CodeFacts(row.code, in: schedule, qualifying: true))
    #expect(qualifying.payment(row, in: .facility)?.amount.description == "972.45")
  }

  @Test func `codes that only have a professional component are known as such`() throws {
    let schedule = try schedule("2025D")
    #expect(schedule.isValuedOnlyAsProfessional(InventedFees.code("61715")))
    #expect(!schedule.isValuedOnlyAsProfessional(InventedFees.code("71046")))
    #expect(!schedule.isValuedOnlyAsProfessional(InventedFees.code("44310")))
    #expect(schedule.row(InventedFees.code("61715"), "26")?.work.description == "18.95")
    #expect(schedule.rows(for: InventedFees.code("86153"))?.base == nil)
  }

  @Test(arguments: zip(["2025D", "2026A"], [123, 117]))
  func `the codes whose work is only in their 26 row are as many as counted`(_ release: String, _ count: Int) throws {
    let schedule = try schedule(release)
    let codes = schedule.codes.filter(schedule.isValuedOnlyAsProfessional)
    #expect(codes.filter { schedule.row($0) != nil }.count == count)
    // One code has no base row at all.
    #expect(codes.filter { schedule.row($0) == nil }.map(\.description) == ["86153"])
  }

  @Test(arguments: names)
  func `every endoscopic base is a code of multiple-procedure indicator 2 without a base`(_ release: String) throws {
    let schedule = try schedule(release)
    let bases = Set(schedule.rows.compactMap(\.endoscopicBase))
    #expect(bases.count >= 30)
    for base in bases {
      let row = try #require(schedule.row(base), "\(base)")
      #expect(row.endoscopicBase == nil || row.endoscopicBase == base, "\(base)")
    }
  }

  @Test func `the facility places are those of the Medicare manual`() throws {
    let places = try FeeLibrary(dataFolder: Self.dataFolder).facilityPlaces
    #expect(places.places.map(\.number) == [2, 19, 21, 22, 23, 24, 26, 31, 34, 41, 42, 51, 52, 53, 56, 61])
  }

  @Test func `the checksums in the README are those of the files`() throws {
    let folder = "\(Self.dataFolder)/cms-pfs"
    let readme = try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
    let shipped =
      Self.names.map { "\($0)/rvu.csv" } + ["conversion-factors.csv", "place-of-service.csv", "work-adjustments.csv"]
    var checked = 0
    for line in readme.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2, shipped.contains(words[1]) else { continue }
      #expect(try FileSource.contents("\(folder)/\(words[1])").sha256 == words[0], "\(words[1])")
      checked += 1
    }
    #expect(checked == shipped.count)
  }

  @Test func `the schema page describes every column`() throws {
    let page = try String(contentsOfFile: "\(Self.dataFolder)/schema/cms-pfs.md", encoding: .utf8)
    for column in FeeColumn.allCases { #expect(page.contains("| \(column.rawValue) |"), "\(column.rawValue)") }
  }
}
