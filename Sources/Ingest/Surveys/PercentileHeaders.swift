/// How the headers of percentile columns are written: a pattern such as `tcc_p{percent}`, or a header for each percent.
struct PercentileHeaders: Hashable, Sendable {
  /// What a header is to a pattern.
  enum Meaning: Equatable {
    /// The column of a percent.
    case percent(Int)
    /// A column that is meant for a percent that cannot be: 0, 100 or above, or one with decimals.
    case refused
  }

  /// The place of the percent in a pattern.
  static let placeholder = "{percent}"

  private enum Form: Hashable, Sendable {
    case pattern(prefix: String, suffix: String, takesOrdinals: Bool)
    case named([String: Int])
  }
  private let form: Form

  /// Headers of a pattern, in which the percent stands as digits, or as an ordinal where those are taken.
  ///
  /// - Returns: nil where the placeholder is not there exactly once.
  init?(pattern: String, takesOrdinals: Bool = true) {
    let parts = LogHeader.normalized(pattern).split(separator: Self.placeholder, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    form = .pattern(prefix: String(parts[0]), suffix: String(parts[1]), takesOrdinals: takesOrdinals)
  }

  /// A header for each percent.
  init(named headers: [String: Int]) {
    form = .named(Dictionary(headers.map { (LogHeader.normalized($0.key), $0.value) }, uniquingKeysWith: { $1 }))
  }

  /// What a header is; nil where it is none of these.
  ///
  /// - Parameter header: in small letters with single blanks.
  func meaning(of header: String) -> Meaning? {
    switch form {
    case .named(let headers): return headers[header].map(Meaning.percent)
    case .pattern(let prefix, let suffix, let takesOrdinals):
      guard header.hasPrefix(prefix), header.hasSuffix(suffix), header.count > prefix.count + suffix.count else {
        return nil
      }
      var middle = header.dropFirst(prefix.count).dropLast(suffix.count)
      if takesOrdinals, let ordinal = ["st", "nd", "rd", "th"].first(where: { middle.hasSuffix($0) }) {
        middle = middle.dropLast(ordinal.count)
      }
      guard let first = middle.first, "0"..."9" ~= first, middle.allSatisfy({ "0"..."9" ~= $0 || $0 == "." }) else {
        return nil
      }
      guard let percent = Int(middle), (1...99).contains(percent) else { return .refused }
      return .percent(percent)
    }
  }
}
