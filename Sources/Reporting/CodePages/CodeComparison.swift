import MedicareFees
import ProductivityModel

/// How a code's work compares with that of a group of codes, with the points that a picture of it needs.
public struct CodeComparison: Sendable {
  /// Where the code stands.
  public let standing: CodeStanding
  /// The least work that a quarter of the valued codes do not exceed.
  public let lowerQuartile: WorkRVU
  /// The least work that three quarters of the valued codes do not exceed.
  public let upperQuartile: WorkRVU

  /// A standing with the quartiles of its distribution.
  public init(_ standing: CodeStanding, in distribution: WorkDistribution) {
    self.standing = standing
    let valued = distribution.valued
    func value(_ percent: Int) -> WorkRVU { valued[(percent * valued.count + 99) / 100 - 1].work }
    lowerQuartile = value(25)
    upperQuartile = value(75)
  }

  /// The comparisons of a code: with its category, then with its subsection.
  static func comparisons(of facts: CodeFacts, in table: StandingTable) -> [CodeComparison] {
    [facts.standing, facts.subsectionStanding].compactMap { standing in
      guard let standing else { return nil }
      let distribution =
        switch standing.group {
        case .category(let category): table.categories[category]
        case .subsection(let subsection): table.subsections[subsection]
        }
      return distribution.map { CodeComparison(standing, in: $0) }
    }
  }

  /// The name of the group: `Surgery`.
  public var title: String { standing.group.title }

  /// The percentile with its ordinal ending: `77th`.
  public var ordinal: String { PlacementWording.ordinal(standing.percentile) }

  /// The standing in a sentence.
  public var sentence: String {
    "\(ordinal) percentile of \(title) (\(standing.group.range)) by work, \(standing.timesMedianText)x the median of "
      + "\(CellValue.workRVU(standing.median).text); the lowest is \(CellValue.workRVU(standing.minimum).text), the highest "
      + "\(CellValue.workRVU(standing.maximum).text)"
  }

  /// Of how many codes, in a sentence.
  public var count: String {
    let codes = CountWording.count(standing.codes, "code")
    let same =
      standing.sameWork == 0 ? "" : "; \(CountWording.count(standing.sameWork, "other")) with exactly this work"
    return "\(codes), of which \(CellValue.integer(standing.valued).text) have work\(same)"
  }
}
