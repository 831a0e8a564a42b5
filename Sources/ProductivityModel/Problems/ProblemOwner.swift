/// Whose task it is to do something about a problem: a task of a practice, not a person. A job may name who has it.
public enum ProblemOwner: String, CaseIterable, Sendable {
  /// Whoever makes the logs: the extract of the billing system or the EHR.
  case logs
  /// Coding and billing: codes, modifiers, claims.
  case coding
  /// Whoever keeps the roster: who works in what, how much, since when.
  case roster
  /// Whoever keeps surveys and benchmarks.
  case surveys
  /// Whoever keeps plans and pay.
  case compensation
  /// Whoever keeps targets, the job, its policies and fee schedules.
  case analysis

  /// What the task is called in reports.
  public var title: String {
    switch self {
    case .logs: "Logs and extracts"
    case .coding: "Coding and billing"
    case .roster: "Roster"
    case .surveys: "Surveys and benchmarks"
    case .compensation: "Plans and pay"
    case .analysis: "Job, policies and fee schedules"
    }
  }
}

extension Problem {
  /// Whose task it is to do something about it.
  public var owner: ProblemOwner {
    switch self {
    case .missingValue, .impossibleDate, .notANumber, .zeroUnits, .malformedIdentifier, .raggedRow, .unclosedQuote,
      .repeatedLine, .repeatedFile, .emptyLog, .daysWithoutLines, .thinLog, .serviceGap, .correctedLine, .reusedLineID,
      .outOfPeriod,
      .noPatient,
      .misspeltColumn,
      .unreadColumn,
      .absentColumn, .otherRow, .repairedCode, .interchangeIncomplete, .interchangeControl, .dateRange,
      .negativeCharge, .unreadFolder, .unreadSheet, .manyRejects, .unknownRelease, .malformedLocality,
      .unknownLocality:
      .logs
    case .malformedCode, .malformedModifier, .malformedPlace, .orphanReversal, .claimFrequency, .loneReplacement,
      .undecidedClaim, .unknownCode, .unpricedCode, .excludedCode, .anesthesiaHeld, .unknownModifier, .blankPlace:
      .coding
    case .unmatchedClinician, .unknownClinician, .outsideEmployment, .overlappingIntervals, .splitRole, .splitShares,
      .daysOutsideInterval, .mixedIdentity,
      .workOnLeave, .specialtySpellings, .unseenCharacter, .lowFTE, .highFTE, .noRoster, .shortPeriod, .noTotalFTE:
      .roster
    case .badSurveyRow, .repeatedSurveyRow, .mistakenMetric, .doubtfulSurveyRow, .unreadMetric, .productOfPercentiles,
      .quotientOfPercentiles, .rateOfLowProducers, .inconsistentClaim, .unverifiedClaim, .unmatchedSpecialty,
      .noSurveyRow, .fewRespondents, .plateau, .vintageMismatch, .smallCell, .hiddenGroup, .regionFallback:
      .surveys
    case .planGap, .planRestart, .unknownPayee, .unknownComponent, .repeatedPayRow, .equalPayRow, .malformedPeriod,
      .unknownPlan,
      .twoPlans, .untoldYear, .unknownDeficit, .noPlan, .outsidePlan, .earlyPayment, .latePayment, .missingQuantity,
      .unsharedPool,
      .closedPayDiffers:
      .compensation
    case .policyAssumption, .releaseSubstituted, .releaseMissing, .reexportedRelease, .noSeason, .emptyPeriod,
      .unlikePeriods, .noReleaseChange, .mixedTargets, .rosterTarget, .otherYearTarget,
      .targetOutOfRange, .closedPeriod, .closedPeriodDiffers:
      .analysis
    }
  }
}

extension Problem {
  /// Whether a record of a log that has it is rejected: read, counted as such, and in no number.
  public var rejectsRecords: Bool {
    switch self {
    case .missingValue, .impossibleDate, .notANumber, .zeroUnits, .malformedCode, .malformedModifier, .malformedPlace,
      .malformedIdentifier, .raggedRow, .unclosedQuote, .unmatchedClinician:
      true
    default: false
    }
  }
}
