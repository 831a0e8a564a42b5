import ProductivityModel

/// A line of one clinician, patient and day in one ledger, and what the lines around it make of it.
public struct SessionLine: Sendable {
  /// What a line is in a pair of sides.
  public enum PairPart: UInt8, Sendable, BitwiseCopyable {
    case none
    /// The line of an LT and RT pair that has its value in full.
    case first
    /// The other line of the pair, which has the rest.
    case second
    /// Two units that are both sides.
    case bothUnits
  }

  /// What a line is in an endoscopy family.
  public enum FamilyPart: UInt8, Sendable, BitwiseCopyable {
    case none
    /// The highest, in full.
    case head
    /// Another, worth what it is above the base.
    case other
    /// The base, which the others include.
    case base
  }

  // MARK: Given

  /// The caller's own number for the line.
  public let index: Int
  /// Its credit's terms.
  public let terms: SessionTerms
  /// The code, as text orders it.
  public let code: UInt64
  /// The place of the line's sorted modifiers among all that occur, in text order.
  public let modifiers: Int32
  /// The line's id, for ties between lines that are alike.
  public let lineID: LineID
  /// The days of care after the operation that the line gives, -1 for none: for the last tie.
  public let days: Int32
  /// Units that count, without sign, in ten-thousandths.
  public internal(set) var units: Int64

  // MARK: Made of it

  /// Its part in a pair of sides.
  public internal(set) var pair = PairPart.none
  /// What that multiplies by.
  public internal(set) var pairFactor = Factor.one
  /// Its part in an endoscopy family.
  public internal(set) var family = FamilyPart.none
  /// What that multiplies by.
  public internal(set) var familyFactor = Factor.one
  /// The units times the share of their places, in millionths of ten-thousandths.
  public internal(set) var sharedUnits: Int64
  /// The first place taken, 0 the best; -1 where it took none.
  public internal(set) var place: Int32 = -1
  /// By what its procedure ranked, in the unit of ``SessionTerms/key``, rounded.
  public internal(set) var rankedBy: Int64 = 0
  /// The places taken in its role altogether.
  public internal(set) var places: Int32 = 0
  /// Whether it took a place beyond those whose shares the policy names one by one.
  public internal(set) var isBeyondShares = false
  /// Whether another service of the day includes it.
  public internal(set) var isBundled = false
  /// The other line of its pair; -1 for none.
  var partner: Int32 = -1
  /// The procedure that it belongs to, while the rules are at work; -1 for none.
  var procedure: Int32 = -1

  /// A line as it stands.
  ///
  /// - Parameter units: units that count, without sign, in ten-thousandths.
  public init(
    index: Int, terms: SessionTerms, code: UInt64, modifiers: Int32, lineID: LineID, days: Int32 = -1, units: Int64
  ) {
    self.index = index
    self.terms = terms
    self.code = code
    self.modifiers = modifiers
    self.lineID = lineID
    self.days = days
    self.units = units
    sharedUnits = units * 1_000_000
  }

  /// Everything that the session multiplies one unit by, except the shares of the places.
  public var factor: Factor {
    pair == .none && family == .none ? .one : pairFactor * familyFactor
  }

  /// Whether the session leaves the line as it stands by itself.
  public var isUnchanged: Bool { pair == .none && family == .none && place < 0 && !isBundled }

  /// Whether this line goes before another that ranks alike: by code, modifiers and line id, then the more units.
  func precedesInTie(_ other: SessionLine) -> Bool {
    if code != other.code { return code < other.code }
    if modifiers != other.modifiers { return modifiers < other.modifiers }
    if lineID != other.lineID { return lineID < other.lineID }
    return units != other.units ? units > other.units : days < other.days
  }
}
