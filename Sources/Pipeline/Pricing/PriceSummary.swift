import Ingest
import MedicareFees
import ProductivityModel

/// What became of the rows of a price list.
public struct PriceSummary: Sendable {
  /// Records that cannot be understood, of one kind: how many, and the first of them.
  public struct Fault: Sendable {
    /// What is wrong.
    public var fault: PriceFault
    /// How many records have it.
    public var count: Int
    /// The first few, with their places.
    public var findings: [Finding]
  }

  /// The records, without the header.
  public var rows = 0
  /// Those that have an amount in at least one setting.
  public var priced = 0
  /// Those that have none, by reason, the most frequent first.
  public var withoutAmount: [(reason: NoPrice, count: Int)] = []
  /// Those that cannot be understood, by kind, the most frequent first.
  public var faults: [Fault] = []
  /// What was priced by, in the order in which it was met, with the number of rows.
  public var bases: [(basis: PriceBasis, rows: Int)] = []
  /// The rows under an outpatient cap that is not known.
  public var capNotKnown = 0

  /// The records that cannot be understood.
  public var notUnderstood: Int { faults.reduce(0) { $0 + $1.count } }
}
