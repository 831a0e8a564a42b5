import Ingest
import Tabular

/// Packed logs: unpacking gives the same in whatever pieces, and a log that is packed is read as one that is not.
enum PackedEntry {
  private static let limit = 1 << 22

  static func check(_ bytes: [UInt8], _ violations: inout Violations) {
    let whole = unpacked(bytes, piece: .max, room: 65_536)
    let inPieces = unpacked(bytes, piece: 1, room: 1_000)
    violations.require(decent: [whole.failure ?? ""], of: "gzip")
    if whole.bytes.count < limit {
      violations.require(whole.failure == inPieces.failure, "gzip: another failure in pieces")
      // What was unpacked before a failure may differ by the pieces; without one it is all.
      violations.require(
        whole.failure != nil || whole.bytes == inPieces.bytes, "gzip: other bytes in pieces")
    }
    let map = EntryMaps.of(0)
    let log = LogRead(bytes, map: map, hasRoster: true)
    log.check("gzip log", &violations)
    guard GzipSource.isGzip(bytes), whole.failure == nil, whole.bytes.count < limit, !GzipSource.isGzip(whole.bytes)
    else {
      return
    }
    log.check("gzip log", isSameAs: LogRead(whole.bytes, map: map, hasRoster: true), &violations)
  }

  private static func unpacked(_ bytes: [UInt8], piece: Int, room: Int) -> (bytes: [UInt8], failure: String?) {
    let source = GzipSource(MemorySource(bytes, piece: piece))
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: room)
    do {
      while result.count < limit {
        let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
        if count == 0 { break }
        result += buffer[..<count]
      }
      return (result, nil)
    } catch {
      return (result, "\(error)")
    }
  }
}
