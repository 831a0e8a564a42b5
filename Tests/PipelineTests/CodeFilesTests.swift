import Ingest
import MedicareFees
import ProductivityModel
import Rendering
import TestSupport
import Testing
import Threads

@testable import Pipeline

@Suite struct `A page of one code` {
  private static let folder = PackageRoot.path("benchmarks-data")

  @Test(arguments: [1, 2]) func `is what it is among the pages of all codes`(threads: Int) throws {
    let all = try CodePageLibrary(dataFolder: Self.folder, release: nil)
    for code: ProcedureCode in ["99213", "44310", "70551", "G0105"] {
      let own = try Workers.using(threads) { try CodePageLibrary(dataFolder: Self.folder, release: nil, around: code) }
      for format in [CodePageFormat.text, .json, .html, .markdown] {
        let pages = try [own, all].map { library in
          let facts = try #require(library.facts(of: code))
          return try renderCodePage(try library.page(of: facts), as: format, version: "1")
        }
        #expect(pages[0] == pages[1], "\(code)")
      }
    }
  }

  @Test func `a file that cannot be used is told where it is asked for`() throws {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram.shell("cp -r '\(Self.folder)' data", in: folder.path).code == 0)
    let data = "\(folder.path)/data"
    try folder.write("data/cms-pfs/2020A/rvu.csv", "code\n")
    let library = try CodePageLibrary(dataFolder: data, release: nil, around: "99213")
    let facts = try #require(library.facts(of: "99213"))
    #expect(throws: InputFailure.self) { try library.page(of: facts) }
    #expect(throws: InputFailure.self) { try library.lastListing(of: "99201") }
  }
}
