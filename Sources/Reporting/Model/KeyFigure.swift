/// A figure that is read at a glance, with its name and its unit.
public struct KeyFigure: Hashable, Sendable {
  /// What it is: `Benchmark ledger`.
  public var label: String
  /// The figure.
  public var value: CellValue
  /// Its unit and what it stands on: `wRVUs under survey-comparable`.
  public var detail: String
  /// Whether it is the figure that the others explain.
  public var isLeading: Bool

  /// A figure with its name.
  public init(_ label: String, _ value: CellValue, _ detail: String, isLeading: Bool = false) {
    self.label = label
    self.value = value
    self.detail = detail
    self.isLeading = isLeading
  }
}
