import MedicareFees
import ProductivityModel

/// A written rule of what lines earn: which release, which codes, and what modifiers and several procedures do.
///
/// A policy is data: every number in it is a dated, cited row of a file in `credit-policies/` or of the user's own.
public struct CreditPolicy: Hashable, Sendable {
  /// The name that jobs use.
  public var name: String
  /// What it credits, in a sentence.
  public var title: String
  /// Which release values a line; nil leaves it to the job.
  public var vintage: Vintage?
  /// Status codes that are credited.
  public var creditedStatuses: Set<StatusCode>
  /// Status codes that are credited where the row has work, counted apart: rows not used for Medicare payment.
  public var creditedWhenValued: Set<StatusCode>
  /// What modifiers do, first match first.
  public var modifierRows: [ModifierRow]
  /// Modifiers that change nothing and are only counted.
  public var informationalModifiers: Set<Modifier>
  /// What an LT and an RT line, or two units, are taken for; nil where only 50 stands for both sides.
  public var bilateralPairs: BilateralPairPolicy?
  /// What endoscopies of one base earn together; nil where each ranks as any other procedure.
  public var endoscopyFamilies: EndoscopyPolicy?
  /// What several procedures in one session earn; nil where each earns in full.
  public var multipleProcedures: MultipleProcedurePolicy?
  /// Services that another service of the day includes.
  public var bundledServices: [BundledServicePolicy]
  /// How anesthesia is measured; nil where it is only counted.
  public var anesthesia: AnesthesiaPolicy?
  /// Who is credited, first match first; empty where it is always the rendering clinician.
  public var attribution: [AttributionRow]
  /// What becomes of lines without a price.
  public var unpriced: UnpricedPolicy
  /// What later services of a day lose in payment alone: imaging, therapy and diagnostic tests.
  public var paymentReductions: [PaymentReduction]
  /// Codes and ranges that earn nothing.
  public var exclusions: [CodeExclusion]
  /// What CMS's rules would do that this policy, as built so far, does not.
  public var notApplied: [String]

  /// A policy.
  public init(
    name: String, title: String, vintage: Vintage? = nil, creditedStatuses: Set<StatusCode>,
    creditedWhenValued: Set<StatusCode> = [], modifierRows: [ModifierRow] = [],
    informationalModifiers: Set<Modifier> = [], bilateralPairs: BilateralPairPolicy? = nil,
    endoscopyFamilies: EndoscopyPolicy? = nil, multipleProcedures: MultipleProcedurePolicy? = nil,
    bundledServices: [BundledServicePolicy] = [], anesthesia: AnesthesiaPolicy? = nil,
    attribution: [AttributionRow] = [], unpriced: UnpricedPolicy = .hold,
    paymentReductions: [PaymentReduction] = [], exclusions: [CodeExclusion] = [], notApplied: [String] = []
  ) {
    self.name = name
    self.title = title
    self.vintage = vintage
    self.creditedStatuses = creditedStatuses
    self.creditedWhenValued = creditedWhenValued
    self.modifierRows = modifierRows
    self.informationalModifiers = informationalModifiers
    self.bilateralPairs = bilateralPairs
    self.endoscopyFamilies = endoscopyFamilies
    self.multipleProcedures = multipleProcedures
    self.bundledServices = bundledServices
    self.anesthesia = anesthesia
    self.attribution = attribution
    self.unpriced = unpriced
    self.paymentReductions = paymentReductions
    self.exclusions = exclusions
    self.notApplied = notApplied
  }

  /// The policy with only the rows that apply to a day of service.
  public func inEffect(on day: CalendarDate) -> CreditPolicy {
    var policy = self
    policy.modifierRows.removeAll { !$0.dates.contains(day) }
    policy.paymentReductions.removeAll { !$0.dates.contains(day) }
    policy.bundledServices.removeAll { !$0.dates.contains(day) }
    policy.attribution.removeAll { !$0.dates.contains(day) }
    if bilateralPairs?.dates.contains(day) == false { policy.bilateralPairs = nil }
    if endoscopyFamilies?.dates.contains(day) == false { policy.endoscopyFamilies = nil }
    if multipleProcedures?.dates.contains(day) == false { policy.multipleProcedures = nil }
    if anesthesia?.dates.contains(day) == false { policy.anesthesia = nil }
    policy.anesthesia?.rows.removeAll { !$0.dates.contains(day) }
    return policy
  }

  /// The days on which the policy's rows change: from each of them on, ``inEffect(on:)`` may differ.
  public var changes: [CalendarDate] {
    var dates = modifierRows.map(\.dates) + paymentReductions.map(\.dates) + bundledServices.map(\.dates)
    dates += attribution.map(\.dates) + (anesthesia?.rows.map(\.dates) ?? [])
    dates += [bilateralPairs?.dates, endoscopyFamilies?.dates, multipleProcedures?.dates, anesthesia?.dates]
      .compactMap { $0 }
    return Set(dates.flatMap(\.changes)).sorted()
  }
}
