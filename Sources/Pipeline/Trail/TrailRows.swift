import Crediting
import ProductivityModel
import Publishing
import Rendering
import Tabular

/// The rows of the trail that one thread makes while it credits, a clinician at a time: of each line a few numbers, from which its rows
/// are put together when they are written.
final class TrailRows {
  /// Some lines of a clinician, in the order of the input.
  struct Part {
    let clinician: Int32
    fileprivate let rows: Range<Int>
  }

  /// A line's own cells, and the number of what else is said of it.
  private struct Row: BitwiseCopyable {
    /// As ``ServiceLine/recordKey``.
    let record: UInt64
    let day: Int32
    let text: Int32
  }

  private let explainer: LineExplainer
  /// The name of each file as a cell, with the comma behind it.
  private let files: [[UInt8]]
  private var texts: TrailTexts
  private var rows = WaitingBytes(most: 1 << 20)
  private(set) var parts: [Part] = []
  /// How many lines a part has at most.
  private static let mostLines = 4096

  init(_ explainer: LineExplainer) {
    self.explainer = explainer
    files = explainer.fileNames.map(Self.cell)
    texts = TrailTexts(explainer)
  }

  /// Adds the rows of one clinician's lines, as they were credited.
  ///
  /// - Parameter lines: in the order of the input, in which their rows stay.
  /// - Throws: `OutputFailure` where a temporary file cannot be written.
  func add(
    _ lines: UnsafeBufferPointer<ServiceLine>, of crediting: borrowing PartitionCrediting
  ) throws(OutputFailure) {
    guard let first = lines.first else { return }
    let start = rows.count
    try crediting.forEachOutcome(of: lines) { line, outcome, sessions, cache throws(OutputFailure) in
      let text = try texts.number(of: line, outcome, sessions, cache)
      try rows.append(Row(record: line.recordKey, day: line.serviceDay, text: text))
    }
    let size = Self.mostLines * MemoryLayout<Row>.stride
    for part in stride(from: start, to: rows.count, by: size) {
      parts.append(Part(clinician: first.clinician, rows: part..<min(part + size, rows.count)))
    }
  }

  /// Adds the rows of a part in one of the files.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  func add(_ part: Part, of file: LineTrail.File, to text: inout [UInt8]) throws(OutputFailure) {
    let clinician = Self.cell(explainer.clinicianID(part.clinician))
    var kept: [UInt8] = []
    try rows.add(part.rows, to: &kept)
    var place: [UInt8] = []
    var day: (number: Int32, cell: [UInt8]) = (.min, [])
    for offset in stride(from: 0, to: kept.count, by: MemoryLayout<Row>.stride) {
      let row = kept.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Row.self) }
      place.removeAll(keepingCapacity: true)
      place += files[Int(row.record >> 32)]
      DecimalText.append(Int64(row.record & 0xFFFF_FFFF), scale: 0, to: &place)
      place.append(0x2C)
      switch file {
      case .adjustments: try texts.addSteps(row.text, behind: place, to: &text)
      case .credits:
        if day.number != row.day {
          day = (row.day, Self.cell(CalendarDate(daysSinceEpoch: row.day).description))
        }
        text += place
        text += clinician
        text += day.cell
        try texts.addCredit(row.text, to: &text)
      }
    }
  }

  private static func cell(_ text: String) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.field(FormulaGuard.harmless(text))
    return writer.bytes + [0x2C]
  }
}
