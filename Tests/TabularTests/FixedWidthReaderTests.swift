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
}
