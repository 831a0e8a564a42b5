import ProductivityModel

/// How many units the lines of all logs have, whatever their sign, and where the most of one line stand.
struct LineUnits {
  /// The sum without signs, in ten-thousandths.
  private(set) var total: Int64 = 0
  /// The most units of a line, without sign, where a line has other than one.
  private(set) var most: Int64 = 0
  /// The first record with so many; nil where every line has one unit.
  private(set) var record: UInt64?

  @inline(__always)
  mutating func add(_ line: ServiceLine) {
    // Most lines have one.
    guard line.units != 10_000 else {
      total &+= 10_000
      return
    }
    let units = Int64(bitPattern: UInt64(line.units.magnitude))
    total &+= units
    if units > most { (most, record) = (units, line.recordKey) }
  }
}
