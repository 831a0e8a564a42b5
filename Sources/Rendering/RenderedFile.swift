/// A finished output file that has not been written yet, or a part of one.
public struct RenderedFile: Hashable, Sendable {
  /// The path relative to the output folder, with `/` between folders: `clinician/c017.html`.
  public var path: String
  /// The content.
  public var bytes: [UInt8]
  /// Whether the content follows that of the part before, which has the same path: a large file is never held as a whole.
  public var isContinuation: Bool

  /// A file of the given content, or what follows of one.
  public init(path: String, bytes: [UInt8], isContinuation: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isContinuation = isContinuation
  }
}
