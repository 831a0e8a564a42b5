import MedicareFees
import ProductivityModel

extension MultipleProcedureIndicator {
  /// What the indicator means for a claim; nil where the concept does not apply.
  ///
  /// - Parameter endoscopicBase: the base of the code's endoscopy family.
  public func billingNote(endoscopicBase: ProcedureCode?) -> BillingNote? {
    let (summary, text): (String, String)
    switch self {
    case .notApplicable: return nil
    case .noReduction:
      summary = "Paid in full"
      text = "Paid in full beside other services of the day: no reduction for several procedures applies."
    case .formerStandard:
      summary = "100, 50, 25 %"
      text = "Ranked with the other procedures of the day and paid at 100, 50, 25, 25 and 25 %, the rule before 1995."
    case .standard:
      summary = "100, 50, 50 %"
      text =
        "Ranked by fee schedule amount with the other procedures of the day: the highest is paid at 100 %, the second to "
        + "the fifth at 50 %, further ones by report (modifier 51)."
    case .endoscopy:
      summary = "Endoscopy family"
      let base = endoscopicBase.map { ", \($0)" } ?? ""
      text =
        "With another endoscopy of its family the highest is paid in full, and each other one by what it exceeds the "
        + "family's base\(base). The base itself is not paid beside another of the family. The family is then ranked with "
        + "the day's other procedures at 100, 50, 50, 50 and 50 %."
    case .diagnosticImaging:
      summary = "Imaging"
      text =
        "With other imaging of the same family in the same session, the highest technical component is paid in full and "
        + "later ones at 50 %; later professional components at 95 %."
    case .therapy:
      summary = "Therapy"
      text =
        "With other therapy of the day, the practice expense is paid in full for the unit that has most of it and at 50 % "
        + "for the others."
    case .cardiovascularDiagnostics:
      summary = "Technical part at 75 %"
      text =
        "With other cardiovascular tests of the day, the highest technical component is paid in full and later ones at "
        + "75 %."
    case .ophthalmologyDiagnostics:
      summary = "Technical part at 80 %"
      text =
        "With other ophthalmology tests of the day, the highest technical component is paid in full and later ones at "
        + "80 %."
    }
    return BillingNote(
      .multipleProcedures, "Several procedures", published, summary, text,
      source: "\(BillingNote.layout); \(BillingNote.manual) § 40.6")
  }
}

extension BilateralIndicator {
  /// What the indicator means for a claim; nil where the concept does not apply.
  public var billingNote: BillingNote? {
    let (summary, text): (String, String)
    switch self {
    case .notApplicable: return nil
    case .noIncrease:
      summary = "No increase"
      text =
        "No increase for both sides: with modifier 50, or RT and LT, the two sides together are paid at 100 % of one, "
        + "because of anatomy or because both sides have a code of their own."
    case .halfMore:
      summary = "150 %"
      text =
        "Both sides together are paid at 150 % of one (modifier 50, RT and LT, or two units), before any reduction for "
        + "several procedures."
    case .valuedAsBilateral:
      summary = "Both sides included"
      text = "The value already is that of both sides: modifier 50, or RT and LT, adds nothing."
    case .eachSideInFull:
      summary = "Each side in full"
      text = "Each side is paid at 100 % (modifier 50, or RT and LT), before any reduction for several procedures."
    }
    return BillingNote(
      .bilateral, "Both sides", published, summary, text,
      source: "\(BillingNote.layout); \(BillingNote.manual) § 40.7")
  }
}

extension AssistantIndicator {
  /// What the indicator means for a claim; nil where the concept does not apply.
  public var billingNote: BillingNote? {
    let (summary, text): (String, String)
    switch self {
    case .notApplicable: return nil
    case .documentationRequired:
      summary = "With documents"
      text =
        "An assistant at surgery is paid only with documents that show why one was medically necessary (modifiers 80, 81, "
        + "82 and AS)."
    case .notPayable:
      summary = "Never paid"
      text = "An assistant at surgery is never paid, by law: modifiers 80, 81, 82 and AS bring nothing."
    case .payable:
      summary = "Paid"
      text =
        "An assistant at surgery is paid without further documents: a physician at 16 % of the fee schedule amount "
        + "(modifiers 80, 81 and 82), another practitioner at 85 % of that (modifier AS)."
    }
    return BillingNote(
      .assistant, "Assistant at surgery", published, summary, text,
      source: "\(BillingNote.layout); \(BillingNote.manual) § 20.4.3 and § 110.2")
  }
}

extension CoSurgeonIndicator {
  /// What the indicator means for a claim; nil where the concept does not apply.
  public var billingNote: BillingNote? {
    let (summary, text): (String, String)
    switch self {
    case .notApplicable: return nil
    case .notPermitted:
      summary = "Not permitted"
      text = "Two surgeons cannot both be paid as primary surgeons (modifier 62)."
    case .documentationRequired:
      summary = "With documents"
      text =
        "Two surgeons can be paid, each at 62.5 % of the fee schedule amount (modifier 62), with documents that show why "
        + "two were medically necessary."
    case .permitted:
      summary = "Permitted"
      text =
        "Two surgeons of different specialties are each paid at 62.5 % of the fee schedule amount (modifier 62), without "
        + "further documents."
    }
    return BillingNote(
      .coSurgeons, "Two surgeons", published, summary, text,
      source: "\(BillingNote.layout); \(BillingNote.manual) § 40.8")
  }
}

extension TeamIndicator {
  /// What the indicator means for a claim; nil where the concept does not apply.
  public var billingNote: BillingNote? {
    let (summary, text): (String, String)
    switch self {
    case .notApplicable: return nil
    case .notPermitted:
      summary = "Not permitted"
      text = "A team of surgeons is not paid (modifier 66)."
    case .documentationRequired:
      summary = "With documents"
      text =
        "A team of surgeons can be paid, by report (modifier 66), with documents that show why a team was medically "
        + "necessary."
    case .permitted:
      summary = "Permitted"
      text = "A team of surgeons is paid, by report (modifier 66)."
    }
    return BillingNote(
      .team, "Surgical team", published, summary, text, source: "\(BillingNote.layout); \(BillingNote.manual) § 40.8")
  }
}
