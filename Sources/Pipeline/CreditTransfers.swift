import Crediting
import ProductivityModel
import Reporting

/// Credit that a policy gives to another clinician than the one who rendered the service, added up.
struct CreditTransfers: Sendable {
  /// From whom to whom, for what.
  struct Key: Hashable {
    var from: Int32
    var to: Int32
    var isBenchmark: Bool
    var party: AttributionRow.Party
    /// The modifiers of the policy's row, as text; empty for every line.
    var modifiers: String
    var month: Int
    /// The specialty in which the receiver is credited.
    var specialty: Int32
    /// Whether the receiver's day does not count, of leave or outside employment.
    var isUncounted: Bool
    /// Whether it is in a ramp of the receiver.
    var isInRamp: Bool
  }

  private(set) var sums: [Key: (lines: Int, credit: Int64)] = [:]
  /// Lines whose share stays with the rendering clinician since they do not name who should have it.
  var unnamed = CombinationTally()

  /// Adds others.
  mutating func add(_ others: CreditTransfers) {
    for (key, sum) in others.sums {
      let known = sums[key] ?? (0, 0)
      sums[key] = (known.lines + sum.lines, known.credit + sum.credit)
    }
    unnamed.add(others.unnamed)
  }

  mutating func add(_ key: Key, _ credit: Int64) {
    let known = sums[key] ?? (0, 0)
    sums[key] = (known.lines + 1, known.credit + credit)
  }
}
