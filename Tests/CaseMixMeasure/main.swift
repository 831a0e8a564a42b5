// Finds the nearest peers of a synthetic cohort, and prints a checksum of the answer and how long it took.
//
//   CaseMixMeasure [clinicians] [families] [specialties] [nearest]
//
// Used by scripts/bench-case-mix, and by the test that runs it under several of OpenBLAS's inner loops.
import Benchmarking
import Foundation
import TestSupport

func argument(_ place: Int, _ standard: Int) -> Int {
  CommandLine.arguments.count > place ? Int(CommandLine.arguments[place]) ?? standard : standard
}
let (clinicians, families) = (argument(1, 2_000), argument(2, 300))
let (specialties, nearest) = (argument(3, 40), argument(4, 10))

let rows = SyntheticCohort.rows(clinicians, families: families, specialties: specialties)
let clock = ContinuousClock()
let start = clock.now
let lists = NearestPeers.find(rows, limit: nearest)
let elapsed = clock.now - start

var checksum: UInt64 = 0xcbf2_9ce4_8422_2325
for list in lists {
  for entry in list {
    for number in [UInt64(entry.row), UInt64(entry.similarity.millionths)] {
      checksum = (checksum ^ number) &* 0x0000_0100_0000_01b3
    }
  }
}
print("\(clinicians) clinicians, \(families) families, \(nearest) nearest: checksum \(String(checksum, radix: 16))")
FileHandle.standardError.write(Data("seconds \(elapsed / .seconds(1))\n".utf8))
