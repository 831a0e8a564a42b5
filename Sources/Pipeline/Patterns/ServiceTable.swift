/// What each combination of code, modifiers, setting and day slot came to for a clinician in a specialty.
struct ServiceTable: Sendable {
  /// What one combination came to.
  struct Sums: BitwiseCopyable {
    var combination: Int32 = -1
    /// Lines, those of reversed days taken away.
    var lines: Int32 = 0
    var units: Int64 = 0
    /// Lines with work in the benchmark ledger, and their units: of these every line counts as one.
    var creditedLines: Int32 = 0
    /// The code of the combination.
    var code: Int32 = -1
    var creditedUnits: Int64 = 0
    var benchmark: Int64 = 0
    /// Of the units of credited lines those on days that do not count, of leave or outside employment, and those of a ramp.
    var uncountedUnits: Int64 = 0
    var rampUnits: Int64 = 0

    /// Adds a line.
    @inline(__always)
    fileprivate mutating func add(_ combination: Int32, _ code: Int32, _ units: Int64, _ benchmark: Int64) {
      self.combination = combination
      self.code = code
      lines += units < 0 ? -1 : 1
      self.units += units
      guard benchmark != 0 else { return }
      creditedLines += 1
      creditedUnits += units
      self.benchmark += benchmark
    }
  }

  /// By the place of the combination among the clinician's.
  private var places: [Sums] = []

  /// The combinations of which there are lines.
  var sums: [Sums] {
    places.contains { $0.combination < 0 } ? places.filter { $0.combination >= 0 } : places
  }

  /// Adds a line.
  ///
  /// - Parameters:
  ///   - place: the place of its combination among the clinician's.
  ///   - combination: the combination's number.
  ///   - code: the combination's code.
  /// - Complexity: O(1) amortised.
  @inline(__always)
  mutating func add(at place: Int, _ combination: Int32, _ code: Int32, _ units: Int64, _ benchmark: Int64) {
    while place >= places.count { places.append(Sums()) }
    places[place].add(combination, code, units, benchmark)
  }

  /// Notes of a line that was added that its day does not count, or may not.
  mutating func setApart(at place: Int, _ units: Int64, isUncounted: Bool, isInRamp: Bool) {
    if isUncounted { places[place].uncountedUnits += units }
    if isInRamp { places[place].rampUnits += units }
  }
}
