/// What is met in a log's records and told once, with how often.
struct LogNotes {
  /// Frequencies of claims that are none of those that claims of professionals have.
  var otherFrequencies = Sightings()
  /// Lines of positive units with a charge below zero.
  var negativeCharges = Sightings()
  /// Codes that had lost their zeros or gained decimals.
  var repairedCodes = Sightings()
  /// Rows that are no records, by ``OtherRows/Kind``.
  var otherRows = [Sightings](repeating: Sightings(), count: OtherRows.Kind.allCases.count)

  /// Puts the places behind some lines.
  mutating func move(behind lines: Int) {
    otherFrequencies.move(behind: lines)
    negativeCharges.move(behind: lines)
    repairedCodes.move(behind: lines)
    for kind in otherRows.indices { otherRows[kind].move(behind: lines) }
  }

  /// Adds what was noted later in the file.
  mutating func add(_ later: LogNotes) {
    otherFrequencies.add(later.otherFrequencies)
    negativeCharges.add(later.negativeCharges)
    repairedCodes.add(later.repairedCodes)
    for kind in otherRows.indices { otherRows[kind].add(later.otherRows[kind]) }
  }
}
