import ProductivityModel

/// The threshold, or the rate, that keeps a group's pay level under other work.
public struct LevelPay: Hashable, Sendable {
  /// What is moved.
  public enum Lever: String, CaseIterable, Hashable, Sendable {
    /// The threshold for a year at 1.0.
    case threshold
    /// The rate of each tier, all by the same amount.
    case rate
  }

  /// A plan with what was moved.
  public struct Level: Hashable, Sendable {
    /// The plan's id.
    public var plan: String
    /// The first day of the entry, where a plan has several.
    public var from: CalendarDate
    /// What it was: work RVUs or dollars of the first tier, in millionths.
    public var before: Int64
    /// What keeps pay level, in millionths.
    public var after: Int64
    /// The tiers as they are.
    public var tiersBefore: [ProductionTerms.Tier]
    /// The tiers that go with what was moved: of a rate all alike.
    public var tiersAfter: [ProductionTerms.Tier]
  }

  /// How near pay comes to the target.
  public enum Result: Hashable, Sendable {
    /// To the cent.
    case level
    /// No value gives the target to the cent; this is the nearest.
    case nearest
    /// No value can give it, since caps, guarantees, floors or draws hold pay where it is; this is the nearest.
    case outOfReach
  }

  /// What was moved.
  public var lever: Lever
  /// The pay that is to be kept.
  public var target: Money
  /// Pay under the other work and the plans as they are.
  public var unmoved: Money
  /// How much was added, in millionths of a work RVU or of a dollar.
  public var shift: Int64
  /// Each plan with what was moved.
  public var levels: [Level]
  /// Pay with what was moved.
  public var pay: Money
  /// How near it comes.
  public var result: Result
  /// All shifts that give the target to the cent, within those that are possible; nil where none does.
  public var span: ClosedRange<Int64>?
  /// Whether lower, or higher, shifts than ``span`` are possible.
  public var hasEnd: (lower: Bool, upper: Bool) {
    (span.map { $0.lowerBound > bounds.lowerBound } ?? false, span.map { $0.upperBound < bounds.upperBound } ?? false)
  }
  /// The shifts that are possible.
  public var bounds: ClosedRange<Int64>
  /// How many clinicians there are in the group.
  public var members: Int
  /// How many of them have their pay held with what was moved, by what holds it; where the target is out of reach, with all that
  /// can be moved.
  public var held: [PayHold: Int]
}
