/// A sentence on what a plan says, and by which keys of its file.
public struct PlanSentence: Hashable, Sendable {
  /// What part of a plan a sentence is on, in the order in which they are told.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// When the plan pays, and what is credited.
    case scope = "Days and credit"
    /// How often and how pay is measured, and how amounts fall on days.
    case measurement = "Measurement"
    /// Salary or draw.
    case base = "Base"
    /// What work RVUs are paid.
    case production = "Production"
    /// What is paid at least and at most.
    case limits = "Guarantee and limits"
    /// What is held back.
    case withhold = "Withhold"
    /// What is paid for duties, a panel and out of a pool.
    case duties = "Beside production"
  }

  /// The part of the plan.
  public var part: Part
  /// The sentence, with its full stop.
  public var text: String
  /// The keys of the plans file that say it; where the file states none of them, the sentence is a default.
  public var keys: [String]

  /// A sentence.
  public init(_ part: Part, _ text: String, by keys: String...) {
    self.part = part
    self.text = text
    self.keys = keys
  }
}
