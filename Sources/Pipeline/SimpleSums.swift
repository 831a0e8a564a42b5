/// Sums over lines of one unit that are credited alike in both ledgers: of such lines a few say what all of ``ProductivitySums`` do.
struct SimpleSums: BitwiseCopyable {
  private var lines = 0
  private var charge: Int64 = 0
  private var work: Int64 = 0
  private var credit: Int64 = 0
  /// The credit of lines without a charge.
  private var unchargedCredit: Int64 = 0

  /// Adds a line.
  ///
  /// - Parameters:
  ///   - charge: in cents.
  ///   - work: the chosen row's work, in millionths.
  ///   - credit: what it earns in either ledger, in millionths.
  @inline(__always)
  mutating func add(charge: Int64, work: Int64, credit: Int64) {
    lines += 1
    self.charge += charge
    self.work += work
    self.credit += credit
    if charge == 0 { unchargedCredit += credit }
  }

  /// The same sums in full.
  var sums: ProductivitySums {
    var sums = ProductivitySums()
    sums.lines = lines
    sums.units = Int64(lines) * 10_000
    sums.charge = charge
    sums.unadjusted = work
    sums.pay = credit
    sums.benchmark = credit
    sums.creditedCharge = charge
    sums.chargedPay = credit - unchargedCredit
    return sums
  }
}
