import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// What is typed is taken where it has one reading, and otherwise told of.
@Suite struct EntryScannerTests {
  @Test(arguments: [
    ("443106299213 25", ["44310 62", "99213 25"]),
    ("44310", ["44310"]),
    ("4431099213", ["44310", "99213"]),
    ("44310 62 99213 25", ["44310 62", "99213 25"]),
    ("44310,62;99213\t25\r", ["44310 62", "99213 25"]),
    ("  44310  ", ["44310"]),
    ("g0105 g012153", ["G0105", "G0121 53"]),
    ("0071t0075t", ["0071T", "0075T"]),
    ("4431062AS", ["44310 62 AS"]),
    ("44310 62 62", ["44310 62"]),
    ("97110 gp x3", ["97110 GP x3"]),
    ("97110x3gp", ["97110 GP x3"]),
    ("97110*3", ["97110 x3"]),
    ("97110x2.5 99213", ["97110 x2.5", "99213"]),
    ("97110x399213", ["97110 x3", "99213"]),
    ("97110x1", ["97110"]),
    ("97110 x326.0", ["97110 x326"]),
    ("44310-62", ["44310 62"]),
    ("44310-AQ-62", ["44310 AQ 62"]),
    ("44310 -AQ", ["44310 AQ"]),
    ("44310-AQ99213", ["44310 AQ", "99213"]),
    ("44310xs", ["44310 XS"]),
    ("", []),
  ])
  func `one reading is taken`(line: String, expected: [String]) {
    #expect(EntryFixture.told(line) == expected)
  }

  @Test(arguments: [
    ("44310 undo", ["44310", "undo"]),
    ("44310 -", ["44310", "undo"]),
    ("44310 @2026-03-04 99213", ["44310", "@2026-03-04", "99213"]),
    ("44310 / 99213", ["44310", "/", "99213"]),
    ("TOTAL = ? help quit exit next", ["total", "total", "help", "help", "quit", "quit", "/"]),
  ])
  func `a command ends the service before it`(line: String, expected: [String]) {
    #expect(EntryFixture.told(line) == expected)
  }

  @Test(arguments: [
    // 99213 with 25, or another 99 for 44310 and then 21325.
    (
      "44310 9921325",
      ["1! 44310 is held back, since what follows it may belong to it", "7! can be read as 99213 25, or 99 21325"]
    ),
    (
      "44310 97110x326",
      ["7! 97110 is held back, since what follows it may belong to it", "12! can be read as x3 26, or x326"]
    ),
  ])
  func `several readings are told and none is taken`(line: String, parts: [String]) {
    let told = EntryFixture.told(line)
    #expect(told.contains { $0.contains("! can be read as") })
    #expect(!told.contains("99213 25"))
    #expect(!told.contains("21325"))
    for part in parts { #expect(told.contains(part), "\(told)") }
  }

  @Test func `a piece with several readings takes nothing from the pieces that have one`() {
    #expect(
      EntryFixture.told("45378 443109921325 99214") == [
        "45378", "7! 44310 is held back, since what follows it may belong to it",
        "12! can be read as 99213 25, or 99 21325", "99214",
      ])
  }

  @Test func `a modifier after what was not taken is not given to the service before`() {
    #expect(
      EntryFixture.told("45378 99999 59 44310 62") == [
        "45378", "7! 99999 is not in fee schedule release 2026A", "13! the code before it was not taken", "44310 62",
      ])
  }

  @Test(arguments: [
    ("99999", "1! 99999 is not in fee schedule release 2026A"),
    ("4431099999", "6! 99999 is not in fee schedule release 2026A"),
    ("62", "1! there is no code before it on the line"),
    ("x3", "1! there is no code before it on the line"),
    ("Q9", "1! a text of 2 letters and digits is no code, modifier or command"),
    ("9921", "1! a text of 4 digits is no code, modifier or command"),
    ("@2026-02-30", "1! \"2026-02-30\" is not a day"),
    ("@yesterday", "1! a text of 9 letters is not a day"),
    ("44310x0", "1! a text of 7 letters and digits is no code, modifier or command"),
    ("44310 x2 x3", "1! 44310 x3 has its units twice"),
    ("44310x1000", "1! more than 999 units are taken for a slip of the hand"),
    ("03/04/2026", "1! a text of 10 characters is no code, modifier or command"),
    ("\u{00DF}4310", "1! a text of 6 characters is no code, modifier or command"),
  ])
  func `what has no reading is told with its place`(line: String, expected: String) {
    #expect(EntryFixture.told(line) == [expected])
  }

  @Test func `a service is held back where what follows may have been its modifier`() {
    #expect(
      EntryFixture.told("44310 6Q") == [
        "1! 44310 is held back, since what follows it may belong to it",
        "7! 6Q is no modifier that the policies know",
      ])
    #expect(EntryFixture.told("44310 9921").first?.contains("held back") == true)
    #expect(EntryFixture.told("44310 62999998").first?.contains("held back") == true)
    #expect(EntryFixture.told("44310 99999").first == "44310")
  }

  @Test func `an unknown code is told with the nearest`() {
    guard case .refused(let refusal, _) = EntryFixture.steps("4431O").first else {
      Issue.record("nothing is refused")
      return
    }
    #expect(refusal.hint == "did you mean 44310?")
  }

  @Test(arguments: [
    "Smith", "smith, john", "MRN0024379", "123-45-6789", "(555) 555-0100", "Jos\u{00E9}", "44310smith", "smith44310",
    "10/12/1961", "O'Hara", "44310 62 Smith 99213", "@smith", "@1234567890123", "x@example.org", "undo-smith",
    "Baker99", "5551234567", "44310 MRN0024379 62", "=SMITH()", "/Smith",
  ])
  func `a patient's name or number is never said again`(line: String) {
    let names = [
      "smith", "john", "mrn", "0024379", "123-45", "6789", "555", "jos", "1961", "o'hara", "baker", "example",
      "1234567",
    ]
    for step in EntryFixture.steps(line) {
      guard case .refused(let refusal, _) = step else { continue }
      let said = (refusal.message(release: "2026A") + refusal.hint).lowercased()
      for name in names { #expect(!said.contains(name), "\(line): \(said)") }
    }
  }

  @Test func `words are found with the bytes where they start`() {
    let words = EntryScanner.words(of: Array(" a,bc\t;d".utf8))
    #expect(words.map(\.column) == [2, 4, 8])
    #expect(words.map { String(decoding: $0.word, as: UTF8.self) } == ["a", "bc", "d"])
  }
}
