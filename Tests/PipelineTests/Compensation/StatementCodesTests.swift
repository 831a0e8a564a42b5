import Compensation
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// Which codes made the work of a statement: to the millionth all of it, and nothing of other days.
@Suite struct `The codes of statements` {
  private static func log(_ seed: UInt64) -> [LogLine] {
    var log = RandomLog(seed: seed)
    var lines = log.lines(350)
    for number in 0..<20 {
      let again = log.pick(lines)
      lines.append(Bool.random(using: &log.random) ? again : again.reversed(id: "R\(number)", void: again.id))
    }
    return lines
  }

  @Test(arguments: [UInt64](21...24))
  func `add up to the work and the lines of each period, and by code to the credits of the lines`(seed: UInt64) throws {
    let outcome = try `The work of statements`.practice([Self.log(seed)]).run()
    let compensation = try #require(outcome.results.compensation)
    let rows = outcome.records("pay_codes")
    var periods = 0
    for clinician in compensation.clinicians {
      for period in clinician.statements.flatMap(\.periods) {
        let own = rows.filter {
          $0["clinician_id"] == clinician.id && $0["period_start"] == period.days.first.description
            && $0["period_end"] == period.days.last.description
        }
        let work = try own.reduce(Int64(0)) { try $0 + DecimalText.parse($1["work_rvu"] ?? "", scale: 6).get() }
        #expect(work == period.work.millionths, "seed \(seed), \(clinician.id), \(period.days)")
        #expect(own.reduce(0) { $0 + (Int($1["lines"] ?? "") ?? 0) } == period.lines, "seed \(seed)")
        let days = clinician.member.assignments.compactMap { $0.days.intersection(period.days) }
        var credits: [String: Int64] = [:]
        for line in outcome.records("credits") where line["clinician_id"] == clinician.id {
          guard let day = line["service_date"].flatMap({ CalendarDate(iso: $0) }),
            days.contains(where: { $0.contains(day) }),
            let credit = line["pay_credit"], !credit.isEmpty
          else { continue }
          credits[line["code"] ?? "", default: 0] += try DecimalText.parse(credit, scale: 6).get()
        }
        for row in own {
          #expect(
            try DecimalText.parse(row["work_rvu"] ?? "", scale: 6).get() == credits[row["code"] ?? ""],
            "seed \(seed), \(clinician.id), \(row["code"] ?? "")")
        }
        periods += own.isEmpty ? 0 : 1
      }
    }
    #expect(periods > 10, "seed \(seed)")
  }

  @Test func `tell what lines of other clinicians bring from the clinician's own`() throws {
    var practice = Practice(
      log: """
        line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge,billing_id,supervising_id
        1,C-1,2025-12-20,P1,99214,FS,1,11,1,C-2,
        2,C-2,2025-12-21,P2,99213,,1,11,1,,

        """)
    practice.pay = "own.yaml"
    practice.policies["own.yaml"] = """
      policy: own
      title: invented
      statuses: {credited: [A, R, T]}
      informational: [FS]
      attribution:
        - {modifiers: [FS], shares: {rendering: 0.4, billing: 0.6}, from: 2020-01-01, citation: contract}

      """
    practice.period = "2025"
    practice.roster = "clinician_id,specialty,clinical_fte,plan\nC-1,Alpha,1,one\nC-2,Alpha,1,one\n"
    practice.policies["plans.yaml"] = "plans: [{id: one, effective: 2025, production: {rate: 100}}]\n"
    practice.jobKeys = "compensation: {plans: plans.yaml}"
    let outcome = try practice.run()
    let rows = outcome.records("pay_codes").filter { $0["clinician_id"] == "C-2" }
    #expect(rows.map { "\($0["code"] ?? "") \($0["lines_of"] ?? "")" }.sorted() == ["99213 own", "99214 others"])
  }
}
