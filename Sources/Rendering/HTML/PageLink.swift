/// A link from a page, as it stands on it.
struct PageLink {
  var text: String
  /// Where it leads, seen from the page; nil where that is not made, or is the page itself.
  var path: String?
  /// What is there, in a phrase beside the link; empty for nothing.
  var about = ""
}

extension Markup {
  /// Adds a link; its text alone where it leads nowhere.
  mutating func add(_ link: PageLink) {
    guard let path = link.path else { return add(text: link.text) }
    add("<a href=\"")
    add(text: path)
    add("\">")
    add(text: link.text)
    add("</a>")
  }
}
