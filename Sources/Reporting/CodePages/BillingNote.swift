import MedicareFees

/// What an indicator of the fee schedule means for billing and documenting a code, in words.
public struct BillingNote: Hashable, Sendable {
  /// What a note is about; the raw values are those of the JSON form.
  public enum Topic: String, CaseIterable, Sendable {
    /// Whether and how the code is paid.
    case status
    /// The days of care that the value includes.
    case globalPeriod = "global_period"
    /// How the value is divided between surgeons who share the care.
    case shares = "shares_of_the_global"
    /// Several procedures of one day.
    case multipleProcedures = "multiple_procedures"
    /// Both sides.
    case bilateral
    /// An assistant at surgery.
    case assistant
    /// Two surgeons.
    case coSurgeons = "co_surgeons"
    /// A team of surgeons.
    case team
    /// The professional and the technical component.
    case components
  }

  /// What it is about.
  public var topic: Topic
  /// The heading: `Global period`.
  public var title: String
  /// The indicator as published, with the modifiers it governs: `090`, `2`.
  public var indicator: String
  /// The consequence in a few words: `90 days`, `Paid`.
  public var summary: String
  /// The consequence in sentences.
  public var text: String
  /// What the payment includes; empty where the indicator says nothing of it.
  public var included: [String]
  /// What is paid besides, with the modifier that says so.
  public var separate: [String]
  /// Where the rule is published.
  public var source: String

  /// A note.
  public init(
    _ topic: Topic, _ title: String, _ indicator: String, _ summary: String, _ text: String, included: [String] = [],
    separate: [String] = [], source: String
  ) {
    self.topic = topic
    self.title = title
    self.indicator = indicator
    self.summary = summary
    self.text = text
    self.included = included
    self.separate = separate
    self.source = source
  }

  /// The notes that follow from a row's indicators, in the order of a claim.
  ///
  /// There is none for an indicator that is not known or whose concept does not apply; and the surgical ones that only say
  /// that nothing special applies are left out of a code that is no procedure, as an office visit.
  public static func notes(of row: FeeRow) -> [BillingNote] {
    let surgical: [BillingNote?] = [
      row.multipleProcedure?.billingNote(endoscopicBase: row.endoscopicBase), row.bilateral?.billingNote,
      row.assistant?.billingNote, row.coSurgeon?.billingNote, row.team?.billingNote,
    ]
    let isProcedure = isProcedure(row)
    return [row.status?.billingNote, row.globalPeriod?.billingNote, shares(of: row)].compactMap { $0 }
      + surgical.compactMap { $0 }.filter { isProcedure || $0.indicator != "0" }
      + [row.componentIndicator?.billingNote].compactMap { $0 }
  }

  /// Whether the surgical indicators say something of a code: of a procedure, and not of an office visit.
  static func isProcedure(_ row: FeeRow) -> Bool {
    switch row.globalPeriod {
    case .sameDay, .tenDays, .ninetyDays, .maternity, .contractorDecides: true
    case .addOn, .notApplicable, nil: CodeCategory(row.code) == .surgery
    }
  }

  /// How the value is divided, where the code has a period in which care can be shared.
  private static func shares(of row: FeeRow) -> BillingNote? {
    guard row.globalPeriod == .ninetyDays || row.globalPeriod == .tenDays, let before = row.preoperative,
      let operation = row.intraoperative, let after = row.postoperative, before + operation + after > 0
    else { return nil }
    return BillingNote(
      .shares, "Shared care", "\(before) / \(operation) / \(after)",
      "\(before) % before, \(operation) % the operation, "
        + "\(after) % after",
      "Surgeons who transfer care divide the payment: \(before) % is for the care before the operation, "
        + "\(operation) % for the operation and the hospital stay, \(after) % for the care after discharge. The surgeon "
        + "who operates and gives the rest to another has the first two, \(before + operation) % (modifier 54); the care "
        + "after discharge alone is \(after) % (modifier 55). The transfer must be agreed and documented.",
      source: "\(Self.layout); \(Self.manual) § 40.2 and § 40.4")
  }

  /// The record layout, which defines every indicator.
  static let layout = "CMS PFS Relative Value File, record layout"
  /// The manual, whose sections say what follows.
  static let manual = "Medicare Claims Processing Manual (Pub. 100-04) ch. 12"
}
