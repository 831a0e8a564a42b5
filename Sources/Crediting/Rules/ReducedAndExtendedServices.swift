/// Credits a service that was more (22, 63) or less (52) than its code says, as the policy's rows do.
///
/// - Source: Pub. 100-04 chapter 12 sections 20.4.6 and 40.2; the citation of each row.
struct ReducedAndExtendedServices: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) { line.applyRows(of: [.extended, .reduced], rule: Self.name) }
}
