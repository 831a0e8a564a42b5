import Crediting
import MedicareFees
import ProductivityModel

/// The words of a line's trail, made last from its typed steps.
public enum AdjustmentWording {
  /// Why a step was taken, in a phrase.
  public static func reason(_ reason: Adjustment.Reason) -> String {
    switch reason {
    case .chose(row: nil): "the code's base row"
    case .chose(row: let component?): "the row for \(component)"
    case .noComponentRow(let modifier): "\(modifier) is billed and the code has no row for it: the base row"
    case .technicalWithoutRow: "TC is billed and the code has no row for it: no physician work"
    case .valuedStatus(let status): "status \(status.published): not used for Medicare payment, credited for its work"
    case .modifier(let modifier, _, let flag): flag ?? "modifier \(modifier)"
    case .sidesOnOneLine: "LT and RT on one line: both sides, as 50 says"
    case .pairOfSides(isFirst: true): "one of an LT and RT pair: the side in full"
    case .pairOfSides(isFirst: false): "one of an LT and RT pair: the rest of what both sides are worth"
    case .twoUnits: "two units: both sides"
    case .endoscopyHead(let base): "the highest of the endoscopies of base \(base)"
    case .endoscopyAboveBase(let base): "what the endoscopy is worth above its base \(base)"
    case .endoscopyBase: "the base of an endoscopy family, which the other endoscopies include"
    case .bundled: "a part of another service of the day"
    case .places(_, _, count: 1): "the only procedure of its role that day"
    case .places(let first, own: 1, let count): "place \(first) of \(count) in the session's ranking"
    case .places(let first, let own, let count):
      "places \(first) to \(first + own - 1) of \(count) in the session's ranking"
    case .units(let units): "\(units) units"
    case .unitsInModifier(let modifier): "modifier \(modifier) stands for both sides, whatever the units"
    case .reversed: "the whole day is reversed"
    case .attributed(let party): "credited to the \(party.rawValue) clinician"
    }
  }

  /// Why a line is not credited, in a phrase.
  public static func cause(_ cause: LineCredit.Cause) -> String {
    switch cause {
    case .codeNotInRelease: "not in the release"
    case .noRelease: "no release covers the date"
    case .workOnProfessionalRow: "the work is on the row for 26, which the line does not carry"
    case .contractorPriced: "contractor-priced (status C)"
    case .restrictedWithoutValue: "restricted coverage without a national value (status R)"
    case .indicatorMissing: "the release's source lacks an indicator that would decide"
    case .anesthesia: "anesthesia is measured in ASA units, not in work RVUs"
    case .bundled: "a part of another service of the day"
    case .excludedByList(let reason): "excluded by the policy: \(reason)"
    case .excludedByStatus(let status): "status \(status.published) is not credited by the policy"
    }
  }
}
