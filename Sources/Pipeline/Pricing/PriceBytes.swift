import Threads

/// Bytes on their way to the output, handed on a large piece at a time: while one is taken on another thread, the next is filled.
struct PriceBytes: ~Copyable {
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  /// The piece that is being taken, which is filled next.
  private var other: UnsafeMutablePointer<UInt8>
  private var capacityOfOther: Int
  private let background = BackgroundWork()
  private let sink: (UnsafeRawBufferPointer) throws -> Void
  private static let piece = 1 << 20

  /// An empty buffer before a sink.
  init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.sink = sink
    capacity = 2 * Self.piece
    capacityOfOther = capacity
    buffer = .allocate(capacity: capacity)
    other = .allocate(capacity: capacity)
  }

  deinit {
    // What is being taken must stay until it is; a failure of that has been or will not be asked for.
    try? background.finish()
    buffer.deallocate()
    other.deallocate()
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

  /// Hands on what is there, once it is a large piece.
  @inline(__always)
  mutating func flushIfLarge() throws { if count >= Self.piece { try handOn() } }

  /// Hands on what is there, and waits until all is taken.
  mutating func flush() throws {
    try handOn()
    try background.finish()
  }

  private mutating func handOn() throws {
    if count == 0 { return }
    let piece = UnsafeRawBufferPointer(start: buffer, count: count)
    let sink = sink
    try background.start { try sink(piece) }
    swap(&buffer, &other)
    swap(&capacity, &capacityOfOther)
    count = 0
  }
}
