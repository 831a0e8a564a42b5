/// What doing a procedure on both sides is worth (modifier 50, LT and RT, or two units).
///
/// - Source: "BILAT SURG" of the CMS PFS Relative Value File; meanings in its record layout.
@frozen
public enum BilateralIndicator: UInt8, DigitIndicator {
  /// 0: both sides together are worth one.
  case noIncrease = 0
  /// 1: both sides together are worth 150 %.
  case halfMore = 1
  /// 2: the value is already that of both sides.
  case valuedAsBilateral = 2
  /// 3: each side is worth 100 %.
  case eachSideInFull = 3
  /// 9: the concept does not apply.
  case notApplicable = 9
}
