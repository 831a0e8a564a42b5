/// Gives nothing for a service that another service of the day includes, such as status T beside any other payable service.
///
/// - Source: CMS PFS Relative Value File record layout, Attachment A, "Status Code" T.
struct BundledServices: SessionRule {
  static let name = RuleName.statusAndExclusion

  func apply(to session: inout Session) {
    guard session.lines.contains(where: { $0.terms.includesOthers }) else { return }
    for index in session.lines.indices where session.lines[index].terms.isBundled {
      session.lines[index].isBundled = true
      session.lines[index].sharedUnits = 0
    }
  }
}
