import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// Policies of a practice's own: vintage, attribution, assignment, lines without a price, anesthesia, reconciliation.
@Suite struct `A policy of one's own` {
  private static let header =
    "line_id,clinician_id,service_date,post_date,patient_id,code,modifiers,units,place_of_service,charge,minutes,base_units,postop_days,billing_id,supervising_id,source_rvu"

  private static func practice(_ policy: String, _ lines: String...) -> Practice {
    var practice = Practice(log: ([header] + lines).joined(separator: "\n") + "\n")
    practice.pay = "own.yaml"
    practice.policies["own.yaml"] = """
      policy: own
      title: invented
      statuses: {credited: [A, R, T]}
      informational: [FS, SA, GC, "26", AA]
      \(policy)

      """
    return practice
  }

  private static func pay(_ outcome: Practice.Outcome) -> [String] {
    outcome.records("credits").sorted { (Int($0["line"] ?? "") ?? 0) < (Int($1["line"] ?? "") ?? 0) }.map {
      "\($0["release"] ?? "") \($0["pay_credit"] ?? "")"
    }
  }

  @Test func `by post date takes the release of that day, and of the day of service without one`() throws {
    let practice = Self.practice(
      "vintage: post-date", "1,C-1,2025-12-20,2026-01-05,P1,44140,,1,21,1,,,,,,",
      "2,C-1,2025-12-20,,P2,44140,,1,21,1,,,,,,",
      "3,C-1,2026-01-05,2025-12-31,P3,44140,,1,21,1,,,,,,")
    let outcome = try practice.run()
    #expect(Self.pay(outcome) == ["2026A 22.03", "2025D 22.59", "2025D 22.59"])
    #expect(outcome.records("credits").map { $0["benchmark_release"] } == ["2025D", "2025D", "2026A"])
  }

  @Test func `by the survey's year takes that year's release`() throws {
    let outcome = try Self.practice("vintage: survey", "1,C-1,2026-01-05,,P1,44140,,1,21,1,,,,,,").run()
    #expect(Self.pay(outcome) == ["2025D 22.59"])
  }

  @Test func `frozen at a release lists a code that it lacks with what the release of the day says`() throws {
    let outcome = try Self.practice(
      "vintage: frozen 2020A", "1,C-1,2025-12-20,,P1,99417,,1,11,1,,,,,,", "2,C-1,2025-12-20,,P1,G2211,,1,11,1,,,,,,"
    ).run()
    let listed = outcome.records("unpriced").map {
      [$0["code"], $0["release"], $0["service_date_release"], $0["service_date_work_rvu"]]
    }
    #expect(listed.contains(["G2211", "2020A", "2025D", "0.33"]), "\(listed)")
    #expect(
      outcome.findings(.unknownCode).contains { $0.message.contains("2025D, of the day of service, gives it 0.33") })
  }

  @Test func `attributes by modifier, and no credit is lost or made`() throws {
    let policy = """
      attribution:
        - {modifiers: [FS], shares: {rendering: 0.4, billing: 0.6}, from: 2020-01-01, citation: contract}
        - {modifiers: [SA, GC], shares: {supervising: 1}, from: 2020-01-01, citation: contract}
      """
    let outcome = try Self.practice(
      policy, "1,C-1,2025-12-20,,P1,99214,FS,1,11,1,,,,C-2,,", "2,C-1,2025-12-20,,P2,99214,SA,1,11,1,,,,,C-4,",
      "3,C-1,2025-12-20,,P3,99214,FS,1,11,1,,,,,,", "4,C-1,2025-12-20,,P4,99214,,1,11,1,,,,C-2,C-4,"
    ).run()
    let own = outcome.records("clinicians").map {
      [$0["clinician_id"], $0["work_rvu_pay"], $0["work_rvu_benchmark"], $0["lines"]]
    }
    // 1.92: 0.768 and 1.152; all to C-4; nobody named, so all stays; no row.
    #expect(own.contains(["C-1", "4.608", "7.68", "4"]), "\(own)")
    #expect(own.contains(["C-2", "1.152", "0", "0"]) && own.contains(["C-4", "1.92", "0", "0"]), "\(own)")
    let moved = outcome.records("attribution").map {
      [$0["from_clinician_id"], $0["to_clinician_id"], $0["party"], $0["work_rvu"]]
    }
    #expect(moved == [["C-1", "C-2", "billing", "1.152"], ["C-1", "C-4", "supervising", "1.92"]])
    #expect(outcome.findings(.policyAssumption).contains { $0.decidedBy == "attribution" && $0.count == 1 })
  }

  @Test func `is assigned by clinician before plan, and by day`() throws {
    var practice = Self.practice(
      "multipleProcedures: none", "1,C-1,2025-08-20,,P1,44140,62,1,21,1,,,,,,",
      "2,C-1,2025-12-20,,P1,44140,62,1,21,1,,,,,,",
      "3,C-3,2025-12-20,,P1,44140,62,1,21,1,,,,,,", "4,C-4,2025-12-20,,P1,44140,62,1,21,1,,,,,,")
    practice.roster = """
      clinician_id,specialty,clinical_fte,plan
      C-1,Alpha,1,surgeons
      C-3,Alpha,1,surgeons
      C-4,Alpha,1,

      """
    practice.policies["assign.csv"] = """
      clinician_id,plan,policy,start,end
      C-1,,unadjusted,,2025-09-30
      ,surgeons,flat-factors,2025-07-01,

      """
    practice.creditKeys = ", assign: assign.csv"
    // Unadjusted until September; the plan's 62.5 percent; the job's own policy knows no 62.
    #expect(Self.pay(try practice.run()) == ["2025D 22.59", "2025D 14.11875", "2025D 14.11875", "2025D 22.59"])
  }

  @Test func `values lines without a price by a crosswalk, apart`() throws {
    var practice = Self.practice(
      "unpriced: {crosswalk: cross.csv}", "1,C-1,2025-12-20,,P1,44238,,1,21,5000,,,,,,",
      "2,C-1,2025-12-20,,P2,INT01,,2,21,100,,,,,,",
      "3,C-1,2025-12-20,,P3,99214,,1,11,200,,,,,,")
    practice.policies["cross.csv"] = """
      code,compare_to,factor,work_rvu,start,end,reason
      44238,44204,0.9,,,,the medical director
      INT01,,,1.5,,,by contract

      """
    let row = try practice.run().clinician("C-1")
    // 26.42 x 0.9 + 2 x 1.5.
    #expect(
      row["work_rvu_unpriced_valued"] == "26.778" && row["work_rvu_pay"] == "1.92" && row["unpriced_lines"] == "2")
  }

  @Test func `values lines without a price by the work per dollar of the specialty, apart`() throws {
    let practice = Self.practice(
      "unpriced: charge-ratio", "1,C-1,2025-12-20,,P1,44238,,1,21,5000,,,,,,",
      "2,C-1,2025-12-20,,P3,99214,,1,11,200,,,,,,",
      "3,C-3,2025-12-20,,P3,99213,,1,11,122,,,,,,")
    let outcome = try practice.run()
    // (1.92 + 1.30) / 322.00 x 5000.00.
    #expect(try outcome.clinician("C-1")["work_rvu_unpriced_valued"] == "50")
    #expect(try outcome.clinician("C-3")["work_rvu_unpriced_valued"] == "0")
  }

  @Test func `measures anesthesia, and holds what it cannot`() throws {
    var practice = Self.practice(
      "", "1,C-1,2025-12-20,,P1,00840,AA,1,21,1,95,6,,,,", "2,C-1,2025-12-20,,P1,00840,AA,1,21,1,95,,,,,",
      "3,C-1,2025-12-20,,P1,00840,AA,1,21,1,,6,,,,")
    practice.pay = "unadjusted"
    let outcome = try practice.run()
    #expect(outcome.fates == ["zero_valued", "held", "held"])
    #expect(try outcome.clinician("C-1")["asa_units"] == "12.3")
    #expect(Set(outcome.findings(.anesthesiaHeld).map(\.message)).count == 2)
    #expect(outcome.results.controlTotals.allSatisfy { $0.records == $0.counts.reduce(0, +) })
  }

  @Test func `is held against the source's own RVUs, by cause`() throws {
    var practice = Practice(
      log: (["line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,theirs"] + [
        "1,C-1,2025-12-20,P1,99214,,1,11,1.92", "2,C-1,2025-12-20,P2,44140,,1,21,22.03",
        "3,C-1,2025-12-20,P3,44140,62,1,21,14.12",
        "4,C-1,2025-12-20,P4,97110,,3,11,0.45", "5,C-1,2025-12-20,P5,93306,26,1,11,0",
        "6,C-1,2025-12-20,P6,99214,,1,11,",
        "7,C-1,2025-12-20,P7,99214,,1,11,7.77",
      ]).joined(separator: "\n") + "\n")
    practice.logKeys = ", reconcile: theirs"
    let outcome = try practice.run()
    let rows = outcome.records("reconciliation").map { [$0["cause"], $0["detail"], $0["lines"]] }
    #expect(rows.contains(["agrees", "", "1"]) && rows.contains(["vintage", "2026A", "1"]), "\(rows)")
    #expect(rows.contains(["modifier", "as in the benchmark ledger", "1"]), "\(rows)")
    #expect(rows.contains(["units", "the source gives one unit", "1"]), "\(rows)")
    #expect(rows.contains(["row", "the row for TC", "1"]) && rows.contains(["unknown", "", "1"]), "\(rows)")
    #expect(outcome.results.reconciliation?.linesWithout == 1)
  }
}

/// What the impact of a release or policy adds up to.
@Suite struct `An impact` {
  private func inputs(_ lines: [LogLine], _ body: (RunInputs) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try folder.write("log.csv", ([LogLine.header] + lines.map(\.text)).joined(separator: "\n") + "\n")
    let job = try folder.write(
      "job.yaml", "practice: Invented\nperiod: 2025-07-01..2026-02-28\nlogs: [{files: log.csv}]\noutput: out\n")
    try body(try RunInputs(job: job, dataFolder: PackageRoot.path("benchmarks-data")))
  }

  @Test func `between releases tells the efficiency adjustment apart`() throws {
    try inputs([LogLine("44140", patient: "A"), LogLine("99214", patient: "B"), LogLine("44140", "62", patient: "C")]) {
      inputs in
      let impact = try ImpactRun.impact(
        on: inputs, of: .init(releases: ("2025D", "2026A"), policies: ("survey-comparable", "survey-comparable")))
      // 22.59 to 22.03, whole and as a co-surgeon; the visit is unchanged.
      #expect(impact.total.difference == WorkRVU(millionths: -910_000))
      #expect(impact.total.adjustment == impact.total.difference && impact.total.other == .zero)
      #expect(impact.total.lines == 3 && impact.adjustments.map(\.name) == ["efficiency-adjustment"])
      #expect(impact.families.map(\.sums.lines) == [2, 1])
    }
  }

  @Test(arguments: [UInt64(1), 2])
  func `adds up over clinicians, specialties and families`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    try inputs(log.lines(400)) { inputs in
      for comparison in [
        ImpactRun.Comparison(releases: ("2024A", "2026A"), policies: nil),
        ImpactRun.Comparison(releases: nil, policies: ("unadjusted", "survey-comparable")),
      ] {
        let impact = try ImpactRun.impact(on: inputs, of: comparison)
        for rows in [impact.clinicians, impact.specialties, impact.families] {
          var sum = Impact.Sums()
          for row in rows { sum += row.sums }
          #expect(sum == impact.total, "seed \(seed)")
        }
        #expect(impact.total.adjustment + impact.total.onlyOneSide + impact.total.other == impact.total.difference)
      }
    }
  }

  @Test func `of a policy on itself is nothing`() throws {
    var log = RandomLog(seed: 5)
    try inputs(log.lines(200)) { inputs in
      let impact = try ImpactRun.impact(on: inputs, of: .init(releases: nil, policies: ("cms-payment", "cms-payment")))
      #expect(
        impact.total.difference == .zero && impact.total.paymentFrom == impact.total.paymentTo && impact.total.lines > 0
      )
    }
  }
}
