import ProductivityModel

/// How often something is met in a log, and where first.
struct Sightings {
  private(set) var count = 0
  /// The line of the first; 0 where there is none.
  private(set) var first = 0

  /// Takes note of one.
  mutating func note(_ line: Int) {
    if count == 0 { first = line }
    count += 1
  }

  /// Puts the places behind some lines.
  mutating func move(behind lines: Int) { if count > 0 { first += lines } }

  /// Adds what was met later in the file.
  mutating func add(_ later: Sightings) {
    if count == 0 { first = later.first }
    count += later.count
  }

  /// What there is to say of them; nil where there are none.
  func finding(_ problem: Problem, in file: String, _ message: String, hint: String) -> Finding? {
    count == 0
      ? nil : Finding(problem, at: SourcePosition(file: file, line: first), message, hint: hint, count: count)
  }
}
