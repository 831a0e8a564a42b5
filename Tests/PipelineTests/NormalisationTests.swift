import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// Clinical time, split roles, regions and other metrics in whole runs. 99213 is 1.30 wRVUs in release 2025D, so a hundred
/// lines of ten units are worked out on paper beside each expectation.
@Suite struct `What is compared` {
  /// A year of 2025 of one clinician with 1,000 units of 99213, 1,300 wRVUs, half of them in each half of the year.
  private static func practice(_ roster: String, survey: String? = nil, keys: String = "") -> Practice {
    var practice = Practice([
      LogLine("99213", id: "A", date: "2025-03-03", units: "500"),
      LogLine("99213", id: "B", date: "2025-10-06", patient: "PAT-2", units: "500"),
    ])
    practice.period = "2025-01-01..2025-12-31"
    practice.fees = "fees: {vintage: frozen 2025D}"
    practice.roster = "clinician_id,name,specialty,share,clinical_fte,start,end,leave,ramp,region\n" + roster
    if let survey { practice.survey = survey }
    practice.jobKeys = keys
    return practice
  }

  private static let surveyHeader = "survey,year,data_year,specialty,region,metric,n,p10,p25,p50,p75,p90\n"

  @Test func `of a split role stands in the specialties' values by effort`() throws {
    // 60 % of Alpha's and 40 % of Beta's: p50 is 120 + 400 = 520, p75 480 + 800 = 1,280, p90 1,800 + 1,200 = 3,000.
    let survey =
      Self.surveyHeader + "S,2025,2025,Alpha,,work_rvu,99,10,50,200,800,3000\n"
      + "S,2025,2025,Beta,,work_rvu,40,100,500,1000,2000,3000\n"
    let outcome = try Self.practice(
      "C-1,Ada,Alpha,0.6,1,2020-01-01,,,,\nC-1,Ada,Beta,0.4,1,2020-01-01,,,,\n", survey: survey
    ).run()
    let rows = outcome.records("clinicians")
    #expect(rows.count == 1, "one person has one row")
    let row = try #require(rows.first)
    #expect(row["specialty"] == "Alpha")
    #expect(row["role_split"] == "60 % Alpha and 40 % Beta")
    #expect(row["clinical_fte"] == "1")
    #expect(row["annualized_work_rvu_per_fte"] == "1300")
    #expect(row["survey_median"] == "520")
    #expect(row["times_median"] == "2.5")
    // 75 + 15 x 20 / 1,720.
    #expect(row["percentile"] == "75.174419")
    #expect(row["survey_n"] == "40")
    #expect(row["peer_rank"] == "")
    #expect(outcome.findings(.splitRole).count == 1)
    let basis = try #require(outcome.records("placements").first?["basis"])
    #expect(basis.contains("weighted by effort"))
    #expect(basis.contains("No survey publishes this distribution."))
  }

  @Test func `of a split role needs each specialty's row`() throws {
    let survey = Self.surveyHeader + "S,2025,2025,Alpha,,work_rvu,99,10,50,200,800,3000\n"
    let outcome = try Self.practice(
      "C-1,Ada,Alpha,0.6,1,2020-01-01,,,,\nC-1,Ada,Gamma,0.4,1,2020-01-01,,,,\n", survey: survey
    ).run()
    #expect(try outcome.clinician("C-1")["percentile"] == "")
    #expect(outcome.results.findings.contains { $0.message.contains("Gamma") })
  }

  @Test func `of a split role that contradicts itself is nothing`() throws {
    let outcome = try Self.practice(
      "C-1,Ada,Alpha,0.6,1,2020-01-01,,,,\nC-1,Ada,Beta,0.6,1,2020-01-01,,,,\n"
    ).run()
    for record in outcome.records("clinicians") {
      for column in ["clinical_fte", "work_rvu_per_fte", "annualized_work_rvu_per_fte", "percentile", "peer_rank"] {
        #expect(record[column] == "", "\(column)")
      }
    }
    #expect(outcome.findings(.splitShares).map(\.position?.line) == [2])
    #expect(outcome.records("clinicians").compactMap { Int($0["lines"] ?? "") }.reduce(0, +) == 2)
  }

  @Test func `leaves a ramp out and shows it apart`() throws {
    // The ramp holds the line of March: 650 of the 1,300; 184 days count.
    let outcome = try Self.practice("C-1,Ada,Alpha,,1,2025-01-01,,,2025-06-30,\n").run()
    let row = try outcome.clinician("C-1")
    #expect(row["work_rvu_benchmark"] == "1300")
    #expect(row["work_rvu_per_fte"] == "650")
    // 650 x 365 / 184.
    #expect(row["annualized_work_rvu_per_fte"] == "1289.402174")
    #expect(row["days_counted"] == "184")
    #expect(row["ramp_days"] == "181")
    #expect(row["ramp_work_rvu"] == "650")
    let basis = try #require(outcome.records("placements").first?["basis"])
    #expect(basis.contains("181 days of ramp with 1 line and 650.00 benchmark work RVUs"))

    let with = try Self.practice("C-1,Ada,Alpha,,1,2025-01-01,,,2025-06-30,\n", keys: "time: {ramp: include}").run()
    #expect(try with.clinician("C-1")["annualized_work_rvu_per_fte"] == "1300")
    #expect(try with.clinician("C-1")["ramp_days"] == "")
  }

  @Test func `leaves a day out that is in a ramp by one of two intervals`() throws {
    // Half of the time and all of the work of the first half of the year would be compared otherwise.
    let outcome = try Self.practice("C-1,Ada,Alpha,,0.5,2024-01-01,,,,\nC-1,Ada,Alpha,,0.5,2025-01-01,,,2025-06-30,\n")
      .run()
    let row = try outcome.clinician("C-1")
    #expect(row["ramp_days"] == "181" && row["ramp_work_rvu"] == "650" && row["days_counted"] == "184")
    #expect(row["clinical_fte"] == "1" && row["work_rvu_per_fte"] == "650")
    #expect(
      outcome.findings(.overlappingIntervals).first?.message.hasSuffix("in the ramp of one is in it as a whole") == true
    )
  }

  @Test func `leaves no day out for the ramp of a role in another specialty without time`() throws {
    let outcome = try Self.practice("C-1,Ada,Alpha,,1,2024-01-01,,,,\nC-1,Ada,Beta,,0,2025-01-01,,,2025-06-30,\n").run()
    let row = try outcome.clinician("C-1")
    #expect(row["days_counted"] == "365")
    #expect(row["work_rvu_per_fte"] == "1300", "\(row)")
  }

  @Test func `tells of work on days of leave`() throws {
    let outcome = try Self.practice("C-1,Ada,Alpha,,1,2025-01-01,,2025-10-01..2025-10-31,,\n").run()
    #expect(outcome.findings(.workOnLeave).map(\.count) == [1])
    let row = try outcome.clinician("C-1")
    #expect(row["leave_days"] == "31")
    #expect(row["work_rvu_benchmark"] == "1300")
    // The line of October is of a day of leave: 650 over the 334 other days.
    #expect(row["uncounted_lines"] == "1")
    #expect(row["uncounted_work_rvu"] == "650")
    #expect(row["work_rvu_per_fte"] == "650")
    #expect(row["annualized_work_rvu_per_fte"] == "710.329341")
  }

  @Test func `is annualised by working days where the job says so, and named`() throws {
    let outcome = try Self.practice(
      "C-1,Ada,Alpha,,1,2025-07-01,,,,\n",
      keys: "time: {annualize: working-days, holidays: [2025-07-04, 2025-11-27, 2025-12-25]}"
    ).run()
    let row = try outcome.clinician("C-1")
    // 132 - 3 working days from July on and 261 - 3 in the year: exactly half. The line of March is before employment.
    #expect(row["work_rvu_benchmark"] == "1300")
    #expect(row["uncounted_work_rvu"] == "650")
    #expect(row["annualized_work_rvu_per_fte"] == "1300")
    #expect(row["annualized_by"] == "by working days")
    let basis = try #require(outcome.records("placements").first?["basis"])
    #expect(basis.contains("annualised by working days, Monday to Friday without 3 holidays (258 in the year)"))
  }

  @Test func `is of nobody below the job's least FTE`() throws {
    let outcome = try Self.practice(
      "C-1,Ada,Alpha,,0.3,2020-01-01,,,,\n", keys: "time: {minimumFTE: 0.4}"
    ).run()
    let row = try outcome.clinician("C-1")
    #expect(row["annualized_work_rvu_per_fte"] == "")
    #expect(row["percentile"] == "")
    #expect(row["work_rvu_per_fte"] != "")
    #expect(outcome.results.clinicians.first?.gap == .lowFTE(least: 400_000))
  }

  @Test(arguments: [
    ("", "400", "3.25"), ("placement: {region: roster}", "500", "2.6"), ("placement: {region: south}", "500", "2.6"),
    ("placement: {region: West}", "400", "3.25"),
  ])
  func `is the row of the region asked for, or the nation's with a finding`(
    keys: String, median: String, times: String
  ) throws {
    let survey =
      Self.surveyHeader + "S,2025,2025,Alpha,National,work_rvu,99,100,200,400,800,3000\n"
      + "S,2025,2025,Alpha,South,work_rvu,50,100,200,500,900,3000\n"
    let outcome = try Self.practice("C-1,Ada,Alpha,,1,2020-01-01,,,,South\n", survey: survey, keys: keys).run()
    #expect(try outcome.clinician("C-1")["survey_median"] == median)
    #expect(try outcome.clinician("C-1")["times_median"] == times)
    #expect(outcome.findings(.regionFallback).count == (keys.contains("West") ? 1 : 0))
  }

  @Test func `is also encounters, where a survey has them`() throws {
    let survey =
      Self.surveyHeader + "S,2025,2025,Alpha,,work_rvu,99,10,50,200,800,3000\n"
      + "S,2025,2025,Alpha,,encounters,99,1,2,4,6,8\n"
    let outcome = try Self.practice("C-1,Ada,Alpha,,0.5,2020-01-01,,,,\n", survey: survey).run()
    let rows = outcome.records("placements")
    #expect(rows.map { $0["metric"] } == ["work_rvu", "encounters"])
    // Two patient-days at 0.5 FTE are four a year at full time: the median.
    #expect(rows.last?["value"] == "4")
    #expect(rows.last?["percentile"] == "50")
  }

  @Test func `is nothing of somebody without lines, and says so`() throws {
    let outcome = try Self.practice("C-1,Ada,Alpha,,1,2020-01-01,,,,\nC-2,Ben,Alpha,,1,2020-01-01,,,,\n").run()
    let idle = try #require(outcome.results.clinicians.first { $0.id == "C-2" })
    #expect(idle.gap == .noLines)
    #expect(StandingWording.whyNotPlaced(idle) == "there are no lines in the period")
    #expect(idle.basis.contains { $0.contains("this one has none") })
  }

  @Test func `names the specialty of a split role that no survey can serve`() throws {
    let survey =
      Self.surveyHeader + "S,2025,2025,Alpha,,work_rvu,99,10,50,200,800,3000\n"
      + "S,2025,2025,Beta,,work_rvu,8,100,500,1000,2000,3000\n"
    let outcome = try Self.practice(
      "C-1,Ada,Alpha,0.6,1,2020-01-01,,,,\nC-1,Ada,Beta,0.4,1,2020-01-01,,,,\n", survey: survey
    ).run()
    #expect(outcome.results.clinicians.first?.surveyGap == .noRow(["Beta"]))
  }

  @Test func `takes a specialty for one in whatever case and blanks it is written`() throws {
    let outcome = try Self.practice(
      "C-1,Ada,Alpha,0.6,1,2020-01-01,,,,\nC-1,Ada,alpha ,0.4,1,2020-01-01,,,,\n"
    ).run()
    #expect(outcome.findings(.splitRole).isEmpty)
    #expect(outcome.records("clinicians").map { $0["specialty"] } == ["Alpha"])
  }

  /// A year's months.csv of a run, then half of the next year annualised by its season.
  @Test func `by season rests on the work of a full-time day, not on how many there were`() throws {
    var months = "month,specialty,work_rvu_benchmark,fte_days\n"
    for month in 1...12 {
      let days = CalendarDate.daysInMonth(year: 2024, month: month)
      let people = month < 7 ? 1 : 4
      months += "2024-\(month < 10 ? "0" : "")\(month),Alpha,\(100 * people * days),\(people * days)\n"
    }
    var practice = Self.practice(
      "C-1,Ada,Alpha,,1,2025-01-01,2025-06-30,,,\n", keys: "time: {annualize: season, season: months.csv}")
    practice.policies = ["months.csv": months]
    let row = try practice.run().clinician("C-1")
    // 650 in 181 of 365 days, each of which carried the same.
    #expect(row["annualized_work_rvu_per_fte"] == "1310.773481")
    #expect(row["annualized_by"] == "by season")
  }
}
