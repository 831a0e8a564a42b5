/// What the system's library for PDF could not do.
public struct PDFFailure: Error, Hashable, CustomStringConvertible {
  /// What it says itself.
  public var reason: String

  /// The same in a sentence.
  public var description: String { "a PDF could not be made: \(reason)" }
}
