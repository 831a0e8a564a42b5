import ProductivityModel

/// A cell that holds a code and its modifiers together: `99214-25`, `99214 25 59`, `99214 - a title`.
enum CombinedCell {
  /// The code with which a cell starts, and the modifiers that follow it with a blank between each; nil of a blank cell.
  ///
  /// A cell that starts with no code is given whole as either: it holds modifiers alone, or what is no code.
  ///
  /// What follows a dash between blanks is a title. Words of two characters after a blank are modifiers only where nothing
  /// longer follows, since a title may start with one.
  static func parts(_ cell: UnsafeBufferPointer<UInt8>) -> (code: [UInt8], modifiers: [UInt8])? {
    if cell.isEmpty { return nil }
    guard startsWithCode(cell) else { return (Array(cell), Array(cell)) }
    let code = cell.prefix { isAlphanumeric($0) }
    var glued: [UInt8] = []
    var place = code.endIndex
    // Modifiers with a mark and no blank before them.
    while place + 2 < cell.count, isMark(cell[place]), isAlphanumeric(cell[place + 1]), isAlphanumeric(cell[place + 2]),
      place + 3 == cell.count || !isAlphanumeric(cell[place + 3])
    {
      glued += [0x20, cell[place + 1], cell[place + 2]]
      place += 3
    }
    let words = cell[place...].split { $0 == 0x20 || $0 == 0x2C || $0 == 0x09 }
    if words.allSatisfy({ $0.count == 2 && $0.allSatisfy(isAlphanumeric) }) {
      for word in words { glued += [0x20] + Array(word) }
    }
    return (Array(code), Array(glued.dropFirst()))
  }

  /// Whether a cell starts with a code, in capitals or not.
  static func startsWithCode(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let code = cell.prefix { isAlphanumeric($0) }
    guard code.count == 5 else { return false }
    return code.map { $0 >= 0x61 ? $0 - 0x20 : $0 }.withUnsafeBufferPointer {
      ProcedureCode($0)?.hasPublishedForm == true
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x2F || byte == 0x2C || byte == 0x3A || byte == 0x2E
  }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
