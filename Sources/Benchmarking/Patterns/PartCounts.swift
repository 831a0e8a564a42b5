/// How much each clinician of a group has of each of some parts.
///
/// Of many parts each clinician has few, so only what is above zero is kept, and all of it lies together: a group of thousands is two lists.
@frozen
public struct PartCounts: Sendable {
  /// What a clinician has of a part.
  @frozen
  public struct Count: BitwiseCopyable, Sendable {
    /// The part's number.
    public let part: Int32
    /// How much of it: above zero.
    public let count: Int64

    @usableFromInline
    init(part: Int32, count: Int64) {
      self.part = part
      self.count = count
    }
  }

  /// How many parts there are.
  public let parts: Int
  @usableFromInline private(set) var counts: [Count] = []
  /// Where the counts of each clinician end.
  @usableFromInline private(set) var ends: [Int] = []

  /// Nobody, of so many parts.
  public init(parts: Int) { self.parts = parts }

  /// A count for each clinician and part, of as many parts for all; one below zero is none.
  public init(_ counts: [[Int64]]) {
    self.init(parts: counts.first?.count ?? 0)
    for own in counts {
      for (part, count) in own.enumerated() { add(count, of: part) }
      endClinician()
    }
  }

  /// Adds a count of the clinician who comes next; one that is not above zero, as where days are reversed as a whole, is none.
  ///
  /// - Parameter part: each part once, in ascending order.
  public mutating func add(_ count: Int64, of part: Int) {
    if count > 0 { counts.append(Count(part: Int32(truncatingIfNeeded: part), count: count)) }
  }

  /// Ends a clinician's counts.
  public mutating func endClinician() { ends.append(counts.count) }

  /// How many clinicians there are.
  @inlinable public var clinicians: Int { ends.count }

  /// The places of a clinician's counts, in the order of the parts.
  @inlinable
  public func places(of clinician: Int) -> Range<Int> { (clinician == 0 ? 0 : ends[clinician - 1])..<ends[clinician] }

  /// The count at a place.
  @inlinable public subscript(place: Int) -> Count { counts[place] }

  /// All counts of a clinician together.
  @inlinable
  public func total(of clinician: Int) -> Int64 { places(of: clinician).reduce(0) { $0 + counts[$1].count } }
}
