/// Credits an assistant at surgery (80, 81, 82, AS) once a line, by what the row's indicator allows.
///
/// - Source: CMS PFS Relative Value File record layout, "Assistant at Surgery"; Pub. 100-04 chapter 12 sections 20.4.3 and 120.
struct AssistantsAtSurgery: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) { line.applyRows(of: [.assistant], rule: Self.name) }
}
