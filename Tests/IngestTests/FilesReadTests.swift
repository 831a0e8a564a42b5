import Foundation
import Ingest
import TestSupport
import Testing

@Suite struct `Files that are read` {
  private static func read(_ source: FileSource) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4)
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  @Test(arguments: ["appended", "rewritten", "cut"])
  func `are refused where they change while they are read`(how: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("log.csv", "0123456789")
    let source = try FileSource("\(folder.path)/log.csv")
    var piece = [UInt8](repeating: 0, count: 4)
    _ = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
    let file = try FileHandle(forUpdating: URL(filePath: "\(folder.path)/log.csv"))
    switch how {
    case "appended":
      try file.seekToEnd()
      try file.write(contentsOf: Data("more".utf8))
    case "rewritten": try file.write(contentsOf: Data("9".utf8))
    default: try file.truncate(atOffset: 6)
    }
    try file.close()
    let failure = #expect(throws: InputFailure.self) { try Self.read(source) }
    #expect(failure?.message.contains("changed while it was read") == true && failure?.hint != nil)
  }

  @Test func `are whole though another takes their place meanwhile`() throws {
    let folder = try TemporaryFolder()
    try folder.write("log.csv", "0123456789")
    let source = try FileSource("\(folder.path)/log.csv")
    try folder.write("new.csv", "other")
    #expect(rename("\(folder.path)/new.csv", "\(folder.path)/log.csv") == 0)
    #expect(try Self.read(source) == Array("0123456789".utf8))
  }

  @Test func `are noted by path and content, those of the program itself are not`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", "1")
    try folder.write("b.csv", "2")
    try folder.write("own", "3")
    let read = FilesRead()
    try read.noting {
      _ = try FileSource.digest("\(folder.path)/a.csv")
      _ = try FileSource("\(folder.path)/b.csv")
      try InputPlace.ofOwnFiles { _ = try FileSource.digest("\(folder.path)/own") }
      FilesRead.note("\(folder.path)/own", as: "/later/name.csv")
      _ = try FileSource.digest("\(folder.path)/own")
    }
    #expect(read.sorted.map(\.path) == ["/later/name.csv", "\(folder.path)/a.csv", "\(folder.path)/b.csv"].sorted())
    #expect(read.sorted.first { $0.path.hasSuffix("a.csv") }?.sha256 == SHA256.hexadecimal(of: Array("1".utf8)))
    #expect(read.sorted.first { $0.path.hasSuffix("b.csv") }?.sha256 == .some(nil))
    #expect(read.sorted.first { $0.path == "/later/name.csv" }?.place == "\(folder.path)/own")
  }

  @Test(arguments: [0, 1, 13, 63]) func `are read the same to whatever place in memory`(offset: Int) throws {
    let folder = try TemporaryFolder()
    let text = (0..<5_000).map { "line \($0)" }.joined(separator: "\n")
    try folder.write("log.csv", text)
    for size in [1, 5, 64, 1_000, 1 << 20] {
      let source = try FileSource("\(folder.path)/log.csv")
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: offset + size, alignment: 64)
      defer { memory.deallocate() }
      var bytes: [UInt8] = []
      while true {
        let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[offset...]))
        if count == 0 { break }
        bytes += memory[offset..<offset + count]
      }
      #expect(bytes == Array(text.utf8), "at \(offset), \(size) bytes at most")
      #expect(source.sha256() == SHA256.hexadecimal(of: Array(text.utf8)))
    }
  }

  @Test func `are opened among copies where they are asked for by the paths that they had`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: "\(folder.path)/copies/was/here", withIntermediateDirectories: true)
    try folder.write("copies/was/here/a.csv", "copy")
    try InputPlace.within("\(folder.path)/copies") {
      for path in ["/was/here/a.csv", "/was/here/../here/a.csv"] {
        let bytes = try Self.read(FileSource(path))
        #expect(bytes == Array("copy".utf8))
      }
      #expect(InputPlace.kind(of: "/was/here") == S_IFDIR && InputPlace.kind(of: folder.path) == nil)
    }
    #expect(!InputPlace.isArchived)
  }
}
