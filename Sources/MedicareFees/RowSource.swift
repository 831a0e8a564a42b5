/// Where the values of a fee schedule row come from, in a release that is put together from several sources.
///
/// - Source: the SOURCE column of the 2026A figures. Releases from a single file have none.
@frozen
public enum RowSource: UInt8, PublishedIndicator {
  /// `file-2026A`: every column from CMS's file of the release.
  case releaseFile
  /// `values-2026+indicators-2025D`: RVUs of the release, policy indicators of the release before it.
  case valuesWithEarlierIndicators
  /// `row-2025D-zero-work`: a row without work, carried over from the release before.
  case earlierRowWithoutWork
  /// `values-only`: RVUs of the release; the policy indicators are not known.
  case valuesOnly

  /// The text in the file.
  public var published: String {
    switch self {
    case .releaseFile: "file-2026A"
    case .valuesWithEarlierIndicators: "values-2026+indicators-2025D"
    case .earlierRowWithoutWork: "row-2025D-zero-work"
    case .valuesOnly: "values-only"
    }
  }

  /// The source that a text names; nil for any other text.
  public init?(published bytes: UnsafeBufferPointer<UInt8>) {
    // The lengths differ, so one comparison decides.
    let candidate: RowSource
    switch bytes.count {
    case 10: candidate = .releaseFile
    case 28: candidate = .valuesWithEarlierIndicators
    case 19: candidate = .earlierRowWithoutWork
    case 11: candidate = .valuesOnly
    default: return nil
    }
    // Thousands of rows say it: compared byte by byte, which takes a tenth of what comparing sequences does.
    let matches = candidate.text.withUTF8Buffer { text in text.indices.allSatisfy { text[$0] == bytes[$0] } }
    guard matches else { return nil }
    self = candidate
  }

  private var text: StaticString {
    switch self {
    case .releaseFile: "file-2026A"
    case .valuesWithEarlierIndicators: "values-2026+indicators-2025D"
    case .earlierRowWithoutWork: "row-2025D-zero-work"
    case .valuesOnly: "values-only"
    }
  }
}
