/// Whether a service splits into a professional (26) and a technical (TC) component.
///
/// - Source: "PCTC IND" of the CMS PFS Relative Value File; meanings in its record layout, Attachment A.
@frozen
public enum ComponentIndicator: UInt8, DigitIndicator {
  /// 0: a physician's service, which cannot be split.
  case physicianService = 0
  /// 1: a diagnostic test with both components.
  case diagnosticTest = 1
  /// 2: a code that is a professional component by itself.
  case professionalOnly = 2
  /// 3: a code that is a technical component by itself.
  case technicalOnly = 3
  /// 4: a code for the whole of a test whose components have codes of their own.
  case globalOnly = 4
  /// 5: furnished by staff incident to a physician's service.
  case incidentTo = 5
  /// 6: a physician's interpretation of a clinical laboratory test.
  case laboratoryInterpretation = 6
  /// 7: physical therapy with restrictions of place.
  case therapy = 7
  /// 8: a physician's interpretation of an abnormal smear for an inpatient.
  case smearInterpretation = 8
  /// 9: the concept does not apply.
  case notApplicable = 9

  /// Whether modifiers 26 and TC cannot be used with the code: 0, 2 and 4.
  @inlinable public var refusesProfessionalComponent: Bool {
    self == .physicianService || self == .professionalOnly || self == .globalOnly
  }
}
