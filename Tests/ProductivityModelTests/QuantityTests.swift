import ProductivityModel
import TestSupport
import Testing

/// Money, units and work are exact integers.
@Suite struct QuantityTests {
  @Test func `quantities are shown exactly`() {
    #expect(Money(cents: 123_450).description == "1234.50")
    #expect(Money(cents: -5).description == "-0.05")
    #expect(Units(2).description == "2" && Units(tenThousandths: 222_000).description == "22.2")
    #expect(Units.one == Units(1) && Units.zero == Units(0))
    #expect(WorkRVU(hundredths: 1715).description == "17.15")
    #expect(WorkRVU(millionths: 1).description == "0.000001")
    #expect(WorkRVU(hundredths: 192).asDouble == 1.92)
  }

  @Test(arguments: 71...73 as ClosedRange<UInt64>)
  func `sums do not depend on order, and a reversal cancels its line`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = (0..<200).map { _ in Int64.random(in: -1_000_000_000...1_000_000_000, using: &random) }
    let shuffled = values.shuffled(using: &random)
    let total = values.reduce(into: WorkRVU.zero) { $0 += WorkRVU(millionths: $1) }
    #expect(shuffled.reduce(into: WorkRVU.zero) { $0 += WorkRVU(millionths: $1) } == total, "seed \(seed)")
    let reversed = values.reduce(into: total) { $0 -= WorkRVU(millionths: $1) }
    #expect(reversed == .zero, "seed \(seed)")
    #expect(values.allSatisfy { WorkRVU(millionths: $0) + -WorkRVU(millionths: $0) == .zero }, "seed \(seed)")
    #expect(values.allSatisfy { Money(cents: $0) + -Money(cents: $0) == .zero }, "seed \(seed)")
    #expect(values.allSatisfy { Units(tenThousandths: $0) + -Units(tenThousandths: $0) == .zero }, "seed \(seed)")
    #expect(values.allSatisfy { Units(tenThousandths: $0).magnitude >= .zero }, "seed \(seed)")
  }

  private static let line = ServiceLine(
    lineID: .none, patient: 11, charge: 5000, units: 10_000, line: 7, serviceDay: 20_000, clinician: 1, code: 2,
    modifiers: 3, specialty: 4, file: 0, place: 11, voids: 0)

  @Test func `the content of a line does not include where it stands or its id`() {
    var moved = Self.line
    moved.line = 99
    moved.file = 3
    moved.lineID = Array("L1".utf8).withUnsafeBufferPointer { LineID($0) }
    #expect(moved.contentHash == Self.line.contentHash)
    #expect(moved.recordKey > Self.line.recordKey)
  }

  @Test func `every other thing that a line says changes its content`() {
    let changes: [@Sendable (inout ServiceLine) -> Void] = [
      { $0.patient = 12 }, { $0.charge = -5000 }, { $0.units = -10_000 }, { $0.serviceDay = 20_001 },
      { $0.clinician = 2 }, { $0.code = 1 }, { $0.modifiers = 0 }, { $0.specialty = -1 }, { $0.place = 22 },
      { $0.voids = 1 },
    ]
    var seen: Set<UInt64> = [Self.line.contentHash]
    for change in changes {
      var line = Self.line
      change(&line)
      seen.insert(line.contentHash)
    }
    #expect(seen.count == changes.count + 1)
  }
}
