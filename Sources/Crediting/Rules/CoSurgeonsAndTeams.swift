/// Credits the part of one of two surgeons (62) or of a team (66), by what the row's indicators allow.
///
/// - Source: CMS PFS Relative Value File record layout, "Co-surgeons" and "Team Surgery"; Pub. 100-04 chapter 12 section 40.8.
struct CoSurgeonsAndTeams: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) { line.applyRows(of: [.coSurgeon, .team], rule: Self.name) }
}
