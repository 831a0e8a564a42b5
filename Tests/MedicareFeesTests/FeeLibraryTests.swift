import Foundation
import ProductivityModel
import Testing

@testable import Ingest
@testable import MedicareFees

/// The releases on board: listed from their descriptions, read on demand, refused where broken.
@Suite struct FeeLibraryTests {
  private static let factorTable = """
    kind,first,last,dollars,citation
    national,2025-01-01,2025-12-31,32.3465,"invented, for a test"
    national,2026-01-01,2026-12-31,33.4009,invented

    """
  private static let placeTable = "place_of_service,setting,citation\n21,facility,invented\n11,nonfacility,invented\n"

  /// A data folder with two releases.
  private func dataFolder() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.write(Self.factorTable, to: "cms-pfs/conversion-factors.csv")
    try scratch.write(Self.placeTable, to: "cms-pfs/place-of-service.csv")
    for (text, release) in [
      (InventedFees.cms([.init(code: "44310"), .init(code: "45378", mod: "53")]), "2025D"),
      (InventedFees.figures([.init(code: "44310", work: "17.15")]), "2026A"),
    ] {
      let file = try InventedFees.read(text)
      try FeeImport(file, path: "fees.csv", release: ReleaseName(release), factors: InventedFees.factors)
        .write(into: scratch.path, withDescriptors: false)
    }
    return scratch
  }

  private func failure(_ body: () throws -> Void) -> InputFailure? {
    do {
      try body()
      return nil
    } catch {
      return error as? InputFailure
    }
  }

  @Test func `releases are listed in order and read on demand`() throws {
    let scratch = try dataFolder()
    let library = try FeeLibrary(dataFolder: scratch.path)
    #expect(library.releases.map(\.release) == ["2025D", "2026A"])
    #expect(library.newest?.release == "2026A")
    let loaded = try library.load("2026a")
    #expect(loaded.schedule.rows.map(\.work.description) == ["17.15"])
    #expect(loaded.path.hasSuffix("cms-pfs/2026A/rvu.csv"))
    #expect(loaded.size == UInt64(try scratch.text("cms-pfs/2026A/rvu.csv").utf8.count))
    #expect(loaded.sha256 == loaded.schedule.info.figuresSHA256)
    #expect(library.calendar.choose(for: InventedFees.day(2025, 2, 1))?.release == "2025D")
    #expect(library.conversionFactor(.national, on: InventedFees.day(2025, 2, 1))?.factor.description == "32.3465")
    #expect(library.conversionFactor(.qualifying, on: InventedFees.day(2025, 2, 1)) == nil)
    #expect(library.facilityPlaces.places.map(\.number) == [21])
  }

  @Test func `a release that is not on board is named with the nearest`() throws {
    let scratch = try dataFolder()
    let failure = try #require(failure { _ = try FeeLibrary(dataFolder: scratch.path).load("2025C") })
    #expect(failure.hint == "write 2025D, which is what is on board of 2025, or import the other")
    #expect(failure.isUsage)
  }

  @Test func `figures that were changed are refused`() throws {
    let scratch = try dataFolder()
    let text = try scratch.text("cms-pfs/2026A/rvu.csv")
    try scratch.write(text.replacing("17.15", with: "18.15"), to: "cms-pfs/2026A/rvu.csv")
    let library = try FeeLibrary(dataFolder: scratch.path)
    let failure = try #require(failure { _ = try library.load("2026A") })
    #expect(failure.message.contains("SHA-256"))
    #expect(failure.hint?.contains("rvubench fees import") == true)
  }

  @Test(arguments: [
    ("code,", "kode,", "unknown column kode"), ("modifier,", "code,", "column code twice"),
    ("mp,", "bilateral,", "column bilateral twice"), ("17.15", "17.155", "work is not a number"),
    (",090,", ",091,", "global is not a global period"), (",file-2026A", "", "has 21 fields where the header has 22"),
  ])
  func `a broken figures file is refused with its place`(_ old: String, _ new: String, _ message: String) throws {
    let scratch = try dataFolder()
    let text = try scratch.text("cms-pfs/2026A/rvu.csv")
    try scratch.write(text.replacing(old, with: new, maxReplacements: 1), to: "cms-pfs/2026A/rvu.csv")
    let failure = try #require(failure { _ = try FeeLibrary(dataFolder: scratch.path).load("2026A") })
    #expect(failure.message.contains(message))
    #expect(failure.position.line != nil)
  }

  @Test func `a column without which there is no price must be there`() throws {
    let scratch = try dataFolder()
    try scratch.write("code,modifier,work\n44310,,1.00\n", to: "cms-pfs/2026A/rvu.csv")
    let failure = try #require(failure { _ = try FeeLibrary(dataFolder: scratch.path).load("2026A") })
    #expect(failure.message == "lacks the column nonfacility_pe")
  }

  @Test(arguments: [
    ("\"rows\"", "\"lines\"", "lacks rows"), ("33.4009", "\"much\"", "conversion_factors"),
    ("2026-03-31", "2026-02-30", "YYYY-MM-DD"), ("2026-01-01", "2027-01-01", "before the first"), ("{", "[", "JSON"),
  ])
  func `a broken description is refused with its place`(_ old: String, _ new: String, _ message: String) throws {
    let scratch = try dataFolder()
    let text = try scratch.text("cms-pfs/2026A/release.json")
    try scratch.write(text.replacing(old, with: new), to: "cms-pfs/2026A/release.json")
    let failure = try #require(failure { _ = try FeeLibrary(dataFolder: scratch.path) })
    #expect(failure.message.contains(message), "\(failure)")
    #expect(failure.position.file.hasSuffix("2026A/release.json"))
  }

  @Test func `a broken release is repaired by importing it again`() throws {
    let scratch = try dataFolder()
    try scratch.write("{", to: "cms-pfs/2026A/release.json")
    #expect(throws: InputFailure.self) { try FeeLibrary(dataFolder: scratch.path) }
    let file = try InventedFees.read(InventedFees.figures([.init(code: "44310")]))
    let factors = try FeeLibrary.conversionFactors(in: scratch.path)
    try FeeImport(file, path: "fees.csv", release: ReleaseName("2026A"), factors: factors)
      .write(into: scratch.path, withDescriptors: false)
    #expect(try FeeLibrary(dataFolder: scratch.path).load("2026A").schedule.rows.count == 1)
  }

  @Test func `localities are added to a release on board, and a changed file of them is refused`() throws {
    let scratch = try dataFolder()
    let file = try scratch.write(InventedBundle.gpciCSV, to: "GPCI2025.csv")
    let before = try scratch.text("cms-pfs/2025D/rvu.csv")
    let fees = try FeeImport(paths: [file], release: ReleaseName("2025D"), dataFolder: scratch.path)
    #expect(fees.written.map(\.file) == ["gpci.csv"])
    try fees.write(into: scratch.path, withDescriptors: false)
    #expect(try scratch.text("cms-pfs/2025D/rvu.csv") == before)
    let library = try FeeLibrary(dataFolder: scratch.path)
    let info = try #require(library.info("2025D"))
    #expect(info.lacks == ["anesthesia.csv", "counties.csv", "anesthesia-base-units.csv"])
    #expect(info.file("gpci.csv")?.rows == 2)
    let locality = try #require(LocalityKey("02102-01"))
    #expect(try library.localities(of: info)?[locality]?.gpci.practiceExpense == 1_080)
    // The figures come anew: the indices stay.
    let few = try scratch.write(InventedFees.cms([.init(code: "44310")]), to: "fees.csv")
    let fees2 = try FeeImport(paths: [few], release: nil, dataFolder: scratch.path, allowsFewerRows: true)
    #expect(fees2.info.otherFiles == info.otherFiles)
    try scratch.write(
      try scratch.text("cms-pfs/2025D/gpci.csv").replacing("1.080", with: "1.081"), to: "cms-pfs/2025D/gpci.csv")
    let failure = try #require(failure { _ = try library.localities(of: info) })
    #expect(failure.message.contains("SHA-256"))
    // What is not as it was imported is no longer described.
    let fees3 = try FeeImport(paths: [few], release: nil, dataFolder: scratch.path, allowsFewerRows: true)
    #expect(fees3.info.otherFiles.isEmpty && fees3.notes.contains { $0.contains("gpci.csv of 2025D") })
  }

  @Test func `values of far fewer rows than those on board are refused unless that is said`() throws {
    let scratch = try dataFolder()
    let few = try scratch.write(InventedFees.cms([.init(code: "44310")]), to: "fees.csv")
    let failure = try #require(failure { _ = try FeeImport(paths: [few], release: nil, dataFolder: scratch.path) })
    #expect(failure.message.contains("has 1 rows, and 2025D on board has"), "\(failure)")
    #expect(failure.hint?.contains("--allow-fewer-rows") == true)
    let allowed = try FeeImport(paths: [few], release: nil, dataFolder: scratch.path, allowsFewerRows: true)
    #expect(allowed.info.rows == 1)
  }

  @Test func `localities of a release that is not on board are refused`() throws {
    let scratch = try dataFolder()
    let file = try scratch.write(InventedBundle.anesthesiaCSV, to: "ANES2025.csv")
    let failure = try #require(
      failure { _ = try FeeImport(paths: [file], release: ReleaseName("2025A"), dataFolder: scratch.path) })
    #expect(failure.message.contains("release 2025A is not on board"))
  }

  @Test func `a folder must have the name of its release`() throws {
    let scratch = try dataFolder()
    try FileManager.default.moveItem(atPath: scratch.path + "/cms-pfs/2026A", toPath: scratch.path + "/cms-pfs/2026B")
    let failure = try #require(failure { _ = try FeeLibrary(dataFolder: scratch.path) })
    #expect(failure.message == "describes release 2026A in the folder of 2026B")
  }

  @Test func `a folder without releases is refused`() throws {
    let scratch = try ScratchFolder()
    #expect(failure { _ = try FeeLibrary(dataFolder: scratch.path) } != nil)
    try scratch.write(Self.factorTable, to: "cms-pfs/conversion-factors.csv")
    try FileManager.default.createDirectory(atPath: scratch.path + "/cms-pfs/2026A", withIntermediateDirectories: true)
    let failure = try #require(failure { _ = try FeeLibrary(dataFolder: scratch.path) })
    #expect(failure.position.file.hasSuffix("2026A/release.json"))
  }

  @Test(arguments: [
    ("national,2026-01-01", "global,2026-01-01", 3, "kind"), ("2026-12-31", "2026-02-30", 3, "range of real days"),
    ("33.4009", "33.40091", 3, "dollars"), ("2026-01-01", "2025-12-31", 3, "another national factor"),
    ("33.4009,invented", "33.4009,", 3, "citation is empty"), ("dollars", "euros", 1, "other columns"),
    ("33.4009,invented", "33.4009,invented,twice", 3, "has 6 fields"),
  ])
  func `a bad conversion factor is refused with its line`(
    _ old: String, _ new: String, _ line: Int, _ message: String
  ) throws {
    let scratch = try dataFolder()
    try scratch.write(Self.factorTable.replacing(old, with: new), to: "cms-pfs/conversion-factors.csv")
    let failure = try #require(failure { _ = try FeeLibrary(dataFolder: scratch.path) })
    #expect(failure.position.line == line)
    #expect(failure.message.contains(message))
  }

  @Test(arguments: [
    ("21,facility", "1,facility", 2, "two digits"), ("21,facility", "21,hospital", 2, "setting is unknown"),
    ("11,nonfacility", "21,nonfacility", 3, "is there twice"),
    ("facility,invented\n11", "facility,\n11", 2, "citation"),
  ])
  func `a bad place of service is refused with its line`(
    _ old: String, _ new: String, _ line: Int, _ message: String
  ) throws {
    let scratch = try dataFolder()
    try scratch.write(Self.placeTable.replacing(old, with: new), to: "cms-pfs/place-of-service.csv")
    let failure = try #require(failure { _ = try FeeLibrary(dataFolder: scratch.path) })
    #expect(failure.position.line == line)
    #expect(failure.message.contains(message))
  }
}
