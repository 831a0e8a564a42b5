/// A finished output file that has not been written yet.
public struct RenderedFile: Hashable, Sendable {
  /// The path relative to the output folder, with `/` between folders: `clinician/c017.html`.
  public var path: String
  /// The content.
  public var bytes: [UInt8]

  /// A file of the given content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
