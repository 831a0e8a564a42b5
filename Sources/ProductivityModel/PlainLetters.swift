/// Letters without their marks: `García` becomes `garcia`, as systems write it that know no others.
public enum PlainLetters {
  /// A text in small letters with the marks of Latin letters taken off. Other letters stay as they are.
  public static func of(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.value < 0x80 {
        plain.append(scalar)
      } else if let letters = table[scalar] {
        plain.append(contentsOf: letters.unicodeScalars)
      } else if !(0x300...0x36F).contains(scalar.value) {
        // A mark of its own, which follows its letter, is left out.
        plain.append(scalar)
      }
    }
    return String(plain)
  }

  private static let table: [Unicode.Scalar: String] = {
    let letters = [
      ("a", "àáâãäåāăąǎǻạảấầẩẫậắằẳẵặ"), ("ae", "æǽ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
      ("g", "ĝğġģǧ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"),
      ("o", "òóôõöøōŏőǒọỏốồổỗộơớờởỡợǿ"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"),
      ("th", "þ"), ("u", "ùúûüũūŭůűųǔụủưứừửữự"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, marked) in letters {
      for scalar in marked.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
