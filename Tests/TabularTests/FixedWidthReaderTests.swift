import Testing

@testable import Tabular

/// Text of fixed width: fields by their places, and whether a line fits.
@Suite struct FixedWidthReaderTests {
  private let layout = FixedWidthLayout(length: 10, fields: [.init("a", 1, 3), .init("b", 4, 5), .init("c", 8, 10)])

  /// Each line's fields and its fault.
  private func read(_ text: String, layout: FixedWidthLayout? = nil, piece: Int = 7) throws -> [(
    line: Int, texts: [String], fault: String?
  )] {
    var reader = FixedWidthReader(MemorySource(text.utf8, piece: piece), layout: layout ?? self.layout)
    var result: [(Int, [String], String?)] = []
    while try reader.next() { result.append((reader.line, reader.texts(), reader.fault(expecting: 3))) }
    return result
  }

  @Test func `fields that abut are cut at their places, whatever ends the line`() throws {
    let found = try read("abcde  fgh\r\n123 5  7 9\nabcde  fgh")
    #expect(found.map(\.texts) == [["abc", "de", "fgh"], ["123", " 5", "7 9"], ["abc", "de", "fgh"]])
    #expect(found.map(\.line) == [1, 2, 3])
    #expect(found.allSatisfy { $0.fault == nil })
  }

  @Test func `a line of another length does not fit`() throws {
    let found = try read("abcde  fg\nabcde  fgh1\n\n")
    #expect(found.map(\.texts) == [["abc", "de", "fg"], ["abc", "de", "fgh"], ["", "", ""]])
    #expect(found[0].fault == "is 9 characters long where the layout has 10")
    #expect(found[1].fault == "is 11 characters long where the layout has 10")
    #expect(found[2].fault != nil)
  }

  @Test func `text outside the fields does not fit`() throws {
    #expect(try read("abcde x gh")[0].fault == "has text at character 7, where the layout has none")
  }

  @Test func `an empty text has no records`() throws { #expect(try read("").isEmpty) }

  @Test(arguments: [1, 2, 3, 5, .max], ["\n", "\r\n", "\r"])
  func `pieces and line ends of any kind change nothing, and blank lines are records`(piece: Int, end: String) throws {
    let text = ["\u{FEFF}abcde  fgh", "", "123 5  7 9", "åé日de  f𝒳h", "ab"].joined(separator: end)
    for last in ["", end] {
      let found = try read(text + last, piece: piece)
      #expect(
        found.map(\.texts) == [
          ["abc", "de", "fgh"], ["", "", ""], ["123", " 5", "7 9"], ["åé日", "de", "f𝒳h"], ["ab", "", ""],
        ])
      #expect(found.map(\.line) == [1, 2, 3, 4, 5])
    }
  }

  @Test(arguments: [-1, 0, 1, 2, 1 << 20, 5 << 20], ["\n", "\r\n", "\r"])
  func `a line may be of a megabyte, and of a longer one the rest is passed over`(more: Int, end: String) throws {
    let long = String(repeating: "x", count: FixedWidthReader.lineLimit + more)
    let open = FixedWidthLayout(length: nil, fields: layout.fields, isWhole: false)
    let found = try read("abcde  fgh\(end)\(long)\(end)123 5  7 9\(end)", layout: open, piece: 70_001)
    #expect(found.map(\.line) == [1, 2, 3])
    #expect(found.map(\.fault) == [nil, more > 0 ? "is longer than 1 MB" : nil, nil])
    #expect(found.last?.texts == ["123", " 5", "7 9"])
  }

  @Test func `many lines are read to their end across the buffer's`() throws {
    let count = 300_000
    let text = String(repeating: "abcde  fgh\n", count: count)
    var reader = FixedWidthReader(MemorySource(text.utf8), layout: layout)
    var good = 0
    while try reader.next() {
      if reader.fault(expecting: 3) == nil, reader.text(2) == "fgh", reader.line == good + 1 { good += 1 }
    }
    #expect(good == count)
  }

  @Test func `a character that is lost may have moved the others, so its line does not fit an open layout`() throws {
    let open = FixedWidthLayout(length: nil, fields: layout.fields, isWhole: false)
    var bytes = Array("abcde  fgh\n".utf8) + [0xE9] + Array("bcdé  fgh\nabcde  fgh\n".utf8)
    var reader = FixedWidthReader(MemorySource(bytes), layout: open)
    var faults: [String?] = []
    while try reader.next() { faults.append(reader.fault(expecting: 3)) }
    #expect(faults == [nil, "has a character that is lost, so that its places cannot be counted", nil])
    // The records that are published have some in their titles, and all their places are checked.
    bytes = [0x92] + Array("bcde  fgh\n".utf8)
    var published = FixedWidthReader(MemorySource(bytes), layout: layout)
    #expect(try published.next() && published.fault(expecting: 3) == nil)
  }
}
