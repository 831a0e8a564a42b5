import Benchmarking
import Compensation
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// What a run makes of pay: alignment, projections and the employer's own statement.
@Suite struct `Analyses of pay` {
  private static let plans = """
    plans:
      - id: one
        effective: 2025
        base: {annual: 120000}
        production: {tiers: [{from: 0, rate: 50}, {from: 400, rate: 60}], measure: {every: month, how: stand-alone}}

    """

  private static let survey = """
    survey,year,data_year,specialty,metric,n,p10,p25,p50,p75,p90
    Invented,2025,2023,Alpha,work_rvu,99,10,50,200,800,3000
    Invented,2025,2023,Alpha,total_compensation,99,100000,110000,120000,130000,140000
    Invented,2025,2023,Alpha,compensation_per_work_rvu,9,10,20,30,40,50

    """

  /// Two visits a month from January to September 2025: 99214 has 1.92 work RVUs, 99213 has 1.30.
  private static var lines: [LogLine] {
    (1...9).flatMap { month in
      [
        LogLine("99214", id: "A\(month)", date: "2025-0\(month)-06"),
        LogLine("99213", id: "B\(month)", date: "2025-0\(month)-07", units: "2"),
      ]
    }
  }

  private static func practice(_ more: String = "") -> Practice {
    var practice = Practice(lines)
    practice.period = "2025-01-01..2025-09-30"
    practice.roster = """
      clinician_id,name,specialty,clinical_fte,total_fte,start,end,plan
      C-1,Ada,Alpha,0.5,0.6,2020-01-01,,one
      C-2,Ben,Alpha,1,,2020-01-01,,one

      """
    practice.survey = survey
    practice.policies["plans.yaml"] = plans
    practice.jobKeys = "compensation: {plans: plans.yaml\(more)}"
    return practice
  }

  private func clinician(_ practice: Practice, _ id: String = "C-1") throws -> CompensationResults.Clinician {
    let results = try #require(try practice.run().results.compensation)
    return try #require(results.clinicians.first { $0.id == id })
  }

  @Test func `pay is placed for 1.0 total FTE in its own table, and work as the run places it`() throws {
    let outcome = try Self.practice().run()
    let results = try #require(outcome.results.compensation)
    let alignment = try #require(results.clinicians.first { $0.id == "C-1" }?.alignment)
    // 9 x (1.92 + 2.60) = 40.68 at 50, and 273 days of base at 0.6.
    let base = 120_000_00 * 6 * 273 / 3_650
    let pay = try #require(alignment.pay)
    #expect(abs(pay.total.cents - Int64(base) - 2_034_00) <= 1)
    #expect(pay.work == WorkRVU(millionths: 40_680_000))
    #expect(pay.meanFTEMillionths == 600_000)
    let annual = try #require(pay.annualPerFTE)
    #expect(abs(annual.cents - (120_000_00 + 2_034_00 * 3_650 / 273 / 6)) <= 2)
    guard case .at(let percentile)? = alignment.payStanding?.placement.position else {
      Issue.record("pay is not placed")
      return
    }
    #expect(abs(percentile - (50 + Double(annual.cents - 120_000_00) / 1_000_000 * 25)) < 1e-6)
    let placed = try #require(outcome.results.clinicians.first { $0.id == "C-1" })
    #expect(alignment.workStanding?.placement == placed.placement)
    #expect(alignment.workStanding?.millionths == placed.annualizedPerFTE?.millionths)
    #expect(alignment.rateStanding == nil)
    #expect(
      alignment.flags.map(\.code) == ["pay-above-work", "low-fte", "few-respondents-compensation_per_work_rvu"])
  }

  @Test func `without total FTE pay is not brought to 1.0`() throws {
    let alignment = try #require(try clinician(Self.practice(), "C-2").alignment)
    #expect(alignment.payStanding == nil)
    #expect(alignment.missing.contains(.noFTE))
  }

  @Test func `a survey's dollars are aged where the job's entry says so, and its work is not`() throws {
    var practice = Self.practice()
    let plain = try #require(try clinician(practice).alignment)
    practice.surveyKeys = ", age: {rate: 10%, to: 2025-07-01}"
    let aged = try #require(try clinician(practice).alignment)
    #expect(aged.workStanding?.row.points == plain.workStanding?.row.points)
    let points = try #require(aged.payStanding?.row.points)
    #expect(points.map(\.millionths) == plain.payStanding?.row.points.map { $0.millionths * 121 / 100 })
    #expect(aged.payStanding?.notes.contains { $0.contains("aged at 10 % a year") } == true)
    practice.surveyKeys = ", age: {rate: 10%, to: 2022-07-01}"
    let early = try #require(try clinician(practice).alignment)
    #expect(early.payStanding == nil)
    #expect(early.missing.contains(.notAged(.totalCompensation, .beforeData)))
  }

  @Test func `the year is projected by each method of the job, or says why not`() throws {
    let ada = try clinician(Self.practice(", projection: [run-rate, recent]"))
    #expect(ada.projections.map(\.method) == [.runRate, .recent])
    let projection = try #require(ada.projections.first)
    #expect(projection.workToDate == WorkRVU(millionths: 40_680_000))
    #expect(projection.expected.work.millionths == rounded64(40_680_000 * 365, over: 273))
    #expect(projection.earnedToDate == ada.earned)
    let ben = try clinician(Self.practice(", projection: [run-rate]"), "C-2")
    #expect(ben.projections.isEmpty)
    #expect(ben.projectionRefusals == [CompensationResults.RefusedProjection(.runRate, .noWork)])
  }

  @Test func `an employer's statement is compared line by line, and every difference has its cause`() throws {
    var practice = Self.practice(", statement: employer.csv, statementLines: lines.csv")
    practice.policies["employer.csv"] = """
      clinician_id,period,work_rvu,amount
      C-1,2025-01,4.52,6341.00
      C-1,2025-02,2.22,0
      C-1,2025-10,1,1

      """
    practice.policies["lines.csv"] = """
      clinician_id,service_date,code,modifiers,units,work_rvu,line_id
      C-1,2025-01-06,99214,,1,1.92,A1
      C-1,2025-01-07,99213,,2,2.60,
      C-1,2025-02-07,99213,,2,1.30,B2
      C-1,2025-02-20,99212,,1,0.92,
      C-1,2025-03-06,99214,,1,1.92,

      """
    let outcome = try practice.run()
    let ada = try #require(outcome.results.compensation?.clinicians.first { $0.id == "C-1" })
    #expect(ada.reconciliations.count == 2)
    #expect(ada.reconciliations[0].differences.filter { $0.cause != .arithmetic } == [])
    let february = ada.reconciliations[1]
    #expect(february.work == WorkRVU(millionths: 4_520_000))
    #expect(
      february.differences.map { "\($0.cause.rawValue)|\($0.detail)|\($0.lines)|\($0.work)" } == [
        "missing there||1|-1.92", "missing here||1|0.92", "units|the employer gives one unit|1|-1.3",
        "arithmetic||0|0",
      ])
    for item in ada.reconciliations {
      #expect(item.differences.reduce(WorkRVU.zero) { $0 + $1.work } == item.workDifference)
      #expect(item.differences.reduce(Money.zero) { $0 + ($1.amount ?? .zero) } == item.amountDifference)
    }
    // What is not compared is told: a month after the days counted, and a line of March.
    #expect(outcome.findings(.outsidePlan).count == 2)
    #expect(outcome.results.inputs.contains { $0.role == "employer's lines" })
  }
}
