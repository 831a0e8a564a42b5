import Benchmarking
import Testing

@Suite struct `A stated standing` {
  /// The example of the specification: at 8,000 the 71.679th, at 12,592 above the 90th and 2.10 times the median.
  let row = SurveyFixture.row(at: [25: 5_015, 50: 5_996, 75: 8_307, 90: 11_284])

  @Test(
    arguments: [
      ("77th percentile, 2.1x median", 77_000, 2_100_000), ("p77,2.1x", 77_000, 2_100_000),
      ("71.7 percentile", 71_700, nil), ("3rd percentile", 3_000, nil), ("1.43 times the median", nil, 1_430_000),
      ("2.1\u{D7} median", nil, 2_100_000), ("the 22nd percentile at 0.8x", 22_000, 800_000), ("50%ile", 50_000, nil),
    ] as [(String, Int?, Int64?)])
  func `is read as people write it`(text: String, percent: Int?, times: Int64?) throws {
    let standing = try #require(StatedStanding(text))
    #expect(standing.percentThousandths == percent && standing.timesMillionths == times)
  }

  @Test(arguments: [
    "", "high", "percentile", "100th percentile", "0x", "77", "2.1", "77th percentile of the 80th percentile",
    "near the 90th percentile", "not at the 90th percentile", "between 50th and 75th", "almost 2x", "rather than p90",
  ])
  func `is not made up where there is none`(text: String) { #expect(StatedStanding(text) == nil) }

  @Test func `of the 77th percentile at 2.1 times the median disagrees three times`() throws {
    let claim = try #require(StatedStanding("77th percentile, 2.1x median"))
    let found = claim.disagreements(about: 12_592_000_000, in: row)
    // 2.1 is right for 12,592; the 77th is not, and p77 is 8,703.93 / 5,996 = 1.4516 times the median.
    #expect(found.count == 2)
    #expect(found.first == .percentile)
    guard case .eachOther(let there) = found.last else {
      Issue.record("\(found)")
      return
    }
    #expect(there.map { abs($0 - 1.4516) < 0.0001 } == true)
  }

  @Test(arguments: [
    // 8,553 stands at 76.24: floored and rounded it is the 76th.
    ("76th percentile", 8_553, true), ("76.2th percentile", 8_553, true), ("77th percentile", 8_553, false),
    ("75th percentile", 8_553, false), ("76th percentile, 1.4x", 8_553, true), ("1.43x", 8_553, true),
    ("1.5x", 8_553, false), ("76th percentile", 8_605, true),
    // 8,605.76 stands at 76.505: the 76th floored and the 77th rounded.
    ("77th percentile", 8_607, true), ("30th percentile", 4_000, false), ("89th percentile", 12_592, false),
    // 8,505.4667 is 76.0 exactly: 8,505 is 75.998, floored the 75th and rounded the 76th; 8,506 is 76.003.
    ("75th percentile", 8_505, true), ("76th percentile", 8_505, true), ("77th percentile", 8_505, false),
    ("75th percentile", 8_506, false), ("76th percentile", 8_506, true), ("77th percentile", 8_506, false),
    ("76.3th percentile", 8_553, false), ("76.24 percentile", 8_553, true), ("76.23 percentile", 8_553, true),
    ("76.25 percentile", 8_553, false),
  ])
  func `agrees where rounding or flooring explains it`(text: String, value: Int64, agrees: Bool) throws {
    let claim = try #require(StatedStanding(text))
    #expect(claim.disagreements(about: value * 1_000_000, in: row).isEmpty == agrees)
  }

  @Test(arguments: [
    ("above the 90th percentile", 12_592, true), ("above the 90th percentile, 2.1x median", 12_592, true),
    ("above the 75th percentile", 8_553, true), ("at or above the 70th percentile", 8_553, true),
    ("below the 25th percentile", 4_000, true), (">90th", 12_592, true), ("<p25", 4_000, true), ("p70+", 8_553, true),
    ("75th percentile or above", 8_553, true), ("at least the 75th percentile", 8_307, true),
    ("above the 75th percentile", 8_307, false), ("no more than the 75th percentile", 8_307, true),
    ("above the 76.2th percentile", 8_553, true), ("above the 77th percentile", 8_553, false),
    ("at or above p77", 8_553, false), ("below the 76th percentile", 8_553, false),
    ("at or below the 77th percentile", 8_553, true), ("above the 30th percentile", 4_000, false),
    ("below the 90th percentile", 12_592, false), ("at most the 50th percentile", 12_592, false),
    ("above 2x the median", 12_592, true), ("more than 2.2x", 12_592, false), ("less than 2.2x", 12_592, true),
    ("at least 1.5 times the median", 8_553, false),
    // At the 90th percentile the median is exceeded 1.88 times, so above it no one has 1.5 times the median.
    ("above the 90th percentile, below 1.5x", 12_592, false),
  ])
  func `is understood as a bound where it is one`(text: String, value: Int64, agrees: Bool) throws {
    let claim = try #require(StatedStanding(text))
    let found = claim.disagreements(about: value * 1_000_000, in: row)
    #expect(found.isEmpty == agrees && !found.contains(.percentileNotTold), "\(found)")
  }

  @Test(arguments: [
    ("95th percentile", 12_592), ("99th percentile, 2.1x median", 12_592), ("90th percentile", 12_592),
    ("above the 95th percentile", 12_592), ("below the 95th percentile", 12_592), ("10th percentile", 4_000),
    ("above the 10th percentile", 4_000), ("at or below p10", 4_000), ("25th percentile", 4_000),
  ])
  func `cannot be told where it and the value are beyond what is published`(text: String, value: Int64) throws {
    let claim = try #require(StatedStanding(text))
    #expect(claim.disagreements(about: value * 1_000_000, in: row) == [.percentileNotTold])
  }

  @Test func `of a row with a median alone is known on which side of it a value stands`() throws {
    let median = SurveyFixture.row(at: [50: 5_996])
    func found(_ text: String, _ value: Int64) throws -> [StatedStanding.Disagreement] {
      try #require(StatedStanding(text)).disagreements(about: value * 1_000_000, in: median)
    }
    #expect(try found("77th percentile, 2.1x", 12_592) == [.percentileNotTold])
    #expect(try found("77th percentile, 2.1x", 8_000) == [.percentileNotTold, .ratio])
    #expect(try found("above the 50th percentile", 8_000).isEmpty && found("50th percentile", 5_996).isEmpty)
    #expect(try found("70th percentile", 5_000) == [.percentile] && found("30th", 5_000) == [.percentileNotTold])
  }

  @Test(arguments: [[25: 5_000, 75: 7_000], [25: 0, 50: 0, 75: 7_000]] as [KeyValuePairs<Int, Double>])
  func `of a multiple cannot be told without a median, or with one of zero`(points: KeyValuePairs<Int, Double>) throws {
    let claim = try #require(StatedStanding("1.7x median"))
    #expect(claim.disagreements(about: 6_000_000_000, in: SurveyFixture.row(at: points)) == [.ratioNotTold])
  }

  @Test func `on a plateau is any of its percentiles`() throws {
    let flat = SurveyFixture.row(at: [10: 3_000, 25: 4_000, 50: 4_000, 75: 6_000])
    for (text, agrees) in [
      ("25th", true), ("40th", true), ("50th", true), ("24th", false), ("51st", false), ("above the 24th", true),
      ("above the 30th", false), ("at least the 50th", true), ("below the 50th", false),
    ] {
      let claim = try #require(StatedStanding(text))
      #expect(claim.disagreements(about: 4_000_000_000, in: flat).isEmpty == agrees, "\(text)")
    }
  }

  @Test func `agrees with every value at its own percentile floored and rounded, and with nothing else`() throws {
    for value in stride(from: Int64(5_015), through: 11_284, by: 7) {
      guard case .at(let own) = Placement(ofMillionths: value * 1_000_000, among: row.points).position else {
        Issue.record("\(value)")
        continue
      }
      // No whole value of this row is so near a whole or half percent that floating point could mistake it.
      let right = Set([Int((own + 1e-9).rounded(.down)), Int((own + 0.5 + 1e-9).rounded(.down))])
      for percent in 25...90 {
        let claim = try #require(StatedStanding("p\(percent)"))
        #expect(
          claim.disagreements(about: value * 1_000_000, in: row).isEmpty == right.contains(percent),
          "\(value) at \(own): \(percent)")
      }
    }
  }
}

@Suite struct `A survey's row is doubted` {
  private func kinds(_ row: SurveyRow) -> [SurveyDoubt.Kind] { SurveyDoubt.all(about: row).map(\.kind) }

  @Test func `never where it is as surveys are`() {
    #expect(kinds(SurveyFixture.row(mean: 5_200, at: [25: 4_000, 50: 5_000, 75: 6_500])).isEmpty)
  }

  @Test(arguments: [
    (SurveyMetric.workRVU, 60_001.0, SurveyDoubt.Kind.wrongMagnitude), (.workRVU, 60_000, .oddMagnitude),
    (.workRVU, 299, .oddMagnitude), (.totalCompensation, 19_999, .wrongMagnitude),
    (.totalCompensation, 20_000, .oddMagnitude), (.compensationPerWorkRVU, 0.5, .wrongMagnitude),
    (.compensationPerWorkRVU, 2_001, .wrongMagnitude), (.compensationPerWorkRVU, 401, .oddMagnitude),
  ])
  func `by the magnitude of its median`(metric: SurveyMetric, median: Double, kind: SurveyDoubt.Kind) {
    let doubts = SurveyDoubt.all(about: SurveyFixture.row(metric, at: [50: median]))
    #expect(doubts.map(\.kind) == [kind])
    #expect(doubts.map(\.isError) == [kind == .wrongMagnitude])
  }

  @Test func `in words where its values may be in thousands`() {
    let slip = SurveyDoubt.all(about: SurveyFixture.row(at: [25: 4, 50: 5, 75: 6]))
    #expect(slip.map(\.message) == ["p50 of work RVUs is 5, which is unusual: it may be in thousands"])
    let few = SurveyDoubt.all(about: SurveyFixture.row(at: [50: 150]))
    #expect(few.map(\.message) == ["p50 of work RVUs is 150, which is unusual"])
  }

  @Test func `by its mean, its counts, and a median that is not there`() {
    #expect(kinds(SurveyFixture.row(mean: 3_999, at: [25: 4_000, 50: 5_000])) == [.meanOutside])
    #expect(kinds(SurveyFixture.row(mean: 4_000, at: [25: 4_000, 50: 5_000])).isEmpty)
    #expect(kinds(SurveyFixture.row(at: [25: 4_000, 75: 5_000])) == [.noMedian])
    var row = SurveyFixture.row(n: 9, at: [50: 5_000])
    row.organisations = 10
    #expect(kinds(row) == [.fewerThanOrganisations])
    #expect(kinds(SurveyFixture.row(at: [25: 0, 50: 0])) == [.allZero])
  }
}
