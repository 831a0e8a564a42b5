import ProductivityModel

/// Which claim a line is of.
public struct ClaimMark: BitwiseCopyable, Hashable, Sendable {
  /// The claim's number in the practice's books; ``LineID/none`` where the log gives none.
  public var id = LineID.none
  /// Which claim of its file it is; 0 in a table, whose rows of one claim need not stand together.
  public var number = 0
  /// What the claim does to another.
  public var frequency = ClaimFrequency.original

  /// The mark of the same claim in another state of the logs.
  public func setApart(by salt: UInt64) -> ClaimMark {
    var copy = self
    copy.id = id.setApart(by: salt)
    return copy
  }
}
