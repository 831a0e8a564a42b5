import ProductivityModel

/// As much of a line's credit as the rules need that look at several lines together, in a form without references.
public struct SessionTerms: Hashable, Sendable, BitwiseCopyable {
  /// Which side of the body a line is for.
  public enum Side: UInt8, Hashable, Sendable, BitwiseCopyable {
    /// None, or both.
    case none
    case left
    case right
    /// A finger, toe or eyelid: such lines are repeats and no pair.
    case digit
  }

  /// What one unit of the row is worth: millionths of a work RVU, or cents of a payment.
  public var value: Int64 = 0
  /// The key by which one unit ranks, with the line's bilateral factor: in ten-thousandths of a hundredth of an RVU.
  public var key: Int64 = 0
  /// Whether the line takes a place among several procedures.
  public var ranks = false
  /// Whether it takes the shares of indicator 1, the rule before 1995.
  public var isFormer = false
  /// In whose part the line ranks.
  public var role = RoleClass.surgeon
  /// The side of its modifiers.
  public var side = Side.none
  /// What both sides are worth as an LT and an RT line, in millionths of one; 0 where such lines are no pair.
  public var sidesTotal: Int64 = 0
  /// What both sides are worth as two units; 0 where two units are two services.
  public var unitsTotal: Int64 = 0
  /// Whether three and more units may have been meant as sides: indicator 1 without a side.
  public var mayBeBothSides = false
  /// The code of the base of the line's endoscopy family, packed; 0 for none.
  public var family: UInt64 = 0
  /// What one unit of the base is worth.
  public var baseValue: Int64 = 0
  /// The key of one unit of the base, with the line's bilateral factor.
  public var baseKey: Int64 = 0
  /// The row and setting: lines of one kind only are a pair.
  public var kind: Int32 = -1
  /// Whether the line stands outside the ranking (a return to the operating room).
  public var isOutsideRanking = false
  /// Whether the line is a part of other services of the day.
  public var isBundled = false
  /// Whether it is a service that includes such lines.
  public var includesOthers = false

  /// Whether a line of one unit must be looked at together with another of its session.
  @inlinable public var meetsOthers: Bool { ranks || sidesTotal > 0 }
  /// Whether a line of several units must be looked at even when it is alone.
  @inlinable public var dividesUnits: Bool { ranks || unitsTotal > 0 }
}
