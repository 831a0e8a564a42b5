import Tabular

/// The organisations of a table by number: names that differ only in case or blanks are one, as with groups, or a table that
/// writes one name in two ways would slip past what is hidden of a large organisation.
struct OrganisationNames: Sendable {
  private var texts = ByteInterner()
  /// The organisation of each text as it is written.
  private var numbers: [Int32] = []
  private var folded: [String: Int32] = [:]

  /// The number of a name.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let (id, isNew) = texts.id(text)
    if isNew {
      let name = texts.text(Int(id)).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let number = folded[name] ?? Int32(folded.count)
      folded[name] = number
      numbers.append(number)
    }
    return numbers[Int(id)]
  }
}
