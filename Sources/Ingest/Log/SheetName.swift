/// What messages call a sheet of a workbook.
enum SheetName {
  /// Its name, or its number where the name may be that of a person.
  static func shown(_ name: String, number: Int) -> String {
    // January 2026 has more digits than a column's name may have.
    let words = name.split(separator: " ").filter { !isYear($0) }
    return HeaderShape.isName(words.joined(separator: " ")) ? name : "sheet \(number)"
  }

  private static func isYear(_ word: Substring) -> Bool {
    word.utf8.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")) && word.allSatisfy(\.isNumber)
  }
}
