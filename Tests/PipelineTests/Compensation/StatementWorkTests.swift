import Compensation
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// The work that statements pay is that of the lines, whatever the order, the files and the memory.
@Suite struct `The work of statements` {
  private static let seeds: [UInt64] = [11, 12, 13]

  private static let plans = """
    plans:
      - id: alpha
        effective: 2025
        base: {annual: 240000, per: clinical-fte}
        production: {threshold: from-base, rate: 48, measure: {every: quarter, how: cumulative}}
      - id: alpha
        effective: 2026
        credit: {policy: survey-comparable, vintage: frozen 2024A}
        base: {annual: 250000, per: clinical-fte}
        production: {threshold: from-base, rate: 50, measure: {every: quarter, how: cumulative}}
      - id: beta
        effective: 2025-10-01..2026-12-31
        credit: flat-factors
        production: {rate: 40, measure: {every: month, how: stand-alone}}
        pool: {name: shared, annual: 12000, split: work-rvu}

    """

  private static let roster = """
    clinician_id,name,specialty,clinical_fte,start,end,plan
    C-1,Ada,Alpha,1,2020-01-01,,alpha
    C-2,Ben,Alpha,0.8,2025-01-01,2025-11-15,alpha
    C-2,Ben,Alpha,0.5,2025-11-16,,beta
    C-3,Cleo,Alpha,0.3333,2025-09-01,,beta
    C-4,Dov,Beta,1,2020-01-01,,

    """

  static func practice(_ files: [[LogLine]]) -> Practice {
    var practice = Practice(files: files)
    practice.period = "2025-01-01..2026-02-28"
    practice.roster = roster
    practice.policies["plans.yaml"] = plans
    practice.jobKeys = "compensation: {plans: plans.yaml}"
    return practice
  }

  private static func log(_ seed: UInt64) -> [LogLine] {
    var log = RandomLog(seed: seed)
    var lines = log.lines(350)
    for number in 0..<20 {
      let again = log.pick(lines)
      lines.append(Bool.random(using: &log.random) ? again : again.reversed(id: "R\(number)", void: again.id))
    }
    return lines
  }

  /// Pay credits of the lines by clinician and day, as `data/credits.csv` has them.
  private static func credits(_ outcome: Practice.Outcome) throws -> [String: [CalendarDate: (work: Int64, lines: Int)]]
  {
    var result: [String: [CalendarDate: (work: Int64, lines: Int)]] = [:]
    for record in outcome.records("credits") {
      guard let id = record["clinician_id"], let day = record["service_date"].flatMap({ CalendarDate(iso: $0) }),
        let text = record["pay_credit"], !text.isEmpty
      else { continue }
      let credit = try DecimalText.parse(text, scale: 6).get()
      if credit == 0 { continue }
      let known = result[id]?[day] ?? (0, 0)
      result[id, default: [:]][day] = (known.work + credit, known.lines + 1)
    }
    return result
  }

  @Test(arguments: seeds)
  func `is the sum of the lines' credits of each period, to the millionth`(seed: UInt64) throws {
    let outcome = try Self.practice([Self.log(seed)]).run()
    let compensation = try #require(outcome.results.compensation)
    let credits = try Self.credits(outcome)
    #expect(compensation.clinicians.map(\.id) == ["C-1", "C-2", "C-3"])
    var periods = 0
    for clinician in compensation.clinicians {
      for statement in clinician.statements {
        for period in statement.periods {
          let days = (credits[clinician.id] ?? [:]).filter { day, _ in
            period.days.contains(day) && clinician.member.assignments.contains { $0.days.contains(day) }
          }
          #expect(period.work.millionths == days.values.reduce(0) { $0 + $1.work }, "seed \(seed), \(clinician.id)")
          #expect(period.lines == days.values.reduce(0) { $0 + $1.lines }, "seed \(seed), \(clinician.id)")
          periods += days.isEmpty ? 0 : 1
        }
      }
    }
    #expect(periods > 10, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `and the work without a plan are all of a clinician's pay work`(seed: UInt64) throws {
    let outcome = try Self.practice([Self.log(seed)]).run()
    let compensation = try #require(outcome.results.compensation)
    for clinician in compensation.clinicians {
      let all = clinician.work + clinician.workWithoutPlan + clinician.workUntold
      #expect(try outcome.clinician(clinician.id)["work_rvu_pay"] == all.description, "seed \(seed), \(clinician.id)")
    }
    let other = try #require(compensation.withoutPlan.first)
    #expect(compensation.withoutPlan.count == 1 && other.id == "C-4")
    #expect(try outcome.clinician("C-4")["work_rvu_pay"] == other.work.description, "seed \(seed)")
    #expect(outcome.findings(.noPlan).contains { $0.message.contains("C-4") })
  }

  @Test(arguments: seeds)
  func `is the same however lines are ordered, split into files and held in memory`(seed: UInt64) throws {
    let lines = Self.log(seed)
    var random = SplitMix64(seed: seed)
    let cut = Int.random(in: 0...lines.count, using: &random)
    let one = try #require(try Self.practice([lines]).run().results.compensation)
    let split = try #require(
      try Self.practice([Array(lines[..<cut]), Array(lines[cut...])]).run().results.compensation)
    let small = try #require(try Self.practice([lines]).run(memory: 4_096).results.compensation)
    for other in [split, small] {
      #expect(one.clinicians.map(\.statements) == other.clinicians.map(\.statements), "seed \(seed), cut at \(cut)")
      #expect(one.clinicians.map(\.basis) == other.clinicians.map(\.basis), "seed \(seed)")
      #expect(one.withoutPlan == other.withoutPlan, "seed \(seed)")
    }
    // A voided line is found by its day, whatever stands first; so shuffled originals alone are the same.
    let originals = Array(lines.prefix(350))
    let straight = try #require(try Self.practice([originals]).run().results.compensation)
    let shuffled = try #require(
      try Self.practice([originals.shuffled(using: &random)]).run().results.compensation)
    #expect(straight.clinicians.map(\.statements) == shuffled.clinicians.map(\.statements), "seed \(seed)")
  }

  @Test func `that a policy gives to another clinician is the other's, on the day of service`() throws {
    var practice = Practice(
      log: """
        line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge,billing_id,supervising_id
        1,C-1,2025-12-20,P1,99214,FS,1,11,1,C-2,
        2,C-1,2025-12-21,P2,99214,SA,1,11,1,,C-3

        """)
    practice.pay = "own.yaml"
    practice.policies["own.yaml"] = """
      policy: own
      title: invented
      statuses: {credited: [A, R, T]}
      informational: [FS, SA]
      attribution:
        - {modifiers: [FS], shares: {rendering: 0.4, billing: 0.6}, from: 2020-01-01, citation: contract}
        - {modifiers: [SA], shares: {supervising: 1}, from: 2020-01-01, citation: contract}

      """
    practice.period = "2025"
    practice.roster = """
      clinician_id,specialty,clinical_fte,plan
      C-1,Alpha,1,one
      C-2,Alpha,1,one
      C-3,Alpha,1,one

      """
    practice.policies["plans.yaml"] = "plans: [{id: one, effective: 2025, production: {rate: 100}}]\n"
    practice.jobKeys = "compensation: {plans: plans.yaml}"
    let compensation = try #require(try practice.run().results.compensation)
    // 99214 has 1.92 in 2025: 0.768 and 1.152; all of the other line to its supervisor.
    #expect(compensation.clinicians.map(\.work.description) == ["0.768", "1.152", "1.92"])
    #expect(compensation.clinicians.map { $0.member.work.lines.map(Int.init).reduce(0, +) } == [1, 1, 1])
    let days = compensation.clinicians.map { clinician in
      clinician.member.work.millionths.firstIndex { $0 != 0 }.map {
        clinician.member.work.days.first.advanced(by: $0).description
      }
    }
    #expect(days == ["2025-12-20", "2025-12-20", "2025-12-21"])
  }
}
