/// Adds to a finished PDF what cairo 1.16 has no words for: the language, the title in the window, and what each picture shows.
///
/// It is an update at the end of the file, as the format provides for (ISO 32000-1, 7.5.6): what cairo wrote stays as it is. Of
/// cairo's form only this is taken: a table of all objects at the end, and dictionaries that end before `endobj`.
struct PDFSupplement {
  /// What each picture shows, in words, in the order in which they were painted.
  var alternatives: [String]

  /// The file with the addition.
  ///
  /// - Throws: ``PDFFailure`` where the file is not in cairo's form.
  func added(to bytes: [UInt8]) throws(PDFFailure) -> [UInt8] {
    guard let table = ObjectTable(bytes), let root = table.root else {
      throw PDFFailure(reason: "the objects of the finished file are not found")
    }
    let figures = table.offsets.indices.filter { table.begins($0, with: "<< /Type /StructElem\n   /S /Figure") }
    guard figures.count == alternatives.count else {
      throw PDFFailure(reason: "\(alternatives.count) pictures were painted, and \(figures.count) are in the file")
    }
    var additions: [(number: Int, text: String)] = [
      (root, "   /Lang (en-US)\n   /ViewerPreferences << /DisplayDocTitle true >>\n")
    ]
    for (number, alternative) in zip(figures, alternatives) {
      additions.append((number, "   /Alt \(Self.text(alternative))\n"))
    }
    var result = bytes
    var entries: [(number: Int, offset: Int)] = []
    for addition in additions.sorted(by: { $0.number < $1.number }) {
      guard let object = table.object(addition.number), let end = object.lastRange(of: ">>") else {
        throw PDFFailure(reason: "object \(addition.number) of the finished file is not found")
      }
      entries.append((addition.number, result.count))
      result += object[..<end] + Array(addition.text.utf8) + object[end...]
      result += Array("\n".utf8)
    }
    let start = result.count
    var text = "xref\n0 1\n0000000000 65535 f \n"
    for entry in entries { text += "\(entry.number) 1\n\(Self.padded(entry.offset)) 00000 n \n" }
    text += "trailer\n<< /Size \(table.offsets.count)\n   /Root \(root) 0 R\n"
    if let info = table.info { text += "   /Info \(info) 0 R\n" }
    text += "   /Prev \(table.start)\n>>\nstartxref\n\(start)\n%%EOF\n"
    return result + Array(text.utf8)
  }

  /// A text as the format holds it: UTF-16 in hexadecimal digits.
  private static func text(_ text: String) -> String {
    var digits = "<FEFF"
    for unit in text.utf16 {
      let hexadecimal = String(unit, radix: 16, uppercase: true)
      digits += String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
    }
    return digits + ">"
  }

  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}

/// Where each object of a PDF of cairo's begins.
private struct ObjectTable {
  private let bytes: [UInt8]
  /// Where the table begins.
  let start: Int
  /// The objects' offsets, by number.
  let offsets: [Int]
  /// The numbers of the objects that are the root of all others, and what the document says of itself.
  let root: Int?
  let info: Int?

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let tail = String(decoding: bytes.suffix(400), as: UTF8.self)
    guard let trailer = tail.range(of: "trailer", after: tail.startIndex),
      let start = tail.number(after: "startxref", from: trailer), start < bytes.count
    else { return nil }
    self.start = start
    root = tail.number(after: "/Root", from: trailer)
    info = tail.number(after: "/Info", from: trailer)
    let lines = bytes[start...].split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard lines.count == 3, lines[0].elementsEqual("xref".utf8) else { return nil }
    let counts = lines[1].split(separator: UInt8(ascii: " ")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard counts.count == 2, counts[0] == 0, lines[2].count >= counts[1] * 20 else { return nil }
    let first = lines[2].startIndex
    offsets = (0..<counts[1]).map { number in
      lines[2][(first + number * 20)..<(first + number * 20 + 10)].reduce(0) { $0 * 10 + Int($1 &- 48) }
    }
  }

  /// An object, from its number to `endobj`.
  func object(_ number: Int) -> [UInt8]? {
    guard number < offsets.count, offsets[number] < start else { return nil }
    let rest = bytes[offsets[number]..<start]
    let end = Array("endobj".utf8)
    var index = rest.startIndex
    while index + end.count <= rest.endIndex {
      if rest[index..<(index + end.count)].elementsEqual(end) { return Array(rest[..<(index + end.count)]) }
      index += 1
    }
    return nil
  }

  /// Whether the dictionary of an object begins with a text.
  func begins(_ number: Int, with text: String) -> Bool {
    guard offsets[number] > 0, offsets[number] < start else { return false }
    let rest = bytes[offsets[number]..<min(offsets[number] + 80, start)]
    guard let line = rest.firstIndex(of: UInt8(ascii: "\n")) else { return false }
    return rest[(line + 1)...].starts(with: text.utf8)
  }
}

extension String {
  fileprivate func range(of word: String, after start: Index) -> Index? {
    self[start...].firstRange(of: word)?.lowerBound
  }

  /// The whole number that stands after a word.
  fileprivate func number(after word: String, from start: Index) -> Int? {
    guard let place = self[start...].firstRange(of: word) else { return nil }
    let digits = self[place.upperBound...].drop { $0.isWhitespace }.prefix { $0.isNumber }
    return Int(digits)
  }
}

extension [UInt8] {
  /// Where a text begins for the last time.
  fileprivate func lastRange(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    var index = count - wanted.count
    while index >= 0 {
      if self[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
      index -= 1
    }
    return nil
  }
}
