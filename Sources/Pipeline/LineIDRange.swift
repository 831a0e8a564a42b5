import ProductivityModel

/// What is known of a file's line ids without looking at them again: whether they ascend, and from where to where.
struct LineIDRange: Sendable {
  private var first = LineID.none
  private var last = LineID.none
  private var ascends = true

  /// Notes the next line's id; a line without one cannot repeat another.
  @inline(__always)
  mutating func add(_ id: LineID) {
    guard id.isPresent else { return }
    if !last.isPresent { first = id }
    if id <= last { ascends = false }
    last = id
  }

  /// Whether no id can be there twice, within a file or in two of them.
  static func areDistinct(_ ranges: [LineIDRange]) -> Bool {
    guard ranges.allSatisfy(\.ascends) else { return false }
    let sorted = ranges.filter(\.last.isPresent).sorted { $0.first < $1.first }
    return zip(sorted, sorted.dropFirst()).allSatisfy { $0.last < $1.first }
  }
}
