import TestSupport
import Testing

@testable import Pipeline

@Suite struct SpillingPartitionsTests {
  @Test(arguments: [0, 1, 100, 1_000, 5_000, 1 << 20])
  func `gives each partition's records back in their order, in memory or from a file`(memory: Int) throws {
    var generator = SplitMix64(seed: UInt64(memory))
    var partitions = SpillingPartitions<UInt64>(count: 5, memory: memory)
    var wanted = [[UInt64]](repeating: [], count: 5)
    for number in UInt64(0)..<4_000 {
      let partition = Int(generator.next() % 4)
      try partitions.append(number, to: partition)
      wanted[partition].append(number)
    }
    var buffer = RecordBuffer<UInt64>()
    for partition in 0..<5 {
      #expect(partitions.count(of: partition) == wanted[partition].count)
      #expect(try partitions.records(of: partition) == wanted[partition], "memory \(memory)")
      try partitions.read(partition, into: &buffer)
      #expect(Array(buffer.records) == wanted[partition], "memory \(memory)")
    }
    let first = try partitions.take(0)
    #expect(first == wanted[0])
    #expect(try partitions.records(of: 0).isEmpty)
    try partitions.append(7, to: 0)
    #expect(try partitions.records(of: 0) == [7])
    #expect(try partitions.records(of: 1) == wanted[1])
  }

  @Test func `a buffer keeps what is wanted, in its order`() throws {
    var partitions = SpillingPartitions<Int>(count: 1, memory: 64)
    for number in 0..<100 { try partitions.append(number, to: 0) }
    var buffer = RecordBuffer<Int>()
    try partitions.read(0, into: &buffer)
    buffer.removeAll { $0 % 3 != 0 }
    #expect(Array(buffer.records) == Array(stride(from: 0, to: 100, by: 3)))
  }
}
