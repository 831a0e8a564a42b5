import ProductivityModel
import Tabular

/// What texts of plain records stand for, each looked at once: codes and specialties as they are written.
struct PlainTexts {
  private var codes = ByteInterner()
  private var codeIDs: [Int32] = []
  private var specialties = ByteInterner()
  private var specialtyIDs: [Int32] = []
  /// The specialty in ``specialties`` that each clinician's last line had, -1 for none: most have one.
  private var lastSpecialties: [Int32] = []

  /// In place of an id where a text wants a closer look.
  private static let unclear: Int32 = -2

  /// The id of a code of five characters or more, all of them digits and capitals; nil for any other text.
  @inline(__always)
  mutating func codeID(_ text: UnsafeBufferPointer<UInt8>, _ dictionaries: inout RunDictionaries) -> Int32? {
    let (number, isNew) = codes.id(text)
    if isNew {
      let isPlain = (5...16).contains(text.count) && text.allSatisfy { Self.isDigit($0) || $0 >= 0x41 && $0 <= 0x5A }
      codeIDs.append(isPlain ? dictionaries.codeID(text) : Self.unclear)
    }
    let id = codeIDs[Int(number)]
    return id == Self.unclear ? nil : id
  }

  /// The id of a specialty, -1 for an empty text; nil for a text with a digit, or too long a one.
  ///
  /// - Parameter clinician: the id of the line's clinician; below zero for none.
  @inline(__always)
  mutating func specialtyID(
    _ text: UnsafeBufferPointer<UInt8>, of clinician: Int32, _ dictionaries: inout RunDictionaries
  ) -> Int32? {
    if text.isEmpty { return -1 }
    let place = Int(clinician)
    if place >= 0, place < lastSpecialties.count {
      let last = Int(lastSpecialties[place])
      if last >= 0, specialties.matches(last, text) { return specialtyIDs[last] }
    }
    return newSpecialtyID(text, of: place, &dictionaries)
  }

  private mutating func newSpecialtyID(
    _ text: UnsafeBufferPointer<UInt8>, of clinician: Int, _ dictionaries: inout RunDictionaries
  ) -> Int32? {
    let (number, isNew) = specialties.id(text)
    if isNew {
      let isUnclear = text.count > RunDictionaries.longestName || text.contains(where: Self.isDigit)
      specialtyIDs.append(isUnclear ? Self.unclear : dictionaries.specialties.id(text).id)
    }
    let id = specialtyIDs[Int(number)]
    if id == Self.unclear { return nil }
    if clinician >= 0 {
      while lastSpecialties.count <= clinician { lastSpecialties.append(-1) }
      lastSpecialties[clinician] = number
    }
    return id
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
