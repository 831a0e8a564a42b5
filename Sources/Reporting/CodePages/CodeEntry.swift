import MedicareFees
import ProductivityModel

/// A code in a list of codes: what it is called, and its main figures.
public struct CodeEntry: Hashable, Sendable {
  /// The code.
  public var code: ProcedureCode
  /// Its title; nil where nobody has given one.
  public var title: String?
  /// What else it is called.
  public var alsoKnownAs: [String]
  /// Its category; nil where its number is in none.
  public var category: CodeCategory?
  /// Its subsection; nil where its number is in none.
  public var subsection: CodeSubsection?
  /// Its work; nil without work.
  public var work: RVU?
  /// Its total RVUs in its main setting; nil without any.
  public var total: RVU?
  /// What Medicare pays nationally in its main setting; nil where it pays nothing.
  public var payment: Money?
  /// Why Medicare pays nothing, in a few words; empty where it does.
  public var status: String

  /// The entry of a page.
  public init(_ page: CodePage) {
    let main = CodeMainRow(page.facts, settings: page.settings)
    code = page.facts.code
    title = page.title?.text
    alsoKnownAs = page.note?.alsoKnownAs ?? []
    category = page.facts.category
    subsection = page.subsection
    let total = main.total ?? .zero
    work = main.row.work > .zero ? RVU(main.row.work) : nil
    self.total = total > .zero ? total : nil
    payment = main.payment?.amount
    status = main.payment == nil ? page.facts.leadingRow.status?.billingNote.summary ?? "" : ""
  }
}
