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
      var parts = PartCounts(parts: 2)
      for index in using {
        var (lines, carrying) = (Int64(0), Int64(0))
        for own in members[index].modifiers where isRow[Int(own.row)] {
          lines += own.lines
          carrying += own.carrying
        }
        guard carrying > 0 || lines - carrying > 0 else { continue }
        having.append(index)
        parts.add(carrying, of: 0)
        parts.add(lines - carrying, of: 1)
        parts.endClinician()
      }
      let pooled =
        isCompared
        ? PooledOthers(
          parts, minimumClinicians: minimumPeers, minimumTotal: Int64(review.minimumLines)) : nil
      for (place, index) in having.enumerated() {
        result[index].append(pattern(name, own(parts, place), pooled, without: place))
      }
    }
    return result
  }

  /// A clinician's lines with the modifier, and those without it.
  private func own(_ parts: PartCounts, _ clinician: Int) -> (carrying: Int64, others: Int64) {
    var own = (carrying: Int64(0), others: Int64(0))
    for place in parts.places(of: clinician) {
      if parts[place].part == 0 { own.carrying = parts[place].count } else { own.others = parts[place].count }
    }
    return own
  }

  private func pattern(
    _ name: String, _ own: (carrying: Int64, others: Int64), _ pooled: PooledOthers?, without place: Int
  ) -> ModifierPattern {
    let lines = own.carrying + own.others
    var pattern = ModifierPattern(
      name: name, lines: Int(lines), carrying: Int(own.carrying),
      interval: WilsonInterval(count: Double(own.carrying), total: Double(lines)))
    guard let pooled, let others = pooled.others(without: place),
      let carrying = pooled.services(of: 0, others, own: own.carrying)
    else { return pattern }
    pattern.peers = others.clinicians
    pattern.peerLines = Int(others.total)
    pattern.peerShare = Double(carrying) / Double(others.total)
    pattern.isForReview = review.asksForReview(own.carrying, of: lines, against: carrying, of: others.total, unit: 1)
    return pattern
  }
}
