import Benchmarking
import ProductivityModel

/// The picture of visits of one kind by level, beside the peers and elsewhere.
enum VisitChart {
  /// The chart of one kind of visit.
  static func chart(of family: VisitPattern, name: String) -> ShareChart {
    var series = [name]
    let hasPeers = family.levels.contains { $0.peerShare != nil }
    let hasProfile = family.levels.contains { $0.profileShare != nil }
    if hasPeers { series.append("Peers") }
    if hasProfile { series.append("Elsewhere") }
    let parts = family.levels.map { level in
      ShareChart.Part(
        label: level.code,
        shares: [family.share(level)] + (hasPeers ? [level.peerShare] : []) + (hasProfile ? [level.profileShare] : []))
    }
    let words = family.levels.compactMap { level in
      family.share(level).map { "\(level.code) \(PatternWording.percent($0).text)" }
    }
    return ShareChart(
      title: "\(family.family) by level",
      description: "\(PatternWording.visits(family.visits)): \(CountWording.list(words)).",
      series: series, parts: parts)
  }
}
