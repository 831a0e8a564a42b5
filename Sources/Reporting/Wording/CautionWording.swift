/// The cautions of a run in one line, for pages from which the page of data quality can be reached: it has them in full.
enum CautionWording {
  /// What a caution says first: up to its first colon, semicolon or full stop.
  static func short(_ caution: String) -> String {
    let ends = [": ", "; ", ". "].compactMap { caution.firstRange(of: $0)?.lowerBound }
    guard let end = ends.min() else { return caution.hasSuffix(".") ? caution : caution + "." }
    return caution[..<end] + "."
  }

  /// What each of several cautions says first, in one line.
  static func line(of cautions: [String]) -> String { cautions.map(short).joined(separator: " ") }
}

extension Report {
  /// The same with its cautions in one line that leads to the page of data quality, unless it is one of the two pages, or a statement
  /// of pay, which leads nowhere, that have them in full.
  public var withShortCautions: Report { withCautions(inOneLine: CautionWording.line(of: cautions)) }

  /// The same, where that line is known.
  func withCautions(inOneLine line: String) -> Report {
    switch address {
    case .dataQuality, .monthly, .statement: return self
    default: break
    }
    guard !cautions.isEmpty else { return self }
    var report = self
    report.cautions = [line]
    report.cautionsLink = ReportLink("See data quality.", to: .dataQuality)
    return report
  }
}
