/// Codes that a code is compared with.
public enum CodeGroup: Hashable, Sendable {
  /// All codes of a category.
  case category(CodeCategory)
  /// The codes of a subsection, which is part of a category.
  case subsection(CodeSubsection)

  /// The category.
  public var category: CodeCategory {
    switch self {
    case .category(let category): category
    case .subsection(let subsection): subsection.category
    }
  }

  /// The name for people: `Surgery`, `Digestive system`.
  public var title: String {
    switch self {
    case .category(let category): category.title
    case .subsection(let subsection): subsection.title
    }
  }

  /// The codes, in words: `40490-49999`.
  public var range: String {
    switch self {
    case .category(let category): category.range
    case .subsection(let subsection): subsection.range
    }
  }
}
