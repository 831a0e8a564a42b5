import ProductivityModel

/// What lines of one kind came to, for findings and lists: added up as the lines pass.
struct CombinationTally: BitwiseCopyable {
  var lines = 0
  var units: Int64 = 0
  var charge: Int64 = 0
  /// The first records of the input among them: as many as a finding shows.
  private var first = (UInt64.max, UInt64.max, UInt64.max)

  /// The first record.
  var firstRecord: UInt64 { first.0 }

  /// The first records, at most three.
  var examples: [UInt64] { [first.0, first.1, first.2].filter { $0 != .max } }

  mutating func add(_ line: ServiceLine) {
    lines += 1
    units += line.units
    charge += line.charge
    if line.recordKey < first.2 { note(line.recordKey) }
  }

  mutating func add(_ other: CombinationTally) {
    lines += other.lines
    units += other.units
    charge += other.charge
    for record in other.examples where record < first.2 { note(record) }
  }

  private mutating func note(_ record: UInt64) {
    if record < first.0 {
      first = (record, first.0, first.1)
    } else if record < first.1 {
      first = (first.0, record, first.1)
    } else {
      first.2 = record
    }
  }
}
