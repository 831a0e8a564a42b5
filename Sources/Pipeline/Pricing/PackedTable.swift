/// Small integers by packed keys, in open addressing: a look-up is about one memory access.
struct PackedTable: ~Copyable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  /// An empty table.
  init() {
    keys = [UInt64](repeating: 0, count: 1 << 10)
    values = [Int32](repeating: -1, count: 1 << 10)
  }

  /// The value of a key; -1 where there is none.
  @inline(__always)
  subscript(key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while values[slot] >= 0 {
      if keys[slot] == key { return Int(values[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Adds a key that is not there, with a value of zero or more.
  mutating func insert(_ key: UInt64, _ value: Int) {
    if 2 * (count + 1) > keys.count { grow() }
    place(key, Int32(value))
    count += 1
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while values[slot] >= 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: 2 * oldKeys.count)
    values = [Int32](repeating: -1, count: 2 * oldKeys.count)
    for (index, value) in oldValues.enumerated() where value >= 0 { place(oldKeys[index], value) }
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    let product = key.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return Int(truncatingIfNeeded: product.high ^ product.low) & mask
  }
}
