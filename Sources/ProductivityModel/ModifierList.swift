/// The modifiers of a line, in the order in which they were billed, each once.
public struct ModifierList: Hashable, Sendable {
  /// The modifiers as billed.
  public let modifiers: [Modifier]
  /// The days of care after the operation for which 55 stands; nil where the line does not say.
  public let postoperativeDays: Int32?

  /// A list; a repeated modifier is kept once, where it first stands.
  public init(_ modifiers: [Modifier] = [], postoperativeDays: Int32? = nil) {
    var kept: [Modifier] = []
    for modifier in modifiers where !kept.contains(modifier) { kept.append(modifier) }
    self.modifiers = kept
    self.postoperativeDays = postoperativeDays
  }

  /// Reads modifiers separated by blanks; nil where a piece is not two letters or digits.
  ///
  /// - Complexity: O(n) in the bytes.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    var found: [Modifier] = []
    var index = 0
    while index < text.count {
      if text[index] == 0x20 || text[index] == 0x09 {
        index += 1
        continue
      }
      guard index + 1 < text.count, let modifier = Modifier(text[index], text[index + 1]),
        index + 2 == text.count || text[index + 2] == 0x20 || text[index + 2] == 0x09
      else { return nil }
      found.append(modifier)
      index += 2
    }
    self.init(found)
  }

  /// The list with one more modifier.
  public func adding(_ modifier: Modifier) -> ModifierList {
    ModifierList(modifiers + [modifier], postoperativeDays: postoperativeDays)
  }

  /// Whether a modifier is on the line.
  public func contains(_ modifier: Modifier) -> Bool { modifiers.contains(modifier) }

  /// The modifiers in text order: what two lines must share to carry the same modifiers.
  public var sorted: [Modifier] { modifiers.sorted() }
}

extension ModifierList: CustomStringConvertible {
  /// The modifiers separated by blanks.
  public var description: String { modifiers.map(\.description).joined(separator: " ") }
}
