/// What a page calls its code.
public struct CodeTitle: Hashable, Sendable {
  /// Who wrote it.
  public enum Origin: String, Sendable {
    /// CMS's file, as the user imported it: CPT descriptors are copyright of the American Medical Association.
    case descriptor
    /// This project.
    case note
  }

  /// The title.
  public var text: String
  /// Who wrote it.
  public var origin: Origin

  /// A title and who wrote it.
  public init(_ text: String, _ origin: Origin) {
    self.text = text
    self.origin = origin
  }
}
