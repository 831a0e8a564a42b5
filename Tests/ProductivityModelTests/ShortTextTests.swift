import ProductivityModel
import TestSupport
import Testing

/// Numbers and days in registers are those of the general ways to write them.
@Suite struct `A short text` {
  /// A number of any size, positive as often as negative, near a power of ten as often as not.
  private static func number(_ random: inout SplitMix64) -> Int64 {
    let any = Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<63, using: &random)
    guard Bool.random(using: &random) else { return any }
    let power = Int64(DecimalText.powerOfTen(Int.random(in: 0...18, using: &random)))
    return (power + Int64.random(in: -2...2, using: &random)) * (Bool.random(using: &random) ? 1 : -1)
  }

  /// What the general way writes.
  private static func plain(_ value: Int64, scale: Int, leastDecimals: Int = 0) -> String {
    var bytes: [UInt8] = []
    DecimalText.append(value, scale: scale, leastDecimals: leastDecimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a number has few enough digits before the point.
  private static func isShort(_ value: Int64, scale: Int) -> Bool {
    value.magnitude / DecimalText.powerOfTen(scale) < (value < 0 ? 1_000_000 : 10_000_000)
  }

  @Test(arguments: 31...36 as ClosedRange<UInt64>)
  func `is the number that is written in the general way, or none where that is long`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    for round in 0..<20_000 {
      let value = round < 1_000 ? Int64(round) - 500 : Self.number(&random)
      func check(_ short: ShortText?, scale: Int, leastDecimals: Int = 0) {
        #expect((short != nil) == Self.isShort(value, scale: scale), "seed \(seed): \(value), scale \(scale)")
        guard let short else { return }
        let plain = Self.plain(value, scale: scale, leastDecimals: leastDecimals)
        #expect(short.description == plain && short.count == plain.utf8.count, "seed \(seed): \(value), scale \(scale)")
      }
      check(ShortText(value), scale: 0)
      check(ShortText(hundredths: value), scale: 2)
      check(ShortText(hundredths: value, leastDecimals: 2), scale: 2, leastDecimals: 2)
      check(ShortText(tenThousandths: value), scale: 4)
      check(ShortText(millionths: value), scale: 6)
      if let bound = ShortText(value, behind: UInt8(ascii: "<")) { #expect(bound.description == "<\(value)") }
    }
    #expect(ShortText(-1, behind: UInt8(ascii: "<")) == nil && ShortText(1_000_000, behind: UInt8(ascii: "<")) == nil)
    #expect(ShortText(999_999, behind: UInt8(ascii: ">"))?.description == ">999999")
    #expect(ShortText.zero.description == "0" && ShortText.empty.description.isEmpty)
  }

  @Test func `is the day or the month that is written in the general way`() throws {
    for day in stride(from: Int32(-719_527), through: 2_932_896, by: 29) {
      let date = CalendarDate(daysSinceEpoch: day)
      let month = YearMonth(containing: date)
      #expect(try #require(ShortText(date)).description == date.description)
      #expect(try #require(ShortText(month)).description == month.description)
    }
    #expect(ShortText(CalendarDate(daysSinceEpoch: 2_932_897)) == nil)
  }
}
