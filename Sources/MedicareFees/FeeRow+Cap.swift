import ProductivityModel

extension FeeRow {
  /// Whether the release lacks the outpatient cap and the row may be under one, so that less may be paid than its RVUs give.
  public var mayBeCapped: Bool {
    guard cappedMalpractice == nil else { return false }
    switch componentIndicator {
    case .diagnosticTest, .technicalOnly, .globalOnly: return component != "26"
    default: return false
    }
  }
}
