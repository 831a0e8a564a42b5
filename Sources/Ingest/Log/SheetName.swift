/// What messages call a sheet of a workbook.
enum SheetName {
  /// Its name, or its number where the name may be that of a person.
  static func shown(_ name: String, number: Int) -> String {
    if isMonth(name) { return name }
    // January 2026 has more digits than a column's name may have.
    let words = name.split(separator: " ").filter { !isYear($0) }
    return HeaderShape.isName(words.joined(separator: " ")) ? name : "sheet \(number)"
  }

  /// Whether it is a year and a month, as `2026-01` or `2026 1`.
  private static func isMonth(_ name: String) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == " " || $0 == "_" || $0 == "." }
    return parts.count == 2 && isYear(parts[0]) && Int(parts[1]).map { (1...12).contains($0) } == true
      && parts[1].utf8.count <= 2
  }

  private static func isYear(_ word: Substring) -> Bool {
    word.utf8.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")) && word.allSatisfy(\.isNumber)
  }
}
