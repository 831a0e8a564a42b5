import Publishing

/// Texts that are told by number, in the order in which they came; past a limit they wait in a temporary file.
struct NumberedTexts: ~Copyable {
  private var bytes: WaitingBytes
  /// Where each begins, and where the last ends.
  private var starts = [0]

  /// - Parameter most: how many bytes are held before they are put into the file.
  init(most: Int) { bytes = WaitingBytes(most: most) }

  /// The number of the next text.
  var count: Int { starts.count - 1 }

  /// Adds a text.
  ///
  /// - Throws: `OutputFailure` where the file cannot be written.
  mutating func append(_ text: [UInt8]) throws(OutputFailure) {
    try bytes.append(text)
    starts.append(bytes.count)
  }

  /// Adds a text to bytes.
  ///
  /// - Throws: `OutputFailure` where the file cannot be read back.
  func add(_ number: Int, to others: inout [UInt8]) throws(OutputFailure) {
    try bytes.add(starts[number]..<starts[number + 1], to: &others)
  }
}
