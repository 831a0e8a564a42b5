import ProductivityModel

/// One line of how a period's pay comes about: what it is, where it comes from, and its figure.
public struct StatementStep: Hashable, Sendable {
  /// The figure of a step.
  public enum Figure: Hashable, Sendable {
    /// Work RVUs.
    case work(WorkRVU)
    /// Dollars.
    case money(Money)
    /// A share of a year, in millionths.
    case share(Int64)
    /// None: the words say it.
    case none

    /// The figure with its unit, exactly; empty for none.
    public var text: String {
      switch self {
      case .work(let work): PayWording.work(work)
      case .money(let money): PayWording.dollars(money)
      case .share(let millionths): DecimalText.fixed(millionths, scale: 6, decimals: 6)
      case .none: ""
      }
    }
  }

  /// What it is, in a word or a few: `Threshold`.
  public var label: String
  /// Where it comes from, with the numbers.
  public var words: String
  /// What it comes to.
  public var figure: Figure

  /// A line.
  public init(_ label: String, _ words: String, _ figure: Figure = .none) {
    self.label = label
    self.words = words
    self.figure = figure
  }
}
