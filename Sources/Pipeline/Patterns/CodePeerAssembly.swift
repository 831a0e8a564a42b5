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

  /// Adds the others' figures, and the clinician's own, to the codes of each result.
  ///
  /// - Parameter candidates: the clinicians' time and lines, in their order.
  func add(_ candidates: [Candidate], to clinicians: inout [ClinicianResult]) {
    let factors = candidates.indices.map { candidates[$0].annualizing }
    for index in clinicians.indices {
      guard let tally = candidates[index].tally else { continue }
      for (place, code) in tally.topCodes.enumerated() {
        clinicians[index].topCodes[place].unitsPerFTE = annual(
          tally.services.codes.of(code.code), of: candidates[index], factors[index]
        ).map(Units.init(tenThousandths:))
      }
    }
    let groups = Dictionary(grouping: clinicians.indices.filter { clinicians[$0].isCompared }) {
      clinicians[$0].specialty
    }
    for members in groups.values {
      let ranked = members.filter { clinicians[$0].isRanked }
      guard ranked.count >= minimumPeers else { continue }
      var peers = CodePeers(of: members.lazy.flatMap { candidates[$0].tally?.topCodes ?? [] }.map(\.code))
      for index in ranked {
        guard let codes = candidates[index].tally?.services.codes else { continue }
        for place in codes.indices where peers.holds(codes.number(at: place)) {
          if let annual = annual(codes[place], of: candidates[index], factors[index]) {
            peers.add(annual, of: codes.number(at: place))
          }
        }
      }
      let medians = peers.medians(ranked.count)
      for index in members {
        for (place, code) in (candidates[index].tally?.topCodes ?? []).enumerated() {
          guard let median = medians[code.code] else { continue }
          let own =
            clinicians[index].isRanked ? clinicians[index].topCodes[place].unitsPerFTE?.tenThousandths ?? 0 : nil
          let others = peers.having(code.code) - ((own ?? 0) > 0 ? 1 : 0)
          guard others >= minimumPeers else { continue }
          clinicians[index].topCodes[place].peers = others
          clinicians[index].topCodes[place].peerMedianUnitsPerFTE =
            (own.map(median.without) ?? median.ofAll).map(Units.init(tenThousandths:))
        }
      }
    }
  }

  /// Services with benchmark work on days that count, for a year of full clinical time; none without such a line, nil where nothing
  /// is annualised.
  private func annual(_ sum: RoleServices.Code?, of candidate: Candidate, _ factor: AnnualFactor?) -> Int64? {
    let units = (sum?.units ?? 0) - (sum?.uncounted ?? 0) - (candidate.leavesOutRamp ? sum?.ramp ?? 0 : 0)
    return factor?.applied(to: units)
  }
}
