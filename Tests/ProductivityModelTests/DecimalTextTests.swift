import ProductivityModel
import TestSupport
import Testing

/// Decimal text is read and written exactly.
@Suite struct DecimalTextTests {
  @Test(
    arguments: [
      ("0", 2, 0), ("17.15", 2, 1715), ("-12.50", 2, -1250), ("+3", 0, 3), (".5", 1, 5), ("5.", 1, 50),
      ("-.25", 2, -25),
      ("1.500", 1, 15), ("007", 0, 7), (" \t2.5 \t", 4, 25_000), ("1.0000000", 0, 1), ("-0", 3, 0),
      ("9223372036854775807", 0, Int64.max), ("-9223372036854775807", 0, -Int64.max),
      ("9.223372036854775807", 18, .max),
    ] as [(String, Int, Int64)])
  func `a number is read as a scaled integer`(text: String, scale: Int, value: Int64) {
    #expect(DecimalText.parse(text, scale: scale) == .success(value))
  }

  @Test(arguments: [
    "", " ", ".", "-", "+", "-.", "1.2.3", "1,234", "1 2", "--1", "+-1", "1-", "1e3", "0x1F", "\u{0661}", "NaN",
    "1\u{0}",
    "1\n", "٣", "1/2", ":", "/",
  ])
  func `a text that is no number is refused`(text: String) {
    #expect(DecimalText.parse(text, scale: 2) == .failure(.notANumber))
  }

  @Test(arguments: [("1.001", 2), ("0.1", 0), ("-2.12345", 4), ("1.0000001", 6)])
  func `more decimals than the quantity holds are refused and never rounded`(text: String, scale: Int) {
    #expect(DecimalText.parse(text, scale: scale) == .failure(.tooManyDecimals))
  }

  @Test(arguments: [
    ("9223372036854775808", 0), ("-9223372036854775809", 0), ("92233720368547758.08", 2), ("99999999999999999999", 0),
    ("9223372036854775807", 1), ("10000000000000000000000000000", 6),
  ])
  func `a number beyond 64 bits is refused and never wraps`(text: String, scale: Int) {
    #expect(DecimalText.parse(text, scale: scale) == .failure(.outOfRange))
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `digits are those of the number, grouped by threes from the point`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<500 {
      let scale = Int.random(in: 0...8, using: &random)
      let value =
        round == 0 ? .min : Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<63, using: &random)
      var digits = String(value.magnitude)
      digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
      var whole = String(digits.dropLast(scale))
      let decimals = scale == 0 ? "" : "." + digits.suffix(scale)
      let sign = value < 0 ? "-" : ""
      #expect(DecimalText.fixed(value, scale: scale, decimals: scale) == sign + whole + decimals, "seed \(seed)")
      var grouped: [Substring] = []
      while whole.count > 3 {
        grouped.insert(whole.suffix(3)[...], at: 0)
        whole = String(whole.dropLast(3))
      }
      let text = sign + ([whole[...]] + grouped).joined(separator: ",") + decimals
      #expect(DecimalText.fixed(value, scale: scale, decimals: scale, grouping: true) == text, "seed \(seed)")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `what is written is read back as it was`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1000 {
      let scale = Int.random(in: 0...18, using: &random)
      let shift = Int64.random(in: 0..<63, using: &random)
      let value = Int64.random(in: -Int64.max ... .max, using: &random) >> shift
      let plain = DecimalText.plain(value, scale: scale)
      #expect(DecimalText.parse(plain, scale: scale) == .success(value), "seed \(seed): \(plain)")
      let fixed = DecimalText.fixed(value, scale: scale, decimals: scale)
      #expect(DecimalText.parse(fixed, scale: scale) == .success(value), "seed \(seed): \(fixed)")
      var bytes = Array("before ".utf8)
      DecimalText.append(value, scale: scale, to: &bytes)
      DecimalText.append(value, scale: scale, leastDecimals: scale, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == "before " + plain + fixed, "seed \(seed): \(fixed)")
    }
  }

  @Test(arguments: 21...26 as ClosedRange<UInt64>)
  func `zeros at the end are left out, and no more of them than may be`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1000 {
      let scale = Int.random(in: 0...12, using: &random)
      let zeros = Int.random(in: 0...12, using: &random)
      let least = Int.random(in: 0...scale, using: &random)
      let value = Int64.random(in: -99_999...99_999, using: &random) * Int64(DecimalText.powerOfTen(zeros))
      var text = DecimalText.fixed(value, scale: scale, decimals: scale)
      if scale > 0 {
        let point = text.utf8.count - scale
        while text.utf8.count - point > least, text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
      }
      var bytes: [UInt8] = []
      DecimalText.append(value, scale: scale, leastDecimals: least, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == text, "seed \(seed)")
    }
  }

  @Test(arguments: 31...34 as ClosedRange<UInt64>)
  func `a fixed number is appended as it is written`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<1000 {
      let (scale, decimals) = (Int.random(in: 0...6, using: &random), Int.random(in: 0...4, using: &random))
      let value = Int64.random(in: -Int64.max / 10_000 ... .max / 10_000, using: &random) >> Int64(round % 50)
      var bytes = Array("x".utf8)
      let isGrouped = round % 2 == 0
      DecimalText.appendFixed(value, scale: scale, decimals: decimals, grouping: isGrouped, to: &bytes)
      let text = DecimalText.fixed(value, scale: scale, decimals: decimals, grouping: isGrouped)
      #expect(String(decoding: bytes, as: UTF8.self) == "x" + text, "seed \(seed)")
    }
  }

  @Test(
    arguments: [
      (1715, 2, "17.15"), (1700, 2, "17"), (-1, 6, "-0.000001"), (0, 6, "0"), (100, 0, "100"), (-50, 2, "-0.5"),
      (.min, 0, "-9223372036854775808"), (.max, 18, "9.223372036854775807"),
    ] as [(Int64, Int, String)])
  func `a plain number has no more decimals than it needs`(value: Int64, scale: Int, text: String) {
    #expect(DecimalText.plain(value, scale: scale) == text)
  }

  @Test(
    arguments: [
      (125, 2, 1, "1.3"), (-125, 2, 1, "-1.3"), (124, 2, 1, "1.2"), (-124, 2, 1, "-1.2"), (5, 1, 0, "1"),
      (-5, 1, 0, "-1"),
      (4, 1, 0, "0"), (-4, 1, 0, "0"), (999_999, 6, 2, "1.00"), (1, 0, 2, "1.00"), (1_234_567, 6, 6, "1.234567"),
      (.max, 18, 0, "9"), (.max, 0, 0, "9223372036854775807"), (.min, 2, 1, "-92233720368547758.1"),
    ] as [(Int64, Int, Int, String)])
  func `a fixed number is rounded once, half away from zero`(value: Int64, scale: Int, decimals: Int, text: String) {
    #expect(DecimalText.fixed(value, scale: scale, decimals: decimals) == text)
  }

  @Test(arguments: 11...14 as ClosedRange<UInt64>)
  func `rounding agrees with whole-number arithmetic`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let value = Int64.random(in: -10_000_000...10_000_000, using: &random)
      let (quotient, rest) = value.magnitude.quotientAndRemainder(dividingBy: 1000)
      let rounded = quotient + (rest >= 500 ? 1 : 0)
      let sign = value < 0 && rounded > 0 ? "-" : ""
      #expect(DecimalText.fixed(value, scale: 3, decimals: 0) == "\(sign)\(rounded)", "seed \(seed): \(value)")
    }
  }

  @Test(
    arguments: [
      (0, "0.00"), (99_999, "999.99"), (100_000, "1,000.00"), (-123_456_789, "-1,234,567.89"),
      (10_000_000, "100,000.00"),
      (-99_999, "-999.99"),
    ] as [(Int64, String)])
  func `thousands are separated for people only`(cents: Int64, text: String) {
    #expect(DecimalText.fixed(cents, scale: 2, decimals: 2, grouping: true) == text)
    #expect(DecimalText.fixed(cents, scale: 2, decimals: 2) == text.filter { $0 != "," })
  }

  @Test(arguments: 171...176 as ClosedRange<UInt64>)
  func `the short way reads nothing otherwise than the long one, and all plain numbers`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var read = 0
    for _ in 0..<4000 {
      // Mostly digits, with all that may stand between them.
      let text = random.bytes(
        Int.random(in: 0...14, using: &random),
        from: Array("0123456789012345678901234567890123456789.. -+,e/:\u{FF}".utf8))
      let scale = Int.random(in: 0...6, using: &random)
      let short = text.withUnsafeBufferPointer { DecimalText.short($0, scale: scale) }
      let long = text.withUnsafeBufferPointer { DecimalText.parse($0, scale: scale) }
      if let short {
        read += 1
        #expect(long == .success(short), "seed \(seed): \(text), scale \(scale)")
      }
      let isPlain = (1...12).contains(text.count) && text.allSatisfy { (0x30...0x39).contains($0) }
      #expect(!isPlain || short != nil, "seed \(seed): \(text)")
    }
    #expect(read > 500, "seed \(seed)")
  }

  @Test(arguments: 181...184 as ClosedRange<UInt64>)
  func `the brief way reads every charge and count, and nothing otherwise than the long one`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func brief(_ text: [UInt8], _ scale: Int) -> Int64? {
      text.withUnsafeBufferPointer { DecimalText.brief($0, scale: scale) }
    }
    for _ in 0..<3000 {
      let cents = Int64.random(
        in: 0...Int64(DecimalText.powerOfTen(Int.random(in: 1...7, using: &random))), using: &random)
      for decimals in [0, 2] {
        let text = Array(DecimalText.fixed(cents, scale: decimals, decimals: decimals).utf8)
        let isBrief = text.count == 1 || (4...8).contains(text.count)
        let scaled = cents * Int64(DecimalText.powerOfTen(4 - decimals))
        #expect(brief(text, 4) == (isBrief ? scaled : nil), "seed \(seed): \(text)")
      }
      // One byte of it another: it may be no number any more.
      var text = Array(DecimalText.fixed(cents, scale: 2, decimals: 2).utf8)
      text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      for scale in 2...6 {
        guard let read = brief(text, scale) else { continue }
        let long = text.withUnsafeBufferPointer { DecimalText.parse($0, scale: scale) }
        #expect(long == .success(read), "seed \(seed): \(text), scale \(scale)")
      }
    }
  }

  @Test func `powers of ten are exact as far as 64 bits reach`() {
    var power: UInt64 = 1
    for exponent in 0...18 {
      #expect(DecimalText.powerOfTen(exponent) == power)
      power *= 10
    }
  }
}
