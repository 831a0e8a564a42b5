import Crediting
import ProductivityModel

/// What one ledger makes of a combination of code, modifiers, setting and day slot, in a form without references.
struct CompactCredit: BitwiseCopyable {
  var work: Int64
  var numerator: Int64
  var denominator: Int64
  /// The credit of one unit.
  var ofOneUnit: Int64
  /// The row of the policy's attribution that holds for the line; -1 for none.
  var attribution: Int16
  var fate: Fate
  var countsUnits: Bool
  /// Whether the line is measured in ASA units.
  var isAnesthesia: Bool

  init(_ credit: LineCredit) {
    work = credit.work.millionths
    numerator = credit.factor.numerator
    denominator = credit.factor.denominator
    ofOneUnit = credit.fate == .credited ? credit.credit(units: .one).millionths : 0
    attribution = credit.attribution.map { Int16($0) } ?? -1
    fate = credit.fate
    countsUnits = credit.countsUnits
    isAnesthesia = credit.cause == .anesthesia
  }

  /// The units that count where nothing around the line changes them, with their sign.
  @inline(__always)
  func plainUnits(_ units: Int64) -> Int64 { countsUnits ? units : 10_000 * units.signum() }

  /// The credit of a line that nothing around it changes.
  @inline(__always)
  func credit(units: Int64) -> Int64 {
    guard fate == .credited else { return 0 }
    let units = plainUnits(units)
    if units == 10_000 { return ofOneUnit }
    return Factor.rounded(Int128(work) * Int128(numerator) * Int128(units), over: Int128(denominator) * 10_000)
  }

  /// The credit of a line that others of its session change; without its sign.
  func credit(_ line: SessionLine) -> Int64 {
    guard fate == .credited, !line.isBundled else { return 0 }
    let own = line.factor
    if own == .one {
      return Factor.rounded(
        Int128(work) * Int128(numerator) * Int128(line.sharedUnits), over: Int128(denominator) * 10_000_000_000)
    }
    let factor = Factor(numerator, over: denominator) * own
    return Factor.rounded(
      Int128(work) * Int128(factor.numerator) * Int128(line.sharedUnits),
      over: Int128(factor.denominator) * 10_000_000_000)
  }

  /// The chosen row's work times units.
  @inline(__always)
  func unadjusted(_ units: Int64) -> Int64 {
    guard fate == .credited else { return 0 }
    if units == 10_000 { return work }
    return Factor.rounded(Int128(work) * Int128(units), over: 10_000)
  }
}
