/// The bytes of one release's figures after another, in the same memory: most of the time of reading a file of 1.7 MB is
/// otherwise spent on getting memory for it.
struct FigureBuffer {
  /// How much is read and hashed at a time: small enough to be in the processor's cache for both.
  private static let piece = 1 << 18

  /// What is asked for at first: more than a release's figures have.
  private static let room = 1 << 21

  private var storage: [UInt8] = []
  private var count = 0

  /// The bytes of the last file that was read.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Reads a file in place of the one before.
  ///
  /// - Returns: its SHA-256, as 64 hexadecimal digits.
  /// - Throws: ``InputFailure`` where it cannot be read.
  mutating func read(_ path: String) throws(InputFailure) -> String {
    let source = try FileSource(path)
    count = 0
    while true {
      if storage.count - count < Self.piece {
        storage.append(contentsOf: repeatElement(0, count: max(storage.count, Self.room)))
      }
      let target = count..<count + Self.piece
      let added: Int
      do {
        added = try storage.withUnsafeMutableBytes {
          try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[target]))
        }
      } catch {
        throw (error as? InputFailure) ?? InputFailure(path, "cannot be read")
      }
      if added == 0 { return source.sha256() }
      count += added
    }
  }
}
