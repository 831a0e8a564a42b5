import Foundation
import Testing

@testable import Ingest
@testable import MedicareFees

/// CMS's own files, where a machine has them: set RVUBENCH_CMS_DIR to a folder with the files of one release, unpacked.
@Suite(.enabled(if: publishedFilesFolder != nil))
struct PublishedFilesTests {
  /// All fee schedule files under the folder.
  private func files() throws -> [String] {
    let folder = try #require(publishedFilesFolder)
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.lowercased().contains("pprrvu") && $0.hasSuffix(".csv") && !$0.contains("excerpt") }
      .sorted().map { "\(folder)/\($0)" }
  }

  @Test func `a published file that is on board gives the figures that are shipped`() throws {
    let library = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder)
    let files = try files()
    #expect(!files.isEmpty, "RVUBENCH_CMS_DIR has no PPRRVU file")
    for path in files {
      let file = try FeeFile(path: path)
      let release = try #require(file.titleRelease ?? file.nameRelease, "\(path)").description
      guard let info = library.info(release), info.caution == nil else { continue }
      let shipped = try library.load(release).schedule
      #expect(file.rows == shipped.rows, "\(path)")
      #expect(file.statedFactors.allSatisfy { factor in info.conversionFactors.contains { $0.factor == factor } })
    }
  }

  @Test func `all forms of the bundle agree, and give what is shipped`() throws {
    let folder = try #require(publishedFilesFolder)
    let data = ShippedReleasesTests.dataFolder
    let bundle = try FeeBundle(paths: [folder])
    let factors = try FeeLibrary.conversionFactors(in: data)
    // This compares all forms with each other.
    let fees = try FeeImport(bundle, path: folder, release: nil, factors: factors, dataFolder: data)
    #expect(bundle.entries.allSatisfy { $0.account.rows > 100 })
    let shipped = "\(FeeLibrary.folder(in: data))/\(fees.info.release)"
    for file in fees.written {
      guard let contents = try? FileSource.contents("\(shipped)/\(file.file)") else { continue }
      #expect(contents.bytes == file.bytes, "\(fees.info.release)/\(file.file)")
    }
    // Each form alone is that of all together.
    for entry in bundle.entries where entry.kind != .relativeValues {
      guard case .table(let table) = entry.content else { continue }
      let whole = try #require(fees.written.first { $0.file == entry.kind.fileName })
      #expect(table.rows.count == whole.rows, "\(entry.name)")
    }
  }
}

/// Where this machine has CMS's files, if it has them.
private let publishedFilesFolder = ProcessInfo.processInfo.environment["RVUBENCH_CMS_DIR"].flatMap {
  $0.isEmpty ? nil : $0
}
