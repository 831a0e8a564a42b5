import ProductivityModel
import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A wide integer` {
  @Test(arguments: [41, 42] as [UInt64])
  func `adds, multiplies and divides as 128 bits do where they suffice`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<1_000 {
      let a = Int128(
        Int64.random(in: .min / 4 ... .max / 4, using: &random) >> Int64.random(in: 0...60, using: &random))
      let b = Int128(
        Int64.random(in: .min / 4 ... .max / 4, using: &random) >> Int64.random(in: 0...60, using: &random))
      let (x, y) = (WideInteger(a), WideInteger(b))
      #expect(x + y == WideInteger(a + b), "seed \(seed), round \(round)")
      #expect(x - y == WideInteger(a - b), "seed \(seed), round \(round)")
      #expect(x * y == WideInteger(a * b), "seed \(seed), round \(round)")
      #expect((x < y) == (a < b), "seed \(seed), round \(round)")
      #expect(x.sign == Int(a.signum()), "seed \(seed), round \(round)")
      guard b > 0 else { continue }
      let down = a / b - (a % b < 0 ? 1 : 0)
      let divided = x.dividedDown(by: y)
      #expect(Int128(divided.quotient) == down, "seed \(seed), round \(round)")
      #expect(divided.remainder == WideInteger(a - down * b), "seed \(seed), round \(round)")
      let nearest = ((abs(a) * 2 + b) / (b * 2)) * a.signum()
      #expect(Int128(x.divided(by: y)) == nearest, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [43] as [UInt64])
  func `divides what is wider than 128 bits by its factors`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<200 {
      let quotient = Int64.random(in: 1...1_000_000_000_000, using: &random)
      let factors = (0..<4).map { _ in WideInteger(Int64.random(in: 1...Int64.max, using: &random)) }
      let divisor = factors.reduce(WideInteger(1), *)
      let rest = factors[0]
      let divided = (divisor * WideInteger(quotient) + rest).dividedDown(by: divisor)
      #expect(divided.quotient == quotient, "seed \(seed), round \(round)")
      #expect(divided.remainder == rest, "seed \(seed), round \(round)")
    }
  }
}

@Suite struct `Fractions rounded to a sum` {
  @Test func `give what is missing to the largest remainders, the earlier first`() {
    func whole(_ numerators: [Int64], over denominator: Int64, total: Int64) -> [Int64] {
      LargestRemainder.whole(numerators.map { WideInteger($0) }, over: WideInteger(denominator), total: total)
    }
    #expect(whole([1, 1, 1], over: 3, total: 1) == [1, 0, 0])
    #expect(whole([-1, -1, -1], over: 3, total: -1) == [-1, 0, 0])
    #expect(whole([5, 3, -8], over: 10, total: 0) == [1, 0, -1])
    #expect(whole([-5, -3, 8], over: 10, total: 0) == [-1, 0, 1])
    #expect(whole([7, 7, 6], over: 10, total: 2) == [1, 1, 0])
    #expect(whole([], over: 10, total: 0) == [])
  }
}

@Suite struct `A day of another period` {
  private static func range(_ text: String) throws -> DayRange {
    let parts = text.split(separator: " ")
    let first = try #require(CalendarDate(iso: parts[0]))
    let last = try #require(CalendarDate(iso: parts[1]))
    return try #require(DayRange(first, through: last))
  }

  @Test(arguments: [
    ("2025-01-01 2025-12-31", "2026-01-01 2026-12-31", "2025-03-15", "2026-03-15"),
    ("2024-01-01 2024-12-31", "2026-01-01 2026-12-31", "2024-02-29", "2026-02-28"),
    ("2025-10-01 2025-12-31", "2026-01-01 2026-03-31", "2025-11-30", "2026-02-28"),
    ("2025-10-01 2025-12-31", "2026-01-01 2026-03-31", "2025-12-31", "2026-03-31"),
    ("2025-07-01 2026-06-30", "2025-10-01 2026-09-30", "2025-12-15", "2026-03-15"),
    // The other period is shorter: its last day stands for those behind it.
    ("2025-01-01 2025-12-31", "2026-01-01 2026-03-31", "2025-11-02", "2026-03-31"),
    // Not the same day of a month: so many days on.
    ("2025-01-10 2025-01-19", "2025-02-01 2025-02-10", "2025-01-12", "2025-02-03"),
    ("2025-01-01 2025-12-31", "2025-01-01 2025-12-31", "2025-06-06", "2025-06-06"),
  ])
  func `lies as far from its start`(from: String, to: String, day: String, expected: String) throws {
    let pair = PeriodPair(from: try Self.range(from), to: try Self.range(to))
    let own = try #require(CalendarDate(iso: day))
    #expect(pair.day(own, of: .from, as: .to).description == expected)
    #expect(pair.day(own, of: .from, as: .from) == own)
    let turned = PeriodPair(from: pair.to, to: pair.from)
    #expect(turned.day(own, of: .to, as: .from).description == expected)
  }

  @Test(arguments: [
    ("2024-01-01 2024-12-31", "2025-01-01 2025-12-31", true),
    ("2025-01-01 2025-03-31", "2025-10-01 2025-12-31", true),
    ("2025-01-01 2025-12-31", "2026-01-01 2026-09-30", false),
    ("2025-01-10 2025-01-19", "2025-02-01 2025-02-10", true),
    ("2025-01-10 2025-01-19", "2025-02-01 2025-02-11", false),
  ])
  func `is sought in periods that are alike or not`(from: String, to: String, areAlike: Bool) throws {
    #expect(PeriodPair(from: try Self.range(from), to: try Self.range(to)).areAlike == areAlike)
  }
}
