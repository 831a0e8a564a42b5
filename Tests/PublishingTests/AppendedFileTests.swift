import Foundation
import TestSupport
import Testing

@testable import Publishing

/// What is added to a file is on disk as whole records.
@Suite struct AppendedFileTests {
  private func failure(_ body: () throws -> Void) throws -> OutputFailure {
    try #require(#expect(throws: OutputFailure.self, performing: body))
  }

  @Test func `a new file is its owner's alone, and holds what was added`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/log.csv"
    let file = try AppendedFile(path)
    #expect(file.isNew)
    try file.append(Array("a\n".utf8))
    try file.append(Array("b\n".utf8))
    #expect(folder.text("log.csv") == "a\nb\n")
    #expect(file.count == 2)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(folder.names == ["log.csv"])
  }

  @Test func `a last record without a line end gets one before the next`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("log.csv", "a\nb")
    let file = try AppendedFile(path)
    #expect(!file.isNew)
    #expect(try file.contents() == Array("a\nb".utf8))
    try file.append(Array("c\n".utf8))
    try file.append(Array("d\n".utf8))
    #expect(folder.text("log.csv") == "a\nb\nc\nd\n")
  }

  @Test func `the rest of a header is added to its beginning`() throws {
    let folder = try TemporaryFolder()
    let file = try AppendedFile(try folder.write("log.csv", "line_"))
    try file.appendRest(Array("id\n".utf8))
    try file.append(Array("a\n".utf8))
    #expect(folder.text("log.csv") == "line_id\na\n")
  }

  @Test func `what another program adds without a line end is not joined`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/log.csv"
    let file = try AppendedFile(path)
    try file.append(Array("a\n".utf8))
    let other = try FileHandle(forWritingTo: URL(filePath: path))
    try other.seekToEnd()
    try other.write(contentsOf: Data("x".utf8))
    try file.append(Array("b\n".utf8))
    #expect(folder.text("log.csv") == "a\nx\nb\n")
  }

  @Test func `a file that is open is not opened again, until it is let go`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/log.csv"
    do {
      let file = try AppendedFile(path)
      #expect(try failure { _ = try AppendedFile(path) }.message == "is being written by another process")
      try file.append(Array("a\n".utf8))
    }
    try AppendedFile(path).append(Array("b\n".utf8))
    #expect(folder.text("log.csv") == "a\nb\n")
  }

  @Test func `a file that is replaced meanwhile is no longer added to`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/log.csv"
    let file = try AppendedFile(path)
    try file.append(Array("a\n".utf8))
    // As an editor saves: another file takes the place.
    try FileManager.default.removeItem(atPath: path)
    try folder.write("log.csv", "edited\n")
    #expect(try failure { try file.append(Array("b\n".utf8)) }.message.contains("replaced or removed"))
    #expect(folder.text("log.csv") == "edited\n")
    #expect(file.count == 1)
  }

  @Test(arguments: ["", "/nowhere/log.csv"])
  func `what is no file, or is nowhere, is refused`(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(try failure { _ = try AppendedFile(folder.path + name) }.hint != nil)
  }

  @Test func `a file beyond the limit is refused`() throws {
    let folder = try TemporaryFolder()
    let file = try AppendedFile(try folder.write("log.csv", String(repeating: "a", count: 100)))
    #expect(try failure { _ = try file.contents(limit: 99) }.message.contains("larger than"))
  }
}
