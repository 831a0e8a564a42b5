/// Names for the elements of one page, no two alike.
struct ElementNames {
  private var counts: [String: Int] = [:]
  private var sections: Set<String> = []

  /// The next name of a kind: `chart-1`, `chart-2`.
  mutating func next(_ kind: String) -> String {
    counts[kind, default: 0] += 1
    return "\(kind)-\(counts[kind] ?? 0)"
  }

  /// A name for a section, from its title.
  mutating func section(_ title: String) -> String {
    let base = "section-" + Slug.base(of: title)
    var name = base
    var number = 2
    while !sections.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
