import Foundation
import TestSupport
import Testing

@testable import Ingest

/// The column maps that are published with the program, each on the invented extract beside it.
@Suite struct BuiltInColumnMapsTests {
  @Test(arguments: MapSample.library.names)
  func `a map reads its sample to the lines that the standard layout gives`(name: String) throws {
    let sample = MapSample(name: name)
    let map = try MapSample.library.read(name, askedBy: "test").map
    let read = try MapSample.read(try sample.bytes(), map)
    let expected = try MapSample.read(try sample.standard(), .standard)
    #expect(expected.rejections == [] && expected.lines.count >= 20)
    #expect(read.rejections == [])
    #expect(zip(read.lines, expected.lines).first { $0 != $1 } == nil)
    #expect(read.lines.count == expected.lines.count)
  }

  @Test(arguments: MapSample.library.names)
  func `a map bears the name of its file, a title and where its layout is described`(name: String) throws {
    let map = try MapSample.library.read(name, askedBy: "test").map
    #expect(map.name == name)
    #expect(!map.title.isEmpty && map.title.count <= 120)
    #expect(map.source.contains("https://") || map.source.contains("Pub. 100-04"))
    #expect(map.source.contains("read 2026-"))
  }

  @Test(arguments: [
    ("epic-transactions", 5), ("epic-claim-lines", 3), ("athenahealth-transactions", 10), ("nextgen-charges", 0),
    ("cms-by-provider-and-service", 0), ("plain-spreadsheet", 8),
  ])
  func `payments, voids, totals and titles of a sample are no lines`(name: String, otherRows: Int) throws {
    let map = try MapSample.library.read(name, askedBy: "test").map
    #expect(try MapSample.read(try MapSample(name: name).bytes(), map).otherRows == otherRows)
  }

  @Test func `one's own file comes before a built-in map, and an unknown name is told of`() throws {
    let folder = try TemporaryFolder()
    let own = "map: mine\ncolumns: {clinician_id: A, service_date: B, code: C}\n"
    _ = try folder.write("nextgen-charges", own)
    let library = MapSample.library
    #expect(
      try library.read("nextgen-charges", askedBy: "job.yaml", resolve: { "\(folder.path)/\($0)" }).map.name == "mine")
    #expect(
      try library.read("epic-claim-lines", askedBy: "job.yaml", resolve: { "\(folder.path)/\($0)" }).input.path
        == "column-maps/epic-claim-lines.yaml")
    #expect {
      _ = try library.read("epic-claim-line", askedBy: "job.yaml", resolve: { "\(folder.path)/\($0)" })
    } throws: { "\($0)".contains("did you mean epic-claim-lines?") }
    #expect(!library.names.contains("headings"))
  }
}
