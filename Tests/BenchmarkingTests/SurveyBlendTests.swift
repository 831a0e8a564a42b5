import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@Suite struct `A value between published points` {
  let row = SurveyFixture.row(at: [25: 5_015, 50: 5_996, 75: 8_307, 90: 11_284])

  @Test(arguments: [
    // 5,996 + 27/25 of nothing: 77 lies 2 of 15 percents above p75: 8,307 + 2/15 x 2,977 = 8,703.933333.
    (25_000, Int64(5_015_000_000)), (50_000, 5_996_000_000), (77_000, 8_703_933_333), (37_500, 5_505_500_000),
    (90_000, 11_284_000_000),
  ])
  func `is linear and rounded once`(thousandths: Int, value: Int64) {
    #expect(row.millionths(atPercentThousandths: thousandths) == value)
  }

  @Test(arguments: [24_999, 90_001, 0, 99_000]) func `is never beyond them`(thousandths: Int) {
    #expect(row.millionths(atPercentThousandths: thousandths) == nil)
  }
}

@Suite struct `A blend of surveys` {
  @Test func `is the mean at each common percent by weight times n`() throws {
    // Weights 2 x 100 and 1 x 300. At p50: (200 x 5,000 + 300 x 6,000) / 500 = 5,600.
    let a = SurveyFixture.row(survey: "A", n: 100, mean: 5_200, at: [25: 4_000, 50: 5_000, 75: 6_500])
    let b = SurveyFixture.row(survey: "B", n: 300, mean: 6_200, at: [10: 3_000, 50: 6_000, 75: 7_000, 90: 9_000])
    let blend = try SurveyBlend([.init(a, weightMillionths: 2_000_000), .init(b)])
    // p10 and p90 lie outside A. p25 of B is 3,000 + 15/40 x 3,000 = 4,125: (200 x 4,000 + 300 x 4,125) / 500 = 4,075.
    #expect(blend.row.points.map(\.percent) == [25, 50, 75])
    #expect(blend.row.points.map(\.millionths) == [4_075_000_000, 5_600_000_000, 6_800_000_000])
    #expect(blend.row.respondents == 400 && blend.row.meanMillionths == 5_800_000_000)
    #expect(blend.row.deviationMillionths == nil && blend.row.organisations == nil)
    #expect(blend.row.survey == "Blend of A and B" && blend.row.dataYear == 2025)
    for words in [
      "Approximate", "A 2026, data of 2025 (Urology, weight 2, n = 100)", "weight 1, n = 300", "p25, p50 and p75",
    ] { #expect(blend.basis.contains(words), "\(blend.basis)") }
  }

  @Test func `is called by its surveys, and its year stands beside the name alone`() throws {
    func name(_ rows: [SurveyRow]) throws -> String {
      let row = try SurveyBlend(rows.map { .init($0) }).row
      return "\(row.survey) \(row.year)"
    }
    let alpha = SurveyFixture.row(survey: "Alpha", year: 2025, data: 2024, at: [50: 5_000])
    let beta = SurveyFixture.row(survey: "Beta", year: 2024, data: 2023, at: [50: 6_000])
    let older = SurveyFixture.row(survey: "Alpha", year: 2024, data: 2023, at: [50: 4_900])
    #expect(try name([alpha, beta]) == "Blend of Alpha and Beta 2025")
    #expect(try name([alpha, older]) == "Blend of 2 years of Alpha 2025")
    #expect(try name([alpha, older, beta]) == "Blend of Alpha and Beta 2025")
  }

  @Test func `can be by stated weight alone, where n is not known`() throws {
    let a = SurveyFixture.row(survey: "A", data: 2024, n: nil, at: [50: 5_000])
    let b = SurveyFixture.row(survey: "B", data: 2025, n: 10, at: [25: 5_000, 75: 7_000])
    #expect(throws: SurveyBlend.Refusal.noRespondents(a.position)) { try SurveyBlend([.init(a), .init(b)]) }
    let blend = try SurveyBlend([.init(a, weightMillionths: 3_000_000), .init(b)], by: .weight)
    // (3 x 5,000 + 1 x 6,000) / 4 = 5,250.
    #expect(blend.row.points == [SurveyPoint(percent: 50, millionths: 5_250_000_000)])
    #expect(blend.row.respondents == nil && blend.row.dataYear == nil)
  }

  @Test func `is refused where there is nothing to blend`() {
    let a = SurveyFixture.row(at: [10: 1_000, 25: 2_000])
    #expect(throws: SurveyBlend.Refusal.tooFew) { try SurveyBlend([.init(a)]) }
    #expect(throws: SurveyBlend.Refusal.nothingInCommon) {
      try SurveyBlend([.init(a), .init(SurveyFixture.row(at: [50: 3_000, 75: 4_000]))])
    }
    #expect(throws: SurveyBlend.Refusal.noWeight) { try SurveyBlend([.init(a), .init(a, weightMillionths: 0)]) }
    let pay = SurveyFixture.row(.totalCompensation, at: [10: 200_000])
    #expect(throws: SurveyBlend.Refusal.differentMetrics(.workRVU, .totalCompensation)) {
      try SurveyBlend([.init(a), .init(pay)])
    }
  }

  @Test
  func `lies between its parts, never falls, and does not depend on their order or on a common factor of the weights`()
    throws
  {
    let seed: UInt64 = 20_260_714
    var random = SplitMix64(seed: seed)
    for round in 0..<200 {
      let rows = (0..<3).map { number in
        var value = Int64(random.next() % 5_000) + 500
        let points = [10, 25, 50, 75, 90].map { percent in
          value += Int64(random.next() % 3_000_000_000)
          return SurveyPoint(percent: percent, millionths: value)
        }
        var row = SurveyFixture.row(survey: "S\(number)", n: Int(random.next() % 900) + 1, at: [50: 1])
        row.points = points
        return row
      }
      let weights = rows.map { _ in Int64(random.next() % 5_000_000) + 1 }
      let parts = zip(rows, weights).map { SurveyBlend.Part($0, weightMillionths: $1) }
      let blend = try SurveyBlend(parts)
      let values = blend.row.points.map(\.millionths)
      #expect(values == values.sorted(), "seed \(seed), round \(round)")
      for point in blend.row.points {
        let own = rows.compactMap { $0.millionths(atPercent: point.percent) }
        #expect(own.min().map { $0 <= point.millionths } == true, "seed \(seed), round \(round)")
        #expect(own.max().map { $0 >= point.millionths } == true, "seed \(seed), round \(round)")
      }
      #expect(try SurveyBlend(parts.reversed()).row.points == blend.row.points, "seed \(seed), round \(round)")
      let doubled = zip(rows, weights).map { SurveyBlend.Part($0, weightMillionths: 2 * $1) }
      #expect(try SurveyBlend(doubled).row.points == blend.row.points, "seed \(seed), round \(round)")
    }
  }
}

@Suite struct `Whole surveys are blended` {
  let names = SpecialtyNames(reviewed: [.init("Orthopaedic Surgery", for: "Orthopedic Surgery")])

  @Test(arguments: SurveyBlend.Weighing.allCases)
  func `of rows with enough respondents each, whatever their sum`(weighing: SurveyBlend.Weighing) {
    let big = SurveyFixture.row(survey: "A", n: 900, at: [50: 8_000])
    let small = SurveyFixture.row(survey: "B", n: 9, at: [50: 9_000])
    let blend = SurveysBlend([.init([big]), .init([small], weightMillionths: 200_000_000)], by: weighing, names: names)
    #expect(blend.blends.isEmpty && blend.refused.map(\.reason) == [.fewRespondents(small)])
    #expect(blend.alone == [[], []])
    let allowed = SurveysBlend([.init([big]), .init([small])], by: weighing, names: names, minimumRespondents: 9)
    #expect(allowed.blends.count == 1 && allowed.refused.isEmpty)
    let unknown = SurveyFixture.row(survey: "C", n: nil, at: [50: 9_000])
    let blind = SurveysBlend([.init([big]), .init([unknown])], by: weighing, names: names)
    #expect(blind.blends.count == (weighing == .weight ? 1 : 0))
  }

  @Test func `and no row with its own copy, by whatever name`() {
    let row = SurveyFixture.row(survey: "A", n: 100, at: [25: 6_000, 50: 8_000])
    let copy = SurveyFixture.row(survey: "B", year: 2025, data: 2024, n: 100, line: 7, at: [25: 6_000, 50: 8_000])
    let other = SurveyFixture.row(survey: "B", n: 101, at: [25: 6_000, 50: 8_000])
    let blend = SurveysBlend([.init([row]), .init([copy])], names: names)
    #expect(blend.blends.isEmpty && blend.refused.map(\.reason) == [.sameRow(copy.position)])
    #expect(SurveysBlend([.init([row]), .init([other])], names: names).blends.count == 1)
  }

  @Test func `cell by cell, and what not all have is told`() throws {
    let a = [
      SurveyFixture.row(.workRVU, "Orthopedic Surgery", survey: "A", region: "National", at: [50: 8_000]),
      SurveyFixture.row(.workRVU, "Orthopedic Surgery", survey: "A", region: "West", line: 3, at: [50: 8_500]),
      SurveyFixture.row(.totalCompensation, "Orthopedic Surgery", survey: "A", line: 4, at: [50: 600_000]),
    ]
    let b = [
      SurveyFixture.row(.workRVU, "Orthopaedic Surgery", survey: "B", n: 300, at: [50: 9_000]),
      SurveyFixture.row(.workRVU, "Urology", survey: "B", line: 3, at: [50: 7_000]),
      SurveyFixture.row(.totalCompensation, "Orthopedic  surgery", survey: "B", n: nil, line: 4, at: [50: 620_000]),
    ]
    let blend = SurveysBlend([.init(a), .init(b)], names: names)
    #expect(blend.blends.map(\.row.specialty) == ["Orthopedic Surgery"])
    // (100 x 8,000 + 300 x 9,000) / 400.
    #expect(blend.blends.first?.row.medianMillionths == 8_750_000_000)
    #expect(blend.refused.map(\.reason) == [.impossible(.noRespondents(b[2].position))])
    #expect(blend.alone.map { $0.map(\.position.line) } == [[3], [3]])
  }
}
