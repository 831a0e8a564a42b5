/// All items that a practice bills, numbered, with the text of their cells made once.
struct ItemCatalogue: Sendable {
  /// `code,modifiers,` of each item, ready to be written.
  private(set) var cells: [[UInt8]] = []
  /// The charge for one unit of each item, in whole dollars.
  private(set) var charges: [Int] = []
  /// The item that a corrected line of each item has instead; nil where the item is never corrected.
  private(set) var corrections: [UInt16?] = []
  private var numbers: [BilledItem: UInt16] = [:]

  /// Bit that marks a number as the first of a pair: right side, then left.
  static let sidedMark: UInt16 = 1 << 15

  /// The number of an item, with ``sidedMark`` set where the number after it is the same item on the other side.
  mutating func number(of item: BilledItem) -> UInt16 {
    if let known = numbers[item] { return known }
    let number: UInt16
    if item.isSided {
      number = add(item.on("RT")) | Self.sidedMark
      _ = add(item.on("LT"))
    } else {
      number = add(item)
      if let level = Self.correctedLevels[item.code] {
        let corrected = self.number(of: BilledItem(code: level, modifiers: item.modifiers))
        corrections[Int(number)] = corrected
      }
    }
    numbers[item] = number
    return number
  }

  private mutating func add(_ item: BilledItem) -> UInt16 {
    cells.append(Array("\(item.code),\(item.modifiers),".utf8))
    charges.append(item.charge)
    corrections.append(nil)
    let number = UInt16(cells.count - 1)
    if !item.isSided { numbers[item] = number }
    return number
  }

  /// The level of visit that a coder puts in place of another.
  private static let correctedLevels = [
    "99202": "99203", "99203": "99204", "99204": "99203", "99212": "99213", "99213": "99214", "99214": "99213",
    "99215": "99214", "99222": "99223", "99223": "99222", "99231": "99232", "99232": "99233", "99233": "99232",
    "99238": "99239", "99239": "99238",
  ]
}
