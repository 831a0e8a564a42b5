import ProductivityModel
import Testing

@testable import Ingest

/// Lists of modifiers with other marks than blanks, or with none.
@Suite struct LenientModifiersTests {
  private func list(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { LenientModifiers.list($0)?.description }
  }

  @Test(arguments: [
    ("50,51", "50 51"), ("50, RT", "50 RT"), ("50-51", "50 51"), ("59;GP", "59 GP"), ("25:59", "25 59"),
    ("5051", "50 51"), ("59GP", "59 GP"), ("gp, kx", "GP KX"), ("RT,", "RT"), ("25595051", "25 59 50 51"),
  ])
  func `a list with other marks is understood`(text: String, list expected: String) {
    #expect(list(text) == expected)
  }

  @Test(arguments: [
    "03-04-26", "7001", "JOHN", "SMITH1", "20260304", "505", "1,2", "", ",", "50-5", "MRN-7001", "50=51",
  ])
  func `a day, a number and a name are no modifiers`(text: String) {
    #expect(list(text) == nil)
  }
}
