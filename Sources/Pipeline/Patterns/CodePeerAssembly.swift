import Benchmarking
import ProductivityModel
import Reporting

/// Adds to the codes that brought a clinician the most how often they are done in a year of full clinical time, and how often the
/// others of the specialty in the practice do them.
///
/// The others are those who are ranked; one without the code counts as none. Where fewer than the least number of peers have the
/// code neither their number nor their median is told, so that nobody's own figure is.
struct CodePeerAssembly {
  /// The fewest others, and the fewest of them with the code.
  let minimumPeers: Int

  /// The results with the codes beside the others'.
  ///
  /// - Parameter candidates: the clinicians' time and lines, in their order.
  func adding(_ candidates: [Candidate], to clinicians: [ClinicianResult]) -> [ClinicianResult] {
    var result = clinicians
    for index in clinicians.indices {
      for (place, code) in topCodes(candidates[index]).enumerated() {
        result[index].topCodes[place].unitsPerFTE = annual(code, of: candidates[index])
      }
    }
    let groups = Dictionary(grouping: clinicians.indices.filter { clinicians[$0].isCompared }) {
      clinicians[$0].specialty
    }
    for members in groups.values {
      let ranked = members.filter { clinicians[$0].isRanked }
      guard ranked.count >= minimumPeers else { continue }
      let codes = Set(members.flatMap { topCodes(candidates[$0]) })
      let places = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($0.element, $0.offset) })
      for code in codes {
        let values = ranked.map { annual(code, of: candidates[$0])?.tenThousandths ?? 0 }
        let median = MedianOfOthers(values)
        let having = values.count { $0 > 0 }
        for index in members {
          guard let place = topCodes(candidates[index]).firstIndex(of: code) else { continue }
          let own = places[index].map { values[$0] }
          let others = having - ((own ?? 0) > 0 ? 1 : 0)
          guard others >= minimumPeers else { continue }
          result[index].topCodes[place].peers = others
          result[index].topCodes[place].peerMedianUnitsPerFTE =
            (own.map(median.without) ?? median.ofAll).map(Units.init(tenThousandths:))
        }
      }
    }
    return result
  }

  private func topCodes(_ candidate: Candidate) -> [Int32] { candidate.tally?.topCodes.map(\.code) ?? [] }

  /// Services with benchmark work on days that count, for a year of full clinical time; none without such a line, nil where nothing
  /// is annualised.
  private func annual(_ code: Int32, of candidate: Candidate) -> Units? {
    guard let tally = candidate.tally else { return nil }
    let sum = tally.services.code(code)
    let units = (sum?.units ?? 0) - (sum?.uncounted ?? 0) - (candidate.leavesOutRamp ? sum?.ramp ?? 0 : 0)
    return candidate.annualized(units).map(Units.init(tenThousandths:))
  }
}
