import ProductivityModel

/// How one quantity becomes another, step by step: a bar from where each step begins to where it ends.
public struct WaterfallChart: Hashable, Sendable {
  /// One step.
  public struct Step: Hashable, Sendable {
    /// What makes it.
    public var label: String
    /// How much it adds, or takes away.
    public var amount: WorkRVU

    /// A step.
    public init(_ label: String, _ amount: WorkRVU) {
      self.label = label
      self.amount = amount
    }
  }

  /// What it shows, in a phrase.
  public var title: String
  /// The same as the picture, in sentences.
  public var description: String
  /// What is measured, with its unit.
  public var axis: String
  /// Where it begins: a name and a quantity.
  public var start: Step
  /// The steps, in order; with the beginning they add up to the end.
  public var steps: [Step]
  /// Where it ends.
  public var end: Step

  /// A way from one quantity to another.
  public init(title: String, description: String, axis: String, start: Step, steps: [Step], end: Step) {
    self.title = title
    self.description = description
    self.axis = axis
    self.start = start
    self.steps = steps
    self.end = end
  }
}
