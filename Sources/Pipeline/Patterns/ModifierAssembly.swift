import Benchmarking
import Reporting

/// Compares the use of modifiers among a specialty's clinicians.
struct ModifierAssembly {
  let uses: [ModifierUse]
  let minimumPeers: Int
  let review: ReviewRule

  /// The lines of a clinician for each row of the modifiers whose use is told.
  typealias Lines = (lines: Int64, carrying: Int64)

  /// The use of each member of a specialty.
  ///
  /// Rows of one name, which hold on different days, are added up.
  func compare(_ members: [[Lines]], isCompared: Bool) -> [[ModifierPattern]] {
    var result = [[ModifierPattern]](repeating: [], count: members.count)
    var names: [String] = []
    for use in uses where !names.contains(use.name) { names.append(use.name) }
    for name in names {
      let rows = uses.indices.filter { uses[$0].name == name }
      // Two parts, with the modifier and without.
      let parts = members.map { member in
        let lines = rows.reduce(Int64(0)) { $0 + member[$1].lines }
        let carrying = rows.reduce(Int64(0)) { $0 + member[$1].carrying }
        return [max(0, carrying), max(0, lines - carrying)]
      }
      let pooled =
        isCompared
        ? PooledOthers(parts, minimumClinicians: minimumPeers, minimumTotal: Int64(review.minimumLines)) : nil
      for index in members.indices where parts[index].contains(where: { $0 > 0 }) {
        result[index].append(pattern(name, parts[index], others: pooled?.shares(without: index)))
      }
    }
    return result
  }

  private func pattern(_ name: String, _ own: [Int64], others: PooledShares?) -> ModifierPattern {
    let lines = own[0] + own[1]
    let peers = others?.share(0) == nil ? nil : others
    return ModifierPattern(
      name: name, lines: Int(lines), carrying: Int(own[0]),
      interval: WilsonInterval(count: Double(own[0]), total: Double(lines)), peers: peers?.clinicians,
      peerLines: peers.map { Int($0.total) }, peerShare: peers?.share(0),
      isForReview: peers.map {
        review.asksForReview(own[0], of: lines, against: ($0.parts[0] ?? 0), of: $0.total, unit: 1)
      } ?? false)
  }
}
