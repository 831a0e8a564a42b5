import MedicareFees
import ProductivityModel

extension StatusCode {
  /// What the status means for a claim.
  public var billingNote: BillingNote {
    let (summary, text): (String, String) =
      switch self {
      case .active: ("Paid", "Paid separately under the fee schedule where the service is covered.")
      case .bundled:
        (
          "Bundled",
          "Never paid separately: the payment is part of that for the service with which it is given. Values that are "
            + "shown are not used by Medicare."
        )
      case .contractorPriced:
        (
          "Contractor-priced",
          "There is no national value. The Medicare contractor sets the price, as a rule case by case after review of "
            + "documents such as an operative report."
        )
      case .deleted: ("Deleted", "Deleted with the start of the year: report the code that replaced it.")
      case .excluded:
        (
          "Excluded",
          "Kept out of the fee schedule by regulation: nothing is paid under it, and any payment follows other rules."
        )
      case .discontinued: ("Discontinued", "Discontinued without a period of grace: it cannot be reported.")
      case .replacedWithGrace:
        ("Replaced", "Another code is to be reported; this one is accepted only during its period of grace.")
      case .deletedModifier:
        ("Component deleted", "The component with this modifier was deleted and cannot be reported.")
      case .notValid:
        (
          "Not valid for Medicare",
          "Medicare uses another code for this service and does not take this one. Other payers may."
        )
      case .anesthesia:
        (
          "Base and time units",
          "Paid by base units and time units, times an anesthesia conversion factor: anesthesia has no RVUs. Document "
            + "the start and the end of anesthesia time in minutes."
        )
      case .measurement: ("Reporting only", "A measurement code: it is reported, and nothing is paid for it.")
      case .noncovered:
        ("Not covered", "Medicare does not cover the service. Values that are shown are not used by Medicare.")
      case .bundledOrExcluded:
        (
          "Bundled or excluded",
          "Given on the same day as a physician's service and incident to it, it is part of that payment; otherwise it is "
            + "not paid under the fee schedule."
        )
      case .restricted:
        (
          "Restricted",
          "Covered with restrictions: special coverage instructions apply, so read them before the service."
        )
      case .injection:
        (
          "Only by itself",
          "Paid only where nothing else of the fee schedule is payable to the same clinician for the patient on that day; "
            + "otherwise it is part of the other payment."
        )
      case .statutoryExclusion:
        (
          "Outside the fee schedule",
          "The law does not count it among physicians' services, so nothing is paid under the fee schedule. Laboratory "
            + "tests and ambulance services, for example, have schedules of their own."
        )
      }
    return BillingNote(
      .status, "Payment status", published, summary, text, source: "\(BillingNote.layout), Attachment A")
  }
}

extension GlobalPeriod {
  /// What the period means for a claim; nil where the concept does not apply.
  public var billingNote: BillingNote? {
    let source = "\(BillingNote.layout); \(BillingNote.manual) § 40.1"
    func note(_ summary: String, _ text: String, _ included: [String] = [], _ separate: [String] = []) -> BillingNote {
      BillingNote(
        .globalPeriod, "Global period", published, summary, text, included: included, separate: separate, source: source
      )
    }
    switch self {
    case .ninetyDays:
      return note(
        "90 days",
        "Major surgery. One payment covers 92 days: the day before the operation, the day itself and 90 days after it.",
        [
          "visits from the day before the operation, once surgery is decided",
          "the operation and what is usual with it",
          "complications that need no return to the operating room", "visits of recovery for 90 days",
          "pain management by the surgeon",
          "dressings, removal of sutures, staples, drains, tubes and casts, and similar care",
        ],
        [
          "the visit at which surgery was decided (modifier 57)", "visits for another problem (modifier 24)",
          "a return to the operating room for a complication (modifier 78)", "a planned further stage (modifier 58)",
          "an unrelated procedure (modifier 79)", "diagnostic tests",
        ])
    case .tenDays:
      return note(
        "10 days", "Minor procedure. One payment covers 11 days: the day itself and 10 days after it.",
        [
          "the visit on the day, as a rule", "the procedure and what is usual with it",
          "visits of recovery for 10 days",
          "complications that need no return to the operating room", "dressings, and removal of sutures",
        ],
        [
          "a significant, separate visit on the day (modifier 25)", "visits for another problem (modifier 24)",
          "a return to the operating room for a complication (modifier 78)", "a planned further stage (modifier 58)",
          "an unrelated procedure (modifier 79)",
        ])
    case .sameDay:
      return note(
        "The day itself",
        "Endoscopy or minor procedure. One payment covers the day of the procedure; visits on other days are paid.",
        ["the visit on the day, as a rule", "the procedure and what is usual with it"],
        ["a significant, separate visit on the day (modifier 25)", "every visit on another day"])
    case .maternity:
      return note(
        "Maternity", "Maternity care: the usual global period does not apply; what the code's package includes does.")
    case .contractorDecides:
      return note(
        "Contractor decides",
        "The Medicare contractor decides whether there is a global period, and how long it is, when it sets the price.")
    case .addOn:
      return note(
        "Add-on",
        "Belongs to another service and always lies within that service's global period: it is reported together with the "
          + "primary code and not by itself.")
    case .notApplicable: return nil
    }
  }
}

extension ComponentIndicator {
  /// What the indicator means for a claim; nil where there is nothing to do.
  public var billingNote: BillingNote? {
    let (summary, text): (String, String)
    switch self {
    case .physicianService, .notApplicable: return nil
    case .diagnosticTest:
      summary = "26 and TC"
      text =
        "A test with two components: modifier 26 for the reading and its report, TC for equipment and staff, no modifier "
        + "where one practice does both. Only the professional component has work."
    case .professionalOnly:
      summary = "Professional only"
      text = "The professional component of a test, by itself: modifiers 26 and TC are not used with it."
    case .technicalOnly:
      summary = "Technical only"
      text =
        "The technical component of a test, by itself: it has no physician work, and modifiers 26 and TC are not used."
    case .globalOnly:
      summary = "Whole test only"
      text = "The whole of a test whose components have codes of their own: modifiers 26 and TC are not used with it."
    case .incidentTo:
      summary = "Incident to"
      text =
        "Done by staff under a physician's supervision: not paid for patients of a hospital, and modifiers 26 and TC are "
        + "not used."
    case .laboratoryInterpretation:
      summary = "26 only"
      text =
        "A physician's interpretation of a clinical laboratory test, paid with modifier 26; the test itself is paid under "
        + "the laboratory fee schedule, so TC is not used."
    case .therapy:
      summary = "Therapy"
      text =
        "Physical therapy: not paid to a therapist in private practice for patients of a hospital or a skilled nursing "
        + "facility."
    case .smearInterpretation:
      summary = "Inpatients only"
      text =
        "A physician's interpretation of an abnormal smear: paid for hospital inpatients only, and TC is not used with it."
    }
    return BillingNote(
      .components, "Components", published, summary, text, source: "\(BillingNote.layout), Attachment A")
  }
}
