/// Reads a page as a strict reader would: every element closed in order, every attribute quoted, every id once.
struct MarkupCheck {
  private(set) var problems: [String] = []
  private(set) var ids: [String] = []
  private(set) var attributes: [(element: String, name: String, value: String)] = []
  private(set) var elements: [String] = []
  /// The style sheet.
  private(set) var style = ""

  private static let void: Set<String> = [
    "meta", "rect", "path", "circle", "br", "link", "input",
  ]

  /// Whether the page has what only some pages need where it is of use, and nowhere else: the script, which may run where a table can be
  /// sorted or searched, and the styles of steps and of one sheet.
  var hasPartsWhereOfUse: Bool {
    func classes(of element: String) -> Set<Substring> {
      Set(attributes.filter { $0.element == element && $0.name == "class" }.flatMap { $0.value.split(separator: " ") })
    }
    let tables = classes(of: "table")
    let isScripted = tables.contains("sortable") || tables.contains("filtered")
    let mayRun = attributes.contains { $0.name == "content" && $0.value.contains("script-src") }
    return elements.count { $0 == "script" } == (isScripted ? 1 : 0) && mayRun == isScripted
      && style.contains("thead button") == isScripted
      && style.contains(":has(.steps)") == tables.contains("steps")
      && style.contains(".one-page") == classes(of: "body").contains("one-page")
  }

  init(_ page: String) throws {
    var open: [String] = []
    var rest = Substring(page)
    while let start = rest.firstIndex(where: { $0.unicodeScalars.first == "<" }) {
      rest = rest[rest.index(after: start)...]
      if rest.hasPrefix("!DOCTYPE html>") { continue }
      guard let end = rest.firstIndex(where: { $0.unicodeScalars.first == ">" }) else {
        problems.append("a tag is never closed")
        return
      }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.last == name {
          open.removeLast()
        } else {
          problems.append("</\(name)> closes \(open.last ?? "nothing")")
        }
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      elements.append(name)
      read(tag.dropFirst(name.count), of: name)
      if name == "style" || name == "script" {
        guard let close = rest.firstRange(of: "</\(name)>") else {
          problems.append("<\(name)> is never closed")
          return
        }
        if name == "style" { style = String(rest[..<close.lowerBound]) }
        rest = rest[close.upperBound...]
      } else if !Self.void.contains(name) {
        open.append(name)
      }
    }
    if !open.isEmpty { problems.append("never closed: \(open)") }
    if Set(ids).count != ids.count { problems.append("an id is there twice") }
  }

  private mutating func read(_ text: Substring, of element: String) {
    var rest = text
    while true {
      rest = rest.drop { $0 == " " || $0 == "/" }
      guard !rest.isEmpty else { return }
      let name = String(rest.prefix { $0 != "=" && $0 != " " })
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else {
        problems.append("the attribute \(name) of <\(element)> has no quoted value")
        return
      }
      rest = rest.dropFirst(2)
      let value = String(rest.prefix { $0.unicodeScalars.first != "\"" })
      rest = rest.dropFirst(value.count + 1)
      attributes.append((element, name, value))
      if name == "id" { ids.append(value) }
    }
  }
}
