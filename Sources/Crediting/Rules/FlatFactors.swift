/// Applies what only flat tables say: a factor for the technical component, a repeat (76) or a further procedure (51).
///
/// - Source: the citation of each row.
struct FlatFactors: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) { line.applyRows(of: [.technical, .repeated, .several], rule: Self.name) }
}
