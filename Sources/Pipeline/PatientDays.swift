import ProductivityModel

/// The lines of one clinician by patient and day, which are looked at together where there is need: by open addressing.
struct PatientDays: ~Copyable {
  /// The lines of one patient and day.
  struct Day: BitwiseCopyable {
    var patient: UInt64
    var day: Int32
    var lines: Int32 = 0
    var negatives: Int32 = 0
    /// Lines that others may change, a line of several units as two.
    var meetings: Int32 = 0
    /// Whether the input has a line of the day that is no reversal, even one that is ruled out.
    var hasLine = false
    /// The first of its lines that are settled together; -1 where none are.
    var firstLine: Int32 = -1
    /// Whether one of its lines may be a part of another.
    var hasBundled = false
    private var isCounted = false

    init(patient: UInt64, day: Int32) {
      self.patient = patient
      self.day = day
    }

    /// Notes a line of the day that goes on.
    @inline(__always)
    mutating func note(_ line: ServiceLine) {
      lines += 1
      if line.units < 0 { negatives += 1 } else { hasLine = true }
    }

    /// Counts the day, and says whether it was not counted before.
    @inline(__always)
    mutating func countsFirst() -> Bool {
      defer { isCounted = true }
      return !isCounted
    }

    /// Whether its lines must be looked at together.
    var isSettledTogether: Bool { negatives > 0 || meetings > 1 || hasBundled && lines > 1 }
  }

  /// As many as there are lines; the first ``count`` are in use.
  private var days = RecordBuffer<Day>()
  private(set) var count = 0
  private var table = RecordBuffer<Int32>()
  private var mask = 0

  /// Starts anew for at most a number of lines.
  mutating func reset(lines: Int) {
    days.resize(lines)
    count = 0
    var capacity = 64
    while capacity < 2 * lines { capacity *= 2 }
    table.resize(capacity)
    table.part(0..<capacity).update(repeating: -1)
    mask = capacity - 1
  }

  subscript(number: Int) -> Day {
    @inline(__always) get { days[number] }
    @inline(__always) _modify { yield &days[number] }
  }

  /// The number of a line's patient and day.
  @inline(__always)
  mutating func number(of line: ServiceLine) -> Int {
    var slot =
      Int(truncatingIfNeeded: ByteHash.mix(line.patient, UInt64(UInt32(bitPattern: line.serviceDay)))) & mask
    while true {
      let number = Int(table[slot])
      if number < 0 { break }
      if days[number].patient == line.patient, days[number].day == line.serviceDay { return number }
      slot = (slot + 1) & mask
    }
    table[slot] = Int32(count)
    days[count] = Day(patient: line.patient, day: line.serviceDay)
    count += 1
    return count - 1
  }
}
