/// Writes delimited text (CSV) as bytes: commas, LF, and quotes only where a field needs them.
public struct DelimitedWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var startsRecord = true
  private var recordStart = 0

  /// An empty text.
  public init() {}

  /// Adds a field to the record that is being written.
  public mutating func field(_ text: String) {
    if !startsRecord { bytes.append(0x2C) }
    startsRecord = false
    var text = text
    text.withUTF8 { text in
      // All are looked at, many at once, which they cannot be where one decides whether the next is looked at.
      var marks: UInt8 = 0
      for byte in text {
        marks |= (byte == 0x2C ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
      }
      guard marks > 0 else { return bytes.append(contentsOf: text) }
      bytes.append(0x22)
      for byte in text {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
  }

  /// Ends the record.
  public mutating func endRecord() {
    // A record of one empty field is quoted: as a blank line it would be no record.
    if !startsRecord, bytes.count == recordStart { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(0x0A)
    startsRecord = true
    recordStart = bytes.count
  }

  /// Writes a whole record.
  public mutating func record(_ fields: [String]) {
    for text in fields { field(text) }
    endRecord()
  }

  /// Gives out what has been written and starts anew, for texts that are too long to keep.
  public mutating func drain() -> [UInt8] {
    defer {
      // Where a record is drained in parts, it is not empty.
      recordStart = bytes.count == recordStart ? 0 : -1
      bytes.removeAll(keepingCapacity: true)
    }
    return bytes
  }
}
