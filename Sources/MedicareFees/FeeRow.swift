import ProductivityModel

/// One row of a fee schedule release: the values and policy indicators of a code, or of one component of it.
///
/// A property is nil where the release's source lacks the column or the cell, and never a default: nothing may be priced
/// that a missing column would decide.
///
/// - Source: the CMS PFS Relative Value File, whose columns the properties are.
public struct FeeRow: Hashable, Sendable {
  /// The procedure code.
  public var code: ProcedureCode
  /// The component that the row values: 26, TC or 53; nil for the code as a whole.
  public var component: Modifier?
  /// Whether and how the code is paid; nil where the source lacks it.
  public var status: StatusCode?
  /// Whether values are shown that Medicare does not pay by: valued rows of status N, I, B and X.
  public var isNotUsedForMedicare: Bool
  /// Physician work.
  public var work: WorkRVU
  /// Practice expense outside a facility.
  public var nonfacilityPE: RVU
  /// Practice expense in a facility.
  public var facilityPE: RVU
  /// Whether the service is rarely or never done outside a facility, so that its value there is no price.
  public var nonfacilityIsNA: Bool
  /// Whether the service is rarely or never done in a facility, so that its value there is no price.
  public var facilityIsNA: Bool
  /// Malpractice expense.
  public var malpractice: RVU
  /// Whether the service splits into a professional and a technical component.
  public var componentIndicator: ComponentIndicator?
  /// The days of related care that the value includes.
  public var globalPeriod: GlobalPeriod?
  /// The share of the global package before the operation, in percent.
  public var preoperative: Int?
  /// The share of the global package of the operation and the hospital stay, in percent.
  public var intraoperative: Int?
  /// The share of the global package after discharge, in percent.
  public var postoperative: Int?
  /// What several procedures of one day do to the value.
  public var multipleProcedure: MultipleProcedureIndicator?
  /// What both sides are worth.
  public var bilateral: BilateralIndicator?
  /// Whether an assistant at surgery is paid.
  public var assistant: AssistantIndicator?
  /// Whether a co-surgeon is paid.
  public var coSurgeon: CoSurgeonIndicator?
  /// Whether a team of surgeons is paid.
  public var team: TeamIndicator?
  /// The pricing indicator, published from 2026.
  public var pricing: PublishedMark?
  /// The base of the endoscopy family, for codes of multiple-procedure indicator 3.
  public var endoscopicBase: ProcedureCode?
  /// The level of physician supervision of a diagnostic test.
  public var supervision: PublishedMark?
  /// The calculation flag.
  public var calculationFlag: PublishedMark?
  /// The diagnostic imaging family: 88 where the imaging reductions apply, 99 where they do not.
  public var imagingFamily: PublishedMark?
  /// Practice expense outside a facility under the outpatient (OPPS) cap; zero where there is no cap.
  public var cappedNonfacilityPE: RVU?
  /// Practice expense in a facility under the outpatient (OPPS) cap; zero where there is no cap.
  public var cappedFacilityPE: RVU?
  /// Malpractice expense under the outpatient (OPPS) cap; zero where there is no cap.
  public var cappedMalpractice: RVU?
  /// Where the row comes from, in a release put together from several sources.
  public var rowSource: RowSource?

  /// A row; what is left out is not known.
  public init(
    code: ProcedureCode, component: Modifier? = nil, status: StatusCode? = nil, isNotUsedForMedicare: Bool = false,
    work: WorkRVU = .zero, nonfacilityPE: RVU = .zero, facilityPE: RVU = .zero, nonfacilityIsNA: Bool = false,
    facilityIsNA: Bool = false, malpractice: RVU = .zero, componentIndicator: ComponentIndicator? = nil,
    globalPeriod: GlobalPeriod? = nil, preoperative: Int? = nil, intraoperative: Int? = nil, postoperative: Int? = nil,
    multipleProcedure: MultipleProcedureIndicator? = nil, bilateral: BilateralIndicator? = nil,
    assistant: AssistantIndicator? = nil, coSurgeon: CoSurgeonIndicator? = nil, team: TeamIndicator? = nil,
    pricing: PublishedMark? = nil, endoscopicBase: ProcedureCode? = nil, supervision: PublishedMark? = nil,
    calculationFlag: PublishedMark? = nil, imagingFamily: PublishedMark? = nil, cappedNonfacilityPE: RVU? = nil,
    cappedFacilityPE: RVU? = nil, cappedMalpractice: RVU? = nil, rowSource: RowSource? = nil
  ) {
    self.code = code
    self.component = component
    self.status = status
    self.isNotUsedForMedicare = isNotUsedForMedicare
    self.work = work
    self.nonfacilityPE = nonfacilityPE
    self.facilityPE = facilityPE
    self.nonfacilityIsNA = nonfacilityIsNA
    self.facilityIsNA = facilityIsNA
    self.malpractice = malpractice
    self.componentIndicator = componentIndicator
    self.globalPeriod = globalPeriod
    self.preoperative = preoperative
    self.intraoperative = intraoperative
    self.postoperative = postoperative
    self.multipleProcedure = multipleProcedure
    self.bilateral = bilateral
    self.assistant = assistant
    self.coSurgeon = coSurgeon
    self.team = team
    self.pricing = pricing
    self.endoscopicBase = endoscopicBase
    self.supervision = supervision
    self.calculationFlag = calculationFlag
    self.imagingFamily = imagingFamily
    self.cappedNonfacilityPE = cappedNonfacilityPE
    self.cappedFacilityPE = cappedFacilityPE
    self.cappedMalpractice = cappedMalpractice
    self.rowSource = rowSource
  }

  /// Where the row comes from, as the source names it; nil in a release from a single file.
  public var source: String? { rowSource?.published }

  /// Whether the row was carried over from an earlier release, and so is no evidence of its own.
  @inlinable public var isCarriedOver: Bool { rowSource == .earlierRowWithoutWork }

  /// Whether the policy indicators are those of the release itself and not of an earlier one.
  @inlinable public var hasOwnIndicators: Bool { rowSource == nil || rowSource == .releaseFile }

  /// Practice expense in a setting, whether or not the setting is NA.
  @inlinable
  public func practiceExpense(_ setting: Setting) -> RVU { setting == .facility ? facilityPE : nonfacilityPE }

  /// Whether the service is rarely or never done in a setting.
  @inlinable
  public func isNA(_ setting: Setting) -> Bool { setting == .facility ? facilityIsNA : nonfacilityIsNA }

  /// Work, practice expense and malpractice together, whether or not the setting is NA.
  @inlinable
  public func total(_ setting: Setting) -> RVU { RVU(work) + practiceExpense(setting) + malpractice }
}
