/// The records that identity does not let go on, with why; almost every record is not among them.
struct LineRulings: Sendable {
  private let rulings: [UInt64: LineIdentity.Ruling]
  /// A bit for each hash of a record among the rulings: most look-ups end here.
  private var filter: [UInt64]
  private let shift: UInt64

  /// Files that are there a second time; empty where none is.
  private let repeatedFiles: [Bool]

  /// - Parameter repeatedFiles: for each file whether all its records are duplicates.
  init(_ rulings: [UInt64: LineIdentity.Ruling], repeatedFiles: [Bool] = []) {
    self.rulings = rulings
    self.repeatedFiles = repeatedFiles.contains(true) ? repeatedFiles : []
    var bits: UInt64 = 12
    while bits < 26, rulings.count * 16 > 1 << bits { bits += 1 }
    shift = 64 - bits
    filter = [UInt64](repeating: 0, count: (1 << Int(bits)) / 64)
    for record in rulings.keys {
      let hash = Self.hash(record) >> shift
      filter[Int(hash >> 6)] |= 1 << (hash & 63)
    }
  }

  /// These and others.
  func adding(_ others: [UInt64: LineIdentity.Ruling]) -> LineRulings {
    others.isEmpty
      ? self : LineRulings(rulings.merging(others) { first, _ in first }, repeatedFiles: repeatedFiles)
  }

  /// The ruling on a record; nil for one that goes on.
  @inline(__always)
  subscript(record: UInt64) -> LineIdentity.Ruling? {
    if !repeatedFiles.isEmpty, repeatedFiles[Int(record >> 32)] { return .duplicate }
    let hash = Self.hash(record) >> shift
    return filter[Int(hash >> 6)] & (1 << (hash & 63)) == 0 ? nil : rulings[record]
  }

  @inline(__always)
  private static func hash(_ record: UInt64) -> UInt64 { record &* 0x9E37_79B9_7F4A_7C15 }
}
