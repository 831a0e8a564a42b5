import ProductivityModel

/// What is paid at most and at least in a year at 1.0.
public struct PayLimits: Hashable, Sendable {
  /// The most of production; nil for no limit.
  public var productionCap: Money?
  /// The most of everything; nil for no limit.
  public var totalCap: Money?
  /// The least of everything; nil for no limit.
  public var totalFloor: Money?
  /// By which FTE the amounts are scaled.
  public var per = FTEBasis.total

  /// No limits.
  public init() {}
}
