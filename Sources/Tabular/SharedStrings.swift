/// The texts of a workbook that its cells name by number, in one block of bytes.
final class SharedStrings: XMLHandler {
  /// The most bytes that all texts may take, and the most texts.
  static let byteLimit = 96 << 20
  static let countLimit = 4 << 20

  /// Why the texts cannot be used, if they cannot: there are too many.
  private(set) var problem: String?
  private let arena = ByteArena()
  private var ends: [UInt32] = []
  private var isInText = false
  private var phonetic = 0

  /// The bytes of a place; they stay where they are once all texts are read.
  func bytes(_ place: Range<Int>) -> UnsafeBufferPointer<UInt8> { arena[place] }

  /// The place of a text; nil where there is no text of that number.
  func range(_ number: Int) -> Range<Int>? {
    guard number >= 0, number < ends.count else { return nil }
    return (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    // A text of several runs, each in its own type, is their sum; how it is spoken (rPh) is not part of it.
    if name == "rPh" { phonetic += 1 } else if name == "t" { isInText = phonetic == 0 }
  }

  func end(_ name: XMLName) {
    if name == "si" {
      CharacterEscapes.decode(arena, from: Int(ends.last ?? 0))
      if ends.count == Self.countLimit { problem = "has more texts than are read" }
      if problem == nil { ends.append(UInt32(arena.count)) }
    } else if name == "t" {
      isInText = false
    } else if name == "rPh" {
      phonetic -= 1
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText, problem == nil else { return }
    if arena.count + bytes.count > Self.byteLimit {
      problem = "has more than \(Self.byteLimit >> 20) MB of texts"
    } else {
      arena.append(bytes)
    }
  }
}
