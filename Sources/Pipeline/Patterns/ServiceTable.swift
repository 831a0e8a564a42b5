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

  /// By the place of the combination among the clinician's; of a sparse table in the order in which they were met.
  private var places: [Sums] = []
  /// Of a sparse table where in ``places`` each place is; nil of any other.
  private var rows: [Int: Int]?

  /// No lines.
  ///
  /// - Parameter isSparse: whether memory is to be that of the combinations with lines, and not of all that the clinician has: slower.
  init(isSparse: Bool = false) { if isSparse { rows = [:] } }

  /// The combinations of which there are lines, by their places.
  var sums: [Sums] {
    if let rows { return rows.sorted { $0.key < $1.key }.map { places[$0.value] } }
    return places.contains { $0.combination < 0 } ? places.filter { $0.combination >= 0 } : places
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
    let row = rows == nil ? place : row(of: place)
    while row >= places.count { places.append(Sums()) }
    places[row].add(combination, code, units, benchmark)
  }

  /// Where a place of a sparse table is, or is to be.
  private mutating func row(of place: Int) -> Int {
    if let known = rows?[place] { return known }
    rows?[place] = places.count
    return places.count
  }

  /// Notes of a line that was added that its day does not count, or may not.
  mutating func setApart(at place: Int, _ units: Int64, isUncounted: Bool, isInRamp: Bool) {
    let row = rows == nil ? place : row(of: place)
    if isUncounted { places[row].uncountedUnits += units }
    if isInRamp { places[row].rampUnits += units }
  }
}
