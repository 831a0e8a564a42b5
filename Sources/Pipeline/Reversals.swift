import ProductivityModel

/// Matches the reversals of one clinician, patient and day with the lines that they reverse.
///
/// A line with negative units voids one with equal code, modifiers, place and units: preferably one with the opposite
/// charge, then the lowest line id. One that names the line it voids, which is not there, voids no other in its place.
/// Both of a pair are removed before anything else, so that the rest is as if neither had been. What is left negative is an
/// orphan, unless everything left of that patient and day is negative: then the day as a whole is reversed, and earns
/// exactly the negative of what it would have earned.
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

  /// Settles the lines at some indices.
  static func settle(_ indices: [Int], _ lines: UnsafeBufferPointer<ServiceLine>) -> Settlement {
    var result = Settlement()
    let negatives = indices.filter { lines[$0].units < 0 }
    if negatives.isEmpty {
      result.standing = indices
      return result
    }
    func precedes(_ a: Int, _ b: Int) -> Bool {
      lines[a].lineID != lines[b].lineID ? lines[a].lineID < lines[b].lineID : lines[a].recordKey < lines[b].recordKey
    }
    var open = indices.filter { lines[$0].units > 0 }.sorted(by: precedes)
    for negative in negatives.sorted(by: precedes) {
      let reversal = lines[negative]
      let candidates = open.filter {
        reversal.voids == 0 && lines[$0].code == reversal.code && lines[$0].modifiers == reversal.modifiers
          && lines[$0].place == reversal.place && lines[$0].units == -reversal.units
      }
      guard let match = candidates.first(where: { lines[$0].charge == -reversal.charge }) ?? candidates.first else {
        result.orphans.append(negative)
        continue
      }
      open.removeAll { $0 == match }
      result.voided += [match, negative]
    }
    if open.isEmpty {
      result.standing = result.orphans
      result.orphans = []
      result.isMirrored = true
    } else {
      result.standing = open
    }
    return result
  }
}
