/// What the page template is filled with: texts that it escapes, and markup, named so, that is already escaped.
struct PageView {
  struct Link {
    var text: String
    var path: String?
    /// What is there, in a phrase beside the link; nil for nothing.
    var about: String?
    var isCurrent = false
    var isLinked: Bool { path != nil }
  }

  struct Section {
    var id: String
    var title: String
    var blocks: [Block]
  }

  struct Figure {
    var label: String
    var value: String
    var isMissing: Bool
    var detail: String
    var isLeading: Bool
  }

  struct Headline {
    var statement: String
    var addition: String?
    var context: String
  }

  struct Note {
    var kind: String
    var cssClass: String
    /// The sentence, as finished markup.
    var markup: String
    var link: [Link]
  }

  /// A caution above the sections, and where more of it is.
  struct Caution {
    var text: String
    var link: [Link]
  }

  /// One block; exactly one of its fields is there.
  struct Block {
    var headline: Headline?
    var figures: Figures?
    var note: Note?
    var paragraph: String?
    var list: List?
    var links: Links?
    var heading: String?
    var columns: Columns?
    /// A table or a chart, as finished markup.
    var markup: String?
  }

  struct Columns {
    var items: [Column]
  }

  struct Column {
    var blocks: [Block]
  }

  struct Figures {
    /// How many stand side by side where there is room.
    var columns: Int
    /// Whether a value is so long that a telephone has room for fewer side by side.
    var hasLong: Bool
    var items: [Figure]
  }

  struct List {
    /// Sentences, as finished markup.
    var items: [String]
  }

  struct Links {
    var items: [Link]
  }

  /// The title of the window, as finished markup.
  var documentTitle: String
  /// The name by which the style knows the page; nil for ordinary pages.
  var bodyClass: String?
  var title: String
  var subtitle: String
  /// What the page says, in a paragraph; empty for none.
  var summary: String
  var practice: String
  var period: String
  var navigation: [Link]
  var hasNavigation: Bool
  var related: [Link]
  var contents: [Section]
  var hasContents: Bool
  var cautions: [Caution]
  var sections: [Section]
  var footing: [String]
  /// The last sentence of the page.
  var closing: String
  var generator: String
  var style: String
  var script: String
}
