import ProductivityModel

/// How often something is met in a log, and where first.
struct Sightings {
  private var count = 0
  private var first = 0

  /// Takes note of one.
  mutating func note(_ line: Int) {
    if count == 0 { first = line }
    count += 1
  }

  /// What there is to say of them; nil where there are none.
  func finding(_ problem: Problem, in file: String, _ message: String, hint: String) -> Finding? {
    count == 0
      ? nil : Finding(problem, at: SourcePosition(file: file, line: first), message, hint: hint, count: count)
  }
}
