/// Texts of which each is held once: thousands of clinicians have sentences in common.
struct SharedTexts {
  private var texts: Set<String> = []

  /// The one that is held of a text.
  mutating func one(of text: String) -> String { texts.insert(text).memberAfterInsert }
}
