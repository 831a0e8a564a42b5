import Crediting
import MedicareFees
import ProductivityModel

/// The words of a payment's steps, made last from its typed steps.
public enum PaymentWording {
  /// Why a step was taken, in a phrase.
  public static func step(_ step: PaymentStep) -> String {
    switch step.reason {
    case .adjustment(let reason): return AdjustmentWording.reason(reason)
    case .reduction(let part, let units):
      return "\(Self.part(part)) of \(units) \(units == .one ? "unit" : "units") after the highest of the session"
    case .cap: return "the outpatient (OPPS) cap is lower than the fee schedule amount, and applies"
    case .anesthesia(let baseUnits, let minutes):
      return "anesthesia: \(DecimalText.plain(baseUnits, scale: 3)) base units and "
        + "\(DecimalText.plain(minutes, scale: 3)) minutes at the factor of the place"
    case .directed(let modifier): return "anesthesia under medical direction (\(modifier))"
    }
  }

  /// A step with its factor and its source, on one line.
  public static func sentence(_ step: PaymentStep) -> String {
    let factor = step.factor == .one ? "" : " x \(step.factor)"
    return Self.step(step) + factor + (step.citation.isEmpty ? "" : " [\(step.citation)]")
  }

  /// What a reader should know of a payment, in a phrase.
  public static func flag(_ flag: LineCredit.Flag) -> String {
    switch flag {
    case .unknownModifier(let modifier): "modifier \(modifier) is not in the policy, and changed nothing"
    case .assumption(let words, _): words
    }
  }

  /// Why there is no amount, in a phrase.
  public static func absence(_ reason: NoPrice) -> String {
    switch reason {
    case .codeNotInRelease: "the code is not in the release"
    case .modifierNotInRelease: "the code has no row for the modifier, so it is not paid with it"
    case .absence(.statusNotKnown): "the release's source does not tell the status"
    case .absence(.status(let status)): "status \(status.published): not paid from RVUs"
    case .absence(.notUsedForMedicare): "the values are not used for Medicare payment"
    case .absence(.settingIsNA): "NA: rarely or never done in the setting, which has no amount"
    case .absence(.noRVUs): "no RVUs: the Medicare contractor sets the price"
    case .noLocalities: "the release lacks the indices of localities"
    case .noFactor: "no conversion factor is known for the day"
    case .noBaseUnits: "anesthesia without base units"
    case .noMinutes: "anesthesia without minutes"
    case .noAnesthesiaFactor: "no anesthesia conversion factor is known for the place and day"
    case .indicatorMissing: "the release's source lacks an indicator that would decide"
    case .excludedByPolicy: "the policy excludes the code"
    }
  }

  private static func part(_ part: PaymentReduction.Part) -> String {
    switch part {
    case .professional: "professional component"
    case .technical: "technical component"
    case .practiceExpense: "practice expense"
    }
  }
}
