/// A condition that rows fulfil which are service lines: a column holds one of some texts, or none of them.
public struct RowCondition: Hashable, Sendable {
  /// The column's header.
  public var header: String
  /// The texts, in small letters; blank cells are the empty text.
  public var texts: Set<String>
  /// Whether the cell must be one of the texts, and not none of them.
  public var isOneOf: Bool

  /// Whether a cell without blanks around it fulfils the condition; case does not count.
  func holds(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    texts.contains(String(decoding: cell, as: UTF8.self).lowercased()) == isOneOf
  }
}
