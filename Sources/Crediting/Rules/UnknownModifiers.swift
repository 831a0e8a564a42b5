/// Flags every modifier that the policy neither values nor lists as changing nothing.
struct UnknownModifiers: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) { line.flagUnknownModifiers() }
}
