import Benchmarking
import Ingest
import ProductivityModel
import Rendering
import TestSupport
import Testing

@testable import Pipeline

/// A rate is of the same days above and below, whoever rendered the service, and whatever it was.
@Suite struct `Days that count` {
  @Test func `leave out what others earned for a clinician on leave`() throws {
    var practice = Practice(
      log: """
        line_id,clinician_id,service_date,patient_id,code,modifiers,supervising_id
        1,C-1,2025-01-06,P1,99213,,
        2,C-2,2025-01-06,P2,99213,SA,C-1
        3,C-2,2025-08-04,P3,99213,SA,C-1
        4,C-2,2025-08-05,P4,99213,,

        """)
    practice.period = "2025-01-01..2025-12-31"
    practice.roster = """
      clinician_id,name,specialty,clinical_fte,start,end,leave
      C-1,Ada,Alpha,1,2020-01-01,,2025-07-01..2025-12-31
      C-2,Ben,Alpha,1,2020-01-01,,

      """
    practice.policies["incident.yaml"] = """
      policy: incident
      title: Credit of SA lines goes to the supervising physician
      statuses: {credited: [A, R, T]}
      multipleProcedures: none
      informational: [SA]
      attribution:
        - {modifiers: [SA], shares: {supervising: 1}, from: 2020-01-01, citation: Contract}
      """
    (practice.pay, practice.benchmark) = ("incident.yaml", "incident.yaml")
    let outcome = try practice.run()
    let own = try outcome.clinician("C-1")
    // Three visits of 1.30, of which the one in August is of a day of leave; six months count.
    #expect(own["work_rvu_benchmark"] == "3.9" && own["uncounted_work_rvu"] == "1.3", "\(own)")
    #expect(own["days_counted"] == "181" && own["work_rvu_per_fte"] == "2.6", "\(own)")
    let august = outcome.records("months").filter { $0["month"] == "2025-08" }
    #expect(
      august.map { [$0["clinician_id"], $0["work_rvu_benchmark"], $0["uncounted_work_rvu"]] }.contains([
        "C-1", "1.3", "1.3",
      ]))
    #expect(
      august.map { [$0["clinician_id"], $0["work_rvu_benchmark"], $0["uncounted_work_rvu"]] }.contains([
        "C-2", "1.3", "0",
      ]))
  }

  @Test func `are one fewer where a day is reversed as a whole`() throws {
    let lines = [
      LogLine("99213", id: "1", date: "2025-11-03", patient: "P1"),
      LogLine("99213", id: "2", date: "2025-11-04", patient: "P2"),
      LogLine("99213", id: "3", date: "2025-11-05", patient: "P3").reversed(id: "4"),
      LogLine("99214", id: "5", date: "2025-11-05", patient: "P3").reversed(id: "6"),
    ]
    let own = try Practice(lines).run().clinician("C-1")
    #expect(own["encounters"] == "1" && own["units"] == "0", "\(own)")
  }

  @Test func `of a season are those of its work`() throws {
    let folder = try TemporaryFolder()
    func season(_ more: String) throws -> SeasonalShares {
      var text = "month,specialty,work_rvu_benchmark,fte_days,uncounted_work_rvu\n"
      for month in 1...12 { text += "2025-\(month < 10 ? "0" : "")\(month),Alpha,\(20 + month),30,0\n" }
      let path = try folder.write("months.csv", text + more)
      return try #require(try SeasonReader.read(path, shownAs: "months.csv").shares["alpha"])
    }
    // Who worked in a month of leave has work in it and no FTE days.
    #expect(try season("2025-08,Alpha,60,0,60\n") == season(""))
    #expect(try season("2025-08,Alpha,60,0,0\n") != season(""))
  }
}

/// What the logs do not hold makes every rate too low.
@Suite struct `Days without lines` {
  private static func gaps(_ days: String...) throws -> [String] {
    var practice = Practice(days.enumerated().map { LogLine("99213", id: "\($0)", date: $1) })
    practice.period = "2025-01-01..2025-12-31"
    return try practice.run().findings(.daysWithoutLines).map(\.message)
  }

  @Test func `are told at both ends and where a whole month lacks`() throws {
    let told = try Self.gaps("2025-02-03", "2025-03-31", "2025-05-01", "2025-06-30")
    #expect(told.count == 1)
    for days in ["2025-01-01 to 2025-02-02", "2025-04-01 to 2025-04-30", "2025-07-01 to 2025-12-31"] {
      #expect(told.first?.contains(days) == true, "\(told)")
    }
  }

  @Test func `are not told where the practice was closed for two weeks`() throws {
    let some = (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0)-15" }
    var practice = Practice(some.enumerated().map { LogLine("99213", id: "\($0)", date: $1) })
    practice.period = "2025-01-01..2025-12-29"
    #expect(try practice.run().findings(.daysWithoutLines).isEmpty)
  }
}

/// Procedures of other roles rank apart, families and pairs rank as one.
@Suite struct `The ranking that is explained` {
  private static func text(_ lines: [LogLine], of line: Int) throws -> String {
    let folder = try TemporaryFolder()
    var selection = ExplainRun.Selection()
    selection.record = SourcePosition(file: "logs/0000.csv", line: line)
    let explained = try ExplainRun.lines(of: try Practice(lines).inputs(in: folder), selection)
    return ExplanationText.lines(of: explained).joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test func `names those of the same role, and by what they ranked`() throws {
    let lines = [
      LogLine("44140", id: "1", place: "22"), LogLine("49505", id: "2", place: "22"),
      LogLine("22612", "62", id: "3", place: "22"), LogLine("47600", "80", id: "4", place: "22"),
    ]
    let second = try Self.text(lines, of: 3)
    #expect(second.contains("44140 (logs/0000.csv:2) takes place 1: x 0.5"), "\(second)")
    #expect(!second.contains("22612") && !second.contains("47600"), "\(second)")
    #expect(try Self.text(lines, of: 4).contains("The only procedure of its role that day: no change"))
  }

  @Test func `shows both sides by what both are worth, and several units by all their places`() throws {
    let sides = [
      LogLine("29881", "RT", id: "1", place: "22"), LogLine("29881", "LT", id: "2", place: "22"),
      LogLine("64721", id: "3", place: "22"),
    ]
    let left = try Self.text(sides, of: 3)
    #expect(
      left.contains("Place 1 of 2 in the session's ranking, as one with 29881 (logs/0000.csv:2), by 24.96"), "\(left)")
    let units = [LogLine("11042", id: "1", units: "2"), LogLine("20610", id: "2")]
    let both = try [2, 3].map { try Self.text(units, of: $0) }
    #expect(both.contains { $0.contains(" of 3 in the session's ranking") && $0.contains("Places ") }, "\(both)")
  }
}
