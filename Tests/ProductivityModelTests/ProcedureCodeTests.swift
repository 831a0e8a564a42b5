import ProductivityModel
import TestSupport
import Testing

/// Codes, modifiers and places of service.
@Suite struct ProcedureCodeTests {
  @Test(arguments: ["99214", "0001F", "0653T", "G0439", "A0021", "00100", "ZZZZZ"])
  func `a code of five digits or capitals is held as it is`(text: String) throws {
    let code = try #require(ProcedureCode(text))
    #expect(code.description == text)
    #expect(ProcedureCode(text.lowercased()) == code)
    #expect(code.number == Int(text))
  }

  @Test(arguments: [
    "", "9921", "992144", "9921-", "99 14", " 9921", "9921\n", "9921é", "992ß", "99ﬁ1", "9921ı", "٩٩٢١٤",
    "99214\u{301}",
  ])
  func `any other text is no code`(text: String) {
    #expect(ProcedureCode(text) == nil)
  }

  @Test func `small letters are taken as capitals in strings only`() {
    let small = Array("g0439".utf8).withUnsafeBufferPointer { ProcedureCode($0) }
    #expect(small == nil)
    #expect(ProcedureCode("g0439")?.description == "G0439")
  }

  @Test(arguments: [
    ("99214", true), ("0653T", true), ("G0439", true), ("1234F", true), ("AB123", false), ("A123B", false),
    ("12A45", false), ("SMITH", false), ("123AB", false), ("1A345", false), ("123A5", false),
  ])
  func `only four digits with one more character at an end have the published form`(text: String, hasForm: Bool) throws
  {
    #expect(try #require(ProcedureCode(text)).hasPublishedForm == hasForm)
  }

  @Test(arguments: 41...44 as ClosedRange<UInt64>)
  func `codes sort as their text`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    for _ in 0..<500 {
      let texts = [0, 1].map { _ in String(decoding: random.bytes(5, from: characters), as: UTF8.self) }
      let codes = try texts.map { try #require(ProcedureCode($0)) }
      #expect((codes[0] < codes[1]) == (texts[0] < texts[1]), "seed \(seed): \(texts)")
      #expect((codes[0] == codes[1]) == (texts[0] == texts[1]), "seed \(seed): \(texts)")
    }
  }

  @Test(arguments: [("26", "26"), ("as", "AS"), ("aS", "AS"), ("E1", "E1")])
  func `a modifier is two letters or digits, in capitals`(text: String, shown: String) throws {
    #expect(try #require(Modifier(text)).description == shown)
  }

  @Test(arguments: ["", "5", "500", "5-", " 5", "é", "5é", "26 "])
  func `any other text is no modifier`(text: String) {
    #expect(Modifier(text) == nil)
  }

  @Test func `every modifier sorts as its text`() throws {
    let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    var all: [Modifier] = []
    for first in characters { for second in characters { all.append(try #require(Modifier(first, second))) } }
    #expect(all.count == 1296)
    #expect(all.sorted() == all)
    #expect(all.map(\.description) == all.map(\.description).sorted())
  }

  private func list(_ text: String) -> ModifierList? {
    Array(text.utf8).withUnsafeBufferPointer { ModifierList($0) }
  }

  @Test(arguments: [
    ("", ""), ("  ", ""), ("26", "26"), ("59 26", "59 26"), ("\t59   as\t", "59 AS"), ("50 RT 50", "50 RT"),
    ("as AS", "AS"),
  ])
  func `a list keeps the order billed and each modifier once`(text: String, shown: String) throws {
    #expect(try #require(list(text)).description == shown)
  }

  @Test(arguments: ["5", "500", "26,59", "26 5", "2659", "26 -5", "26\n59", "MRN0012345", "26;"])
  func `a piece that is not two letters or digits spoils the list`(text: String) {
    #expect(list(text) == nil)
  }

  @Test func `the same modifiers in another order are the same set`() throws {
    let one = try #require(list("RT 50 26"))
    let other = try #require(list("26 RT 50"))
    #expect(one != other)
    #expect(one.sorted == other.sorted)
    #expect(one.sorted.map(\.description) == ["26", "50", "RT"])
    #expect(one.contains("50") && !one.contains("51"))
  }

  @Test func `a place of service is 1 to 99 and shown with two digits`() {
    #expect(PlaceOfService(2)?.description == "02")
    #expect((1...99).allSatisfy { PlaceOfService($0).map { Int($0.number) } == $0 })
    for number in [0, -1, 100, 256, 257] { #expect(PlaceOfService(number) == nil) }
  }
}
