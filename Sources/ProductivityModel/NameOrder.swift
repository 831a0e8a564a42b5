/// Where somebody stands in a list of names, as a person looks for them: without regard to capitals and marks, so that `van der Berg`
/// comes before `Washington`; those of one name by id.
///
/// It is the same on every machine, and goes by no locale.
public struct NameOrder: Comparable, Sendable {
  private let letters: String
  private let name: String
  private let id: String

  /// The place of a name.
  public init(_ name: String, id: String) {
    letters = PlainLetters.of(name)
    self.name = name
    self.id = id
  }

  /// Whether the first comes before the second.
  public static func < (a: Self, b: Self) -> Bool {
    if a.letters != b.letters { return a.letters < b.letters }
    return a.id != b.id ? a.id < b.id : a.name < b.name
  }
}

extension Sequence {
  /// The elements by specialty, name and id.
  public func inNameOrder(_ key: (Element) -> (specialty: String, name: String, id: String)) -> [Element] {
    let placed = map { element in
      let key = key(element)
      return (element, specialty: key.specialty, order: NameOrder(key.name, id: key.id))
    }
    return placed.sorted { ($0.specialty, $0.order) < ($1.specialty, $1.order) }.map(\.0)
  }
}
