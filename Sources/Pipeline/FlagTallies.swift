import ProductivityModel

/// The lines with each flag in one ledger.
struct FlagTallies {
  private var tallies = [CombinationTally](repeating: CombinationTally(), count: SessionFlag.allCases.count)

  /// The lines with a flag.
  subscript(flag: SessionFlag) -> CombinationTally { tallies[flag.rawValue] }

  /// Adds a line with a flag.
  mutating func add(_ line: ServiceLine, _ flag: SessionFlag) { tallies[flag.rawValue].add(line) }

  /// Adds the lines of another.
  mutating func add(_ other: FlagTallies) {
    for flag in tallies.indices { tallies[flag].add(other.tallies[flag]) }
  }
}
