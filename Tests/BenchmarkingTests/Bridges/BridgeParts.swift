import ProductivityModel
import TestSupport

@testable import Benchmarking

/// Parts of bridges for tests.
extension BridgePart {
  /// A part whose lines are worth so much per service under each vintage and policy, in millionths.
  static func part(
    days: Int, fteDays: Int64, services: Int64, perService: (PeriodPair.Side, PeriodPair.Side) -> Int64
  ) -> BridgePart {
    var part = BridgePart()
    part.time = Time(days: days, fteDays: fteDays)
    part.services = Units(services)
    for vintage in [PeriodPair.Side.from, .to] {
      for policy in [PeriodPair.Side.from, .to] {
        part.work[vintage, policy] = WorkRVU(millionths: services * perService(vintage, policy))
      }
    }
    return part
  }

  /// A part of a random clinician: several families, odd fractions of everything.
  static func random(_ random: inout SplitMix64) -> BridgePart {
    var part = BridgePart()
    let days = Int.random(in: 1...366, using: &random)
    part.time = Time(days: days, fteDays: Int64.random(in: 1...Int64(days) * 1_000_000, using: &random))
    for number in 0..<Int.random(in: 1...6, using: &random) {
      var family = Family()
      family.services = Units(tenThousandths: Int64.random(in: 1...90_000_000, using: &random))
      let base = Int64.random(in: 0...20_000_000_000, using: &random)
      for vintage in [PeriodPair.Side.from, .to] {
        for policy in [PeriodPair.Side.from, .to] {
          family.work[vintage, policy] = WorkRVU(
            millionths: base + Int64.random(in: -base / 9...base / 9, using: &random))
        }
      }
      part.families[number * 3] = family
      part.services += family.services
      part.work += family.work
    }
    return part
  }
}
