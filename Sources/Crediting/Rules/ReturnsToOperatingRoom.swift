/// Credits a return to the operating room within the global period (78): the operation itself, outside the ranking.
///
/// - Source: CMS PFS Relative Value File record layout, "Intraoperative Percentage"; Pub. 100-04 chapter 12 section 40.4.
struct ReturnsToOperatingRoom: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) { line.applyRows(of: [.returnToRoom], rule: Self.name) }
}
