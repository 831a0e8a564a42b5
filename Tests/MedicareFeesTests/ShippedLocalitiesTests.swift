import Foundation
import Testing

@testable import Ingest
@testable import MedicareFees

/// The localities, anesthesia factors and counties in `benchmarks-data`.
@Suite struct ShippedLocalitiesTests {
  private func library() throws -> FeeLibrary { try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder) }

  @Test func `every file of a release is described, with its rows, its hash and its source`() throws {
    let library = try library()
    for info in library.releases {
      let folder = "\(library.folder)/\(info.release)"
      let described = Set(info.otherFiles.map(\.file) + [FeeFigures.fileName, ReleaseFile.fileName])
      #expect(Set(try FolderListing.names(in: folder)).subtracting(["descriptors.csv"]) == described, "\(folder)")
      for file in info.otherFiles {
        let contents = try FileSource.contents("\(folder)/\(file.file)")
        #expect(contents.sha256 == file.sha256, "\(info.release)/\(file.file)")
        #expect(contents.bytes.count { $0 == 0x0A } == file.rows + 1, "\(info.release)/\(file.file)")
        #expect(file.source.sha256.utf8.count == 64 && !file.source.description.isEmpty)
      }
      for kind in FeeFileKind.allCases where kind != .relativeValues {
        #expect(info.lacks.contains(kind.fileName) == (info.file(kind.fileName) == nil), "\(info.release)")
      }
    }
  }

  @Test func `every release has the indices of its localities, and all but 2026A the anesthesia factors`() throws {
    let library = try library()
    for info in library.releases {
      let table = try #require(try library.localities(of: info), "\(info.release)")
      #expect(table.localities.count == (info.effective.first.year < 2024 ? 112 : 109), "\(info.release)")
      let priced = table.localities.count { $0.anesthesiaFactor != nil }
      #expect(priced == (info.release == "2026A" ? 0 : table.localities.count), "\(info.release)")
    }
    #expect(library.releases.filter { $0.file("counties.csv") != nil }.map(\.release) == ["2025D"])
    #expect(library.info("2026A")?.file("gpci.csv")?.source.isReexport == true)
  }

  @Test func `Alabama and Alaska of 2025 are as published`() throws {
    let library = try library()
    let info = try #require(library.info("2025D"))
    let table = try #require(try library.localities(of: info))
    func locality(_ key: String) -> Locality? { LocalityKey(key).flatMap { table[$0] } }
    let alabama = try #require(locality("10112-00"))
    #expect(alabama.gpci == GPCI(work: 1_000, practiceExpense: 869, malpractice: 575))
    #expect(alabama.state == "AL" && alabama.name == "ALABAMA")
    #expect(alabama.anesthesiaFactor?.description == "19.3100")
    let alaska = try #require(locality("02102-01"))
    #expect(alaska.name == "ALASKA" && alaska.gpci.work == 1_500)
  }
}
