/// Gives equal texts the same small integer, in the order in which they are first met.
///
/// Open addressing: no string is made for a text that has been met before. The table has half of each hash, so that a place is hardly ever
/// taken for that of a text which it is not, and is small enough to stay near; a short text is compared by its key.
///
/// - Complexity: O(length) a look-up, O(1) amortised growth.
public struct ByteInterner: Sendable {
  /// The higher half of the hash of a text, and its id from 1 on; 0 where the place is free.
  private var slots: [UInt64]
  /// What stands for each text.
  private var keys: [Key] = []
  private var starts: [Int] = [0]
  private var arena: [UInt8] = []

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
    var hash: UInt64 { ByteInterner.mix(first, last) }

    @inline(__always)
    static func == (a: Self, b: Self) -> Bool { a.first == b.first && a.last == b.last }
  }

  /// An empty dictionary.
  public init() { slots = [UInt64](repeating: 0, count: 256) }

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
    let hash = key.hash
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { break }
      if slot >> 32 == hash >> 32 {
        let id = Int(slot & 0xFFFF_FFFF) - 1
        if keys[id] == key, key.isWhole || matches(id, text) { return (Int32(id), false) }
      }
      place = (place + 1) & mask
    }
    let id = count
    slots[place] = hash & ~0xFFFF_FFFF | UInt64(id + 1)
    keys.append(key)
    arena.append(contentsOf: text)
    starts.append(arena.count)
    // At most half full: a step to the next place is one that was not foreseen.
    if count * 2 > slots.count { grow() }
    return (Int32(id), true)
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
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot != 0 {
      var place = Int(truncatingIfNeeded: keys[Int(slot & 0xFFFF_FFFF) - 1].hash) & mask
      while larger[place] != 0 { place = (place + 1) & mask }
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
