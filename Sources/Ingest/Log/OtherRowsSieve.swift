import ProductivityModel
import Tabular

/// Tells of nearly every record from a few of its bytes that it is none of the ``OtherRows``, so that no string is made of it.
///
/// It is never sure of what may be one: that the texts themselves decide.
struct OtherRowsSieve {
  /// Bytes of ASCII, a bit each.
  private struct Bytes {
    private var bits: (UInt64, UInt64) = (0, 0)

    func contains(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (byte < 64 ? bits.0 >> UInt64(byte) : bits.1 >> UInt64(byte - 64)) & 1 == 1
    }

    mutating func insert(_ byte: UInt8) {
      if byte < 64 { bits.0 |= 1 << UInt64(byte) } else { bits.1 |= 1 << UInt64(byte & 63) }
    }

    mutating func insertAll() { bits = (.max, .max) }
  }

  /// With which small letter or other byte the name of each column starts, in any of the header's rows.
  private var namesStart: [Bytes] = []
  /// With which byte the first text of a total or footer may start.
  private var summariesStart = Bytes()

  /// - Parameters:
  ///   - headerRows: the header's names in small letters, by its rows.
  ///   - words: what the first texts of totals and footers start with, in small letters.
  init(headerRows: [[String]], words: [String]) {
    for row in headerRows {
      for (column, name) in row.enumerated() {
        if column == namesStart.count { namesStart.append(Bytes()) }
        Self.add(name, to: &namesStart[column])
      }
    }
    for word in words { Self.add(word, to: &summariesStart) }
    for byte in "-=*_".utf8 { summariesStart.insert(byte) }
  }

  /// What is not ASCII has other forms, of which any byte may be the first.
  private static func add(_ text: String, to bytes: inout Bytes) {
    guard let first = text.utf8.first else { return }
    if first < 0x80 { bytes.insert(first) } else { bytes.insertAll() }
  }

  /// Whether a row may be something else than a record.
  ///
  /// - Parameter isSummary: whether a text, without blanks around it, starts or ends as totals and footers do.
  func mayHold(_ reader: borrowing some RecordReader & ~Copyable, isSummary: (String) -> Bool) -> Bool {
    for index in 0..<reader.fieldCount {
      let text = CellText.trimmed(reader.field(index))
      guard let first = Self.start(of: text) else {
        if text.isEmpty { continue }
        return true
      }
      if mayBeHeader(reader) { return true }
      let last = Self.small(text[text.count - 1])
      // Ends such as total, totals, records and rows).
      let ends = last <= 0x20 || last >= 0x7F || last == 0x6C || last == 0x73 || last == 0x29
      return (ends || summariesStart.contains(first)) && isSummary(reader.text(index).trimmed)
    }
    return true
  }

  /// Whether a row may repeat the header.
  func mayBeHeader(_ reader: borrowing some RecordReader & ~Copyable) -> Bool {
    if reader.fieldCount > namesStart.count { return false }
    for index in 0..<reader.fieldCount {
      // What starts with no letter is looked at as text.
      guard let first = Self.start(of: CellText.trimmed(reader.field(index))) else { continue }
      if !namesStart[index].contains(first) { return false }
    }
    return true
  }

  /// The first byte of a text, a capital as the small letter; nil where that is no character of ASCII by itself that can be seen.
  private static func start(of text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard let first = text.first, first > 0x20, first < 0x7F, text.count == 1 || text[1] < 0x80 else { return nil }
    return small(first)
  }

  private static func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }
}
