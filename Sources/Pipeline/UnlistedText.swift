/// How a code is shown whose text has not the form of CPT or HCPCS: by its kind only.
///
/// Columns shift in bad files, so a text under `code` may be a patient's number or name.
enum UnlistedText {
  /// "a text of 7 letters".
  static func kind(_ text: String) -> String {
    let digits = text.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    let letters = text.utf8.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let kind = digits == text.utf8.count ? "digits" : letters == text.utf8.count ? "letters" : "letters and digits"
    return "(text of \(text.utf8.count) \(kind))"
  }
}
