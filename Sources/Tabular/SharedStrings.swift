/// The texts of a workbook that its cells name by number, in one block of bytes.
final class SharedStrings: XMLHandler {
  private let arena = ByteArena()
  private var ends: [Int] = []
  private var isInText = false
  private var phonetic = 0

  /// The bytes of a place; they stay where they are once all texts are read.
  func bytes(_ place: Range<Int>) -> UnsafeBufferPointer<UInt8> { arena[place] }

  /// The place of a text; nil where there is no text of that number.
  func range(_ number: Int) -> Range<Int>? {
    guard number >= 0, number < ends.count else { return nil }
    return (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    // A text of several runs, each in its own type, is their sum; how it is spoken (rPh) is not part of it.
    if name == "rPh" { phonetic += 1 } else if name == "t" { isInText = phonetic == 0 }
  }

  func end(_ name: XMLName) {
    if name == "si" {
      CharacterEscapes.decode(arena, from: ends.last ?? 0)
      ends.append(arena.count)
    } else if name == "t" {
      isInText = false
    } else if name == "rPh" {
      phonetic -= 1
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText { arena.append(bytes) }
  }
}
