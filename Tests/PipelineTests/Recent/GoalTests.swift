import Benchmarking
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// Targets of a run, worked by hand.
@Suite struct `A target` {
  /// A visit of 1.30 work RVUs on the second of each month of 2025, a hundred times: 130 a month.
  private static func practice(_ targets: String, roster: String? = nil) -> Practice {
    var practice = Practice(
      (1...9).map { month in
        LogLine("99213", id: "L\(month)", date: "2025-0\(month)-02", patient: "PAT-\(month)", units: "100")
      })
    practice.period = "2025-07-01..2025-09-30"
    practice.policies["targets.csv"] = targets
    practice.jobKeys = "targets: targets.csv"
    if let roster { practice.roster = roster }
    return practice
  }

  @Test func `is spread over working days, and what came before the period counts`() throws {
    let run = try Self.practice("clinician_id,year,work_rvu\nC-1,2025,1560\n").run()
    let goal = try #require(run.results.goals.first)
    #expect(run.results.goals.count == 1 && goal.ledger == .pay && goal.gap == nil)
    // 2025 has 261 days from Monday to Friday, 195 of them to the end of September; nine months of 130.
    #expect(goal.workingDays == 261 && goal.workingDaysCounted == 195)
    #expect(goal.actual == WorkRVU(hundredths: 117_000))
    #expect(goal.expected == WorkRVU(millionths: 1_165_517_241))
    #expect(goal.projected == WorkRVU(hundredths: 156_600))
    #expect(goal.neededPerWorkingDay == WorkRVU(millionths: 5_909_091))
    #expect(goal.months.reduce(WorkRVU.zero) { $0 + $1.target } == goal.target)
    #expect(goal.months.map { $0.actual?.millionths } == [Int64?](repeating: 130_000_000, count: 9) + [nil, nil, nil])
    // 1,566 per 1.0 FTE between the 75th percentile of 800 and the 90th of 3,000: 75 + 15 x 766 / 2,200.
    #expect(goal.projectedPerFTE == WorkRVU(hundredths: 156_600))
    guard case .at(let percentile) = goal.projectedPlacement?.position else {
      Issue.record("not placed: \(goal.basis)")
      return
    }
    #expect(abs(percentile - 80.222_727) < 0.000_01)
    #expect(run.records("goals").first?["pace"] == "1.003846")
    #expect(run.records("goal_months").count == 12 && run.records("recent").count == 3 * run.results.clinicians.count)
    // The period itself has three of the nine.
    #expect(run.results.clinicians.first { $0.id == "C-1" }?.totals.pay == WorkRVU(hundredths: 39_000))
  }

  @Test func `of months is taken as it is given`() throws {
    let months = (1...12).map { "C-1,2025,\($0),\($0 * 10)\n" }.joined()
    let goal = try #require(
      try Self.practice("clinician_id,year,month,work_rvu\n\(months)").run().results.goals.first)
    #expect(goal.target == WorkRVU(hundredths: 78_000) && goal.expected == WorkRVU(hundredths: 45_000))
    #expect(goal.months.map(\.target.millionths) == (1...12).map { $0 * 10_000_000 })
  }

  @Test func `falls to the days of employment that are no leave`() throws {
    let roster = """
      clinician_id,name,specialty,clinical_fte,start,end,leave
      C-1,Ada,Alpha,1,2025-04-01,,2025-07-01..2025-07-31

      """
    let goal = try #require(
      try Self.practice("clinician_id,year,work_rvu\nC-1,2025,1000\n", roster: roster).run().results.goals.first)
    // April to September has 131 working days, July 23 of them; October to December 66.
    #expect(goal.days.description == "2025-04-01..2025-12-31")
    #expect(goal.workingDaysCounted == 108 && goal.workingDays == 174)
    #expect(goal.expected == WorkRVU(millionths: 620_689_655))
    #expect(goal.months[6].target == .zero)
  }

  @Test func `of the roster counts by the days of its rows, and the file goes before it`() throws {
    let roster = """
      clinician_id,name,specialty,clinical_fte,start,end,target
      C-1,Ada,Alpha,1,2020-01-01,2025-06-30,3650
      C-1,Ada,Alpha,0.5,2025-07-01,,1825
      C-2,Ben,Alpha,1,2020-01-01,,900

      """
    let run = try Self.practice("clinician_id,year,work_rvu\nC-2,2025,800\nC-2,2024,700\n", roster: roster).run()
    // 181 days of ten a day and 184 of five.
    #expect(run.results.goals.map(\.target.millionths) == [2_730_000_000, 800_000_000])
    let problems = run.results.findings.map(\.problem)
    #expect(problems.contains(.rosterTarget) && problems.contains(.otherYearTarget))
  }

  @Test func `of other years is told with the first row and how many have none for this one`() throws {
    func told(_ targets: String) throws -> String? {
      let found = try Self.practice("clinician_id,year,work_rvu\n" + targets).run().findings(.otherYearTarget)
      #expect(found.map { "\($0.count) \($0.position?.line ?? 0)" } == ["2 2"])
      return found.first?.message
    }
    let message =
      "targets are for other years than 2025-01-01..2025-12-31, in which the last day counted lies; they are left alone"
    #expect(try told("C-1,2024,700\nC-1,2026,700\nC-1,2025,800\n") == message)
    #expect(try told("C-1,2024,700\nC-1,2026,700\n") == message + ", and 1 clinician has none for this year")
  }

  @Test func `is known only from logs that reach back to the year's first day`() throws {
    var practice = Self.practice("clinician_id,year,work_rvu\nC-1,2025,1560\n")
    practice.files[0].removeFirst(4)
    let goal = try #require(try practice.run().results.goals.first)
    #expect(goal.actual == nil && goal.pace == nil && goal.projected == nil && goal.neededPerWorkingDay == nil)
    #expect(goal.gap == "the logs begin at 2025-05-01, after the year's first day")
    #expect(goal.months[3].actual == nil && goal.months[4].actual == WorkRVU(hundredths: 13_000))
  }

  @Test func `may be of the benchmark ledger and of another year than the calendar's`() throws {
    var practice = Self.practice("clinician_id,year,work_rvu\nC-1,2026,1200\n")
    practice.jobKeys = "targets: {file: targets.csv, ledger: benchmark, yearStarts: 7}\ntime: {holidays: [2025-07-04]}"
    let goal = try #require(try practice.run().results.goals.first)
    #expect(goal.ledger == .benchmark && goal.year.description == "2025-07-01..2026-06-30")
    #expect(goal.actual == WorkRVU(hundredths: 39_000) && goal.workingDaysCounted == 65)
  }

  @Test func `multiplies no work of days of leave, and has it in the year once`() throws {
    // July is leave; its hundred visits of 1.30 are not of the days that are counted.
    let roster = """
      clinician_id,name,specialty,clinical_fte,start,end,leave
      C-1,Ada,Alpha,1,2020-01-01,,2025-07-01..2025-07-31

      """
    let run = try Self.practice("clinician_id,year,work_rvu\nC-1,2025,1500\n", roster: roster).run()
    let goal = try #require(run.results.goals.first)
    // 195 working days to the end of September less July's 23 are 172; 261 less 23 are 238.
    #expect(goal.workingDaysCounted == 172 && goal.workingDays == 238)
    #expect(goal.actual == WorkRVU(hundredths: 117_000) && goal.uncounted == WorkRVU(hundredths: 13_000))
    // 1,040 x 238 / 172 + 130.
    #expect(goal.projected == WorkRVU(millionths: 1_569_069_767))
    #expect(
      goal.basis.contains { $0.contains("1,040.00 work RVUs to date") && $0.contains("and 130.00 on other days") })
    #expect(run.records("goals").first?["uncounted_work_rvu"] == "130")
  }

  @Test func `of somebody without a line is neither projected nor placed, as no page places them`() throws {
    let run = try Self.practice("clinician_id,year,work_rvu\nC-4,2025,1500\n").run()
    let goal = try #require(run.results.goals.first)
    #expect(goal.actual == .zero && goal.pace == 0)
    #expect(goal.projected == nil && goal.projectionGap == "there are no lines in the year so far")
    #expect(goal.projectedPlacement == nil && goal.placementGap == "there are no lines in the year so far")
    #expect(run.results.clinicians.first { $0.id == "C-4" }?.placement == nil)
    #expect(run.records("goals").first?["not_placed"] == "there are no lines in the year so far")
  }

  @Test(arguments: [
    ("clinical_fte,start,end\nC-1,Ada,Alpha,0,2020-01-01,", "", "clinical FTE is zero"),
    (
      "clinical_fte,start,end\nC-1,Ada,Gamma,1,2020-01-01,", "",
      "no row of the survey can be used for Gamma; the data quality page says why"
    ),
    (
      "clinical_fte,start,end\nC-1,Ada,Alpha,0.4,2020-01-01,", "time: {minimumFTE: 0.5}",
      "clinical FTE is below 0.50, the least that the job compares"
    ),
    (
      "clinical_fte,start,end\nC-1,Ada,Alpha,1,2025-08-01,", "",
      "fewer than 90 days are counted, too few to be annualised"
    ),
  ])
  func `that is not placed says why in its own words`(roster: String, key: String, reason: String) throws {
    var practice = Self.practice(
      "clinician_id,year,work_rvu\nC-1,2025,1500\n", roster: "clinician_id,name,specialty,\(roster)\n")
    practice.jobKeys += key.isEmpty ? "" : "\n\(key)"
    let goal = try #require(try practice.run().results.goals.first)
    #expect(goal.projectedPlacement == nil && goal.placementGap == reason)
    #expect(goal.basis.contains("The projected year is not placed: \(reason)."))
  }

  @Test(arguments: [
    ("1", "less than half of 10.00"), ("4.99", "less than half of 10.00"), ("5", ""), ("1500", ""), ("6000", ""),
    ("6001", "more than twice 3,000.00"), ("0", ""),
  ])
  func `far from all that the survey knows is told with its place and what it was compared with`(
    target: String, words: String
  ) throws {
    // Alpha's 10th percentile is 10 and its 90th 3,000.
    let run = try Self.practice("clinician_id,year,work_rvu\nC-1,2025,\(target)\n").run()
    let told = run.results.findings.filter { $0.problem == .targetOutOfRange }
    #expect(told.count == (words.isEmpty ? 0 : 1), "\(run.results.findings)")
    if let finding = told.first {
      #expect(finding.message.contains(words) && finding.message.contains("survey.csv:2"), "\(finding.message)")
      #expect(finding.position?.description == "targets.csv:2:10" && finding.severity == .warning)
    }
  }

  @Test
  func `for a part of the year is compared with that part of the survey's year, and without a survey with nothing`()
    throws
  {
    let half = """
      clinician_id,name,specialty,clinical_fte,start,end
      C-1,Ada,Alpha,0.5,2020-01-01,

      """
    // 3,001 is beyond twice 1,500, half of the 90th percentile of 3,000, and would not be beyond twice the whole.
    for (target, count) in [("3001", 1), ("2999", 0)] {
      let run = try Self.practice("clinician_id,year,work_rvu\nC-1,2025,\(target)\n", roster: half).run()
      #expect(run.results.findings.count { $0.problem == .targetOutOfRange } == count)
    }
    let other = half.replacing("Alpha", with: "Gamma")
    let run = try Self.practice("clinician_id,year,work_rvu\nC-1,2025,9000\n", roster: other).run()
    #expect(!run.results.findings.contains { $0.problem == .targetOutOfRange })
  }

  @Test func `of 0 is neither behind nor reached nor unknown`() throws {
    let run = try Self.practice("clinician_id,year,work_rvu\nC-1,2025,0\n").run()
    let row = try #require(run.records("goals").first)
    #expect(row["standing"] == "target of 0" && row["pace"] == "" && row["not_known"] == "")
  }
}
