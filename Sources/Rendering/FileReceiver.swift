/// What takes rendered files, as a folder that they are written to.
public protocol FileReceiver: Sendable {
  /// Takes a whole file, on the thread that made it; several threads may come at once, in whatever order.
  func take(_ file: RenderedFile) throws

  /// Takes a part of a large file: all of them come one after the other, on the thread that asked for the files.
  func take(part: RenderedFile) throws
}
