import MedicareFees
import ProductivityModel

/// Where other pages lie, seen from the page of a code.
struct CodeLinks: Sendable {
  /// The codes that have pages; nil where the page stands alone.
  private let codes: Set<ProcedureCode>?

  /// The links of a page that stands alone: none.
  static let none = CodeLinks(codes: nil)

  /// The links among the pages of some codes.
  init(codes: Set<ProcedureCode>?) { self.codes = codes }

  /// Whether there are other pages.
  var hasPages: Bool { codes != nil }

  /// The folder of the pages.
  static let folder = "code"
  /// The folder of the lists by category.
  static let lists = "category"

  /// The page of a code, as a path in the output folder.
  static func path(of code: ProcedureCode) -> String { "\(folder)/\(code).html" }
  /// The list of a category, as a path in the output folder.
  static func path(of category: CodeCategory) -> String { "\(lists)/\(category.rawValue).html" }
  /// The place of a subsection in the list of its category.
  static func anchor(of subsection: CodeSubsection) -> String { Slug.base(of: subsection.title) }

  /// Another code's page.
  func code(_ code: ProcedureCode) -> String? { codes?.contains(code) == true ? "\(code).html" : nil }
  /// The list of a category.
  func category(_ category: CodeCategory) -> String? { codes == nil ? nil : "../" + Self.path(of: category) }
  /// A subsection in the list of its category.
  func subsection(_ subsection: CodeSubsection) -> String? {
    category(subsection.category).map { "\($0)#\(Self.anchor(of: subsection))" }
  }
}
