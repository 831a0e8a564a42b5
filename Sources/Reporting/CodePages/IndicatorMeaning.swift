import MedicareFees

// What the indicators mean, in a phrase for the person who reads a code's page.

extension StatusCode {
  /// The meaning in a phrase.
  public var meaning: String {
    switch self {
    case .active: "active, paid separately where covered"
    case .bundled: "bundled, always part of the payment for another service"
    case .contractorPriced: "priced by the Medicare contractor"
    case .deleted: "deleted"
    case .excluded: "excluded from the fee schedule by regulation"
    case .discontinued: "discontinued"
    case .replacedWithGrace: "replaced by another code, after a period of grace"
    case .deletedModifier: "component deleted"
    case .notValid: "not valid for Medicare, which uses another code"
    case .anesthesia: "anesthesia, paid by base units and time instead of RVUs"
    case .measurement: "a measurement code, for reporting only"
    case .noncovered: "not covered by Medicare"
    case .bundledOrExcluded: "bundled or excluded, never paid separately"
    case .restricted: "covered with restrictions"
    case .injection: "paid only where nothing else is payable that day"
    case .statutoryExclusion: "outside what the law pays as physicians' services"
    }
  }
}

extension GlobalPeriod {
  /// The meaning in a phrase.
  public var meaning: String {
    switch self {
    case .sameDay: "endoscopy or minor procedure; the value includes related care on the day itself"
    case .tenDays: "minor procedure; the value includes related care on the day and for 10 days after it"
    case .ninetyDays: "major surgery; the value includes related care from the day before to 90 days after it"
    case .maternity: "maternity care, whose period is its own"
    case .notApplicable: "no global period"
    case .contractorDecides: "the Medicare contractor decides on the period"
    case .addOn: "an add-on, within the period of the procedure it is added to"
    }
  }
}

extension MultipleProcedureIndicator {
  /// The meaning in a phrase.
  public var meaning: String {
    switch self {
    case .noReduction: "not reduced"
    case .formerStandard: "ranked, 100, 50, 25, 25, 25 %"
    case .standard: "ranked, 100, 50, 50, 50, 50 %"
    case .endoscopy: "reduced within its endoscopy family, then ranked"
    case .diagnosticImaging: "imaging, later procedures reduced in both components"
    case .therapy: "therapy, later units reduced in practice expense"
    case .cardiovascularDiagnostics: "cardiovascular tests, later ones reduced in the technical component"
    case .ophthalmologyDiagnostics: "ophthalmology tests, later ones reduced in the technical component"
    case .notApplicable: "not applicable"
    }
  }
}

extension BilateralIndicator {
  /// The meaning in a phrase.
  public var meaning: String {
    switch self {
    case .noIncrease: "both sides are worth 100 % together"
    case .halfMore: "both sides are worth 150 % together"
    case .valuedAsBilateral: "already valued for both sides"
    case .eachSideInFull: "each side is worth 100 %"
    case .notApplicable: "not applicable"
    }
  }
}

extension AssistantIndicator {
  /// The meaning in a phrase.
  public var meaning: String {
    switch self {
    case .documentationRequired: "paid only with documents of medical necessity"
    case .notPayable: "never paid"
    case .payable: "paid"
    case .notApplicable: "not applicable"
    }
  }
}

extension CoSurgeonIndicator {
  /// The meaning in a phrase.
  public var meaning: String {
    switch self {
    case .notPermitted: "not permitted"
    case .documentationRequired: "permitted with documents of medical necessity"
    case .permitted: "permitted"
    case .notApplicable: "not applicable"
    }
  }
}

extension TeamIndicator {
  /// The meaning in a phrase.
  public var meaning: String {
    switch self {
    case .notPermitted: "not permitted"
    case .documentationRequired: "permitted with documents of medical necessity, paid by report"
    case .permitted: "permitted, paid by report"
    case .notApplicable: "not applicable"
    }
  }
}

extension ComponentIndicator {
  /// The meaning in a phrase.
  public var meaning: String {
    switch self {
    case .physicianService: "a physician's service, without components"
    case .diagnosticTest: "a test with a professional (26) and a technical (TC) component"
    case .professionalOnly: "a professional component by itself"
    case .technicalOnly: "a technical component by itself"
    case .globalOnly: "a whole test whose components have codes of their own"
    case .incidentTo: "done by staff, incident to a physician's service"
    case .laboratoryInterpretation: "a physician's interpretation of a laboratory test"
    case .therapy: "therapy, not paid in some places"
    case .smearInterpretation: "a physician's interpretation of an abnormal smear"
    case .notApplicable: "not applicable"
    }
  }
}

extension Payment.Absence {
  /// Why there is no payment, in a phrase.
  public var reason: String {
    switch self {
    case .statusNotKnown: "the status is not known here"
    case .status(let status): "status \(status.published), \(status.meaning)"
    case .notUsedForMedicare: "the values are not used for Medicare payment"
    case .settingIsNA: "rarely or never done there"
    case .noRVUs: "the Medicare contractor sets the price"
    }
  }
}

extension RowSource {
  /// Where a row comes from, in a phrase.
  public var meaning: String {
    switch self {
    case .releaseFile: "every column is that of CMS's file of the release"
    case .valuesWithEarlierIndicators: "RVUs of the release, policy indicators of the release before it"
    case .earlierRowWithoutWork: "carried over from the release before, without work"
    case .valuesOnly: "RVUs of the release; its policy indicators are not known"
    }
  }
}
