/// How a code's payment falls when it is done with other procedures on the same day (modifier 51).
///
/// - Source: "MULT PROC" of the CMS PFS Relative Value File; meanings in its record layout.
@frozen
public enum MultipleProcedureIndicator: UInt8, DigitIndicator {
  /// 0: no reduction.
  case noReduction = 0
  /// 1: ranked, 100, 50, 25, 25, 25 %; the rule before 1995, of no valued code today.
  case formerStandard = 1
  /// 2: ranked, 100, 50, 50, 50, 50 %.
  case standard = 2
  /// 3: an endoscopy, reduced within the family of its base first.
  case endoscopy = 3
  /// 4: diagnostic imaging, reduced in both components.
  case diagnosticImaging = 4
  /// 5: therapy, reduced in practice expense.
  case therapy = 5
  /// 6: cardiovascular diagnostics, reduced in the technical component.
  case cardiovascularDiagnostics = 6
  /// 7: ophthalmology diagnostics, reduced in the technical component.
  case ophthalmologyDiagnostics = 7
  /// 9: the concept does not apply.
  case notApplicable = 9

  /// Whether the code is ranked with the other procedures of the day: 1, 2 and 3.
  @inlinable public var isRanked: Bool { self == .standard || self == .endoscopy || self == .formerStandard }
}
