/// Whether an assistant at surgery is paid (modifiers 80, 81, 82 and AS).
///
/// - Source: "ASST SURG" of the CMS PFS Relative Value File; meanings in its record layout.
@frozen
public enum AssistantIndicator: UInt8, DigitIndicator {
  /// 0: only with documents that show medical necessity.
  case documentationRequired = 0
  /// 1: never, by statute.
  case notPayable = 1
  /// 2: payable.
  case payable = 2
  /// 9: the concept does not apply.
  case notApplicable = 9
}

/// Whether two surgeons of different specialties are paid (modifier 62).
///
/// - Source: "CO-SURG" of the CMS PFS Relative Value File; meanings in its record layout.
@frozen
public enum CoSurgeonIndicator: UInt8, DigitIndicator {
  /// 0: not permitted.
  case notPermitted = 0
  /// 1: only with documents that show medical necessity.
  case documentationRequired = 1
  /// 2: permitted.
  case permitted = 2
  /// 9: the concept does not apply.
  case notApplicable = 9
}

/// Whether a team of surgeons is paid (modifier 66), always by report.
///
/// - Source: "TEAM SURG" of the CMS PFS Relative Value File; meanings in its record layout.
@frozen
public enum TeamIndicator: UInt8, DigitIndicator {
  /// 0: not permitted.
  case notPermitted = 0
  /// 1: only with documents that show medical necessity.
  case documentationRequired = 1
  /// 2: permitted.
  case permitted = 2
  /// 9: the concept does not apply.
  case notApplicable = 9
}
