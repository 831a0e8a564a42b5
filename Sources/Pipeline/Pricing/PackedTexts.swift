/// Texts one behind another in memory, found by number: to write one takes no reference to it, of which each row would count several.
struct PackedTexts {
  private var bytes: [UInt8] = []
  private var starts = [0]

  /// Some texts, numbered in their order.
  init(_ texts: [String] = []) { for text in texts { append(text) } }

  /// Adds a text.
  mutating func append(_ text: String) {
    bytes += text.utf8
    starts.append(bytes.count)
  }

  /// Gives the bytes of a text, in UTF-8.
  @inline(__always)
  func withBytes(of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let (start, end) = (starts[index], starts[index + 1])
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }
}
