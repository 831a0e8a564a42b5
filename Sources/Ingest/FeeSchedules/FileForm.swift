/// The form of a published file; where a release has several, the first of these is the one that is imported.
public enum FileForm: Int, Comparable, CaseIterable, Sendable {
  /// Comma-delimited text.
  case delimited
  /// An Excel workbook (.xlsx).
  case workbook
  /// Text of fixed width.
  case fixedWidth

  /// The form in words, as in "comma-delimited".
  public var words: String {
    switch self {
    case .delimited: "comma-delimited"
    case .workbook: "Excel workbook"
    case .fixedWidth: "fixed-width text"
    }
  }

  /// Orders by preference, the preferred form first.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
