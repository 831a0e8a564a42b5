import ProductivityModel

/// A person's name as a key: `Smith, Jane Q, MD` and `Jane Smith` are the same.
///
/// Case, marks, order, single letters and the letters of degrees do not count, so a name is only ever found where its other
/// words are the same.
enum ClinicianName {
  /// The key of a name; nil where it has not two words that count.
  static func key(_ name: String) -> String? {
    let words = name.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" && $0 != "." }
      .map { $0.filter(\.isLetter) }
    let counted = Set(words.filter { $0.count > 1 && !degrees.contains(String($0)) })
    return counted.count < 2 ? nil : counted.sorted().joined(separator: " ")
  }

  /// A key with the marks of its letters taken off.
  static func plainKey(_ key: String) -> String {
    PlainLetters.of(key).split(separator: " ").sorted().joined(separator: " ")
  }

  /// Degrees, licences and forms of address that lists of providers put beside names.
  private static let degrees: Set<String> = [
    "md", "do", "mbbs", "phd", "dpm", "dds", "dmd", "od", "dc", "pa", "pac", "np", "fnp", "aprn", "arnp", "dnp", "cnp",
    "fnpc", "fnpbc", "agnp", "pmhnp", "rn", "crna", "cnm", "cns", "msn", "mph", "mba", "ms", "facs", "facp", "facc",
    "faap", "facog", "dr", "prof", "jr", "sr", "ii", "iii", "iv", "lcsw", "psyd", "pt", "dpt", "ot", "slp", "rd",
  ]
}
