import ProductivityModel

extension ProductivityTotals {
  /// Sums of sums. Encounters are known only where every part knows its own.
  public static func sum(of parts: some Sequence<ProductivityTotals>) -> ProductivityTotals {
    var total = ProductivityTotals()
    for part in parts { total.add(part) }
    return total
  }

  /// Adds a part, as ``sum(of:)`` does.
  mutating func add(_ part: ProductivityTotals) {
    lines += part.lines
    encounters = encounters.flatMap { sum in part.encounters.map { sum + $0 } }
    units += part.units
    charge += part.charge
    unadjusted += part.unadjusted
    pay += part.pay
    benchmark += part.benchmark
    unpricedLines += part.unpricedLines
    unpricedCharge += part.unpricedCharge
    valued += part.valued
    asaUnits += part.asaUnits
  }

  /// Benchmark work RVUs an encounter, to the nearest millionth; nil without encounters.
  public var benchmarkPerEncounter: WorkRVU? {
    guard let encounters, encounters > 0 else { return nil }
    let (quotient, remainder) = benchmark.millionths.quotientAndRemainder(dividingBy: Int64(encounters))
    let roundsAway = remainder.magnitude * 2 >= UInt64(encounters)
    return WorkRVU(millionths: quotient + (roundsAway ? (benchmark.millionths < 0 ? -1 : 1) : 0))
  }
}

extension ControlTotals {
  /// The sum of the counts of all fates: equal to ``records``, or the program is at fault.
  public var sumOfFates: Int { counts.reduce(0, +) }
}
