import MedicareFees
import ProductivityModel

/// Credits both sides of a procedure billed with modifier 50, as the policy's rows for the bilateral indicators say.
///
/// It runs before the ranking of several procedures, which takes the adjusted value. Sides billed on two lines (LT and
/// RT) or as two units are not paired yet; policies say so.
///
/// - Source: CMS PFS Relative Value File record layout, "Bilateral Surgery"; Pub. 100-04 chapter 12 section 40.7.
struct BilateralSurgery: LineRule {
  static let name = RuleName.bilateralSurgery

  func apply(to line: inout LineInProgress) {
    line.applyRows(of: [.bilateral], rule: Self.name)
    line.bilateralFactor = line.credit.factor
  }
}
