import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `Sums by month` {
  private static func months(_ count: Int, of chance: Int, _ random: inout SplitMix64) -> [ProductivitySums] {
    (0..<count).map { _ in
      var sums = ProductivitySums()
      guard Int.random(in: 0..<10, using: &random) < chance else { return sums }
      // A month may have nothing but a credit of another clinician's lines, and lines that lack a patient.
      sums.benchmark = Int64.random(in: -5...5, using: &random)
      sums.lines = Int.random(in: 0...2, using: &random)
      sums.linesWithoutPatient = Int.random(in: 0...1, using: &random)
      sums.chargeToValue = Int64.random(in: 0...1, using: &random)
      return sums
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `are the same with the months without lines as without them`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let count = Int.random(in: 0...26, using: &random)
      let months = Self.months(count, of: Int.random(in: 0...10, using: &random), &random)
      let whole = MonthSums(months)
      var packed = whole.packed
      #expect(packed.count == count && packed.packed.count == count)
      #expect(packed.total.totals == whole.total.totals)
      #expect(packed.total(of: \.benchmark) == months.reduce(0) { $0 + $1.benchmark })
      #expect(packed.contains { $0.chargeToValue != 0 } == months.contains { $0.chargeToValue != 0 })
      for month in months.indices { #expect(packed[month].totals == months[month].totals) }
      #expect(Array(MonthlyTotals(packed)) == months.map(\.totals))
      #expect(MonthlyTotals(packed) == MonthlyTotals(whole))
      #expect(MonthlyTotals(packed).hashValue == MonthlyTotals(months.map(\.totals)).hashValue)
      // The same months within more, and others: held together or not, they are what they were.
      let longer = MonthlyTotals(months.map(\.totals) + months.reversed().map(\.totals))
      #expect(longer.held(with: MonthlyTotals(packed)) == longer)
      let late = MonthlyTotals(months.map { _ in ProductivityTotals() } + months.map(\.totals))
      #expect(
        late.held(with: MonthlyTotals(packed)) == late
          && MonthlyTotals(packed).held(with: late) == MonthlyTotals(packed))
      // Credit that comes later, for a month that had nothing.
      var changed = months
      for month in months.indices where Bool.random(using: &random) {
        changed[month].pay += 7
        packed[month].pay += 7
      }
      for month in months.indices { #expect(packed[month].totals == changed[month].totals, "seed \(seed)") }
    }
  }

  @Test func `of pieces are those of their calendar months`() {
    var random = SplitMix64(seed: 5)
    for chance in 0...10 {
      let months = Self.months(6, of: chance, &random)
      for sums in [MonthSums(months), MonthSums(months).packed] {
        let joined = sums.joined([0, 0, 1, 2, 2, 2])
        #expect(joined.count == 3)
        #expect(joined[0].benchmark == months[0].benchmark + months[1].benchmark)
        #expect(joined[1].benchmark == months[2].benchmark)
        #expect(joined[2].lines == months[3].lines + months[4].lines + months[5].lines)
      }
    }
  }

  @Test func `that are changed are those that a condition holds for`() {
    var sums = MonthSums([ProductivitySums(), ProductivitySums(), ProductivitySums(), ProductivitySums()])
    sums[2].chargeToValue = 9
    sums = sums.packed
    sums.change(where: { $0.chargeToValue != 0 }) { $0.valued = 4 }
    #expect((0..<4).map { sums[$0].valued } == [0, 0, 4, 0])
  }

  @Test func `of which some are not known are told apart from none`() {
    var work = ProductivityTotals()
    work.lines = 3
    let months: [ProductivityTotals?] = [nil, ProductivityTotals(), work, nil, ProductivityTotals()]
    let known = KnownMonths(months)
    #expect(Array(known) == months)
    #expect(known == KnownMonths(months) && known != KnownMonths([ProductivityTotals()] + months.dropFirst()))
    #expect(KnownMonths(of: [(month: 2, totals: work)], known: 0b10110, count: 5) == known)
    #expect(KnownMonths([]).isEmpty)
  }
}
