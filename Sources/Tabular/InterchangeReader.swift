/// Reads an X12 interchange a segment at a time, in bounded memory.
///
/// What separates elements, their components and their repetitions, and what ends a segment, is told by each ISA segment for
/// the segments up to the next one. Blanks and line breaks between segments are passed over, and line breaks within a segment
/// are taken out, as in files that are cut into lines of 80 bytes. Several interchanges may follow one another.
///
/// Bytes are not decoded, and nothing is known of what segments mean.
///
/// - Complexity: O(1) memory beyond the longest segment; one pass over the bytes.
/// - Source: ASC X12.5, interchange control structures: ISA has sixteen elements, the character after its name separates the
///   elements, the last element is the separator of components, and the character after that ends the segment.
public struct InterchangeReader: ~Copyable {
  /// The characters by which an interchange is cut.
  public struct Separators: Hashable, Sendable {
    /// What stands between elements; the character after ISA.
    public var element: UInt8
    /// What stands between the components of an element; ISA16.
    public var component: UInt8
    /// What stands between the repetitions of an element; ISA11, nil in versions before 004020 where it says something else.
    public var repetition: UInt8?
    /// What ends a segment; the character after ISA16.
    public var terminator: UInt8
  }

  /// The most bytes that one segment may take.
  public static let segmentLimit = 1 << 20
  /// The most bytes that an ISA segment may take: it has 106, and some more where it is badly padded.
  private static let headerLimit = 1_000

  /// The 1-based number of the segment in the file: its line, where every segment has a line of its own.
  public private(set) var segment = 0
  /// The name of the segment, its first element, such as CLM.
  public private(set) var name = ShortCode.none
  /// The number of elements after the name.
  public private(set) var elementCount = 0
  /// Whether the segment has its end; only the last of a file may have none, and may then be a part of one.
  public private(set) var isTerminated = true
  /// The characters of the interchange that is being read; nil before the first segment.
  public private(set) var separators: Separators?

  private let source: any ByteSource
  private let capacity = 2 * InterchangeReader.segmentLimit
  private let buffer: UnsafeMutablePointer<UInt8>
  private var filled = 0
  private var position = 0
  private var atEnd = false
  private var isAtStart = true
  /// Where each element starts, the name first; after the last, one beyond the byte that ends it.
  private var starts: UnsafeMutablePointer<Int32>
  private var startCapacity = 64

  /// A reader of the source's segments.
  public init(_ source: any ByteSource) {
    self.source = source
    buffer = .allocate(capacity: capacity)
    starts = .allocate(capacity: startCapacity)
  }

  deinit {
    buffer.deallocate()
    starts.deallocate()
  }

  /// Whether bytes start as those of an interchange do: ISA, and the separator that also ends its first element of two.
  public static func isInterchange(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = (bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]).drop { $0 <= 0x20 }.prefix(7)
    guard start.starts(with: [0x49, 0x53, 0x41]), start.count == 7 else { return false }
    return start[start.startIndex + 3] == start[start.startIndex + 6]
  }

  /// Moves to the next segment.
  ///
  /// - Returns: false at the end of the source.
  /// - Throws: what the source says of a failed read; ``FormFailure`` where there is no interchange, its ISA segment does not
  ///   tell the separators, or a segment is longer than ``segmentLimit``.
  public mutating func next() throws -> Bool {
    guard try passOverBlanks() else { return false }
    segment += 1
    if startsInterchange { separators = try header() }
    guard let separators else {
      throw FormFailure(
        "is no X12 interchange: it does not start with ISA",
        hint: "give a file as it is sent to a payer or clearinghouse")
    }
    var end = position
    let limit = min(filled, position + Self.segmentLimit)
    var hasBreaks = false
    while end < limit, buffer[end] != separators.terminator {
      if buffer[end] == 0x0A || buffer[end] == 0x0D { hasBreaks = true }
      end += 1
    }
    isTerminated = end < limit
    guard isTerminated || limit == filled && atEnd else {
      throw FormFailure(
        "has a segment of more than \(Self.segmentLimit >> 20) MB",
        hint: "see whether its segments end with the character that follows ISA16")
    }
    split(position..<(hasBreaks ? withoutBreaks(position..<end) : end), separators.element)
    position = min(end + 1, filled)
    return true
  }

  /// The bytes of an element, 0 for the name; empty where the segment has not as many. Valid until the next segment is read.
  public func element(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index <= elementCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = Int(starts[index])
    return UnsafeBufferPointer(start: buffer + start, count: Int(starts[index + 1]) - 1 - start)
  }

  /// The bytes of an element's component, counted from 1; empty where the element has not as many. Valid until the next
  /// segment is read.
  public func component(_ number: Int, of index: Int) -> UnsafeBufferPointer<UInt8> {
    let bytes = element(index)
    guard let separator = separators?.component else { return bytes }
    var start = 0
    var left = number - 1
    while left > 0 {
      guard let found = bytes[start...].firstIndex(of: separator) else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      start = found + 1
      left -= 1
    }
    let end = bytes[start...].firstIndex(of: separator) ?? bytes.count
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The text of an element, repaired where it is not UTF-8.
  public func text(_ index: Int) -> String { String(decoding: element(index), as: UTF8.self) }

  // MARK: Bytes

  /// Moves to the next byte of a segment; false where there is none.
  private mutating func passOverBlanks() throws -> Bool {
    while true {
      if filled - position < Self.segmentLimit, !atEnd { try refill() }
      guard position < filled else { return false }
      let byte = buffer[position]
      guard byte <= 0x20 || byte == separators?.terminator else { return true }
      position += 1
    }
  }

  /// Moves what is left to the front of the buffer and fills the rest.
  private mutating func refill() throws {
    buffer.update(from: buffer + position, count: filled - position)
    filled -= position
    position = 0
    while filled < capacity, !atEnd {
      let count = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
      filled += count
      atEnd = count == 0
    }
    if isAtStart, filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
    isAtStart = false
  }

  /// Takes the line breaks out of some bytes, in place; the place where what is left ends.
  private func withoutBreaks(_ range: Range<Int>) -> Int {
    var end = range.lowerBound
    for index in range where buffer[index] != 0x0A && buffer[index] != 0x0D {
      buffer[end] = buffer[index]
      end += 1
    }
    return end
  }

  private mutating func split(_ range: Range<Int>, _ separator: UInt8) {
    elementCount = 0
    starts[0] = Int32(range.lowerBound)
    for index in range where buffer[index] == separator {
      elementCount += 1
      mark(index + 1)
    }
    let last = elementCount + 1
    if last == startCapacity { grow() }
    starts[last] = Int32(range.upperBound + 1)
    name = ShortCode(element(0))
  }

  private mutating func mark(_ start: Int) {
    if elementCount == startCapacity { grow() }
    starts[elementCount] = Int32(start)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * startCapacity)
    larger.update(from: starts, count: startCapacity)
    starts.deallocate()
    starts = larger
    startCapacity *= 2
  }

  // MARK: Separators

  private var startsInterchange: Bool {
    position + 3 < filled && buffer[position] == 0x49 && buffer[position + 1] == 0x53 && buffer[position + 2] == 0x41
      && !Self.isLetterOrDigit(buffer[position + 3])
  }

  /// The separators that the ISA segment at `position` tells.
  ///
  /// Its elements have fixed lengths; they are counted all the same, since some programs do not pad them.
  private func header() throws -> Separators {
    let element = buffer[position + 3]
    let limit = min(filled, position + Self.headerLimit)
    var index = position + 3
    var count = 0
    var repetition: UInt8?
    while index < limit, count < 16 {
      if buffer[index] == element {
        count += 1
        if count == 11, index + 1 < limit { repetition = buffer[index + 1] }
      }
      index += 1
    }
    guard count == 16, index + 1 < limit else {
      throw FormFailure(
        "has an ISA segment of \(count) elements where there are 16",
        hint: "the file is cut off or was changed by hand; have it written again")
    }
    var separators = Separators(element: element, component: buffer[index], terminator: buffer[index + 1])
    guard Self.areSound([element, separators.component]), Self.areSound([separators.terminator], orBreak: true),
      Set([element, separators.component, separators.terminator]).count == 3
    else {
      throw FormFailure(
        "has an ISA segment that does not tell its separators",
        hint: "the file is cut off or was changed by hand; have it written again")
    }
    if let repetition, Self.areSound([repetition]),
      ![element, separators.component, separators.terminator].contains(repetition)
    {
      separators.repetition = repetition
    }
    return separators
  }

  /// Whether bytes can separate: they are no letters, digits, blanks or parts of a character.
  private static func areSound(_ bytes: [UInt8], orBreak: Bool = false) -> Bool {
    bytes.allSatisfy { byte in
      !isLetterOrDigit(byte) && byte != 0x20 && byte != 0 && byte < 0x7F
        && (orBreak || byte != 0x0A && byte != 0x0D)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
