import ProductivityModel
import Publishing

/// Settles which records are the same line, before anything is credited, across the whole input: a corrected line may
/// stand in another file or under another clinician.
///
/// Of the records with one line id the last in the input counts; a record with the same content as it is a duplicate, any
/// other is superseded. Where the two have neither clinician, patient nor day in common it is told: then ids are hardly those of lines. A
/// line that names another line of the same clinician voids it, and both are voided.
struct LineIdentity: ~Copyable {
  /// What identity makes of a record that does not go on.
  enum Ruling: UInt8 {
    case duplicate
    case superseded
    case voided
    /// It names a line to void that is not there.
    case orphan
    /// It names a line that is there and is not its to void: another clinician's, its own, or one voided already.
    case misdirected
    /// It is of a claim that voids one which is not there.
    case loneVoid
    /// It is of a claim that replaces or voids another, and it cannot be told which.
    case undecidedClaim
  }

  /// A line as far as it is looked at. It is not private, since the compiler asks for it where partitions of it are destroyed.
  struct Entry: BitwiseCopyable {
    var lineID: LineID
    var content: UInt64
    var record: UInt64
    var clinician: Int32
    /// The day of service, and a hash of the patient, as far as they serve to tell lines apart.
    var day: UInt16
    var patient: UInt16

    init(_ line: ServiceLine, id: LineID) {
      lineID = id
      content = line.contentHash
      record = line.recordKey
      clinician = line.clinician
      day = UInt16(truncatingIfNeeded: line.serviceDay)
      patient = UInt16(truncatingIfNeeded: line.patient >> 48)
    }

    /// Whether it has neither clinician nor day of another, nor its patient as far as one is given.
    func isUnlike(_ other: Entry) -> Bool {
      clinician != other.clinician && day != other.day && (patient != other.patient || patient == 0)
    }
  }

  private struct Void {
    var target: LineID
    var record: UInt64
    var clinician: Int32
  }

  private var entries: SpillingPartitions<Entry>
  private var voids: [Void] = []
  /// The superseded records that have nothing in common with the one that counts in their place.
  private(set) var unlike: [UInt64] = []

  /// No lines.
  ///
  /// - Parameter memory: the most bytes held before entries go to temporary files.
  init(memory: Int) { entries = SpillingPartitions(count: 64, memory: memory) }

  /// Notes a line that voids another.
  mutating func add(_ line: ServiceLine, voiding target: LineID) {
    voids.append(Void(target: target, record: line.recordKey, clinician: line.clinician))
  }

  /// Settles the lines of all files.
  ///
  /// Where every file's ids ascend and no two files' ids overlap, each id is there once and nothing need be looked at;
  /// most extracts are so.
  ///
  /// - Parameters:
  ///   - settled: the records that do not go on for another reason; they correct and void nothing.
  ///   - salts: what sets the ids of each file apart from those of other states of the logs.
  mutating func settle(
    _ lines: borrowing SpillingPartitions<ServiceLine>, ids: [LineIDRange], settled: LineRulings, salts: [UInt64]
  ) throws(OutputFailure) -> [UInt64: Ruling] {
    voids.removeAll { settled[$0.record] != nil }
    if voids.isEmpty, LineIDRange.areDistinct(ids) { return [:] }
    var buffer = RecordBuffer<ServiceLine>()
    for partition in 0..<lines.count {
      try lines.forEachBlock(of: partition, by: &buffer) { lines throws(OutputFailure) in
        for line in lines where line.lineID.isPresent && settled[line.recordKey] == nil {
          let id = line.lineID.setApart(by: salts[Int(line.file)])
          let hash = ByteHash.mix(id.high, id.low)
          try entries.append(Entry(line, id: id), to: Int(hash >> 58))
        }
      }
    }
    return try settle()
  }

  /// The records that do not go on, with why.
  ///
  /// - Complexity: O(n) in the lines with an id.
  private mutating func settle() throws(OutputFailure) -> [UInt64: Ruling] {
    var rulings: [UInt64: Ruling] = [:]
    let targets = Set(voids.map(\.target))
    var found: [LineID: (record: UInt64, clinician: Int32)] = [:]
    for partition in 0..<entries.count {
      settle(try entries.take(partition), targets, &rulings, &found)
    }
    unlike.sort()
    settleVoids(found, &rulings)
    return rulings
  }

  /// Rules on the lines that name another: each voids its line and itself, unless it is itself taken back by another, which
  /// leaves its line as if neither had been. So a line waits for those that name it; nothing depends on the input's order.
  private func settleVoids(
    _ found: [LineID: (record: UInt64, clinician: Int32)], _ rulings: inout [UInt64: Ruling]
  ) {
    let live = voids.filter { rulings[$0.record] == nil }.sorted { $0.record < $1.record }
    let indices = Dictionary(live.enumerated().map { ($0.element.record, $0.offset) }) { first, _ in first }
    // A line cannot void itself, nor one of another clinician.
    let targets = live.map { void -> UInt64? in
      guard let target = found[void.target], target.clinician == void.clinician, target.record != void.record else {
        return nil
      }
      return target.record
    }
    var waiting = [Int](repeating: 0, count: live.count)
    for target in targets { if let index = target.flatMap({ indices[$0] }) { waiting[index] += 1 } }
    var isSettled = [Bool](repeating: false, count: live.count)
    func settle(_ start: Int) {
      var index = start
      while !isSettled[index] {
        isSettled[index] = true
        if rulings[live[index].record] == nil {
          if let target = targets[index], rulings[target] == nil {
            rulings[target] = .voided
            rulings[live[index].record] = .voided
          } else {
            rulings[live[index].record] = found[live[index].target] == nil ? .orphan : .misdirected
          }
        }
        guard let next = targets[index].flatMap({ indices[$0] }) else { return }
        waiting[next] -= 1
        if waiting[next] > 0 { return }
        index = next
      }
    }
    for index in live.indices where waiting[index] == 0 { settle(index) }
    // Lines that name each other in a ring wait for ever: the first of the input begins.
    for index in live.indices { settle(index) }
  }

  private mutating func settle(
    _ entries: [Entry], _ targets: Set<LineID>, _ rulings: inout [UInt64: Ruling],
    _ found: inout [LineID: (record: UInt64, clinician: Int32)]
  ) {
    var capacity = 16
    while capacity < 2 * entries.count { capacity *= 2 }
    var table = [Int32](repeating: -1, count: capacity)
    var repeated: [LineID: [Int]] = [:]
    for index in entries.indices {
      let id = entries[index].lineID
      var slot = Int(truncatingIfNeeded: ByteHash.mix(id.high, id.low)) & (capacity - 1)
      while table[slot] >= 0, entries[Int(table[slot])].lineID != id { slot = (slot + 1) & (capacity - 1) }
      if table[slot] >= 0 {
        repeated[id, default: [Int(table[slot])]].append(index)
      } else {
        table[slot] = Int32(index)
        if !targets.isEmpty, targets.contains(id) { found[id] = (entries[index].record, entries[index].clinician) }
      }
    }
    for (id, indices) in repeated {
      let records = indices.map { entries[$0] }.sorted { $0.record < $1.record }
      guard let last = records.last, let survivor = records.first(where: { $0.content == last.content }) else {
        continue
      }
      for entry in records where entry.record != survivor.record {
        rulings[entry.record] = entry.content == survivor.content ? .duplicate : .superseded
        if entry.isUnlike(survivor) { unlike.append(entry.record) }
      }
      if targets.contains(id) { found[id] = (survivor.record, survivor.clinician) }
    }
  }
}
