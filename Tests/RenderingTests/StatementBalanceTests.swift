import ProductivityModel
import Testing

@testable import Compensation
@testable import Rendering
@testable import Reporting

/// What was paid after the last day counted is in no balance, and a statement says what it leaves.
struct StatementBalanceTests {
  private static func results(_ payments: [Payment]) throws -> RunResults {
    var results = PayFixture.results()
    let index = try #require(results.compensation?.clinicians.firstIndex { $0.id == "C008" })
    results.compensation?.clinicians[index].member.payments = payments
    return results
  }

  private static func payment(_ day: String, _ component: String, _ dollars: Int64) -> Payment {
    Payment(date: PayFixture.day(day), component: component, amount: PayFixture.money(dollars))
  }

  @Test func `payments of the days counted and those made since are told apart`() throws {
    let results = try Self.results([
      Self.payment("2026-10-15", "call", 700), Self.payment("2026-09-30", "base", 25_000),
      Self.payment("2026-12-01", "bonus", 50),
    ])
    let clinician = try #require(results.compensation?.clinicians.first { $0.id == "C008" })
    let scope = StatementScope(clinician, in: results)
    #expect(scope.payments.counted.map(\.component) == ["base"])
    #expect(scope.payments.after.map(\.component) == ["call", "bonus"])
    let balance = PayBalance(of: clinician.statements)
    let rows = scope.payments.owedAfter(balance)
    #expect(rows.map(\.account) == balance.accounts.map(\.account) + ["bonus"])
    #expect(rows.reduce(into: Money.zero) { $0 += $1.owed } == balance.total.closing)
    #expect(rows.first { $0.account == "call" }?.paid == PayFixture.money(700))
    let text = StatementOutput.lines(of: clinician, in: results).joined(separator: "\n")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("owed, $750.00 paid since"))
    #expect(text.contains("Not in the balance October 15, 2026"))
    let json = StatementOutput.json(of: clinician, in: results)
    #expect(json.contains("\"paid_since\": 750.00"))
  }

  @Test func `the sum of payments in the balance is what the balance says was paid`() throws {
    let results = PayFixture.results()
    for clinician in try #require(results.compensation).clinicians {
      let counted = StatementScope(clinician, in: results).payments.counted
      #expect(
        counted.reduce(into: Money.zero) { $0 += $1.amount } == PayBalance(of: clinician.statements).total.paid,
        "\(clinician.id)")
    }
  }

  @Test func `each quarter by itself has its own payments, days and mean FTE`() throws {
    let results = PayFixture.results()
    let whole = try #require(results.compensation?.clinicians.first { $0.id == "C008" })
    let quarters = whole.statements.flatMap(\.periods).map(\.days)
    #expect(quarters.count == 3)
    var paid = Money.zero
    for (index, quarter) in quarters.enumerated() {
      var shown = whole
      shown.statements[0].periods.removeAll { $0.days != quarter }
      let scope = StatementScope(shown, in: results)
      #expect(scope.isPart && scope.time?.days == quarter.count)
      let own = scope.payments.counted.reduce(into: Money.zero) { $0 += $1.amount }
      #expect(own == PayBalance(of: shown.statements).total.paid)
      paid += own
      let text = StatementOutput.lines(of: shown, in: results).joined(separator: "\n")
      #expect(text.contains("clinical FTE over \(quarter.count) days"))
      #expect(text.contains("Credited to date") == (index > 0))
    }
    #expect(paid == PayBalance(of: whole.statements).total.paid)
  }

  @Test func `a statement leads to no other page and warns of no survey`() throws {
    var results = PayFixture.results()
    results.cautions = ["This survey is synthetic."]
    results.releases[0].isReexported = true
    let files = try renderRun(results, reports: [.statement, .compensation], formats: [.html], version: "0.1.0")
    let page = try #require(files.first { $0.path == "statement/c008.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    for (_, name, value) in try MarkupCheck(text).attributes where name == "href" {
      #expect(value.hasPrefix("#"), "\(value)")
    }
    #expect(!text.contains("synthetic") && !text.contains("plans.yaml:2") && !text.contains("fees import"))
    #expect(text.components(of: "not read from CMS&#39;s own file") == 1)
  }
}
