import Benchmarking
import TestSupport

/// A cohort of invented clinicians. Those of a specialty share their main families, and one in ten has exactly the case mix
/// of someone else.
enum SyntheticCohort {
  static func rows(_ count: Int, families: Int, specialties: Int) -> [CaseMixRow] {
    var random = SplitMix64(seed: 20_261_128)
    func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    let usual = (0..<specialties).map { _ in
      (0..<12).map { _ in (family: below(families), weight: 1 + below(900)) }
    }
    var rows: [CaseMixRow] = []
    rows.reserveCapacity(count)
    while rows.count < count {
      var work = [Int64](repeating: 0, count: families)
      for (family, weight) in usual[below(specialties)] where below(4) > 0 {
        work[family] += Int64(weight) * Int64(50 + below(100))
      }
      for _ in 0..<8 { work[below(families)] += Int64(below(2_000)) }
      guard let row = CaseMixRow(work: work) else { continue }
      rows.append(row)
      if below(10) == 0, rows.count < count { rows.append(rows[below(rows.count)]) }
    }
    return rows
  }
}
