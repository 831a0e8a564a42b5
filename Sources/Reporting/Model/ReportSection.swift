/// A part of a report under a heading of its own.
public struct ReportSection: Sendable {
  /// The heading.
  public var title: String
  /// What it says, in order.
  public var blocks: [ReportBlock]

  /// A section of blocks.
  public init(_ title: String, _ blocks: [ReportBlock]) {
    self.title = title
    self.blocks = blocks
  }
}

/// One thing that a section says.
public enum ReportBlock: Sendable {
  /// The one statement that a page is about.
  case headline(Headline)
  /// Figures that are read at a glance.
  case figures([KeyFigure])
  /// Rows and columns.
  case table(ReportTable)
  /// A picture of numbers that a table or figures of the page give as well.
  case chart(ReportChart)
  /// Pictures of a kind that are read beside each other: small multiples.
  case charts([ReportChart])
  /// Blocks that stand beside each other where there is room, and under each other where there is none.
  case columns([[ReportBlock]])
  /// A sentence to beware of or to know.
  case note(ReportNote)
  /// Sentences.
  case paragraph(String)
  /// Sentences that stand apart from each other.
  case list([String])
  /// Other reports and files, each with what it is.
  case links([ReportLink])
  /// A smaller heading within the section.
  case heading(String)
}

/// The one statement that a page is about, and what it is measured against.
public struct Headline: Hashable, Sendable {
  /// The statement: `76th percentile`.
  public var statement: String
  /// What adds to it: `1.4x median`.
  public var addition: String?
  /// What it is measured against, in a sentence.
  public var context: String

  /// A statement in its context.
  public init(_ statement: String, addition: String? = nil, context: String) {
    self.statement = statement
    self.addition = addition
    self.context = context
  }
}

/// A sentence to beware of or to know.
public struct ReportNote: Hashable, Sendable {
  /// How a note is meant.
  public enum Kind: String, Hashable, Sendable {
    /// The numbers may be misread without it.
    case caution = "Caution"
    /// The numbers are not as they should be.
    case fault = "Error"
    /// Worth knowing.
    case information = "Note"
  }

  /// How it is meant.
  public var kind: Kind
  /// The sentence.
  public var text: String
  /// Where to read more.
  public var link: ReportLink?

  /// A note.
  public init(_ kind: Kind, _ text: String, link: ReportLink? = nil) {
    self.kind = kind
    self.text = text
    self.link = link
  }
}
