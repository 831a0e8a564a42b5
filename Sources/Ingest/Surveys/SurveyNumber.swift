import ProductivityModel

/// Numbers of survey tables: `5996`, `5,996`, `$567,345`, and marks for what is not published.
enum SurveyNumber: Equatable {
  /// A value in millionths; decimals beyond six are rounded away, half up.
  case value(Int64, hasDollarSign: Bool)
  /// The survey does not publish it: never zero.
  case notPublished
  /// The cell is blank.
  case blank
  /// A number below zero.
  case negative
  /// Anything else.
  case notANumber

  /// Marks by which surveys and spreadsheets say that a value is not published, in small letters.
  static let marks: Set<String> = [
    "*", "**", "***", "-", "--", "\u{2013}", "\u{2014}", "n/a", "na", "#n/a", "isd", "nr", "insufficient data",
    "not available", "not reported", "suppressed",
  ]

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - marks: more marks of what is not published.
  ///   - thousands: whether the number is in thousands.
  init(_ cell: String, marks: Set<String> = [], thousands: Bool = false) {
    var text = cell.trimmed[...]
    if text.isEmpty {
      self = .blank
      return
    }
    let word = LogHeader.normalized(String(text))
    if Self.marks.contains(word) || marks.contains(word) {
      self = .notPublished
      return
    }
    let isBracketed = text.hasPrefix("(") && text.hasSuffix(")")
    if isBracketed { text = text.dropFirst().dropLast() }
    let isNegative = isBracketed || text.hasPrefix("-") || text.hasPrefix("$-")
    text.removeAll { $0 == "-" }
    let hasDollarSign = text.hasPrefix("$")
    if hasDollarSign { text = text.dropFirst() }
    guard let first = text.first, "0"..."9" ~= first || first == ".", let plain = Self.withoutGrouping(String(text)),
      let value = Self.millionths(plain)
    else {
      self = .notANumber
      return
    }
    let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: thousands ? 1_000 : 1)
    if isTooLarge {
      self = .notANumber
    } else {
      self = isNegative && value != 0 ? .negative : .value(scaled, hasDollarSign: hasDollarSign)
    }
  }

  /// A number without the commas that separate its thousands; nil where a comma stands for anything else, such as decimals.
  private static func withoutGrouping(_ text: String) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return text }
    let thousands = groups.dropFirst().map {
      $0.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[0]
    }
    guard (1...3).contains(groups[0].count), thousands.allSatisfy({ $0.count == 3 }),
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }

  /// Decimals beyond the sixth are what binary fractions leave of a spreadsheet's numbers.
  private static func millionths(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count > 6 else { return try? DecimalText.parse(text, scale: 6).get() }
    guard parts[1].allSatisfy({ "0"..."9" ~= $0 }) else { return nil }
    let kept = try? DecimalText.parse("\(parts[0]).\(parts[1].prefix(6))", scale: 6).get()
    let isRoundedUp = parts[1].dropFirst(6).first.map { $0 >= "5" } ?? false
    return kept.map { isRoundedUp && $0 < Int64.max ? $0 + 1 : $0 }
  }
}
