import ProductivityModel

/// Gathers the findings of the sides of a comparison, which read the same files: what is found under every side is told once.
struct SideFindings {
  private var collector = FindingCollector()
  private var known: Set<Key> = []

  private struct Key: Hashable {
    var problem: Problem
    var position: SourcePosition?
    var message: String

    init(_ finding: Finding) {
      problem = finding.problem
      position = finding.position
      message = finding.message
    }
  }

  /// - Parameter common: those of all sides.
  init(_ common: [Finding]) {
    for finding in common {
      known.insert(Key(finding))
      collector.add(finding)
    }
  }

  /// Adds the findings of a side; those that a side before has too are left out.
  mutating func add(_ findings: [Finding], of side: String) {
    for finding in findings where known.insert(Key(finding)).inserted {
      var own = finding
      if side != CompareRun.asItStands { own.message = "under \(side): \(finding.message)" }
      collector.add(own)
    }
  }

  /// The findings, the gravest first.
  var sorted: [Finding] { collector.sorted }
}
