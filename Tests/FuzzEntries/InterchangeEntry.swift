import Ingest
import Tabular

/// X12 interchanges. The first byte chooses the pieces; the rest is the file.
enum InterchangeEntry {
  private static let pieces = [1, 2, 5, 64, 4_096, 65_536, 1 << 20, .max]

  static func check(_ bytes: [UInt8], _ violations: inout Violations) {
    guard let choice = bytes.first else { return }
    let file = Array(bytes.dropFirst())
    let piece = pieces[Int(choice & 7)]
    let (whole, failure) = segments(MemorySource(file))
    let (inPieces, failureInPieces) = segments(MemorySource(file, piece: piece))
    violations.require(whole == inPieces, "claims: other segments in pieces of \(piece)")
    violations.require(failure == failureInPieces, "claims: another failure in pieces of \(piece)")
    violations.require(decent: [failure ?? ""], of: "claims")
    violations.require(
      whole.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } } <= file.count, "claims: more bytes than the file has")

    var map = ColumnMap.standard
    map.form = .claims
    let log = LogRead(file, map: map, hasRoster: choice & 8 == 0)
    log.check("claims log", &violations)
    log.check("claims log", isSameAs: LogRead(file, map: map, hasRoster: choice & 8 == 0, piece: piece), &violations)
    let lines = whole.count { $0.first == [0x4C, 0x58] || $0.first == [0x53, 0x56, 0x31] }
    violations.require(
      log.lines.count + log.rejections.count <= lines, "claims log: more lines than segments LX and SV1")
  }

  private static func segments(_ source: MemorySource) -> (segments: [[[UInt8]]], failure: String?) {
    var reader = InterchangeReader(source)
    var segments: [[[UInt8]]] = []
    do {
      while try reader.next() {
        guard reader.segment == segments.count + 1 else { return (segments, "counts wrongly") }
        var elements: [[UInt8]] = []
        for index in 0...min(reader.elementCount, 300) { elements.append(Array(reader.element(index))) }
        // What is beyond the last element or component is empty, and no fault.
        guard reader.element(reader.elementCount + 1).isEmpty, reader.element(-1).isEmpty else {
          return (segments, "has an element that is none")
        }
        for number in 1...5 {
          let component = reader.component(number, of: 1)
          guard component.count <= reader.element(1).count else {
            return (segments, "has a component that is too long")
          }
        }
        segments.append(elements)
      }
      return (segments, nil)
    } catch {
      return (segments, "\(error)")
    }
  }
}
