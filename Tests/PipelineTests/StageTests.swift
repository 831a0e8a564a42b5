import ProductivityModel
import Publishing
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `Partitions that spill` {
  @Test(arguments: [1, 8, 64, 4_096, 1 << 20])
  func `give each partition's records back in order`(memory: Int) throws {
    var random = SplitMix64(seed: 81)
    var partitions = SpillingPartitions<Int64>(count: 7, memory: memory)
    var expected = [[Int64]](repeating: [], count: 7)
    for number in 0..<3_000 {
      let partition = Int.random(in: 0..<7, using: &random)
      try partitions.append(Int64(number), to: partition)
      expected[partition].append(Int64(number))
    }
    var again = RecordBuffer<Int64>()
    for partition in (0..<7).reversed() {
      #expect(try partitions.records(of: partition) == expected[partition])
      var inBlocks: [Int64] = []
      try partitions.forEachBlock(of: partition, by: &again) { inBlocks += $0 }
      #expect(inBlocks == expected[partition])
      #expect(try partitions.take(partition) == expected[partition])
      #expect(try partitions.take(partition).isEmpty)
    }
  }

  @Test(arguments: [1, 64, 4_096, 1 << 20])
  func `take some of many records as they take one after another`(memory: Int) throws {
    var random = SplitMix64(seed: 82)
    var one = SpillingPartitions<Int64>(count: 3, memory: memory)
    var several = SpillingPartitions<Int64>(count: 3, memory: memory)
    for _ in 0..<40 {
      let records = (0..<Int.random(in: 0..<200, using: &random)).map { _ in Int64.random(in: 0..<9_999, using: &random)
      }
      for partition in 0..<3 {
        let places = records.indices.filter { Int(records[$0]) % 3 == partition }
        for place in places { try one.append(records[place], to: partition) }
        try records.withUnsafeBufferPointer { records throws(OutputFailure) in
          try places.map(Int32.init).withUnsafeBufferPointer { places throws(OutputFailure) in
            try several.append(records, at: places, to: partition)
          }
        }
      }
    }
    for partition in 0..<3 { #expect(try several.take(partition) == one.take(partition)) }
  }

  @Test func `go on after they are taken`() throws {
    var partitions = SpillingPartitions<Int32>(count: 2, memory: 8)
    for round in 0..<3 {
      for number in 0..<10 { try partitions.append(Int32(number + round), to: round % 2) }
      #expect(try partitions.take(round % 2) == (0..<10).map { Int32($0 + round) })
    }
  }
}

@Suite struct `Lines in the order of their partitions` {
  @Test func `are all there, those of one partition in their own order`() {
    var random = SplitMix64(seed: 83)
    var order = PartitionOrder()
    for count in [300, 0, 1, 1_000] {
      let lines = (0..<count).map { number in
        ServiceLine(
          lineID: .none, patient: 0, charge: 0, units: 0, line: UInt32(number), serviceDay: 0,
          clinician: Int32.random(in: 0..<500, using: &random), code: 0, modifiers: 0, specialty: -1, file: 0,
          place: 0, voids: 0)
      }
      lines.withUnsafeBufferPointer { order.order($0) }
      for partition in 0..<LogPass.partitions {
        let expected = lines.indices.filter { LogPass.partition(of: lines[$0].clinician) == partition }
        #expect(order.places(of: partition).map(Int.init) == expected)
      }
    }
  }
}

@Suite struct `The roles of a clinician` {
  @Test func `keep their sums while lines go from one to another and back`() {
    let months = [ProductivitySums](repeating: ProductivitySums(), count: 2)
    var roles = RolesAtHand(7, months: months)
    #expect(roles.all.map(\.sums.clinician) == [])
    for number in 0..<30 {
      roles.take(RoleDirectory.Role(specialty: Int32([4, 2, -1][number % 3])), month: number % 2)
      roles.month.lines += number
      roles.services.add(at: number % 3, Int32(number % 3), 7, 10_000, 1)
    }
    let all = roles.all
    #expect(all.map(\.sums.specialty) == [4, 2, -1])
    #expect(all.map(\.sums.clinician) == [7, 7, 7])
    for (role, own) in all.enumerated() {
      let numbers = (0..<30).filter { $0 % 3 == role }
      for month in 0..<2 {
        let sum = numbers.filter { $0 % 2 == month }.reduce(0, +)
        #expect(own.sums.months[month].lines == sum)
      }
      #expect(own.services.map(\.lines) == [10])
      #expect(own.services.map(\.combination) == [Int32(role)])
    }
  }
}

@Suite struct `The services of a role` {
  @Test func `are the same in a sparse table, by their places and not as they were met`() {
    var random = SplitMix64(seed: 84)
    var (dense, sparse) = (ServiceTable(), ServiceTable(isSparse: true))
    for _ in 0..<500 {
      let place = Int.random(in: 0..<90, using: &random)
      let (units, work) = (Int64.random(in: -2...3, using: &random) * 10_000, Int64.random(in: 0...2, using: &random))
      dense.add(at: place, Int32(place * 7), Int32(place), units, work)
      sparse.add(at: place, Int32(place * 7), Int32(place), units, work)
      if units > 10_000 {
        dense.setApart(at: place, units, isUncounted: work == 1, isInRamp: work == 2)
        sparse.setApart(at: place, units, isUncounted: work == 1, isInRamp: work == 2)
      }
    }
    func shown(_ table: ServiceTable) -> [String] { table.sums.map { "\($0)" } }
    #expect(shown(dense) == shown(sparse))
    #expect(sparse.sums.map(\.combination) == sparse.sums.map(\.combination).sorted())
    #expect(ServiceTable(isSparse: true).sums.isEmpty)
  }

  @Test func `are kept of a clinician of whom every line names another specialty`() {
    var roles = RolesAtHand(7, months: [ProductivitySums()])
    for number in 0..<3_000 {
      roles.take(RoleDirectory.Role(specialty: Int32(number % 1_000)), month: 0)
      roles.month.lines += 1
      roles.services.add(at: number % 1_500, Int32(number % 1_500), 7, 10_000, 1)
    }
    let all = roles.all
    #expect(all.map(\.sums.specialty) == (0..<1_000).map(Int32.init))
    for (role, own) in all.enumerated() {
      let places = Set((0..<3).map { ($0 * 1_000 + role) % 1_500 }).sorted()
      #expect(own.services.map(\.combination) == places.map(Int32.init), "role \(role)")
      #expect(own.sums.months[0].lines == 3)
    }
  }
}

@Suite struct `The codes that brought the most` {
  @Test(arguments: [1, 2, 3, 4, 5])
  func `are those that come first where all are sorted`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var services: [ServiceTable.Sums] = []
    var sums: [Int32: Int64] = [:]
    for _ in 0..<2_000 {
      let (code, work) = (Int32.random(in: 0..<300, using: &random), Int64.random(in: -3...9, using: &random))
      // Several combinations have one code.
      var sum = ServiceTable.Sums(combination: code + 300 * Int32.random(in: 0..<5, using: &random))
      (sum.code, sum.creditedLines, sum.creditedUnits, sum.benchmark) = (code, 1, 10_000, work)
      services.append(sum)
      sums[code, default: 0] += work
    }
    let table = CodeSums(services)
    #expect(table.codes.map(\.code) == sums.keys.sorted())
    #expect(table.codes.allSatisfy { sums[$0.code] == $0.benchmark && $0.units == Int64($0.lines) * 10_000 })
    // As text the codes are in another order than by number.
    func text(_ code: Int32) -> UInt64 { UInt64(code) &* 0x9E37_79B9_7F4A_7C15 }
    let sorted = sums.sorted { $0.value != $1.value ? $0.value > $1.value : text($0.key) < text($1.key) }
    for count in [0, 1, 10, 299, 400] {
      #expect(table.top(count, text: text).map(\.code) == sorted.prefix(count).map(\.key), "seed \(seed)")
    }
  }
}

@Suite struct `The range of line ids` {
  private static func range(_ ids: [String]) -> LineIDRange {
    var range = LineIDRange()
    for var id in ids { range.add(id.withUTF8 { LineID($0) }) }
    return range
  }

  @Test(
    arguments: [
      ([["L1", "L2", "L3"]], true), ([["L1", "L3", "L2"]], false), ([["L1", "L1"]], false),
      ([["L1", "L2"], ["L3"]], true),
      ([["L3"], ["L1", "L2"]], true), ([["L1", "L3"], ["L2"]], false), ([["L1", "L2"], ["L2"]], false),
      ([[], ["L1"]], true),
      ([["", "L1", "", "L2"], [""]], true), ([], true),
      ([["A-LONG-LINE-ID-1", "A-LONG-LINE-ID-1"]], false),
    ] as [([[String]], Bool)])
  func `says that ids are distinct only where none can repeat`(files: [[String]], areDistinct: Bool) {
    #expect(LineIDRange.areDistinct(files.map(Self.range)) == areDistinct)
  }

  @Test func `never says so of ids that repeat`() {
    var random = SplitMix64(seed: 91)
    for round in 0..<2_000 {
      let files = (0..<3).map { _ in
        (0..<Int.random(in: 0...3, using: &random)).map { _ in "L\(Int.random(in: 0...9, using: &random))" }
      }
      let all = files.flatMap { $0 }
      if Set(all).count < all.count {
        #expect(!LineIDRange.areDistinct(files.map(Self.range)), "seed 91, round \(round): \(files)")
      }
    }
  }
}

@Suite struct `The rulings on records` {
  @Test func `are found again, and no other`() {
    var random = SplitMix64(seed: 101)
    var rulings: [UInt64: LineIdentity.Ruling] = [:]
    for _ in 0..<5_000 {
      let record = UInt64.random(in: 0..<3, using: &random) << 32 | UInt64.random(in: 1...20_000, using: &random)
      rulings[record] = .superseded
    }
    let lookup = LineRulings(rulings)
    for file in UInt64(0)..<3 {
      for line in UInt64(1)...20_000 { #expect(lookup[file << 32 | line] == rulings[file << 32 | line]) }
    }
    #expect(LineRulings([:])[7] == nil)
  }
}

@Suite struct `Findings together` {
  @Test func `are counted by problem and subject, at the first place`() {
    var collector = FindingCollector()
    func position(_ line: Int) -> SourcePosition { SourcePosition(file: "log.csv", line: line) }
    collector.add(Finding(.unknownCode, at: position(9), "second", count: 2), key: "99999")
    collector.add(Finding(.unknownCode, at: position(3), "first"), key: "99999")
    collector.add(Finding(.unknownCode, at: position(5), "other"))
    let sorted = collector.sorted
    #expect(sorted.map(\.count) == [3, 1])
    #expect(sorted.map { $0.position?.line } == [3, 5])
    #expect(sorted.first?.message == "first")
  }

  @Test func `come the gravest first, whatever order they were added in`() {
    let findings = [
      Finding(.outOfPeriod, "note"), Finding(.impossibleDate, "error"), Finding(.unknownCode, "warning"),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      var collector = FindingCollector()
      for index in order { collector.add(findings[index]) }
      #expect(collector.sorted.map(\.message) == ["error", "warning", "note"])
    }
  }
}

@Suite struct `A text that is no code` {
  @Test(arguments: [
    ("SMITH", "(text of 5 letters)"), ("1234567890", "(text of 10 digits)"), ("AB12", "(text of 4 letters and digits)"),
  ])
  func `is shown by its kind only`(text: String, shown: String) {
    #expect(UnlistedText.kind(text) == shown)
  }

  @Test func `never appears in an output`() throws {
    let outcome = try Practice([LogLine("SMITHJOHN"), LogLine("4155551234"), LogLine("99213")]).run()
    for (path, text) in outcome.files where path != "manifest.json" {
      #expect(!text.contains("SMITHJOHN"), "\(path)")
      #expect(!text.contains("4155551234"), "\(path)")
      #expect(!text.contains("PAT-1"), "\(path)")
    }
    #expect(outcome.fates == ["unpriced", "unpriced", "credited"])
  }
}
