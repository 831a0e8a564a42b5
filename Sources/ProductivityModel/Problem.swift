/// The catalogue of findings: every problem that can be told of an input, by the name that reports and scripts use.
public enum Problem: String, CaseIterable, Sendable {
  // The records of a log.
  case missingValue = "missing-value"
  case impossibleDate = "impossible-date"
  case notANumber = "not-a-number"
  case zeroUnits = "zero-units"
  case malformedCode = "malformed-code"
  case malformedModifier = "malformed-modifier"
  case malformedPlace = "malformed-place"
  case malformedIdentifier = "malformed-identifier"
  case raggedRow = "ragged-row"
  case unclosedQuote = "unclosed-quote"
  case unmatchedClinician = "unmatched-clinician"
  case repeatedLine = "repeated-line"
  case repeatedFile = "repeated-file"
  case closedPeriod = "closed-period"
  case closedPeriodDiffers = "closed-period-differs"
  case closedPayDiffers = "closed-pay-differs"
  case emptyLog = "empty-log"
  case daysWithoutLines = "days-without-lines"
  case correctedLine = "corrected-line"
  case reusedLineID = "reused-line-id"
  case orphanReversal = "orphan-reversal"
  case outOfPeriod = "out-of-period"
  case noPatient = "no-patient"
  case misspeltColumn = "misspelt-column"
  case unreadColumn = "unread-column"
  case absentColumn = "absent-column"
  case otherRow = "other-row"
  case repairedCode = "repaired-code"
  case interchangeIncomplete = "interchange-incomplete"
  case interchangeControl = "interchange-control"
  case dateRange = "date-range"
  case negativeCharge = "negative-charge"
  case unreadFolder = "unread-folder"
  case unreadSheet = "unread-sheet"
  case manyRejects = "many-rejects"
  case claimFrequency = "claim-frequency"
  case loneReplacement = "lone-replacement"
  case undecidedClaim = "undecided-claim"

  // The records of a price list or a claim.
  case unknownRelease = "unknown-release"
  case malformedLocality = "malformed-locality"
  case unknownLocality = "unknown-locality"

  // Crediting.
  case unknownCode = "unknown-code"
  case unpricedCode = "unpriced-code"
  case excludedCode = "excluded-code"
  case anesthesiaHeld = "anesthesia-held"
  case unknownModifier = "unknown-modifier"
  case blankPlace = "blank-place"
  case policyAssumption = "policy-assumption"
  case releaseSubstituted = "release-substituted"
  case releaseMissing = "release-missing"
  case noReleaseChange = "no-release-change"
  case reexportedRelease = "reexported-release"

  // The roster, the survey and placement.
  case unknownClinician = "unknown-clinician"
  case outsideEmployment = "outside-employment"
  case overlappingIntervals = "overlapping-intervals"
  case splitRole = "split-role"
  case splitShares = "split-shares"
  case workOnLeave = "work-on-leave"
  case specialtySpellings = "specialty-spellings"
  case unseenCharacter = "unseen-character"
  case regionFallback = "region-fallback"
  case noSeason = "no-season"
  case lowFTE = "low-fte"
  case highFTE = "high-fte"
  case noRoster = "no-roster"
  case shortPeriod = "short-period"
  case thinLog = "thin-log"
  case serviceGap = "service-gap"
  case daysOutsideInterval = "days-outside-interval"
  case mixedIdentity = "mixed-identity"
  case badSurveyRow = "bad-survey-row"
  case repeatedSurveyRow = "repeated-survey-row"
  case mistakenMetric = "mistaken-metric"
  case doubtfulSurveyRow = "doubtful-survey-row"
  case unreadMetric = "unread-metric"
  case productOfPercentiles = "product-of-percentiles"
  case quotientOfPercentiles = "quotient-of-percentiles"
  case rateOfLowProducers = "rate-of-low-producers"
  case inconsistentClaim = "inconsistent-claim"
  case unverifiedClaim = "unverified-claim"
  case unmatchedSpecialty = "unmatched-specialty"
  case noSurveyRow = "no-survey-row"
  case fewRespondents = "few-respondents"
  case plateau = "plateau"
  case vintageMismatch = "vintage-mismatch"
  case smallCell = "small-cell"
  case emptyPeriod = "empty-period"
  case unlikePeriods = "unlike-periods"

  // Cohorts.
  case hiddenGroup = "hidden-group"

  // Compensation plans and the files of pay.
  case planGap = "plan-gap"
  case planRestart = "plan-restart"
  case unknownPayee = "unknown-payee"
  case unknownComponent = "unknown-component"
  case repeatedPayRow = "repeated-pay-row"
  case equalPayRow = "equal-pay-row"
  case malformedPeriod = "malformed-period"

  // What plans pay.
  case unknownPlan = "unknown-plan"
  case twoPlans = "two-plans"
  case untoldYear = "untold-year"
  case unknownDeficit = "unknown-deficit"
  case noPlan = "no-plan"
  case noTotalFTE = "no-total-fte"
  case outsidePlan = "outside-plan"
  case earlyPayment = "early-payment"
  case latePayment = "late-payment"
  case missingQuantity = "missing-quantity"
  case unsharedPool = "unshared-pool"

  // Targets.
  case mixedTargets = "mixed-targets"
  case rosterTarget = "roster-target"
  case otherYearTarget = "other-year-target"
  case targetOutOfRange = "target-out-of-range"

  /// How much the problem matters.
  public var severity: Severity {
    switch self {
    case .unknownPlan, .twoPlans, .untoldYear, .unknownDeficit: .error
    case .equalPayRow, .noPlan, .noTotalFTE, .outsidePlan, .missingQuantity, .unsharedPool: .warning
    case .earlyPayment, .latePayment, .planRestart: .note
    case .missingValue, .impossibleDate, .notANumber, .zeroUnits, .malformedCode, .malformedModifier, .malformedPlace,
      .malformedIdentifier, .unmatchedClinician, .raggedRow, .unclosedQuote, .releaseMissing, .badSurveyRow,
      .repeatedSurveyRow, .mistakenMetric, .productOfPercentiles, .quotientOfPercentiles, .inconsistentClaim,
      .unverifiedClaim, .unmatchedSpecialty, .unknownRelease, .malformedLocality, .unknownLocality,
      .interchangeIncomplete, .manyRejects, .reusedLineID,
      .splitShares, .unknownPayee, .unknownComponent, .repeatedPayRow, .malformedPeriod, .mixedTargets:
      .error
    case .orphanReversal, .unknownCode, .unpricedCode, .anesthesiaHeld, .unknownModifier, .releaseSubstituted,
      .reexportedRelease, .unknownClinician, .outsideEmployment, .overlappingIntervals, .noRoster, .thinLog,
      .serviceGap,
      .daysOutsideInterval,
      .mixedIdentity,
      .regionFallback,
      .noSeason, .specialtySpellings,
      .noSurveyRow, .fewRespondents, .vintageMismatch, .policyAssumption, .emptyLog, .daysWithoutLines, .noPatient,
      .blankPlace,
      .misspeltColumn, .repeatedFile, .interchangeControl,
      .claimFrequency, .undecidedClaim, .negativeCharge, .doubtfulSurveyRow, .emptyPeriod, .planGap,
      .noReleaseChange, .targetOutOfRange, .closedPeriodDiffers,
      .closedPayDiffers:
      .warning
    case .repeatedLine, .correctedLine, .outOfPeriod, .excludedCode, .lowFTE, .highFTE, .shortPeriod, .plateau,
      .splitRole, .workOnLeave, .unseenCharacter,
      .smallCell, .hiddenGroup, .unreadColumn, .absentColumn, .otherRow, .repairedCode, .dateRange,
      .loneReplacement, .unreadFolder, .unreadSheet, .unreadMetric, .rateOfLowProducers, .unlikePeriods, .rosterTarget,
      .otherYearTarget, .closedPeriod:
      .note
    }
  }

  /// What the problem is, in a phrase for the heading of a group.
  public var title: String {
    switch self {
    case .missingValue: "A required value is missing"
    case .impossibleDate: "A date is not a real day written YYYY-MM-DD"
    case .notANumber: "A value is not a number"
    case .zeroUnits: "Units are zero"
    case .malformedCode: "A code has not the form of a procedure code"
    case .malformedModifier: "A modifier is not two letters or digits"
    case .malformedPlace: "A place of service is not two digits"
    case .malformedIdentifier: "An identifier has not the form of its column"
    case .raggedRow: "A record has more or fewer fields than the header"
    case .unclosedQuote: "A quote is opened and never closed"
    case .repeatedLine: "The same line is there more than once"
    case .emptyLog: "A log has a header and no records"
    case .daysWithoutLines: "The logs have no lines of many of the days counted"
    case .repeatedFile: "Two files have the same content"
    case .closedPeriod: "A closed period is counted as it was closed"
    case .closedPeriodDiffers: "A closed period would come to something else today"
    case .closedPayDiffers: "Plans pay something else for a closed period than when it was closed"
    case .reusedLineID: "A line id is given again to another line"
    case .correctedLine: "A line is replaced by a later one with its line id"
    case .orphanReversal: "A reversal has no line to reverse"
    case .outOfPeriod: "A line lies outside the reporting period"
    case .noPatient: "Lines have no patient, so nothing is ranked or matched"
    case .misspeltColumn: "A column's name is close to a standard one and is not read"
    case .unreadColumn: "A column is not read"
    case .absentColumn: "A column that the map names is not there"
    case .otherRow: "Rows are no records"
    case .repairedCode: "Codes had lost their zeros"
    case .interchangeIncomplete: "An interchange of claims is cut off"
    case .interchangeControl: "The control segments of claims do not agree with what is between them"
    case .dateRange: "Lines of claims last several days"
    case .negativeCharge: "Lines with units above zero have a charge below zero"
    case .unreadFolder: "A folder within a folder of logs is not read"
    case .unreadSheet: "A sheet of a workbook is not read"
    case .manyRejects: "More of a log cannot be understood than the job allows"
    case .claimFrequency: "A claim is no original, replacement or void"
    case .loneReplacement: "A claim replaces one that is not here"
    case .undecidedClaim: "A claim replaces or voids another, and it cannot be told which"
    case .unmatchedClinician: "A clinician cannot be found in the roster"
    case .unknownRelease: "A release is not on board"
    case .malformedLocality: "A contractor or locality is not a number of its digits"
    case .unknownLocality: "A release has no such locality"
    case .unknownCode: "A code is not in the fee schedule release"
    case .unpricedCode: "A code has no national work value"
    case .excludedCode: "A code is excluded by policy or status"
    case .anesthesiaHeld: "Anesthesia lines are held"
    case .unknownModifier: "A modifier is not in the policy"
    case .blankPlace: "The place of service is blank"
    case .policyAssumption: "The policy credits by assumption"
    case .releaseSubstituted: "A release that is not on board is replaced by the nearest"
    case .releaseMissing: "No release covers a date"
    case .noReleaseChange: "There are no two fee schedules to compare"
    case .reexportedRelease: "A release does not come from CMS's own file"
    case .unknownClinician: "A clinician is not in the roster"
    case .outsideEmployment: "Lines lie outside the clinician's roster intervals"
    case .overlappingIntervals: "Roster intervals overlap"
    case .splitRole: "A role is split between specialties"
    case .splitShares: "The rows of a split role do not fit together"
    case .workOnLeave: "Lines lie on days of leave"
    case .specialtySpellings: "Two names of specialties mean the same"
    case .unseenCharacter: "A name has characters that cannot be seen"
    case .regionFallback: "A survey has no row for a region"
    case .noSeason: "An earlier year has no season for a specialty"
    case .lowFTE: "Clinical FTE is below 0.70"
    case .highFTE: "Clinical FTE is above 1.00"
    case .noRoster: "There is no roster, so FTE is not known"
    case .shortPeriod: "Fewer than three months of employment"
    case .thinLog: "A log is far too thin for the clinical time"
    case .serviceGap: "A clinician has no services in weeks of clinical time"
    case .daysOutsideInterval: "A leave or a ramp lies outside its interval"
    case .mixedIdentity: "One id has two names, or one person two ids"
    case .badSurveyRow: "A survey row cannot be used"
    case .repeatedSurveyRow: "A survey row is there twice"
    case .mistakenMetric: "A survey row's values are not of its metric"
    case .doubtfulSurveyRow: "A survey row calls for a look"
    case .unreadMetric: "A survey's metric is not read"
    case .productOfPercentiles: "Pay is a product of percentiles"
    case .quotientOfPercentiles: "Dollars per work RVU are a quotient of percentiles"
    case .rateOfLowProducers: "The highest dollars per work RVU are those of the lowest producers"
    case .inconsistentClaim: "A stated standing does not agree with the survey"
    case .unverifiedClaim: "A stated standing cannot be told from the survey"
    case .unmatchedSpecialty: "A specialty is not in the survey by this name or a reviewed synonym"
    case .noSurveyRow: "The survey has no row for a specialty"
    case .fewRespondents: "A survey row has too few respondents"
    case .plateau: "A survey's neighbouring percentiles are equal"
    case .vintageMismatch: "The survey's data year is not the fee schedule's year"
    case .smallCell: "Too few peers to rank among"
    case .emptyPeriod: "A period of a bridge has no lines with work"
    case .unlikePeriods: "The periods of a bridge are not of the same length"
    case .hiddenGroup: "A group of a cohort is not shown"
    case .planGap: "A plan has no terms on some days"
    case .planRestart: "A plan is measured anew within a measurement year"
    case .unknownPayee: "A plan, or a file of pay or targets, names a clinician who is not in the roster"
    case .unknownComponent: "An amount is for a component that no plan has"
    case .repeatedPayRow: "A row of a file of pay or targets is there twice"
    case .equalPayRow: "A payment or a duty is there twice, and counts twice"
    case .malformedPeriod: "A month, year or period of a file of pay or targets cannot be read"
    case .unknownPlan: "The roster names a plan that there is not"
    case .twoPlans: "A clinician has two plans on the same days"
    case .unknownDeficit: "What a draw had not recovered before the job's first day is not known"
    case .untoldYear: "A measurement year began before the job's first day"
    case .noPlan: "A clinician has work and no plan"
    case .noTotalFTE: "A plan pays by total FTE, which the roster does not give"
    case .outsidePlan: "Something is counted or paid on days without the plan"
    case .earlyPayment: "A payment is of a day before the job's first"
    case .latePayment: "A payment lies after the last day counted"
    case .missingQuantity: "A plan pays for something that no file tells"
    case .unsharedPool: "Nobody shares in a pool"
    case .mixedTargets: "A year's target and those of its months do not add up"
    case .rosterTarget: "A target stands in the roster and in the file of targets"
    case .otherYearTarget: "A target is for a year that the run does not reach"
    case .targetOutOfRange: "A target is far from all that the survey knows"
    }
  }
}
