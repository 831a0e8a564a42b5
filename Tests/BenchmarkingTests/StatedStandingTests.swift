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
    ("77th percentile", 8_607, true), ("95th percentile", 12_592, true), ("90th percentile", 12_592, false),
    ("10th percentile", 4_000, true), ("30th percentile", 4_000, false),
  ])
  func `agrees where rounding or flooring explains it`(text: String, value: Int64, agrees: Bool) throws {
    let claim = try #require(StatedStanding(text))
    #expect(claim.disagreements(about: value * 1_000_000, in: row).isEmpty == agrees)
  }

  @Test func `is tested by the multiple alone where only the median is published`() throws {
    let median = SurveyFixture.row(at: [50: 5_996])
    let claim = try #require(StatedStanding("77th percentile, 2.1x"))
    #expect(claim.disagreements(about: 12_592_000_000, in: median).isEmpty)
    #expect(claim.disagreements(about: 8_000_000_000, in: median) == [.ratio])
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
