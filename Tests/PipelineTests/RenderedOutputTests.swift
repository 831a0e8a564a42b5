import Foundation
import Ingest
import Publishing
import Rendering
import TestSupport
import Testing

@testable import Pipeline

/// What is noted of rendered files is what is on disk.
@Suite struct RenderedOutputTests {
  private func file(_ path: String, _ text: String, isContinuation: Bool = false) -> RenderedFile {
    RenderedFile(path: path, bytes: Array(text.utf8), isContinuation: isContinuation)
  }

  @Test func `whole files from several threads, and others in parts, are noted with their sizes and hashes`() throws {
    let scratch = try TemporaryFolder()
    let output = try StagedOutput(replacing: "\(scratch.path)/reports")
    let written = RenderedOutput(output)
    DispatchQueue.concurrentPerform(iterations: 50) { number in
      do {
        try written.take(file("page/\(number).html", String(repeating: "\(number) ", count: number * number)))
      } catch {
        Issue.record(error)
      }
    }
    try written.take(part: file("data/a.csv", "id\n"))
    try written.take(part: file("data/a.csv", "1\n2\n", isContinuation: true))
    try written.take(part: file("data/empty.csv", ""))
    let noted = try written.finish()
    try output.publish()
    #expect(Set(noted.map(\.path)).count == noted.count && noted.count == 52)
    #expect(scratch.text("reports/data/a.csv") == "id\n1\n2\n" && scratch.text("reports/data/empty.csv") == "")
    for one in noted {
      let bytes = try #require(scratch.bytes("reports/\(one.path)"))
      #expect(one.size == UInt64(bytes.count) && one.sha256 == SHA256.hexadecimal(of: bytes), "\(one.path)")
    }
    // FIPS 180-4: the hash of no bytes.
    #expect(
      noted.first { $0.path == "data/empty.csv" }?.sha256
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `a file that cannot be written is none that is noted`() throws {
    let scratch = try TemporaryFolder()
    let written = RenderedOutput(try StagedOutput(replacing: "\(scratch.path)/reports"))
    try written.take(file("a", "is a file"))
    #expect(throws: OutputFailure.self) { try written.take(file("a/b.html", "needs a folder")) }
    #expect(throws: OutputFailure.self) { try written.take(part: file("a", "is there")) }
    #expect(try written.finish().map(\.path) == ["a"])
  }
}
