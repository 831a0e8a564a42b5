import Ingest
import MedicareFees
import ProductivityModel
import Tabular
import TestSupport
import Testing
import Threads

@testable import Pipeline

@Suite struct `A price list` {
  private static let library = Result { try FeeLibrary(dataFolder: PackageRoot.path("benchmarks-data")) }

  /// The output's records, and the summary.
  static func price(
    _ list: [UInt8], _ options: PriceOptions = PriceOptions(), piece: Int = .max, priced: Int = PriceRun.pieceSize
  ) throws -> (records: [[String]], bytes: [UInt8], summary: PriceSummary) {
    var bytes: [UInt8] = []
    let reader = try PriceReader(
      MemorySource(list, piece: piece), shownAs: "list.csv", ignoringDates: options.release != nil,
      adding: PriceRun.columns)
    let summary = try PriceRun.execute(reader, options, library: try library.get(), piece: priced) { bytes += $0 }
    return (try records(bytes), bytes, summary)
  }

  /// A list whose output takes more than two pieces: few rows, each with much that is the user's own.
  private static let long: [UInt8] = {
    let filler = String(repeating: "x", count: 4_000)
    let lines = (0..<700).map { "2025D,01112,05,\($0 % 2 == 0 ? "99213" : "99214"),row \($0) \(filler)" }
    return Array((["release,mac,locality,code,note of mine"] + lines).joined(separator: "\n").utf8)
  }()

  @Test func `a list of several pieces goes out whole and in order, on one thread and on two`() throws {
    let one = try Workers.using(1) { try Self.price(Self.long).bytes }
    let two = try Workers.using(2) { try Self.price(Self.long).bytes }
    #expect(one.count > 2 << 20)
    #expect(one == two)
    let rows = one.split(separator: 0x0A).dropFirst().map {
      String(decoding: $0.dropFirst(21).prefix(8), as: UTF8.self)
    }
    #expect(rows == (0..<700).map { String("row \($0) xxxxxxxx".prefix(8)) })
  }

  @Test(arguments: [1, 2]) func `an output that cannot be written stops the run`(threads: Int) throws {
    struct Full: Error {}
    var pieces = 0
    #expect(throws: Full.self) {
      try Workers.using(threads) {
        let reader = try PriceReader(MemorySource(Self.long), shownAs: "list.csv", adding: PriceRun.columns)
        _ = try PriceRun.execute(reader, PriceOptions(), library: try Self.library.get()) { _ in
          pieces += 1
          if pieces == 2 { throw Full() }
        }
      }
    }
    #expect(pieces == 2)
  }

  @Test(
    arguments: [
      (0, "0.00"), (7, "0.07"), (99, "0.99"), (100, "1.00"), (-250, "-2.50"), (1_234, "12.34"), (99_999, "999.99"),
      (100_000, "1000.00"), (123_456_789, "1234567.89"), (Int64.max, "92233720368547758.07"),
      (Int64.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func `an amount is written in dollars and cents`(cents: Int64, text: String) throws {
    var written = ""
    var bytes = PriceBytes()
    bytes.append(cents: cents)
    try bytes.give { written += String(decoding: $0, as: UTF8.self) }
    #expect(written == text)
  }

  private static func records(_ bytes: [UInt8]) throws -> [[String]] {
    var reader = DelimitedReader(MemorySource(bytes))
    var records: [[String]] = []
    while try reader.next() { records.append(reader.texts()) }
    return records
  }

  private static func price(_ lines: String..., options: PriceOptions = PriceOptions()) throws -> [[String]] {
    try price(Array((lines.joined(separator: "\n") + "\n").utf8), options).records
  }

  /// The record layout's formula with nothing rounded before the cent, for San Francisco (1.088, 1.419, 0.445):
  /// 99213 of 2025D: (1.30 x 1.088 + 1.33 x 1.419 + 0.10 x 0.445) x 32.3465 = 3.34617 x 32.3465... = 108.24;
  /// the shipped figures decide, and are worked out here from the rows themselves.
  @Test func `an office visit in San Francisco is its three parts times their indices`() throws {
    let records = try Self.price("release,mac,locality,code", "2025D,01112,05,99213")
    let row = try #require(try Self.library.get().load("2025D").schedule.row("99213"))
    // Hundredths x thousandths x ten-thousandths: billionths of a dollar.
    let adjusted =
      row.work.millionths / 10_000 * 1_088 + Int64(row.nonfacilityPE.hundredths) * 1_419
      + Int64(row.malpractice.hundredths) * 445
    let cents = (adjusted * 323_465 + 5_000_000) / 10_000_000
    #expect(records[1][4] == Money(cents: cents).description)
    #expect(records[1][4] == "109.15")
  }

  @Test func `columns stand in any order, and others are carried through as they are`() throws {
    let records = try Self.price(
      #"note to self,CODE,locality,amount,mac,release"#, #""a, ""b""",99213,05,=1+1,01112,2025D"#)
    #expect(records[0].prefix(6) == ["note to self", "CODE", "locality", "amount", "mac", "release"])
    #expect(records[1].prefix(6) == [#"a, "b""#, "99213", "05", "=1+1", "01112", "2025D"])
    #expect(records[1][6] == "109.15")
  }

  @Test func `a locality that the release lacks is named, also where an option names it`() throws {
    let place = PriceRow.Place.locality(try #require(LocalityKey("01112-98")))
    let texts = try [
      Self.price(Array("release,mac,locality,code\n2025D,01112,98,99213\n".utf8)),
      Self.price(Array("release,code\n2025D,99213\n".utf8), PriceOptions(place: place)),
    ].map { try #require($0.summary.faults.first?.findings.first).message }
    #expect(
      texts == [
        "the release has no locality 01112-98", "the release does not have the locality that --locality names",
      ])
  }

  @Test func `a day takes its release and its own factor`() throws {
    let records = try Self.price(
      "service_date,code", "2024-03-08,99213", "2024-03-09,99213", "2026-01-02,99213", "1990-01-01,99213",
      options: PriceOptions(place: .national))
    let amount = records[0].firstIndex(of: "nonfacility_amount") ?? 0
    let release = records[0].firstIndex(of: "priced_release") ?? 0
    #expect(records.dropFirst().map { $0[release] } == ["2024A", "2024AR", "2026A", ""])
    // 2.73 RVUs at 32.7442 and 33.2875.
    #expect(records[1][amount] == "89.39")
    #expect(records[2][amount] == "90.87")
    #expect(records[4].last == "release-missing")
  }

  @Test func `a release's own days decide on its factor`() throws {
    for (release, factor) in [("2024A", "32.7442"), ("2024AR", "33.2875"), ("2024C", "33.2875"), ("2026A", "33.4009")] {
      let list = Array("code\n99213\n".utf8)
      let summary = try Self.price(list, PriceOptions(release: release, place: .national)).summary
      #expect(summary.bases.first?.basis.factor?.factor.description == factor)
      #expect((summary.bases.first?.basis.factor?.citation.count ?? 0) > 20)
    }
    let qualifying = try Self.price(
      Array("code\n99213\n".utf8), PriceOptions(release: "2026A", place: .national, qualifying: true))
    #expect(qualifying.summary.bases.first?.basis.factor?.factor.description == "33.5675")
    let before = try Self.price(
      Array("code\n99213\n".utf8), PriceOptions(release: "2025D", place: .national, qualifying: true))
    #expect(before.records[1].last == "no-conversion-factor")
  }

  @Test(arguments: [
    ("2025D,national,,99213,", ""), ("2025D,01112,05,44310,", "na-nonfacility"),
    ("2025D,01112,05,70551,TC", "na-facility"),
    ("2025D,01112,05,4431O,", "not-in-release"), ("2025D,01112,05,99213,26", "modifier-not-in-release"),
    ("2025D,01112,05,36415,", "status-x"), ("2025D,01112,05,00100,", "no-base-units"),
    ("2025D,01112,99,99213,", "unknown-locality"), ("2029A,01112,05,99213,", "unknown-release"),
    ("2025D,1112,5,99213,", ""), ("2025D,x,05,99213,", "malformed-locality"), ("2025D,01112,,99213,", "missing-value"),
    ("2025D,,,99213,", "missing-value"), ("2025D,01112,05,,", "missing-value"),
    ("2025D,01112,05,9921,", "malformed-code"),
    ("2025D,01112,05,99213,2", "malformed-modifier"), ("2025D,01112,05,99213", "ragged-row"),
    ("2025D,01112,05,\"99213,", "unclosed-quote"), (",01112,05,99213,", "missing-value"),
  ])
  func `a row without a plain amount says why`(row: String, note: String) throws {
    let (records, _, summary) = try Self.price(Array("release,mac,locality,code,modifier\n\(row)\n".utf8))
    #expect(records.count == 2)
    #expect(records[1].count == records[0].count)
    #expect(records[1].last == note)
    #expect(summary.rows == summary.priced + summary.withoutAmount.reduce(0) { $0 + $1.count } + summary.notUnderstood)
  }

  @Test func `a fault has its line, its column and a remedy, and shows no cell that does not fit`() throws {
    let marked = MarkedText("release,mac,locality,code\n2025D,01112,05,99213\n2025D,01112,05,▸MRN0012345\n")
    let summary = try Self.price(marked.bytes).summary
    let told = try #require(summary.faults.first?.findings.first).description
    #expect(told.hasPrefix("list.csv:\(marked.place): error: "))
    #expect(told.contains("[malformed-code]") && told.contains("hint: "))
    #expect(!told.contains("0012345"))
  }

  @Test func `of many faults of a kind the first few are told and all are counted`() throws {
    let list = "release,mac,locality,code\n" + String(repeating: "2025D,01112,05,x\n", count: 5_000)
    let summary = try Self.price(Array(list.utf8)).summary
    #expect(summary.faults.count == 1)
    #expect(summary.faults[0].count == 5_000)
    #expect(summary.faults[0].findings.count == 3)
  }

  @Test(arguments: [
    "", "mac,locality,code\n", "release,locality,code\n", "release,mac,code\n", "release,mac,locality\n",
    "release,mac,locality,code,code\n", "release,mac,locality,code,modifer\n", "release,mac,locality,code,note\n",
    "release;mac;locality;code\n", "2025D,01112,05,99213\n",
  ])
  func `a header that cannot be used stops the list`(list: String) throws {
    #expect(throws: InputFailure.self) { try Self.price(Array(list.utf8)) }
  }

  /// The fast path against the slow one: each row's amounts are those of `Payment`, whatever stands around them.
  @Test func `every amount is that of the slow way`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    let library = try Self.library.get()
    let rules = try library.paymentRules()
    for name in ["2022D", "2025D", "2026A"] {
      let schedule = try library.load(name).schedule
      let places = try #require(try library.localities(of: schedule.info)).localities
      let day = schedule.info.effective.first
      let factor = try #require(library.conversionFactor(.national, on: day)).factor
      var list = "code,extra,modifier,mac,locality,release\r\n"
      var asked: [(FeeRow, Locality)] = []
      for _ in 0..<4_000 {
        let row = try #require(schedule.rows.randomElement(using: &random))
        let place = try #require(places.randomElement(using: &random))
        asked.append((row, place))
        let extra = ["", "plain", "\"a,b\"", "\"x\"\"y\"", " ", "é"].randomElement(using: &random) ?? ""
        list +=
          "\(row.code),\(extra),\(row.component?.description ?? ""),\(place.key.macText),\(place.key.numberText),\(name)\n"
      }
      let (records, _, summary) = try Self.price(
        Array(list.utf8), piece: Int.random(in: 1...9_000, using: &random))
      #expect(records.count == asked.count + 1, "seed \(seed)")
      #expect(summary.rows == asked.count && summary.notUnderstood == 0, "seed \(seed)")
      for ((row, place), record) in zip(asked, records.dropFirst()) {
        for (offset, setting) in [Setting.nonfacility, .facility].enumerated() {
          let payment = Payment(row, in: setting, at: factor, gpci: place.gpci)
          let limit = payment.flatMap { rules.limitingCharge(of: $0.amount, on: day) }
          let fee = payment.flatMap { $0.cappedAmount == nil ? nil : $0.feeScheduleAmount }
          let share = payment.flatMap { rules.nonparticipatingAmount(of: $0.amount, on: day) }
          let expected = [payment?.amount, limit, fee, payment?.cappedAmount, share].map { $0?.description ?? "" }
          let found = [
            record[6 + offset], record[8 + offset], record[10 + offset], record[12 + offset], record[14 + offset],
          ]
          #expect(found == expected, "seed \(seed): \(row.code) \(place.key) \(setting)")
        }
      }
    }
  }

  /// Whatever the bytes, each record of the input has one in the output, in its place, with its cells.
  @Test func `hostile bytes lose no row`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    let choices = Array("2025D,01112,05,99213,26\"\n\r ,,\u{0}\u{FE}é-national".utf8)
    for _ in 0..<300 {
      let list =
        Array("release,mac,locality,code,modifier\n".utf8)
        + random.bytes(Int.random(in: 0...400, using: &random), from: choices)
      var reader = DelimitedReader(MemorySource(list))
      var count = -1
      while try reader.next() { count += 1 }
      let (records, bytes, summary) = try Self.price(list, piece: Int.random(in: 1...64, using: &random))
      #expect(summary.rows == count, "seed \(seed)")
      #expect(records.count == count + 1, "seed \(seed)")
      #expect(records.allSatisfy { $0.count == records[0].count }, "seed \(seed)")
      #expect(bytes.last == 0x0A, "seed \(seed)")
      let without = summary.withoutAmount.reduce(0) { $0 + $1.count }
      #expect(summary.rows == summary.priced + without + summary.notUnderstood, "seed \(seed)")
    }
  }
}

extension ProcedureCode: ExpressibleByStringLiteral {
  /// A code written in a test.
  public init(stringLiteral text: String) {
    guard let code = ProcedureCode(text) else { preconditionFailure("not a code: \(text)") }
    self = code
  }
}
