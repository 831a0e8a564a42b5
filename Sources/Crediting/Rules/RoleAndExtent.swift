import MedicareFees
import ProductivityModel

/// Credits the part of a procedure that the line's clinician did, as the policy's rows for its modifiers say: assistants,
/// co-surgeons, split surgical care, reduced, discontinued and extended procedures, returns to the operating room.
///
/// - Source: the citation of each row; CMS PFS Relative Value File record layout, "Assistant at Surgery", "Co-surgeons",
///   "Preoperative", "Intraoperative" and "Postoperative Percentage".
struct RoleAndExtent: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) {
    line.applyRows(of: ModifierSlot.allCases.filter { $0 != .bilateral }, rule: Self.name)
    line.flagUnknownModifiers()
  }
}
