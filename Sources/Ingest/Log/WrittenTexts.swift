import Tabular

/// Gives texts that people write the same small integer, in the order in which they are first met: also texts that are the same letters
/// in two forms of Unicode, as `é` from a Mac and from Windows. The form that is met first stands for both.
///
/// - Source: Unicode Standard Annex 15, canonical equivalence, by which Swift compares strings.
public struct WrittenTexts: Sendable {
  private var forms = ByteInterner()
  /// The text of each form, once a second form of a text is met; empty as long as forms and texts are one.
  private var texts: [Int32] = []
  /// The first form of each text; empty likewise.
  private var first: [Int32] = []
  /// The forms with letters beyond ASCII, which alone can have others.
  private var wide: [String: Int32] = [:]

  /// No texts.
  public init() {}

  /// The number of different texts.
  public var count: Int { texts.isEmpty ? forms.count : first.count }

  /// A text, in its first form.
  public func text(_ id: Int) -> String { forms.text(form(of: id)) }

  /// The bytes of a text in its first form.
  public func bytes(_ id: Int) -> [UInt8] { forms.bytes(form(of: id)) }

  private func form(of id: Int) -> Int { texts.isEmpty ? id : Int(first[id]) }

  /// The id of a text, a new one where it has not been met in any form; `isNew` says which.
  @inline(__always)
  public mutating func id(_ text: UnsafeBufferPointer<UInt8>) -> (id: Int32, isNew: Bool) {
    let (form, isNew) = forms.id(text)
    if isNew { return take(form, text) }
    return (texts.isEmpty ? form : texts[Int(form)], false)
  }

  /// The id of some bytes.
  public mutating func id(_ bytes: [UInt8]) -> Int32 { bytes.withUnsafeBufferPointer { id($0).id } }

  /// The id of a string.
  public mutating func id(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { id($0).id }
  }

  private mutating func take(_ form: Int32, _ text: UnsafeBufferPointer<UInt8>) -> (id: Int32, isNew: Bool) {
    let number = Int32(texts.isEmpty ? Int(form) : first.count)
    if text.contains(where: { $0 >= 0x80 }) {
      let string = String(decoding: text, as: UTF8.self)
      if let known = wide[string] {
        if texts.isEmpty {
          texts = Array(0..<form)
          first = texts
        }
        texts.append(known)
        return (known, false)
      }
      wide[string] = number
    }
    if !texts.isEmpty {
      texts.append(number)
      first.append(form)
    }
    return (number, true)
  }
}
