import Testing

@testable import Ingest

@Suite struct FeeHeaderTests {
  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), (" a b\t", "a b"), ("\r\n", "\r\n"), ("\ra\n", "a"), ("é ", "é"),
    ("a\u{A0}", "a\u{A0}"),
    (" \u{308}a ", " \u{308}a"), ("  MOD", "MOD"),
  ])
  func `blanks around a text are no part of it`(text: String, trimmed: String) {
    #expect(FeeHeader.trimmed(text) == trimmed)
  }
}
