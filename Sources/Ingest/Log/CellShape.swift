import ProductivityModel

/// Whether a cell may be shown in a message, and what to say of it where it may not.
///
/// Columns shift in bad files, so a cell under any header may hold a patient's name or number. A cell is shown only where
/// its text fits its column's shape; otherwise its length and kind are told.
enum CellShape {
  case code
  case date
  case number
  case modifiers
  case place

  /// The cell in quotes, or what kind of text it is.
  func shown(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    fits(cell) ? "\"\(String(decoding: cell, as: UTF8.self))\"" : Self.kind(cell)
  }

  func fits(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    switch self {
    case .code:
      // CPT and HCPCS: four digits and a digit or letter at either end.
      return ProcedureCode(cell)?.hasPublishedForm ?? false
    case .date:
      // Three groups of digits with one kind of separator, at most ten characters.
      let separators = cell.filter { $0 == 0x2D || $0 == 0x2F }
      return cell.count >= 6 && cell.count <= 10 && separators.count == 2 && Set(separators).count == 1
        && cell.allSatisfy { isDigit($0) || $0 == 0x2D || $0 == 0x2F }
    case .number:
      // A sign, digits, perhaps with a comma before every three of the whole ones, and one point: nothing like a social
      // security number, a telephone number or a day.
      let unsigned = cell.first == 0x2B || cell.first == 0x2D ? cell.dropFirst() : cell[...]
      let parts = unsigned.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
      let groups = parts[0].split(separator: 0x2C, omittingEmptySubsequences: false)
      let digits = unsigned.count(where: isDigit)
      return digits > 0 && digits <= 7 && groups.allSatisfy { $0.allSatisfy(isDigit) }
        && (groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
        && parts.dropFirst().allSatisfy { $0.allSatisfy(isDigit) }
    case .modifiers:
      // Words of two characters; a longer word may be anything.
      return cell.count <= 14
        && cell.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C }).allSatisfy {
          $0.count <= 2 && $0.allSatisfy { isDigit($0) || isLetter($0) }
        }
    case .place:
      return cell.count <= 2 && cell.allSatisfy(isDigit)
    }
  }

  /// The length and kind of a text: "a text of 14 letters and digits".
  static func kind(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    if cell.isEmpty { return "nothing" }
    let digits = cell.count { $0 >= 0x30 && $0 <= 0x39 }
    let letters = cell.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let kind =
      if digits == cell.count { "digits" } else if letters == cell.count {
        "letters"
      } else if digits + letters == cell.count {
        "letters and digits"
      } else { "characters" }
    return "a text of \(cell.count) \(cell.count == 1 ? String(kind.dropLast()) : kind)"
  }
}
