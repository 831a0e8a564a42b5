import Foundation
import TestSupport

extension HostileCase {
  private static let record = "L7,C-1,2025-10-06,MRN0000009,99213,,1,11,1.00\n"

  /// Logs of delimited text.
  static let delimited: [HostileCase] = [
    HostileCase("one line without an end", "log.csv", says: ["the header cannot be read", "longer than 1 MB"]) {
      repeated("x")
    },
    HostileCase("a header of millions of columns", "log.csv", says: ["longer than 1 MB"]) { repeated("a,") },
    HostileCase("a header of hundreds of thousands of columns", "log.csv", says: ["more than 16384 fields"]) {
      repeated("a,", to: 1_000_000) + [0x0A]
    },
    HostileCase("records of hundreds of thousands of columns", "log.csv", codes: [0], says: ["more than 16384 fields"])
    {
      header + repeated(String(repeating: "x,", count: 300_000) + "\n")
    },
    HostileCase("a field of 100 MB", "log.csv", codes: [0], says: ["the record is longer than 1 MB"]) {
      log + Array("L8,C-1,2025-10-06,".utf8) + repeated("MRN") + [0x0A] + Array(record.utf8)
    },
    HostileCase("a field of 100 MB in quotes", "log.csv", codes: [0], says: ["never closed"]) {
      log + Array("L8,C-1,2025-10-06,\"".utf8) + repeated("MRN") + Array("\"\n".utf8)
    },
    HostileCase("a quoted field of lines", "log.csv", codes: [3], says: ["cannot be understood"]) {
      log + Array("L8,C-1,2025-10-06,\"".utf8) + repeated("MRN000,1\n")
    },
    HostileCase("only quotes", "log.csv", says: ["the header cannot be read"]) { repeated("\"") },
    HostileCase("only quotes after the header", "log.csv", codes: [0], says: ["rejected"]) {
      header + repeated("\"")
    },
    HostileCase("lines of a quote each", "log.csv", codes: [3], says: ["cannot be understood"]) {
      header + repeated("\"\n\"x\n")
    },
    HostileCase("only delimiters", "log.csv", says: ["is empty"]) { repeated(",") },
    HostileCase("only line ends", "log.csv", says: ["is empty"]) { repeated("\n") },
    HostileCase("only line ends after a log", "log.csv", codes: [0], says: ["3 records: 3 credited"]) {
      log + repeated("\r\n")
    },
    HostileCase("only carriage returns", "log.csv", says: ["is empty"]) { repeated("\r") },
    HostileCase("only blanks", "log.csv", says: ["is empty"]) { repeated(" ") },
    HostileCase("NUL bytes throughout", "log.csv", says: ["UTF-16 or no text"]) { [UInt8](repeating: 0, count: large) },
    HostileCase("NUL bytes in every cell", "log.csv", codes: [3], says: ["cannot be understood"]) {
      header + repeated("L\0,C-1,2025-10-06,M\0RN,99\0,\0,1,11,1\n")
    },
    HostileCase("NUL bytes after a log", "log.csv", codes: [0], says: ["longer than 1 MB"]) {
      log + [UInt8](repeating: 0, count: large)
    },
    HostileCase("random bytes", "log.csv", says: ["error:"]) {
      var random = SplitMix64(seed: 6)
      return (0..<(4 << 20) / 8).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
    },
    HostileCase("UTF-16 of an odd length", "log.csv", codes: [0], says: ["3 records: 2 credited"]) {
      Array([0xFF, 0xFE] + SmallPractice.log.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }.dropLast(3))
    },
    HostileCase("UTF-16 of lone halves of pairs", "log.csv", says: ["longer than 1 MB"]) {
      [0xFF, 0xFE] + (0..<large / 2).flatMap { _ in [0x00, 0xD8] as [UInt8] }
    },
    HostileCase("records that differ from each other", "log.csv", codes: [0], says: ["is not a number"]) {
      header + (0..<60_000).flatMap { Array("L\($0),C-1,2025-10-06,M\($0),99213,,u\($0)n\($0),11,1\n".utf8) }
    },
    HostileCase("as many clinicians as records", "log.csv", codes: [0], says: ["not in the roster"]) {
      header + (0..<40_000).flatMap { Array("L\($0),C-\($0),2025-10-06,M\($0),99213,,1,11,1\n".utf8) }
    },
    HostileCase(
      "a clinician of as many specialties as records", "log.csv",
      job: SmallPractice.job.replacing("roster: roster.csv\n", with: ""), codes: [0], says: ["no survey has"]
    ) {
      Array("line_id,clinician_id,specialty,service_date,patient_id,code,units\n".utf8)
        + (0..<5_000).flatMap { number in
          // Letters alone: a name with digits is a fault of the line.
          let name = String(decoding: String(number).utf8.map { $0 + 0x31 }, as: UTF8.self)
          return Array("L\(number),X-1,Ward \(name),2025-10-06,M\(number),99213,1\n".utf8)
        }
    },
    HostileCase("as many codes as records", "log.csv", codes: [0], says: ["not in"]) {
      header + (0..<40_000).flatMap { Array("L\($0),C-1,2025-10-06,M\($0),X\($0),,1,11,1\n".utf8) }
    },
    HostileCase("a folder in the place of the log", "log.csv", says: ["has no files"]) { path in
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    },
    HostileCase("a pipe that nobody writes to", "log.csv", says: ["is a pipe or a device"]) { path in
      try? FileManager.default.removeItem(atPath: path)
      _ = try BuiltProgram.shell("mkfifo '\(path)'")
    },
    HostileCase("a link to zeros without end", "log.csv", says: ["is a pipe or a device"]) { path in
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    },
    HostileCase("a link to random bytes without end", "log.csv", says: ["is a pipe or a device"]) { path in
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/urandom")
    },
    HostileCase("a link to itself", "log.csv", says: ["error:"]) { path in
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    },
  ]

  // MARK: Packed

  private static let gzipHead: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  /// Text repeated to a size in a member of a gzip file; its checksum is wrong, which its end would show.
  private static func packed(_ head: [UInt8], repeating pattern: String, to size: Int) -> [UInt8] {
    gzipHead + RepeatedDeflate(head, repeating: Array(pattern.utf8), to: size, []).bytes
      + [UInt8](repeating: 1, count: 8)
  }

  /// Logs that are packed.
  static let packed: [HostileCase] = [
    HostileCase("10 GB of zeros, packed", "log.csv", says: ["error:"]) { packed([], repeating: "\0", to: 10 << 30) },
    HostileCase("10 GB of line ends, packed", "log.csv", says: ["unpacks to more than 100 times its size"]) {
      packed(header, repeating: "\n", to: 10 << 30)
    },
    HostileCase("10 GB of records of one letter, packed", "log.csv", says: ["cannot be understood"]) {
      packed(header, repeating: "x\n", to: 10 << 30)
    },
    HostileCase("packed thrice", "log.csv", says: ["error:"]) {
      gzipHead + [1, 14, 0, 241, 255] + gzipHead + [3, 0, 0, 0] + [0, 0, 0, 0, 14, 0, 0, 0]
    },
    HostileCase("packed and cut off", "log.csv", says: ["cut off"]) {
      Array(packed(header, repeating: "x,y\n", to: 1 << 20).dropLast(20))
    },
    HostileCase("packed with a wrong checksum", "log.csv", says: ["is damaged"]) {
      packed(log, repeating: "\n", to: 1 << 16)
    },
    HostileCase("millions of packed members of nothing", "log.csv", says: ["is empty"]) {
      let empty: [UInt8] = gzipHead + [3, 0] + [UInt8](repeating: 0, count: 8)
      return repeated(empty)
    },
    HostileCase("a packed header of names without end", "log.csv", says: ["error:"]) {
      // A file's name in the header, which never ends.
      [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3] + repeated("x")
    },
  ]

  /// Bytes repeated to a size, but never cut.
  private static func repeated(_ pattern: [UInt8]) -> [UInt8] {
    var bytes = pattern
    while bytes.count + bytes.count <= large { bytes += bytes }
    return bytes
  }

  // MARK: Fixed width

  private static let map = """
    map: wide
    form: fixed-width
    fields: {clinician: 1-8, day: 9-18, code: 19-23, patient: 24-10000}
    columns: {clinician_id: clinician, service_date: day, code: code, patient_id: patient}

    """
  private static let wide = "C-1     2025-10-0699213MRN0000001\n"

  /// Logs of fixed width; the map stands beside them.
  static let fixedWidth: [HostileCase] = [
    HostileCase(
      "a line of fixed width of 100 MB", "log.txt", job: job(log: "log.txt", columns: "map.yaml"), codes: [0],
      says: ["is longer than 1 MB"]
    ) { path in
      try beside(path, "map.yaml", map)
      try Data(Array(wide.utf8) + repeated("MRN") + [0x0A] + Array(wide.utf8)).write(to: URL(filePath: path))
    },
    HostileCase(
      "lines of fixed width of a byte", "log.txt", job: job(log: "log.txt", columns: "map.yaml"), codes: [3],
      says: ["cannot be understood"]
    ) { path in
      try beside(path, "map.yaml", map)
      try Data(Array(wide.utf8) + repeated("x\n", to: large / 8)).write(to: URL(filePath: path))
    },
    HostileCase(
      "lines of a megabyte of characters of four bytes", "log.txt", job: job(log: "log.txt", columns: "map.yaml"),
      codes: [0], says: ["error:"]
    ) { path in
      try beside(path, "map.yaml", map)
      let line = String(repeating: "\u{1F600}", count: 250_000) + "\n"
      try Data(Array(wide.utf8) + repeated(line)).write(to: URL(filePath: path))
    },
  ]

  static func beside(_ path: String, _ name: String, _ text: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try Data(text.utf8).write(to: folder.appending(path: name))
  }
}
