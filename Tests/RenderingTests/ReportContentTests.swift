import ProductivityModel
import Testing

@testable import Benchmarking
@testable import Reporting

/// What the pages for people say.
struct ReportContentTests {
  private static let results = GoalFixture.results()

  private func report(_ address: ReportAddress) throws -> Report {
    try #require(
      ReportKind.allCases.flatMap { $0.report.reports(of: Self.results) }.first { $0.address == address })
  }

  @Test func `every report of a run says in words what its numbers say`() {
    for kind in ReportKind.allCases where kind != .statement {
      for report in kind.report.reports(of: Self.results) {
        #expect(report.summary.hasSuffix(".") && report.summary.count > 40, "\(report.address)")
        #expect(
          !report.summary.contains("..") && !report.summary.contains("  "), "\(report.address): \(report.summary)")
      }
    }
  }

  @Test(
    arguments: [
      (nil, "not known"), (Int64(6_275), "on pace"), (6_151, "on pace"), (6_149, "behind"), (6_401, "on pace"),
      (6_402, "ahead"),
    ] as [(Int64?, String)])
  func `a pace within two percent of the target to date is on pace`(actual: Int64?, standing: String) {
    // 195 of 261 working days of a target of 8,400 are 6,275.86.
    let goal = GoalFixture.goal("C001", "Adaeze Okafor", target: 8_400, actual: actual, in: Self.results)
    #expect(GoalWording.standing(of: goal).rawValue == standing)
  }

  @Test(
    arguments: [
      (
        8_790, 6_692.3, 8_960, 252,
        "31% ahead of target: 8,790.00 of the 6,692.30 wRVUs due by September 30 are done. The target for 2026 is 8,960 in the pay ledger."
      ),
      (
        5_000, 6_692.3, 8_960, 252,
        "25% behind target: 5,000.00 of the 6,692.30 wRVUs due by September 30 are done. The target for 2026 is 8,960 in the pay ledger."
      ),
      (
        6_700, 6_692, 8_960, 252,
        "On pace at 100.1%: 6,700.00 of the 6,692 wRVUs due by September 30 are done. The target for 2026 is 8,960 in the pay ledger."
      ),
      (
        9_000, 6_692.3, 8_960, 252,
        "Target reached: 9,000.00 of the 8,960 wRVUs for 2026 are done, beside 6,692.30 due by September 30. The target for 2026 is 8,960 in the pay ledger."
      ),
      (
        0, 0, 8_960, 0,
        "Nothing of the target for 2026, 8,960 wRVUs in the pay ledger, is due yet: no working day has passed."
      ),
      (
        12, 0, 0, 252,
        "The target for 2026 is 0, so there is nothing to pace against; 12.00 wRVUs are done so far in the pay ledger."
      ),
    ] as [(Int64, Double, Int64, Int, String)])
  func `a pace is told in a sentence, also where there is none`(
    actual: Int64, expected: Double, target: Int64, days: Int, sentence: String
  ) {
    var goal = GoalFixture.goal("C001", "Adaeze Okafor", target: target, actual: actual, in: Self.results)
    goal.expected = WorkRVU(millionths: Int64((expected * 1_000_000).rounded()))
    (goal.workingDaysCounted, goal.workingDays, goal.projected) = (days, 261, nil)
    #expect(GoalWording.sentence(of: goal, through: Self.results.period.last) == sentence)
  }

  @Test func `the sentence of a pace is the same on the page of goals and on the scorecard`() throws {
    let goals = try report(.goals), card = try report(.scorecard("C004"))
    let sentence = "32% behind target: 3,285.00 of the 4,856.32 wRVUs due by September 30 are done."
    #expect(card.summary.contains(sentence), "\(card.summary)")
    let lists = goals.sections.flatMap(\.blocks).compactMap { block -> [String]? in
      if case .list(let texts) = block { texts } else { nil }
    }
    #expect(lists.joined().contains { $0.contains(sentence) }, "\(lists)")
  }

  @Test func `a target of 0 is counted by itself, neither as reached nor as behind nor as not known`() throws {
    var results = Self.results
    results.goals[2] = GoalFixture.goal("C004", "Dolores Ibarra", target: 0, actual: 3_285, in: results)
    let report = try #require(GoalsReport.reports(of: results).first)
    #expect(
      report.summary.hasPrefix(
        "Of 4 clinicians with a target, 1 ahead, 1 on pace, 1 not known and 1 with a target of 0."))
    let figures = report.sections[0].blocks.compactMap(\.figures).joined()
    #expect(figures.first { $0.label == "Reach the target" }?.value == .rank(2, of: 2))
    #expect(figures.first { $0.label == "Target of 0" }?.value == .integer(1))
    let table = try #require(report.sections.flatMap(\.blocks).compactMap(\.table).first)
    let row = try #require(table.groups.flatMap(\.rows).first { $0[0].value.text == "Dolores Ibarra" })
    #expect(row[4].value == .notAvailable("the target is 0, so there is nothing to pace against"))
    #expect(row[5].value == .text("target of 0") && row[8].value == .notAvailable("the target is 0"))
  }

  @Test func `bars of goals are the lowest pace first, and who is behind is told by shade and by word`() throws {
    let blocks = try report(.goals).sections.flatMap(\.blocks)
    let charts = blocks.compactMap { block -> BulletChart? in
      if case .chart(.bullets(let chart)) = block { chart } else { nil }
    }
    let rows = try #require(charts.first?.rows)
    #expect(rows.map(\.label) == ["Dolores Ibarra", "Adaeze Okafor", "Chen Wei"])
    #expect(rows.map(\.text) == ["behind: 50.5% of 6,500", "on pace: 75.0% of 8,400", "ahead: 113.0% of 9,000"])
    #expect(rows.map(\.shade) == [.dark, .pale, .pale])
  }

  @Test func `a missing percentile of a goal has its own reason`() throws {
    var results = Self.results
    results.goals[0].projectedPlacement = nil
    results.goals[0].placementGap = "clinical FTE is zero"
    let report = try #require(GoalsReport.reports(of: results).first)
    let table = try #require(report.sections.flatMap(\.blocks).compactMap(\.table).first)
    #expect(table.groups.flatMap(\.rows).first?[7].value == .notAvailable("clinical FTE is zero"))
  }

  @Test func `the basis of goals has each sentence once, with the names of those for whom it alone holds`() throws {
    var results = Self.results
    for index in results.goals.indices { results.goals[index].rules = ["All of them.", "Most of them."] }
    results.goals[1].rules = ["All of them.", "One of them."]
    results.goals[1].workingDays = 200
    results.goals[2].uncounted = WorkRVU(hundredths: 1_234)
    let blocks = GoalBasis.blocks(of: results.goals)
    guard case .list(let shared) = blocks.first, blocks.count == 4, case .list(let own) = blocks[2] else {
      Issue.record("\(blocks)")
      return
    }
    #expect(shared.dropFirst().prefix(2) == ["All of them.", "Most of them."])
    #expect(shared.last == "Counted so far: 195 of 261 working days of 2026, unless the table says otherwise.")
    #expect(own == ["Chen Wei: One of them."])
    let rows = try #require(blocks[3].table).groups.flatMap(\.rows)
    #expect(rows.map(\.[0].value.text) == ["Chen Wei", "Dolores Ibarra"])
    #expect(rows[0][2].value == .rank(195, of: 200) && rows[1][3].value == .workRVU(WorkRVU(hundredths: 1_234)))
  }

  @Test func `the page of goals counts who is where, and says why a pace is not known`() throws {
    let report = try report(.goals)
    #expect(report.summary.hasPrefix("Of 4 clinicians with a target, 1 ahead, 1 on pace, 1 behind and 1 not known."))
    #expect(report.summary.contains("8 clinicians have no target."))
    let table = try #require(report.sections.flatMap(\.blocks).compactMap(\.table).first)
    let gareth = try #require(table.groups.flatMap(\.rows).first { $0[0].value.text == "Gareth Llewellyn" })
    #expect(gareth[2].value == .notAvailable("the logs begin at 2026-08-01"))
    #expect(gareth[4].value == .notAvailable("the logs begin at 2026-08-01"))
  }

  @Test func `exceptions stand under whose task they are, errors first, and no note is among them`() throws {
    let all = RunException.all(of: Self.results)
    #expect(all.map(\.owner) == all.map(\.owner).sorted { rank($0) < rank($1) })
    for owner in ProblemOwner.allCases {
      let kinds = all.filter { $0.owner == owner }.map(\.kind.rawValue)
      #expect(kinds == kinds.sorted())
    }
    let notes = Self.results.findings.filter { $0.severity == .note }.map(\.message)
    #expect(!notes.isEmpty && all.allSatisfy { !notes.contains($0.message) })
    let report = try report(.exceptions)
    #expect(report.sections.contains { $0.title == "Coding and billing: Kim Osei" })
    #expect(report.sections.contains { $0.title == "Surveys and benchmarks" })
  }

  private func rank(_ owner: ProblemOwner) -> Int { ProblemOwner.allCases.firstIndex(of: owner) ?? -1 }

  @Test func `a code without a price is told once, with its charge`() {
    let told = RunException.all(of: Self.results).filter { $0.message.contains("4538O") }
    #expect(told.count == 1 && told.first?.charge == Self.results.unpricedCodes.first?.charge)
  }

  @Test func `every problem has an owner, and every owner has a problem`() {
    #expect(Set(Problem.allCases.map(\.owner)) == Set(ProblemOwner.allCases))
  }

  @Test func `a scorecard is laid out on one page, unless there are two roles`() throws {
    #expect(try report(.scorecard("C001")).layout == .onePage)
    #expect(try report(.scorecard("C011")).layout == .pages)
  }

  @Test func `a year before that the logs do not reach is named with its reason, not as a change`() throws {
    let new = try report(.scorecard("C010"))
    let month = try #require(new.allFigures.first { $0.label == "Month" })
    #expect(
      month.detail
        == "benchmark wRVUs, Sep 2026; not compared with the year before: the clinician's first line is of 2026-03-17")
    let known = try report(.scorecard("C001"))
    let figure = try #require(known.allFigures.first { $0.label == "Month" })
    #expect(figure.detail == "benchmark wRVUs, Sep 2026; +11.1% on Sep 2025")
  }

  @Test func `an id that the roster does not have is no clinician of the practice`() throws {
    var results = GoalFixture.results()
    let people = Set(results.clinicians.map(\.id)).count
    let index = try #require(results.clinicians.firstIndex { $0.id == "C010" })
    results.clinicians[index].gap = .unknownFTE
    let summary = try #require(PracticeReport.reports(of: results).first?.summary)
    #expect(summary.hasPrefix("\(people - 1) clinicians in "))
    #expect(summary.contains(" and 1 id that is not in the roster have "))
  }

  @Test func `a split role with a placement is not said to have none`() throws {
    var results = GoalFixture.results()
    let index = try #require(results.clinicians.firstIndex { $0.placement != nil })
    results.clinicians[index].split = [
      RoleSplit.Part(specialty: "Internal Medicine", shareMillionths: 600_000),
      RoleSplit.Part(specialty: "Hospital Medicine", shareMillionths: 400_000),
    ]
    results.clinicians[index].specialty = "Internal Medicine and Hospital Medicine"
    func sentences(of results: RunResults) -> [String] {
      PracticeReport.reports(of: results).flatMap(\.sections).flatMap(\.blocks).compactMap {
        if case .paragraph(let text) = $0 { text } else { nil }
      }
    }
    let unplaced = results.clinicians.count { $0.placement == nil }
    let text = sentences(of: results)
    #expect(text.contains { $0.contains("without a placement") && $0.hasPrefix("\(unplaced) ") })
    #expect(text.contains { $0.hasPrefix("1 clinician is placed in a row of its own") })
  }

  @Test func `a roster's FTE above 1.00 is told beside the FTE that counts`() throws {
    var results = GoalFixture.results()
    let index = try #require(results.clinicians.firstIndex { $0.id == "C001" })
    results.clinicians[index].rosterFTEMillionths = 1_100_000
    let card = try #require(ScorecardReport.reports(of: results).first { $0.address == .scorecard("C001") })
    let figure = try #require(card.allFigures.first { $0.isLeading })
    #expect(figure.detail.hasSuffix("(the roster's 1.10 counted at most 1.00 a day)"))
  }

  @Test func `whoever was not there a year before is missing from no sum, and whoever is not known from every one`() {
    var results = Self.results
    #expect(MonthlySums.windows(of: results).allSatisfy { $0.now != nil && $0.before == nil })
    for index in results.clinicians.indices {
      let isAway = results.clinicians[index].recent?.month.yearBefore.totals == nil
      results.clinicians[index].recent?.month.yearBefore.isAway = isAway
    }
    let month = MonthlySums.windows(of: results).first
    let known = results.clinicians.compactMap { $0.recent?.month.yearBefore.totals?.benchmark }
    #expect(known.count < results.clinicians.count && month?.before?.benchmark == known.reduce(.zero, +))
    #expect(MonthlySums.windows(of: results).last?.before == nil)
  }

  @Test func `the others of a specialty are dots without names, and none where they are too few`() throws {
    let gastro = try #require(Self.results.clinicians.first { $0.id == "C001" })
    let figures = SpecialtyFigures(Self.results)
    guard case .strip(let chart)? = ScorecardSections.standingChart(of: gastro, among: figures, in: Self.results) else {
      Issue.record("there is no strip")
      return
    }
    #expect(chart.others.count == 5 && chart.marked == gastro.annualizedPerFTE?.millionths)
    #expect(!chart.title.contains("Chen Wei") && !chart.description.contains("Chen Wei"))
    let surgeon = try #require(Self.results.clinicians.first { $0.id == "C008" })
    guard case .strip(let few)? = ScorecardSections.standingChart(of: surgeon, among: figures, in: Self.results) else {
      Issue.record("there is no strip")
      return
    }
    #expect(few.others.isEmpty)
  }

  @Test func `the others of a clinician are all of the specialty but the clinician`() {
    let figures = SpecialtyFigures(Self.results)
    for clinician in Self.results.clinicians {
      let others = Self.results.clinicians.filter {
        $0.specialty == clinician.specialty && $0.id != clinician.id && $0.split.isEmpty
      }.compactMap { $0.annualizedPerFTE?.millionths }.sorted()
      #expect(figures.others(of: clinician) == others, "\(clinician.id)")
    }
  }

  @Test func `a month's band is the survey's year, by the clinician's own time in the month`() throws {
    let clinician = try #require(Self.results.clinicians.first { $0.id == "C002" })
    let band = MonthBand.points(of: clinician, in: Self.results)
    // 8,090 a year at 1.0 clinical FTE; 31 days at 0.8 are 8,090 x 24.8 / 365.
    #expect(band.first?.first { $0.percent == 50 }?.millionths == 549_676_712)
    #expect(band.count == 9)
  }
}

extension ReportBlock {
  /// The table, where it is one.
  var table: ReportTable? { if case .table(let table) = self { table } else { nil } }
  /// The figures, where it is some.
  var figures: [KeyFigure]? { if case .figures(let figures) = self { figures } else { nil } }
}

extension Report {
  /// Every figure, also of columns.
  fileprivate var allFigures: [KeyFigure] {
    func figures(_ blocks: [ReportBlock]) -> [KeyFigure] {
      blocks.flatMap { block -> [KeyFigure] in
        if case .columns(let columns) = block { return columns.flatMap(figures) }
        return block.figures ?? []
      }
    }
    return sections.flatMap { figures($0.blocks) }
  }
}
