import ProductivityModel

extension ProductivityTotals {
  /// Sums of sums. Encounters are known only where every part knows its own.
  public static func sum(of parts: some Sequence<ProductivityTotals>) -> ProductivityTotals {
    var total = ProductivityTotals()
    for part in parts {
      total.lines += part.lines
      total.encounters = total.encounters.flatMap { sum in part.encounters.map { sum + $0 } }
      total.units += part.units
      total.charge += part.charge
      total.unadjusted += part.unadjusted
      total.pay += part.pay
      total.benchmark += part.benchmark
      total.unpricedLines += part.unpricedLines
      total.unpricedCharge += part.unpricedCharge
      total.valued += part.valued
      total.asaUnits += part.asaUnits
    }
    return total
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
