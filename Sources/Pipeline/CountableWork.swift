import Crediting
import Ingest
import MedicareFees
import ProductivityModel

/// How much work a run counts: its sums are exact in 64 bits, and so is what is made of them, as long as it is not more.
///
/// What is beyond is no work of physicians but a slip, such as a number of units in which a patient's number stands, and stops
/// the run before anything is replaced.
struct CountableWork {
  /// The most that the lines of all logs may come to when each unit has the greatest work and factors that there are: half of
  /// what fits.
  private static let most = Int128(Int64.max / 2)
  /// The most units of all lines, in ten-thousandths: a million million services, so that their payment fits too.
  private static let mostUnits: Int64 = 1_000_000_000_000 * 10_000
  /// The most that clinicians may be credited with altogether, in millionths: ten thousand million wRVUs, more than all physicians
  /// of the country do in a year. A hundred times as much, as a clinician at 0.01 FTE has per FTE, still fits.
  private static let mostCredited: Int128 = 10_000_000_000 * 1_000_000

  /// The logs as messages name them.
  let files: [String]
  let units: LineUnits

  init(_ inputs: RunInputs, _ pass: borrowing LogPass) {
    files = inputs.logs.map(\.shown)
    units = pass.units
  }

  /// Looks whether the sums of any lines are certain to fit, before they are made.
  ///
  /// - Throws: `InputFailure` where they are not, at the line with the most units.
  func check(_ slots: DaySlots, _ crosswalks: [String: Crosswalk]) throws(InputFailure) {
    if units.total > Self.mostUnits {
      throw failure(
        "the lines have \(Self.shown(Int128(units.total), scale: 4)) units altogether, more than the \(Self.shown(Int128(Self.mostUnits), scale: 4)) that are counted"
      )
    }
    let worth = Self.unitWork(slots, crosswalks)
    let (sum, isBeyondAll) = worth.multipliedReportingOverflow(by: Int128(units.total))
    if isBeyondAll || sum / 10_000 > Self.most {
      throw failure(
        "the lines have \(Self.shown(Int128(units.total), scale: 4)) units of up to \(Self.shown(worth, scale: 6)) wRVUs each, and may come to more than the \(Self.shown(Self.most, scale: 6)) wRVUs that are counted"
      )
    }
  }

  /// Looks whether what was credited can be compared, projected and paid.
  ///
  /// - Throws: `InputFailure` where it cannot, at the line with the most units.
  func check(_ tallies: [RoleTally]) throws(InputFailure) {
    var (pay, benchmark) = (Int128(0), Int128(0))
    for place in tallies.indices {
      pay += Int128(tallies[place].months.total { $0.pay }.magnitude)
      benchmark += Int128(tallies[place].months.total { $0.benchmark }.magnitude)
    }
    guard max(pay, benchmark) > Self.mostCredited else { return }
    throw failure(
      "the lines are credited with \(Self.shown(max(pay, benchmark), scale: 6)) wRVUs altogether, more than the \(Self.shown(Self.mostCredited, scale: 6)) that are counted"
    )
  }

  /// Looks whether the source's own RVUs can be added up.
  ///
  /// - Throws: `InputFailure` where they cannot.
  func check(_ reconciliation: SourceReconciliation) throws(InputFailure) {
    guard reconciliation.magnitude > Self.mostCredited else { return }
    throw InputFailure(
      files.first ?? "",
      "the source's own RVUs are \(Self.shown(reconciliation.magnitude, scale: 6)) altogether, more than the \(Self.shown(Self.mostCredited, scale: 6)) that are counted",
      hint: "see that the column that reconcile names has the RVUs of each line, and no other number")
  }

  /// Looks whether what lines without a price are worth by their charge can be counted.
  ///
  /// - Throws: `InputFailure` where it cannot.
  func check(_ rates: ChargeRates, _ tallies: [RoleTally]) throws(InputFailure) {
    var sum = Int128(0)
    var greatest = (worth: Int128(0), record: UInt64(0))
    for place in tallies.indices {
      let worth = rates.magnitude(tallies[place].months, of: tallies[place].specialty)
      sum += worth
      if worth > greatest.worth { greatest = (worth, tallies[place].firstRecord) }
    }
    guard sum > Self.mostCredited else { return }
    throw InputFailure(
      files[Int(greatest.record >> 32)],
      "the charges of lines without a price are worth \(Self.shown(sum, scale: 6)) wRVUs altogether at the work per dollar of the priced lines, more than the \(Self.shown(Self.mostCredited, scale: 6)) that are counted",
      hint:
        "see that priced lines have their charges, and that no charge is another number; or choose what else becomes of lines without a price, with unpriced in the policy"
    )
  }

  /// The greatest work that one unit of any code can be credited with, in millionths.
  private static func unitWork(_ slots: DaySlots, _ crosswalks: [String: Crosswalk]) -> Int128 {
    let published = slots.schedules.reduce(0) { $1.rows.reduce($0) { max($0, $1.work.millionths) } }
    var work = Int128(published)
    for row in crosswalks.values.lazy.flatMap(\.rows) {
      switch row.amount {
      case .work(let own): work = max(work, Int128(own.millionths))
      case .comparedTo(_, let factor): work = max(work, Int128(factor.scaled(published)))
      }
    }
    return slots.engines.reduce(work) { max($0, greatest(work, by: $1.policy)) }
  }

  /// A work with the greatest factor of each kind that a policy has.
  private static func greatest(_ work: Int128, by policy: CreditPolicy) -> Int128 {
    ModifierSlot.allCases.reduce(work) { work, slot in
      policy.modifierRows.reduce(work) { greatest, row in
        guard row.slot == slot, case .factor(let factor) = row.amount else { return greatest }
        return max(greatest, work * Int128(factor.numerator) / Int128(factor.denominator))
      }
    }
  }

  private func failure(_ message: String) -> InputFailure {
    let record = units.record
    let advice =
      "where rows are totals or other records, leave them out with a column map; where a policy or crosswalk multiplies, see its factors"
    return InputFailure(
      files[Int((record ?? 0) >> 32)], line: record.map { Int($0 & 0xFFFF_FFFF) },
      message,
      hint: record == nil
        ? advice
        : "this line has the most units, \(Self.shown(Int128(units.most), scale: 4)): write the number of services in it; \(advice)"
    )
  }

  /// A quantity with commas, cut to whole ones.
  private static func shown(_ value: Int128, scale: Int) -> String {
    let whole = value / (0..<scale).reduce(Int128(1)) { power, _ in power * 10 }
    return DecimalText.fixed(Int64(clamping: whole), scale: 0, decimals: 0, grouping: true)
  }
}
