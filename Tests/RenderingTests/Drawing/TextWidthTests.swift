import Testing

@testable import Rendering

@Suite struct TextWidthTests {
  @Test func `a text is as wide as its characters, whether they are of ASCII or not`() {
    let texts = ["", "1,829.2", "wRVUs a year per 1.0 clinical FTE", "\u{0}\u{7E}\u{7F}", "Émile 王 🩺", "mwWM@%ijlI"]
    for text in texts + (0..<0x80).map({ String(UnicodeScalar(UInt8($0))) }) {
      let sum = text.unicodeScalars.reduce(0) { $0 + TextWidth.of(String($1), size: 10) }
      #expect(abs(TextWidth.of(text, size: 10) - sum) < 1e-9, "\(text)")
      // A letter beyond ASCII makes all others go the way of scalars.
      let among = TextWidth.of(text + "é", size: 10) - TextWidth.of("é", size: 10)
      #expect(abs(TextWidth.of(text, size: 10) - among) < 1e-9, "\(text)")
      #expect(abs(TextWidth.of(text, size: 10, isBold: true) - sum * 1.06) < 1e-9, "\(text)")
    }
  }
}
