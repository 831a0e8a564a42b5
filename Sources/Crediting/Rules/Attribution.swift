import ProductivityModel

/// Finds who is credited with a line: the policy's first row for its modifiers.
///
/// - Source: the citation of each row; 42 CFR 415.140 (split or shared visits), 410.26 (incident to), 415.172 (teaching).
struct Attribution: LineRule {
  static let name = RuleName.attribution

  func apply(to line: inout LineInProgress) {
    line.credit.attribution = line.policy.attribution.firstIndex { row in
      row.modifiers.isEmpty || row.modifiers.contains { line.modifiers.contains($0) }
    }
  }
}
