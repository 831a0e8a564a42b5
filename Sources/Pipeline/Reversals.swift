import ProductivityModel

/// Matches the reversals of one clinician, patient and day with the lines that they reverse.
///
/// A line with negative units voids one with equal code, modifiers, place and units: preferably one with the opposite
/// charge, then the lowest line id. One that names the line it voids, which is not there, voids no other in its place.
/// What is left negative is an orphan, unless everything that the input has of that patient and day is negative: then the
/// day as a whole is reversed, and earns exactly the negative of what it would have earned. A day with any line of its own
/// is no such day, even where all its lines are voided: a second reversal of one line takes nothing away.
enum Reversals {
  /// What the lines of a patient and day come to.
  struct Settlement {
    /// Lines cancelled, each with its reversal.
    var voided: [Int] = []
    /// Reversals without a line to reverse.
    var orphans: [Int] = []
    /// Lines that are credited.
    var standing: [Int] = []
    /// Whether the standing lines are a day that is reversed as a whole.
    var isMirrored = false
  }

  /// What a reversal must share with the line that it reverses.
  private struct Key: Hashable {
    var code: Int32
    var modifiers: Int32
    var place: UInt8
    var units: Int64
  }

  /// Settles the lines at some indices.
  ///
  /// - Parameters:
  ///   - listsWithoutDays: for each list of modifiers that without days of postoperative care.
  ///   - mayReverseDay: whether a day that is negative throughout is reversed as a whole: not without a patient, nor
  ///     where lines of the day were ruled out before.
  /// - Complexity: O(n log n) in the lines.
  static func settle(
    _ indices: [Int], _ lines: UnsafeBufferPointer<ServiceLine>, _ listsWithoutDays: [Int32], mayReverseDay: Bool
  ) -> Settlement {
    var result = Settlement()
    let negatives = indices.filter { lines[$0].units < 0 }
    if negatives.isEmpty {
      result.standing = indices
      return result
    }
    func precedes(_ a: Int, _ b: Int) -> Bool {
      lines[a].lineID != lines[b].lineID ? lines[a].lineID < lines[b].lineID : lines[a].recordKey < lines[b].recordKey
    }
    if negatives.count == indices.count, mayReverseDay {
      result.standing = indices
      result.isMirrored = true
      return result
    }
    func key(_ line: ServiceLine) -> Key {
      Key(
        code: line.code, modifiers: listsWithoutDays[Int(line.modifiers)], place: line.place, units: abs(line.units))
    }
    // The lines of each key that are not reversed yet, the last in order first.
    let positives = indices.filter { lines[$0].units > 0 }.sorted(by: precedes)
    var open = Dictionary(grouping: positives.reversed()) { key(lines[$0]) }
    for negative in negatives.sorted(by: precedes) {
      let reversal = lines[negative]
      let candidates = reversal.voids == 0 ? open[key(reversal)] ?? [] : []
      guard let place = candidates.lastIndex(where: { lines[$0].charge == -reversal.charge }) ?? candidates.indices.last
      else {
        result.orphans.append(negative)
        continue
      }
      open[key(reversal)]?.remove(at: place)
      result.voided += [candidates[place], negative]
    }
    let voided = Set(result.voided)
    result.standing = positives.filter { !voided.contains($0) }
    return result
  }
}
