import Foundation
import Publishing
import TestSupport
import Testing

@Suite(.serialized) struct `A temporary place` {
  @Test func `is its owner's alone, and goes with whoever has it`() throws {
    var place: TemporaryPlace? = try TemporaryPlace()
    let path = try #require(place?.path)
    try Data("x".utf8).write(to: URL(filePath: "\(path)/file"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    place = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `of a killed process is removed by the next, that of one at work is not`() throws {
    let base = FileManager.default.temporaryDirectory.path
    let left = "\(base)/rvubench-place-left00"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: "\(left)/file"))
    let first = try TemporaryPlace()
    #expect(!FileManager.default.fileExists(atPath: left))
    let second = try TemporaryPlace()
    #expect(FileManager.default.fileExists(atPath: first.path) && first.path != second.path)
  }
}
