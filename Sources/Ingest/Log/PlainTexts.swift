import ProductivityModel
import Tabular

/// The texts of one column after another of plain records, and what codes and specialties stand for as they are written, each looked at
/// once.
struct PlainTexts {
  /// The cells of one column, valid until the reader reads on, and their ids.
  private(set) var texts: [UnsafeBufferPointer<UInt8>] = []
  var ids: [Int32] = []
  private var codes = ByteInterner()
  private var codeIDs: [Int32] = []
  private var specialties = ByteInterner()
  private var specialtyIDs: [Int32] = []

  /// What a text has that wants a closer look.
  private static let unclear: Int32 = -2

  /// Takes the cells of a column of records that were found together.
  mutating func gather(_ column: LogColumn, _ count: Int, _ records: borrowing DirectRecords) {
    texts.removeAll(keepingCapacity: true)
    for record in 0..<count { texts.append(records.plainCell(column, of: record)) }
  }

  /// Finds the ids of codes of five characters or more, all of them digits and capitals; below zero for any other text.
  mutating func readCodes(_ dictionaries: inout RunDictionaries) {
    codes.ids(of: texts, into: &ids)
    while codeIDs.count < codes.count {
      let text = codes.bytes(codeIDs.count)
      let isPlain = (5...16).contains(text.count) && text.allSatisfy { Self.isDigit($0) || $0 >= 0x41 && $0 <= 0x5A }
      codeIDs.append(isPlain ? text.withUnsafeBufferPointer { dictionaries.codeID($0) } : Self.unclear)
    }
    for index in ids.indices { ids[index] = codeIDs[Int(ids[index])] }
  }

  /// The id of a specialty, -1 for an empty text; nil for a text with a digit.
  @inline(__always)
  mutating func specialtyID(_ text: UnsafeBufferPointer<UInt8>, _ dictionaries: inout RunDictionaries) -> Int32? {
    if text.isEmpty { return -1 }
    let (number, isNew) = specialties.id(text)
    if isNew {
      specialtyIDs.append(text.contains(where: Self.isDigit) ? Self.unclear : dictionaries.specialties.id(text).id)
    }
    let id = specialtyIDs[Int(number)]
    return id == Self.unclear ? nil : id
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
