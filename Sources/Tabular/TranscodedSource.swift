/// Turns text of another encoding into UTF-8 on the way. What stands for no character becomes U+FFFD, the mark for one that
/// is lost; a byte order mark is passed over.
public final class TranscodedSource: ByteSource {
  private let source: any ByteSource
  private let encoding: TextEncoding
  private let input: UnsafeMutablePointer<UInt8>
  private static let inputSize = 1 << 16
  private var position = 0
  private var filled = 0
  private var isAtEnd = false
  private var isAtStart = true
  /// Bytes of a character that the last buffer had no room for.
  private var pending: [UInt8] = []

  /// A source of UTF-8 made of a source in some encoding.
  public init(_ source: any ByteSource, from encoding: TextEncoding) {
    self.source = source
    self.encoding = encoding
    input = .allocate(capacity: Self.inputSize)
  }

  deinit { input.deallocate() }

  /// Fills a buffer from its start with the next bytes; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if encoding == .utf8 { return try source.read(into: buffer) }
    var out = 0
    while out < buffer.count {
      if !pending.isEmpty {
        let count = min(pending.count, buffer.count - out)
        for index in 0..<count { buffer[out + index] = pending[index] }
        pending.removeFirst(count)
        out += count
        continue
      }
      guard try hasUnits() else { break }
      out = encoding == .windows1252 ? fillFromBytes(buffer, from: out) : fillFromUnits(buffer, from: out)
    }
    return out
  }

  /// Whether there are bytes of a whole character, after reading more where needed; at the end, any byte.
  private func hasUnits() throws -> Bool {
    while !isAtEnd, filled - position < 4 {
      if position > 0 {
        input.update(from: input + position, count: filled - position)
        filled -= position
        position = 0
      }
      let count = try source.read(
        into: UnsafeMutableRawBufferPointer(start: input + filled, count: Self.inputSize - filled))
      if count == 0 { isAtEnd = true }
      filled += count
    }
    return position < filled
  }

  // MARK: One byte a character

  private func fillFromBytes(_ buffer: UnsafeMutableRawBufferPointer, from start: Int) -> Int {
    var out = start
    while out < buffer.count, position < filled {
      let byte = input[position]
      position += 1
      if byte < 0x80 {
        buffer[out] = byte
        out += 1
      } else {
        let bytes = Self.windows[Int(byte) - 0x80]
        if buffer.count - out < bytes.count {
          pending = bytes
          return out
        }
        for byte in bytes {
          buffer[out] = byte
          out += 1
        }
      }
    }
    return out
  }

  /// The UTF-8 of the upper half of Windows-1252.
  ///
  /// Source: the Unicode Consortium's mapping table CP1252.TXT, version 2.01; its five undefined bytes are U+FFFD.
  private static let windows: [[UInt8]] = {
    let upper: [UInt32] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
      0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
      0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    return (upper + Array(0xA0...0xFF)).map(bytes)
  }()

  // MARK: Two bytes a unit

  private func fillFromUnits(_ buffer: UnsafeMutableRawBufferPointer, from start: Int) -> Int {
    var out = start
    // While more may come, four bytes are there for each character, so that no pair is cut.
    while out < buffer.count, isAtEnd ? position < filled : filled - position >= 4 {
      guard filled - position >= 2 else {
        position = filled
        pending = Self.bytes(0xFFFD)
        return out
      }
      let unit = unit(at: position)
      position += 2
      if unit == 0xFEFF, isAtStart {
        isAtStart = false
        continue
      }
      isAtStart = false
      if unit < 0x80 {
        buffer[out] = UInt8(unit)
        out += 1
      } else {
        let scalar = scalar(startingWith: unit)
        if buffer.count - out < 4 {
          pending = Self.bytes(scalar)
          return out
        }
        out += Self.put(scalar, buffer, at: out)
      }
    }
    return out
  }

  private func unit(at place: Int) -> UInt32 {
    let first = UInt32(input[place])
    let second = UInt32(input[place + 1])
    return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
  }

  /// The character of a unit, with the next one where the two are a pair.
  private func scalar(startingWith unit: UInt32) -> UInt32 {
    guard (0xD800..<0xE000).contains(unit) else { return unit }
    guard unit < 0xDC00, filled - position >= 2 else { return 0xFFFD }
    let next = self.unit(at: position)
    guard (0xDC00..<0xE000).contains(next) else { return 0xFFFD }
    position += 2
    return 0x10000 + (unit - 0xD800) << 10 + (next - 0xDC00)
  }

  /// Writes a character beyond ASCII, for which there is room; the number of its bytes.
  private static func put(_ scalar: UInt32, _ buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
    func following(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
    if scalar < 0x800 {
      buffer[place] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
      buffer[place + 1] = following(0)
      return 2
    }
    if scalar < 0x10000 {
      buffer[place] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
      buffer[place + 1] = following(6)
      buffer[place + 2] = following(0)
      return 3
    }
    buffer[place] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
    buffer[place + 1] = following(12)
    buffer[place + 2] = following(6)
    buffer[place + 3] = following(0)
    return 4
  }

  private static func bytes(_ scalar: UInt32) -> [UInt8] {
    Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? [0xEF, 0xBF, 0xBD]
  }
}
