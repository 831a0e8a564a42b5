/// Memory for some records that is used again for others.
struct RecordBuffer<Record: BitwiseCopyable>: ~Copyable {
  private var memory = UnsafeMutableBufferPointer<Record>(start: nil, count: 0)
  private(set) var count = 0

  deinit { memory.deallocate() }

  /// The records; valid until the buffer changes its size.
  var records: UnsafeBufferPointer<Record> { UnsafeBufferPointer(rebasing: memory[..<count]) }

  /// Makes room for a number of records, of which none is kept.
  mutating func resize(_ count: Int) {
    self.count = count
    if count <= memory.count { return }
    memory.deallocate()
    memory = .allocate(capacity: count + count / 8)
  }

  /// A record.
  ///
  /// - Precondition: `0 <= place < count`.
  subscript(place: Int) -> Record {
    @inline(__always) get {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
      return memory[place]
    }
    // Changed where it is, not copied out and back.
    @inline(__always) _modify {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
      yield &memory[place]
    }
  }

  /// The memory of some of the records, to be filled.
  func part(_ places: Range<Int>) -> UnsafeMutableBufferPointer<Record> {
    UnsafeMutableBufferPointer(rebasing: memory[..<count][places])
  }
}
