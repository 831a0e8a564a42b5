import ProductivityModel

/// What is wrong with a record of a price list: enough to count it, from which a finding with its place can be made.
public struct PriceFault: Error, Hashable, Sendable {
  /// The problem.
  public var problem: Problem
  /// The column whose cell it is; nil where it is the record.
  public var column: PriceColumn?

  /// A fault.
  public init(_ problem: Problem, _ column: PriceColumn? = nil) {
    self.problem = problem
    self.column = column
  }
}
