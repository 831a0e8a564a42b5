import ProductivityModel

/// Gathers findings: one for each problem and subject, with its count and its first place.
struct FindingCollector: Sendable {
  private struct Key: Hashable {
    var problem: Problem
    var subject: String
  }

  /// How many places a finding shows.
  private static let mostExamples = 3
  private var found: [Key: Finding] = [:]

  /// Adds a finding.
  ///
  /// - Parameter key: the subject under which it is counted with others of its problem; its message unless given.
  mutating func add(_ finding: Finding, key: String? = nil) {
    let key = Key(problem: finding.problem, subject: key ?? finding.message)
    guard var known = found[key] else {
      found[key] = finding
      return
    }
    let count = known.count + finding.count
    let examples = Set(known.examples + finding.examples).sorted().prefix(Self.mostExamples)
    if let place = finding.position, known.position.map({ place < $0 }) ?? true { known = finding }
    known.count = count
    known.examples = Array(examples)
    found[key] = known
  }

  /// The findings: the gravest first, then by problem, place and message.
  var sorted: [Finding] {
    found.values.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      if a.problem != b.problem { return a.problem.rawValue < b.problem.rawValue }
      let (placeA, placeB) = (a.position ?? SourcePosition(file: ""), b.position ?? SourcePosition(file: ""))
      return placeA != placeB ? placeA < placeB : a.message < b.message
    }
  }
}
