/// Credits a discontinued procedure (53) whose code has no row of its own for that, as the policy's rows do.
///
/// - Source: CMS PFS Relative Value File record layout, "Modifier"; the citation of each row.
struct DiscontinuedProcedures: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) { line.applyRows(of: [.discontinued], rule: Self.name) }
}
