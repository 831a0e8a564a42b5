import Testing

@testable import Tabular

/// X12 interchanges, cut into segments and elements by what their ISA segments tell.
@Suite struct InterchangeReaderTests {
  /// An ISA segment with some separators, padded as the standard has it.
  private static func header(_ element: String, _ component: String, _ repetition: String, _ end: String) -> String {
    [
      "ISA", "00", "          ", "00", "          ", "ZZ", "SENDER         ", "ZZ", "RECEIVER       ", "260301", "1200",
      repetition, "00501", "000000001", "0", "P", component + end,
    ].joined(separator: element)
  }

  private static let plain = header("*", ":", "^", "~")

  /// Each segment's number and elements.
  private func read(_ bytes: [UInt8], piece: Int = .max) throws -> [String] {
    var reader = InterchangeReader(MemorySource(bytes, piece: piece))
    var result: [String] = []
    while try reader.next() {
      let elements = (0...reader.elementCount).map { reader.text($0) }
      result.append("\(reader.segment) " + elements.joined(separator: "|") + (reader.isTerminated ? "" : " (no end)"))
    }
    return result
  }

  private func read(_ text: String, piece: Int = .max) throws -> [String] { try read(Array(text.utf8), piece: piece) }

  private func failure(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch { return (error as? FormFailure)?.message }
  }

  @Test(arguments: [
    ["*", ":", "^", "~"], ["|", ">", "!", "\n"], ["\u{1D}", "\u{1F}", "\u{1E}", "\u{1C}"], ["+", "<", "U", "'"],
    ["*", "\\", "^", "\r"],
  ])
  func `segments are cut by the separators of their ISA`(marks: [String]) throws {
    let text =
      Self.header(marks[0], marks[1], marks[2], marks[3])
      + ["SV1", "HC\(marks[1])99214\(marks[1])25", "", "UN"].joined(
        separator: marks[0]) + marks[3] + "SE" + marks[3]
    var reader = InterchangeReader(MemorySource(Array(text.utf8)))
    #expect(try reader.next())
    #expect(reader.name == "ISA" && reader.elementCount == 16)
    let repetition = marks[2] == "U" ? nil : marks[2].utf8.first
    #expect(reader.separators?.repetition == repetition)
    #expect(try reader.next())
    #expect(reader.name == "SV1" && reader.segment == 2 && reader.elementCount == 3)
    #expect(
      reader.component(1, of: 1).elementsEqual("HC".utf8) && reader.component(2, of: 1).elementsEqual("99214".utf8))
    #expect(reader.component(3, of: 1).elementsEqual("25".utf8))
    #expect(reader.component(4, of: 1).isEmpty && reader.component(1, of: 2).isEmpty)
    #expect(reader.text(3) == "UN" && reader.element(4).isEmpty && reader.element(-1).isEmpty)
    #expect(try reader.next())
    #expect(reader.name == "SE" && reader.elementCount == 0)
    #expect(try !reader.next())
  }

  @Test func `line breaks between and within segments are no part of them`() throws {
    let whole = Self.plain + "GS*HC*A~ST*837*0001~NM1*82*1*DOE~"
    let expected = try read(whole)
    #expect(expected.count == 4)
    for end in ["\n", "\r\n", "\r", "\n\n", " \n"] {
      #expect(try read(whole.replacing("~", with: "~" + end)) == expected)
    }
    // Files of mainframes are cut every 80 bytes.
    let bytes = Array(whole.utf8)
    let cut = stride(from: 0, to: bytes.count, by: 80).map { bytes[$0..<min($0 + 80, bytes.count)] }
    #expect(try read(Array(cut.joined(separator: [0x0A]))) == expected)
    #expect(try read(Array(cut.joined(separator: [0x0D, 0x0A]))) == expected)
  }

  @Test func `a mark of byte order and blanks before the interchange are passed over`() throws {
    #expect(try read("\u{FEFF}\r\n " + Self.plain + "GS*HC~").last == "2 GS|HC")
  }

  @Test func `each interchange has its own separators`() throws {
    let text = Self.plain + "IEA*0*1~\n" + Self.header("|", ">", "^", "!") + "IEA|0|1!"
    #expect(try read(text).map { $0.prefix(5) } == ["1 ISA", "2 IEA", "3 ISA", "4 IEA"])
    #expect(try read(text).last == "4 IEA|0|1")
  }

  @Test func `an ISA that is not padded still tells its separators`() throws {
    #expect(try read("ISA*00**00**ZZ*A*ZZ*B*260301*1200*^*00501*1*0*P*:~GS*HC*A~").last == "2 GS|HC|A")
  }

  @Test func `pieces of any size give the same segments`() throws {
    let text = Self.plain + "GS*HC*A~\nST*837*0001~\nSV1*HC:99214*150*UN*1~"
    let whole = try read(text)
    for piece in [1, 2, 3, 7, 105, 106, 107] { #expect(try read(text, piece: piece) == whole) }
  }

  @Test func `the last segment says when it has no end`() throws {
    #expect(try read(Self.plain + "GS*HC*A~IEA*1*00").last == "3 IEA|1|00 (no end)")
  }

  @Test func `more elements than any segment has are read all the same`() throws {
    let text = Self.plain + "X*" + String(repeating: "1*", count: 5_000) + "last~GS~"
    var reader = InterchangeReader(MemorySource(Array(text.utf8)))
    #expect(try reader.next() && reader.next())
    #expect(reader.elementCount == 5_001 && reader.text(5_000) == "1" && reader.text(5_001) == "last")
    #expect(try reader.next())
    #expect(reader.name == "GS")
  }

  @Test func `what is no interchange is refused with the reason`() throws {
    #expect(failure("line_id,code\n1,99214\n")?.contains("does not start with ISA") == true)
    #expect(failure("ISAAC*1~")?.contains("does not start with ISA") == true)
    #expect(failure(String(Self.plain.prefix(60)))?.contains("where there are 16") == true)
    #expect(failure(Self.header("*", "*", "^", "~")) != nil)
    #expect(failure(Self.header("*", ":", "^", "G"))?.contains("separators") == true)
    #expect(failure(Self.header("*", "1", "^", "~"))?.contains("separators") == true)
    #expect(failure("") == nil)
  }

  @Test func `a segment without end is refused in bounded memory`() throws {
    let text = Self.plain + String(repeating: "A", count: InterchangeReader.segmentLimit + 10) + "~"
    #expect(failure(text)?.contains("more than 1 MB") == true)
    let longest = Self.plain + String(repeating: "A", count: InterchangeReader.segmentLimit - 1) + "~GS~"
    #expect(try read(longest).last == "3 GS")
    #expect(try read(Self.plain + String(repeating: "\n", count: 3 << 20) + "GS~").last == "2 GS")
  }
}
