/// Gives equal texts the same small integer, in the order in which they are first met.
///
/// Open addressing: no string is made for a text that has been met before, and a short one is compared where it is looked up, in
/// the one place of memory that is waited for.
///
/// - Complexity: O(length) a look-up, O(1) amortised growth.
public struct ByteInterner: Sendable {
  private var slots: [Slot]
  private var starts: [Int] = [0]
  private var arena: [UInt8] = []

  /// A place of the table: what stands for a text, and its id; -1 where it is free.
  private struct Slot: BitwiseCopyable {
    var key: Key
    var id: Int32

    static let free = Slot(key: Key(UnsafeBufferPointer(start: nil, count: 0)), id: -1)
  }

  /// What stands for a text: of up to 15 bytes the text itself with its length, of a longer one its hashes.
  private struct Key: BitwiseCopyable {
    var first: UInt64
    /// The lowest byte is the length, or 255 where the text is longer than this can hold.
    var last: UInt64

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>) {
      let raw = UnsafeRawBufferPointer(text)
      let count = raw.count
      if count >= 8, count <= 15 {
        first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        // The last eight bytes, of which those that the first eight have too are shifted out.
        let tail = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        last = (count == 8 ? 0 : tail << UInt64(128 - 8 * count)) | UInt64(count)
      } else if count >= 4, count < 8 {
        let (head, tail) = (
          raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self),
          raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        )
        // The two overlap: with the length they still say every byte.
        first = UInt64(head) << 32 | UInt64(tail)
        last = UInt64(count)
      } else if count > 15 {
        (first, last) = ByteInterner.hashes(raw)
        last |= 0xFF
      } else {
        first = count == 0 ? 0 : UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1])
        last = UInt64(count)
      }
    }

    var isWhole: Bool { last & 0xFF != 0xFF }

    @inline(__always)
    var hash: Int { Int(truncatingIfNeeded: ByteInterner.mix(first, last)) }

    @inline(__always)
    static func == (a: Self, b: Self) -> Bool { a.first == b.first && a.last == b.last }
  }

  /// An empty dictionary.
  public init() { slots = [Slot](repeating: .free, count: 256) }

  /// The number of different texts.
  public var count: Int { starts.count - 1 }

  /// The text of an id.
  public func text(_ id: Int) -> String {
    arena.withUnsafeBufferPointer { String(decoding: $0[starts[id]..<starts[id + 1]], as: UTF8.self) }
  }

  /// The bytes of an id.
  public func bytes(_ id: Int) -> [UInt8] { Array(arena[starts[id]..<starts[id + 1]]) }

  /// The id of a text, a new one where it has not been met; `isNew` says which.
  public mutating func id(_ text: UnsafeBufferPointer<UInt8>) -> (id: Int32, isNew: Bool) {
    let key = Key(text)
    let mask = slots.count - 1
    var place = key.hash & mask
    while true {
      let slot = slots[place]
      if slot.id < 0 { break }
      if slot.key == key, key.isWhole || matches(Int(slot.id), text) { return (slot.id, false) }
      place = (place + 1) & mask
    }
    let id = Int32(count)
    slots[place] = Slot(key: key, id: id)
    arena.append(contentsOf: text)
    starts.append(arena.count)
    // At most two thirds full: a step to the next place costs less than a table that does not fit the processor's memory.
    if count * 3 > slots.count * 2 { grow() }
    return (id, true)
  }

  /// The id of some bytes.
  public mutating func id(_ bytes: [UInt8]) -> Int32 { bytes.withUnsafeBufferPointer { id($0).id } }

  /// The id of a string.
  public mutating func id(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { id($0).id }
  }

  /// Whether a text is that of an id.
  public func matches(_ id: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (starts[id], starts[id + 1])
    guard end - start == text.count else { return false }
    return arena.withUnsafeBytes { arena in
      // Eight bytes at a time, the last of them perhaps once more.
      let (own, other) = (UnsafeRawBufferPointer(rebasing: arena[start..<end]), UnsafeRawBufferPointer(text))
      guard own.count >= 8 else { return own.elementsEqual(other) }
      var offset = 0
      while offset < own.count {
        let place = min(offset, own.count - 8)
        if own.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          != other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        {
          return false
        }
        offset += 8
      }
      return true
    }
  }

  private mutating func grow() {
    var larger = [Slot](repeating: .free, count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot.id >= 0 {
      var place = slot.key.hash & mask
      while larger[place].id >= 0 { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }

  private static func hashes(_ raw: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    var (first, last): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xA076_1D64_78BD_642F)
    var offset = 0
    while offset + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      first = mix(first, word)
      last = mix(last ^ word, first)
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < raw.count {
      tail = tail << 8 | UInt64(raw[offset])
      offset += 1
    }
    return (mix(first, tail), mix(last ^ tail, first))
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0xD6E8_FEB8_6659_FD93).multipliedFullWidth(by: b ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
