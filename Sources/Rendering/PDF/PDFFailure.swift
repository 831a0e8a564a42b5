/// What the system's library for PDF could not do.
public struct PDFFailure: Error, Hashable, CustomStringConvertible {
  /// What it says itself.
  public var reason: String

  /// The same in a sentence, with the hint on a line of its own.
  public var description: String {
    "error: a PDF could not be made: \(reason)\nhint: see that the program has enough memory, or leave pdf out of the formats"
  }
}
