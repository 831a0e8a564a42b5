/// Gives equal texts the same small integer, in the order in which they are first met.
///
/// Open addressing over an arena of bytes: no string is made for a text that has been met before.
///
/// - Complexity: O(length) a look-up, O(1) amortised growth.
public struct ByteInterner: Sendable {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var starts: [Int] = [0]
  private var arena: [UInt8] = []

  /// An empty dictionary.
  public init() { slots = [Int32](repeating: -1, count: 256) }

  /// The number of different texts.
  public var count: Int { hashes.count }

  /// The text of an id.
  public func text(_ id: Int) -> String {
    arena.withUnsafeBufferPointer { String(decoding: $0[starts[id]..<starts[id + 1]], as: UTF8.self) }
  }

  /// The bytes of an id.
  public func bytes(_ id: Int) -> [UInt8] { Array(arena[starts[id]..<starts[id + 1]]) }

  /// The id of a text, a new one where it has not been met; `isNew` says which.
  public mutating func id(_ text: UnsafeBufferPointer<UInt8>) -> (id: Int32, isNew: Bool) {
    let hash = Self.hash(text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let id = slots[slot]
      if id < 0 { break }
      if hashes[Int(id)] == hash, matches(Int(id), text) { return (id, false) }
      slot = (slot + 1) & mask
    }
    let id = Int32(hashes.count)
    slots[slot] = id
    hashes.append(hash)
    arena.append(contentsOf: text)
    starts.append(arena.count)
    if hashes.count * 2 > slots.count { grow() }
    return (id, true)
  }

  /// The id of a string.
  public mutating func id(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { id($0).id }
  }

  private func matches(_ id: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[id]
    guard starts[id + 1] - start == text.count else { return false }
    let raw = UnsafeRawBufferPointer(text)
    return arena.withUnsafeBytes { arena in
      var offset = 0
      while offset + 8 <= raw.count {
        if arena.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
          != raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        {
          return false
        }
        offset += 8
      }
      while offset < raw.count {
        if arena[start + offset] != raw[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  private mutating func grow() {
    var larger = [Int32](repeating: -1, count: slots.count * 2)
    let mask = larger.count - 1
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while larger[slot] >= 0 { slot = (slot + 1) & mask }
      larger[slot] = Int32(id)
    }
    slots = larger
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(raw.count)
    var offset = 0
    while offset + 8 <= raw.count {
      state = Self.mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < raw.count {
      tail = tail << 8 | UInt64(raw[offset])
      offset += 1
    }
    return Self.mix(state ^ tail)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
