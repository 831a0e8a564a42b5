/// Names for the elements of one page, no two alike.
struct ElementNames {
  /// How many there are of each kind: a page has two or three kinds.
  private var counts: [(kind: String, count: Int)] = []
  private var sections: [String] = []

  /// The next name of a kind: `chart-1`, `chart-2`.
  mutating func next(_ kind: String) -> String {
    let place = counts.firstIndex { $0.kind == kind } ?? counts.count
    if place == counts.count { counts.append((kind, 0)) }
    counts[place].count += 1
    return "\(kind)-\(counts[place].count)"
  }

  /// A name for a section, from its title.
  mutating func section(_ title: String) -> String {
    let base = "section-" + Slug.base(of: title)
    var name = base
    var number = 2
    while sections.contains(name) {
      name = "\(base)-\(number)"
      number += 1
    }
    sections.append(name)
    return name
  }
}
