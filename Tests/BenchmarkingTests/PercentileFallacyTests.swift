import Benchmarking
import Testing

@Suite struct `Percentiles made of percentiles are found` {
  let work = SurveyFixture.row(.workRVU, at: [25: 4_050, 50: 4_900, 75: 5_850])
  let rate = SurveyFixture.row(.compensationPerWorkRVU, at: [25: 47.20, 50: 54.10, 75: 63.40])
  let total = SurveyFixture.row(.totalCompensation, at: [25: 201_000, 50: 262_000, 75: 343_000])

  @Test func `where pay is the product, to half a dollar`() {
    // 4,050 x 47.20 = 191,160; 4,900 x 54.10 = 265,090; 5,850 x 63.40 = 370,890.
    let product = SurveyFixture.row(.totalCompensation, at: [25: 191_160, 50: 265_090, 75: 370_890])
    #expect(
      PercentileFallacy.found(in: product, work, rate)
        == .productOfPercentiles(total: product, percents: [25, 50, 75]))
  }

  @Test(arguments: [(0.5, true), (0.51, false), (-0.5, true), (-0.51, false)])
  func `half a dollar is the edge where whole dollars are shown`(off: Double, isFound: Bool) {
    // 1,000 x (250 + off / 1,000) is off by what is asked.
    let product = SurveyFixture.row(.totalCompensation, at: [25: 200_000, 50: 250_000, 75: 300_000])
    let work = SurveyFixture.row(.workRVU, at: [25: 1_000, 50: 1_000, 75: 1_000])
    let rate = SurveyFixture.row(
      .compensationPerWorkRVU, at: [25: 200, 50: 250 + off / 1_000, 75: 300])
    let found = PercentileFallacy.found(in: product, work, rate)
    if isFound {
      #expect(found == .productOfPercentiles(total: product, percents: [25, 50, 75]))
    } else {
      // What is no product to half a dollar may yet be a quotient; at p50 it is off by more than the rate's last decimal.
      #expect(found != .productOfPercentiles(total: product, percents: [25, 50, 75]))
    }
  }

  @Test func `where the rate is the quotient, to half of its last decimal`() {
    // 201,000 / 4,050 = 49.6296; 262,000 / 4,900 = 53.4694; 343,000 / 5,850 = 58.6325.
    let quotient = SurveyFixture.row(.compensationPerWorkRVU, at: [25: 49.63, 50: 53.47, 75: 58.63])
    #expect(
      PercentileFallacy.found(in: total, work, quotient)
        == .quotientOfPercentiles(rate: quotient, percents: [25, 50, 75]))
    let whole = SurveyFixture.row(.compensationPerWorkRVU, at: [25: 50, 50: 53, 75: 59])
    #expect(
      PercentileFallacy.found(in: total, work, whole) == .quotientOfPercentiles(rate: whole, percents: [25, 50, 75]))
  }

  @Test(arguments: [(250.13, true), (250.14, false), (249.87, true), (249.86, false)])
  func `half of its last decimal and what half a work RVU changes is the edge`(median: Double, isFound: Bool) {
    // 0.005 + 250,000 x 0.5 / 1,000^2 = 0.13.
    let pay = SurveyFixture.row(.totalCompensation, at: [25: 250_000, 50: 250_000, 75: 250_000])
    let work = SurveyFixture.row(.workRVU, at: [25: 1_000, 50: 1_000, 75: 1_000])
    let rate = SurveyFixture.row(.compensationPerWorkRVU, at: [25: 250.01, 50: median, 75: 250.01])
    #expect((PercentileFallacy.found(in: pay, work, rate) != nil) == isFound)
  }

  @Test func `and three rows that were surveyed are let be`() {
    #expect(PercentileFallacy.found(in: total, work, rate) == nil)
  }

  @Test func `from three percentiles on`() {
    let two = SurveyFixture.row(.totalCompensation, at: [25: 191_160, 50: 265_090])
    #expect(PercentileFallacy.found(in: two, work, rate) == nil)
  }

  @Test func `within one cell of one survey`() {
    let product = SurveyFixture.row(.totalCompensation, at: [25: 191_160, 50: 265_090, 75: 370_890])
    #expect(PercentileFallacy.all(in: [work, rate, product]).count == 1)
    let elsewhere = SurveyFixture.row(.totalCompensation, region: "West", at: [25: 191_160, 50: 265_090, 75: 370_890])
    #expect(PercentileFallacy.all(in: [work, rate, elsewhere]).isEmpty)
  }

  @Test func `values beyond all reason are looked at without a stop`() {
    func huge(_ metric: SurveyMetric) -> SurveyRow {
      var row = SurveyFixture.row(metric, at: [50: 1])
      row.points = [25, 50, 75].map { SurveyPoint(percent: $0, millionths: .max) }
      return row
    }
    let rows = [huge(.totalCompensation), huge(.workRVU), huge(.compensationPerWorkRVU)]
    #expect(PercentileFallacy.all(in: rows).isEmpty)
    #expect(SurveyTriple.all(in: rows).allSatisfy { !$0.isImplausible })
  }
}

@Suite struct `The medians of pay, work and rate` {
  let work = SurveyFixture.row(.workRVU, at: [50: 5_000])
  let total = SurveyFixture.row(.totalCompensation, at: [50: 250_000])

  @Test(arguments: [(50.0, false), (150, false), (150.01, true), (16.67, false), (16.66, true), (5_000, true)])
  func `are doubted beyond a factor of three`(rate: Double, isDoubted: Bool) throws {
    let rows = [work, total, SurveyFixture.row(.compensationPerWorkRVU, at: [50: rate])]
    #expect(try #require(SurveyTriple.all(in: rows).first).isImplausible == isDoubted)
  }
}
