import Benchmarking
import Reporting

/// Compares the use of modifiers among a specialty's clinicians.
struct ModifierAssembly {
  let uses: [ModifierUse]
  let minimumPeers: Int
  let review: ReviewRule

  /// The use of each member of a specialty.
  ///
  /// Rows of one name, which hold on different days, are added up.
  ///
  /// - Parameter members: what each did.
  func compare(_ members: [RoleServices], isCompared: Bool) -> [[ModifierPattern]] {
    var result = [[ModifierPattern]](repeating: [], count: members.count)
    var names: [String] = []
    for use in uses where !names.contains(use.name) { names.append(use.name) }
    let using = members.indices.filter { !members[$0].modifiers.isEmpty }
    for name in names {
      let isRow = uses.map { $0.name == name }
      // Two parts, with the modifier and without; whoever has neither adds nothing to those of the others.
      var having: [Int] = []
      var parts: [[Int64]] = []
      for index in using {
        var (lines, carrying) = (Int64(0), Int64(0))
        for own in members[index].modifiers where isRow[Int(own.row)] {
          lines += own.lines
          carrying += own.carrying
        }
        guard carrying > 0 || lines - carrying > 0 else { continue }
        having.append(index)
        parts.append([max(0, carrying), max(0, lines - carrying)])
      }
      let pooled =
        isCompared
        ? PooledOthers(
          parts, minimumClinicians: minimumPeers, minimumTotal: Int64(review.minimumLines)) : nil
      for (place, index) in having.enumerated() {
        result[index].append(pattern(name, parts[place], others: pooled?.shares(without: place)))
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
