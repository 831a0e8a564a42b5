import Testing

@testable import Rendering

/// A text stands for itself where each of its bytes does, wherever in it they are.
@Suite struct PlainTextTests {
  private func isPlain(_ text: [UInt8]) -> Bool { PlainText.isAll(of: text.span) }

  @Test(arguments: 0...20)
  func `every byte is found in every place`(count: Int) {
    #expect(isPlain([UInt8](repeating: 0x61, count: count)))
    for place in 0..<count {
      for byte in UInt8.min ... .max {
        var text = [UInt8](repeating: 0x61, count: count)
        text[place] = byte
        let isItself = (0x20...0x7E).contains(byte) && !"<>&\"'".utf8.contains(byte)
        #expect(isPlain(text) == isItself, "\(byte) in place \(place) of \(count)")
      }
    }
  }
}
