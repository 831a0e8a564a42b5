import MedicareFees
import ProductivityModel

/// Ranks the procedures of one clinician, patient, day and role, and credits each place with its share.
///
/// A line takes a place for each unit (2.5 units take places of 1, 1 and 0.5) where its row's multiple-procedure
/// indicator is 2, or 3: an endoscopy without others of its family ranks as indicator 2. Places go by the ranking key
/// (total RVU in the line's setting times its bilateral factor, or work where the policy says so), then by work, both
/// highest first, then by code, sorted modifiers and line id as text: never by the order of the file.
///
/// - Source: CMS PFS Relative Value File record layout, "Multiple Procedure"; Pub. 100-04 chapter 12 section 40.6.
public struct MultipleProcedures: Sendable {
  static let name = RuleName.multipleProcedures
  private let policy: MultipleProcedurePolicy

  /// The rule under a policy's shares.
  public init(_ policy: MultipleProcedurePolicy) { self.policy = policy }

  /// A line that takes places, as much of it as ranking needs.
  public struct Entry {
    /// The caller's own number for the line.
    public var index: Int
    /// The ranking key of one unit.
    public var key: Int64
    /// The work of one unit, in millionths.
    public var work: Int64
    /// The role in which the line ranks.
    public var role: RoleClass
    /// The code, as text orders it.
    public var code: UInt64
    /// The place of the line's sorted modifiers among all that occur, in text order.
    public var modifiers: Int32
    /// The line's id, for the last tie.
    public var lineID: LineID
    /// Units without their sign, in ten-thousandths.
    public var units: Int64
    /// The units times the share of their places, in millionths of ten-thousandths: the rule's result.
    public var sharedUnits: Int64 = 0
    /// The first place taken, 0 the best: the rule's result.
    public var firstPlace: Int = 0

    /// An entry to be ranked.
    public init(
      index: Int, key: Int64, work: Int64, role: RoleClass, code: UInt64, modifiers: Int32, lineID: LineID, units: Int64
    ) {
      self.index = index
      self.key = key
      self.work = work
      self.role = role
      self.code = code
      self.modifiers = modifiers
      self.lineID = lineID
      self.units = units
    }

    /// Whether this entry goes before another of the same role.
    func precedes(_ other: Entry) -> Bool {
      if key != other.key { return key > other.key }
      if work != other.work { return work > other.work }
      if code != other.code { return code < other.code }
      if modifiers != other.modifiers { return modifiers < other.modifiers }
      if lineID != other.lineID { return lineID < other.lineID }
      return units > other.units
    }
  }

  /// Fills in the shares of all entries of one clinician, patient and day.
  ///
  /// - Complexity: O(n log n) in the entries, plus the places taken at a share of their own.
  public func rank(_ entries: inout [Entry]) {
    entries.sort { $0.role != $1.role ? $0.role.rawValue < $1.role.rawValue : $0.precedes($1) }
    var place = 0
    var role: RoleClass?
    for index in entries.indices {
      if entries[index].role != role {
        role = entries[index].role
        place = 0
      }
      entries[index].firstPlace = place
      entries[index].sharedUnits = sharedUnits(of: entries[index].units, from: &place)
    }
  }

  /// Whether a ranked entry takes a place beyond those whose shares the policy names one by one.
  public func isBeyondShares(_ entry: Entry) -> Bool {
    entry.firstPlace + Int((entry.units + 9_999) / 10_000) > policy.shares.count
  }

  /// The units of one line times the shares of the places they take from `place` on.
  func sharedUnits(of units: Int64, from place: inout Int) -> Int64 {
    var left = units
    var shared: Int64 = 0
    while left > 0, place < policy.shares.count {
      let portion = min(left, 10_000)
      shared += portion * policy.shares[place]
      left -= portion
      place += 1
    }
    if left > 0 {
      shared += left * policy.beyond
      place += Int((left + 9_999) / 10_000)
    }
    return shared
  }
}
