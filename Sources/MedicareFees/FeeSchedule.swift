import ProductivityModel

/// A release of the Physician Fee Schedule: its rows, found by code. It is small to copy.
public struct FeeSchedule: Sendable {
  private struct Content {
    let info: ReleaseInfo
    let rows: [FeeRow]
    let codes: [ProcedureCode]
    /// One entry a code, in the order of the codes.
    let entries: [CodeRows]
    /// An open-addressing table of codes with their indices in the codes, 0 where empty: a lookup is about one memory access.
    let table: [UInt64]
  }

  @Boxed private var content: Content

  /// What the release is and where it comes from.
  public var info: ReleaseInfo { content.info }
  /// All rows, by code, then component: the code as a whole first, then 26, 53 and TC.
  public var rows: [FeeRow] { content.rows }
  /// The distinct codes, sorted.
  public var codes: [ProcedureCode] { content.codes }

  /// A row that is there twice: which of the two to credit cannot be known.
  public struct RepeatedKey: Error, Hashable, Sendable, CustomStringConvertible {
    /// The code.
    public var code: ProcedureCode
    /// The component; nil for the code as a whole.
    public var component: Modifier?

    /// `44388-53 is there more than once`.
    public var description: String { "\(code)\(component.map { "-\($0)" } ?? "") is there more than once" }
  }

  /// Why rows do not make a fee schedule.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// A code and component is there more than once.
    case repeated(RepeatedKey)
    /// A row has a component other than 26, TC and 53.
    case unknownComponent(ProcedureCode, Modifier)

    /// The failure in words, without a full stop.
    public var description: String {
      switch self {
      case .repeated(let key): key.description
      case .unknownComponent(let code, let modifier):
        "\(code) has a row of modifier \(modifier), which is not 26, TC or 53"
      }
    }
  }

  /// A release from its rows, in any order.
  ///
  /// - Throws: ``Failure`` where a key is repeated, or a component is none that the fee schedule has.
  /// - Complexity: O(n) for sorted rows, otherwise O(n log n).
  public init(info: ReleaseInfo, rows: [FeeRow]) throws(Failure) {
    var rows = rows
    var isSorted = true
    for index in rows.indices.dropFirst() where Self.key(rows[index]) < Self.key(rows[index - 1]) {
      isSorted = false
      break
    }
    if !isSorted { rows.sort { Self.key($0) < Self.key($1) } }

    var codes: [ProcedureCode] = []
    var entries: [CodeRows] = []
    codes.reserveCapacity(rows.count)
    entries.reserveCapacity(rows.count)
    for index in rows.indices {
      let code = rows[index].code
      if codes.last != code {
        codes.append(code)
        entries.append(CodeRows())
      }
      guard let component = CodeRows.Component(rows[index].component) else {
        throw .unknownComponent(code, rows[index].component ?? "00")
      }
      guard entries[entries.count - 1].set(index, for: component) else {
        throw .repeated(RepeatedKey(code: code, component: rows[index].component))
      }
    }
    var capacity = 16
    while capacity < 2 * codes.count { capacity *= 2 }
    var table = [UInt64](repeating: 0, count: capacity)
    for index in codes.indices {
      var slot = Self.slot(codes[index], capacity)
      while table[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      table[slot] = codes[index].packed << Self.indexBits | UInt64(index)
    }
    content = Content(info: info, rows: rows, codes: codes, entries: entries, table: table)
  }

  /// The rows of a code; nil where the release has none.
  ///
  /// - Complexity: O(1).
  public func rows(for code: ProcedureCode) -> CodeRows? {
    guard let index = index(of: code) else { return nil }
    return content.entries[index]
  }

  /// The position of a code in ``codes``: a small number by which tables of one's own can be kept.
  ///
  /// - Complexity: O(1).
  public func index(of code: ProcedureCode) -> Int? {
    let table = content.table
    var slot = Self.slot(code, table.count)
    while true {
      let entry = table[slot]
      if entry == 0 { return nil }
      if entry >> Self.indexBits == code.packed { return Int(entry & (1 << Self.indexBits - 1)) }
      slot = (slot + 1) & (table.count - 1)
    }
  }

  /// The bits of a table's entry that an index takes, beside the forty of a code: room for more codes than there can be.
  private static let indexBits: UInt64 = 24

  /// The row of a code's component, or of the code as a whole for nil.
  public func row(_ code: ProcedureCode, _ component: Modifier? = nil) -> FeeRow? {
    guard let entry = rows(for: code), let kind = CodeRows.Component(component), let index = entry[kind] else {
      return nil
    }
    return rows[index]
  }

  /// Whether a code has work in its 26 row and none in its base row, or no base row: without modifier 26 it is unpriced.
  public func isValuedOnlyAsProfessional(_ code: ProcedureCode) -> Bool {
    guard let entry = rows(for: code), let professional = entry.professional, rows[professional].work > .zero else {
      return false
    }
    return entry.base.map { rows[$0].work == .zero } ?? true
  }

  /// The code of the release that is one slip of the hand from a text, if any; of several the first in sort order.
  ///
  /// Every text that is one slip away is looked up, since a log may have as many unknown codes as records.
  ///
  /// - Complexity: O(1).
  public func nearestCode(to text: String) -> ProcedureCode? {
    let letters = text.uppercased().map { letter in
      letter.asciiValue.flatMap { Self.codeCharacters.contains($0) ? $0 : nil }
    }
    var nearest: ProcedureCode?
    func consider(_ letters: [UInt8?]) {
      let bytes = letters.compactMap { $0 }
      guard bytes.count == letters.count, let code = bytes.withUnsafeBufferPointer({ ProcedureCode($0) }),
        nearest.map({ code < $0 }) ?? true, index(of: code) != nil
      else { return }
      nearest = code
    }
    consider(letters)
    if nearest != nil { return nearest }
    switch letters.count {
    case 4:
      for place in 0...4 {
        for letter in Self.codeCharacters { consider(letters[..<place] + [letter] + letters[place...]) }
      }
    case 5:
      for place in 0..<5 {
        for letter in Self.codeCharacters { consider(letters[..<place] + [letter] + letters[(place + 1)...]) }
        if place > 0 {
          var swapped = letters
          swapped.swapAt(place - 1, place)
          consider(swapped)
        }
      }
    case 6: for place in 0..<6 { consider(Array(letters[..<place] + letters[(place + 1)...])) }
    default: break
    }
    return nearest
  }

  /// The characters of codes: digits and capital letters.
  private static let codeCharacters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

  /// Codes sort as text, the code as a whole before its components.
  private static func key(_ row: FeeRow) -> (UInt64, UInt16) { (row.code.packed, row.component?.packed ?? 0) }

  private static func slot(_ code: ProcedureCode, _ capacity: Int) -> Int {
    Int(truncatingIfNeeded: (code.packed &* 0x9E37_79B9_7F4A_7C15) >> 40) & (capacity - 1)
  }
}
