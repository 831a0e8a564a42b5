import Benchmarking
import ProductivityModel
import Reporting
import Threads

/// Adds to the codes that brought a clinician the most how often they are done in a year of full clinical time, and how often the
/// others of the specialty in the practice do them.
///
/// The others are those who are ranked; one without the code counts as none. Where fewer than the least number of peers have the
/// code neither their number nor their median is told, so that nobody's own figure is.
struct CodePeerAssembly {
  /// The fewest others, and the fewest of them with the code.
  let minimumPeers: Int

  /// Adds the others' figures, and the clinician's own, to the codes of each result; the results come by specialty.
  ///
  /// - Parameter candidates: the clinicians' time and lines, in their order.
  func add(_ candidates: [Candidate], to clinicians: inout [ClinicianResult]) {
    var firsts = clinicians.indices.filter { index in
      index == 0 || clinicians[index].specialty != clinicians[index - 1].specialty
    }
    firsts.append(clinicians.count)
    let specialties = zip(firsts, firsts.dropFirst()).map { $0..<$1 }
    // Specialties have nothing to do with each other. Only a few are there twice, with what is added and without: the codes of thousands of
    // clinicians are as much as all that is said of them.
    let atOnce = 2 * Workers.count
    for start in stride(from: 0, to: specialties.count, by: atOnce) {
      let groups = specialties[start..<min(start + atOnce, specialties.count)].map { Group($0, of: clinicians) }
      let codes = Workers.map(groups) { self.codes(of: $0, candidates) }
      for (group, codes) in zip(groups, codes) {
        for (place, own) in codes.enumerated() { clinicians[group.first + place].topCodes = own }
      }
    }
  }

  /// The clinicians of a specialty, who follow each other.
  private struct Group: Sendable {
    let first: Int
    let members: [Member]

    init(_ places: Range<Int>, of clinicians: [ClinicianResult]) {
      first = places.lowerBound
      members = places.map { place in
        Member(
          codes: clinicians[place].topCodes, isCompared: clinicians[place].isCompared,
          isRanked: clinicians[place].isRanked)
      }
    }
  }

  /// What a result says so far.
  private struct Member: Sendable {
    var codes: [CodeShare]
    var isCompared: Bool
    var isRanked: Bool
  }

  /// The codes of a specialty's clinicians with what is added to them.
  private func codes(of group: Group, _ candidates: [Candidate]) -> [[CodeShare]] {
    let members = group.members.indices
    let factors = members.map { candidates[group.first + $0].annualizing }
    var result = members.map { group.members[$0].codes }
    for member in members {
      let index = group.first + member
      guard let services = candidates[index].tally?.services.codes else { continue }
      for (place, code) in (candidates[index].tally?.topCodes ?? []).enumerated() {
        result[member][place].unitsPerFTE = annual(
          services.of(code.code), leavesOutRamp: candidates[index].leavesOutRamp, factors[member]
        ).map(Units.init(tenThousandths:))
      }
    }
    let ranked = members.filter { group.members[$0].isRanked }
    guard ranked.count >= minimumPeers else { return result }
    let compared = members.filter { group.members[$0].isCompared }
    var peers = CodePeers(
      of: compared.lazy.flatMap { candidates[group.first + $0].tally?.topCodes ?? [] }.map(\.code))
    for member in ranked {
      let index = group.first + member
      guard let codes = candidates[index].tally?.services.codes else { continue }
      let leavesOutRamp = candidates[index].leavesOutRamp
      for place in codes.indices where peers.holds(codes.number(at: place)) {
        if let annual = annual(codes[place], leavesOutRamp: leavesOutRamp, factors[member]) {
          peers.add(annual, of: codes.number(at: place))
        }
      }
    }
    let medians = peers.medians(ranked.count)
    for member in compared {
      for (place, code) in (candidates[group.first + member].tally?.topCodes ?? []).enumerated() {
        guard let median = medians[code.code] else { continue }
        let own = group.members[member].isRanked ? result[member][place].unitsPerFTE?.tenThousandths ?? 0 : nil
        let others = peers.having(code.code) - ((own ?? 0) > 0 ? 1 : 0)
        guard others >= minimumPeers else { continue }
        result[member][place].peers = others
        result[member][place].peerMedianUnitsPerFTE =
          (own.map(median.without) ?? median.ofAll).map(Units.init(tenThousandths:))
      }
    }
    return result
  }

  /// Services with benchmark work on days that count, for a year of full clinical time; none without such a line, nil where nothing
  /// is annualised.
  private func annual(_ sum: RoleServices.Code?, leavesOutRamp: Bool, _ factor: AnnualFactor?) -> Int64? {
    let units = (sum?.units ?? 0) - (sum?.uncounted ?? 0) - (leavesOutRamp ? sum?.ramp ?? 0 : 0)
    return factor?.applied(to: units)
  }
}
