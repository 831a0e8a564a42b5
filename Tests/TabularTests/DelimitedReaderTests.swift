import Tabular
import TestSupport
import Testing

/// Records and fields of delimited text.
@Suite struct DelimitedReaderTests {
  private func texts(_ text: String) throws -> [[String]] { try read(text).map(\.texts) }

  @Test func `a quoted field keeps its commas`() throws {
    #expect(try texts("a,\"Smith, MD\",c\n") == [["a", "Smith, MD", "c"]])
  }

  @Test func `a doubled quote in a quoted field is one quote`() throws {
    #expect(try texts("\"5\"\" tall\",\"\"\"\",\"\"\n") == [["5\" tall", "\"", ""]])
  }

  @Test func `a quote inside an unquoted field is a character as any other`() throws {
    #expect(try texts("5\" tall,a\"b\"\n") == [["5\" tall", "a\"b\""]])
    #expect(try read("5\" tall\n").allSatisfy { $0.problem == nil })
  }

  @Test func `a quoted field keeps its line breaks, and the next record knows its line`() throws {
    let records = try read("h\n\"one\r\ntwo\n\nthree\",x\nlast\n")
    #expect(records.map(\.texts) == [["h"], ["one\r\ntwo\n\nthree", "x"], ["last"]])
    #expect(records.map(\.line) == [1, 2, 6])
  }

  @Test(arguments: ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\nc,d", "a,b\r\nc,d\r", "\n\na,b\n\r\n\nc,d\n\n\r"])
  func `lines end with LF or CRLF, the last one with nothing too, and blank lines are no records`(text: String) throws {
    #expect(try texts(text) == [["a", "b"], ["c", "d"]])
  }

  @Test func `lines that are passed over are counted`() throws {
    #expect(try read("\n\r\na\n\n\nb").map(\.line) == [3, 6])
  }

  @Test(arguments: ["", "\n", "\r\n\n", "\r", "\u{FEFF}", "\u{FEFF}\n"])
  func `a file of nothing has no records`(text: String) throws {
    #expect(try texts(text) == [])
  }

  @Test func `a byte order mark is skipped and does not move the columns`() throws {
    let records = try read("\u{FEFF}\"line_id\",code\n\u{FEFF}x,y\n")
    #expect(records.map(\.texts) == [["line_id", "code"], ["\u{FEFF}x", "y"]])
    #expect(records.first?.columns == [1, 11])
    #expect(records.map(\.offset) == [3, 18])
  }

  @Test func `a delimiter at the end makes an empty last field`() throws {
    #expect(try texts("a,\n,\n\"a\",\r\n\"\",") == [["a", ""], ["", ""], ["a", ""], ["", ""]])
  }

  @Test func `blanks are kept, except those after a closing quote`() throws {
    #expect(try texts(" a , b\n\"c\" ,\"d\"\t\r\n") == [[" a ", " b"], ["c", "d"]])
  }

  @Test(arguments: [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")])
  func `another delimiter is one, and a comma is not`(delimiter: UInt8) throws {
    let mark = String(UnicodeScalar(delimiter))
    let text = "a,b\(mark)\"c\(mark)d\"\(mark)\n"
    #expect(try read(text, delimiter: delimiter).map(\.texts) == [["a,b", "c\(mark)d", ""]])
  }

  @Test func `a column is the byte of the record at which the cell starts`() throws {
    let marked = MarkedText("h\nåé,\"x\"\"y\",▸z\n")
    let record = try #require(try read(marked.text).last)
    #expect(record.columns == [1, 6, marked.column])
    #expect(record.line == marked.line)
  }

  @Test func `text after a closing quote is told, and the record ends where its line does`() throws {
    let records = try read("\"a\"b,c\nd,e\n")
    #expect(records.map(\.problem) == ["textAfterQuote", nil])
    #expect(records.map(\.texts) == [["a", "c"], ["d", "e"]])
  }

  @Test func `a quote that is never closed costs its own line only`() throws {
    let records = try read("a,b\nc,\"d,x\ne,f\ng,h\n")
    #expect(records.map(\.problem) == [nil, "unclosedQuote", nil, nil])
    #expect(records.map(\.texts) == [["a", "b"], ["c", "\"d,x"], ["e", "f"], ["g", "h"]])
    #expect(records.map(\.line) == [1, 2, 3, 4])
  }

  @Test func `two stray quotes cost their own lines only, however far they are apart`() throws {
    let between = (0..<500).map { "\($0),ok\n" }.joined()
    let records = try read("x,\"stray\n\(between)y,\"stray\nz,ok\n")
    #expect(records.count == 503)
    #expect(records.filter { $0.problem != nil }.map(\.line) == [1, 502])
    #expect(records.last?.texts == ["z", "ok"])
  }

  @Test func `a stray quote before a line with quotes costs its own line only`() throws {
    let records = try read("x,\"stray\ny,\"Smith, MD\"\nz,ok\n")
    #expect(records.map(\.problem) == ["unclosedQuote", nil, nil])
    #expect(records.map { $0.texts.last } == ["\"stray", "Smith, MD", "ok"])
  }

  @Test func `a quote that opens on the last line without a line end is told`() throws {
    for text in ["a\n\"", "a\n\"b", "a\n\"b\"\""] {
      #expect(try read(text).map(\.problem) == [nil, "unclosedQuote"])
    }
  }

  @Test func `many fields are read`() throws {
    let wide = (0..<1000).map(String.init)
    #expect(try texts(wide.joined(separator: ",") + "\na\n") == [wide, ["a"]])
  }

  @Test func `what a source says of a failed read is passed on`() {
    final class Broken: ByteSource {
      struct Failure: Error {}
      func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { throw Failure() }
    }
    #expect(throws: Broken.Failure.self) {
      var reader = DelimitedReader(Broken())
      _ = try reader.next()
    }
  }
}
