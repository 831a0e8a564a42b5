import Ingest

/// The bytes of a piece of the output, which keep their memory for the next.
struct PriceBytes: ~Copyable {
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  /// No bytes.
  init() {
    capacity = 1 << 12
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// Takes all bytes away.
  mutating func removeAll() { count = 0 }

  /// Gives the bytes to a sink, if there are any.
  func give(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    if count > 0 { try sink(UnsafeRawBufferPointer(start: buffer, count: count)) }
  }

  /// Makes room for that many bytes more.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: buffer, count: count)
    buffer.deallocate()
    buffer = larger
  }

  /// Adds bytes as they are.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    guard let start = bytes.baseAddress else { return }
    (buffer + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Adds bytes as they are.
  mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Adds one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    buffer[count] = byte
    count += 1
  }

  /// Adds the commas around three empty fields.
  @inline(__always)
  mutating func appendFourCommas() {
    reserve(4)
    (buffer + count).update(repeating: 0x2C, count: 4)
    count += 4
  }

  /// Adds the record of a reader as it came: the same bytes where nothing was in quotes.
  mutating func append(recordOf reader: borrowing PriceReader) {
    if let record = reader.plainRecord { return append(record) }
    for (index, field) in reader.fields().enumerated() {
      if index > 0 { append(0x2C) }
      append(field: field)
    }
  }

  /// Adds dollars and cents, with two decimals and no separators.
  @inline(__always)
  mutating func append(cents: Int64) {
    reserve(24)
    if cents < 0 {
      buffer[count] = 0x2D
      count += 1
    }
    var dollars = cents.magnitude / 100
    let rest = UInt8(truncatingIfNeeded: cents.magnitude % 100)
    var digits = 1
    var limit: UInt64 = 10
    while digits < 19, dollars >= limit {
      digits += 1
      limit &*= 10
    }
    var index = count + digits
    count = index + 3
    buffer[index] = 0x2E
    buffer[index + 1] = 0x30 + rest / 10
    buffer[index + 2] = 0x30 + rest % 10
    while digits > 1 {
      index -= 2
      digits -= 2
      let two = UInt8(truncatingIfNeeded: dollars % 100)
      dollars /= 100
      buffer[index] = 0x30 + two / 10
      buffer[index + 1] = 0x30 + two % 10
    }
    if digits > 0 { buffer[index - 1] = 0x30 + UInt8(truncatingIfNeeded: dollars) }
  }

  /// Adds a field, in quotes where it needs them.
  mutating func append(field: [UInt8]) {
    let needsQuotes = field.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return append(field) }
    append(0x22)
    for byte in field {
      if byte == 0x22 { append(0x22) }
      append(byte)
    }
    append(0x22)
  }
}
