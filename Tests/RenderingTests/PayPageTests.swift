import ProductivityModel
import Reporting
import Testing

@testable import Compensation
@testable import Rendering

struct PayPageTests {
  private static let results = PayFixture.results()

  private func render(
    _ results: RunResults = results, _ kinds: Set<ReportKind> = Set(ReportKind.allCases)
  ) throws -> [String: String] {
    let files = try renderRun(results, reports: kinds, formats: Set(ReportFormat.allCases), version: "0.1.0")
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func rows(_ name: String, _ files: [String: String]) throws -> [[String]] {
    try #require(files["data/\(name).csv"]).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `each clinician with a plan has a statement, and the practice one page`() throws {
    let paths = try render().keys.filter { $0.hasPrefix("statement/") || $0.hasPrefix("compensation") }
    #expect(
      paths.filter { $0.hasSuffix(".html") }.sorted() == ["compensation.html"]
        + (1...12).map { "statement/c0\($0 < 10 ? "0" : "")\($0).html" })
  }

  @Test(arguments: ["2026-09-30", "2026-08-15", "2026-01-01"])
  func `pages of pay are well formed, and every reference leads somewhere`(through: String) throws {
    let files = try render(PayFixture.results(through: through))
    for (path, text) in files where path.hasSuffix(".html") {
      let check = try MarkupCheck(text)
      #expect(check.problems == [], "\(path)")
      for (_, name, value) in check.attributes where name == "href" && !value.hasPrefix("#") {
        var place = path.split(separator: "/").dropLast().map(String.init)
        for part in value.split(separator: "/") {
          if part == ".." { place.removeLast() } else { place.append(String(part)) }
        }
        #expect(files[place.joined(separator: "/")] != nil, "\(path): \(value)")
      }
    }
  }

  @Test func `pay is on no page that does not ask for it`() throws {
    var without = Self.results
    without.compensation = nil
    let usual = Set(ReportKind.allCases.filter { !$0.showsPay })
    let (pages, plain) = (try render(Self.results, usual), try render(without, usual))
    for (path, text) in plain where path.hasSuffix(".html") {
      // The index lists the data files of pay, by name.
      if path != "index.html" { #expect(pages[path] == text, "\(path)") }
    }
    #expect(pages.keys.allSatisfy { !$0.hasPrefix("statement") && $0 != "compensation.html" })
    let all = try render()
    for (path, text) in plain where path.hasPrefix("clinician/") { #expect(all[path] == text, "\(path)") }
    let index = try #require(pages["index.html"])
    #expect(!index.contains("Statement of") && !index.contains("href=\"compensation.html\""))
    #expect(try #require(all["index.html"]).contains("href=\"statement/c008.html\""))
  }

  @Test func `a hostile name stays text on pages of pay`() throws {
    let hostile = "\"><img src=x onerror=alert(1)>\"\u{338} onmouseover='x' </script><script>alert(2)//"
    var results = PayFixture.results(people: [
      PracticeFixture.Person(id: hostile, name: hostile, specialty: hostile, monthly: 500)
    ])
    results.compensation?.plans[0].title = hostile
    results.compensation?.basis = [hostile]
    results.compensation?.clinicians[0].basis = [hostile]
    let files = try render(results)
    #expect(files.keys.count { $0.hasPrefix("statement/") && $0.hasSuffix(".html") } == 1)
    for (path, text) in files where path.hasSuffix(".html") {
      #expect(!text.contains("<img"), "\(path)")
      let check = try MarkupCheck(text)
      #expect(check.problems == [] && check.hasPartsWhereOfUse, "\(path)")
    }
  }

  @Test(arguments: [
    (
      "statements",
      "clinician_id,plan,measurement_year,period_start,period_end,complete,line,component,units,earned,lines,work_rvu,"
        + "work_rvu_to_date,year_share,threshold"
    ),
    (
      "statement_tiers",
      "clinician_id,plan,measurement_year,period_start,period_end,tier,from_work_rvu,to_work_rvu,rate,work_rvu,earned"
    ),
    (
      "balances",
      "clinician_id,plan,measurement_year,period_start,period_end,component,opening,earned,paid,closing"
    ),
    (
      "pay_codes",
      "clinician_id,plan,measurement_year,period_start,period_end,code,lines_of,lines,units,work_rvu"
    ),
    (
      "compensation",
      "clinician_id,name,specialty,plans,days,clinical_fte,total_fte,lines,work_rvu,opening,earned,paid,closing,"
        + "annual_per_total_fte,per_work_rvu,compensation_percentile,productivity_percentile,per_work_rvu_percentile,gap,"
        + "quadrant,review,review_possible,lines_without_plan,work_rvu_without_plan"
    ),
    (
      "projections",
      "clinician_id,method,measurement_year,projected_from,projected_through,work_rvu_to_date,work_rvu_year,"
        + "earned_to_date,earned_year,earned_low,earned_high,slowest_month,busiest_month,not_projected"
    ),
  ])
  func `a data file of pay has the columns that scripts rely on`(name: String, header: String) throws {
    #expect(try rows(name, render()).first?.joined(separator: ",") == header)
  }

  @Test func `a run without compensation has no file of pay`() throws {
    var results = Self.results
    results.compensation = nil
    let files = try render(results)
    for name in ["statements", "statement_tiers", "balances", "pay_codes", "compensation", "projections"] {
      #expect(files["data/\(name).csv"] == nil)
    }
    #expect(try #require(files["report.json"]).contains("\"compensation\"") == false)
    #expect(try #require(render()["report.json"]).contains("\"statement_tiers\""))
  }

  @Test func `every row of balances closes, and the next period opens with it`() throws {
    func cents(_ text: String) throws -> Int64 { try DecimalText.parse(text, scale: 2).get() }
    var closing: [String: Int64] = [:]
    let rows = try rows("balances", render()).dropFirst()
    #expect(rows.count > 60)
    for row in rows {
      let (opening, earned, paid, end) = (try cents(row[6]), try cents(row[7]), try cents(row[8]), try cents(row[9]))
      #expect(opening + earned - paid == end)
      let key = "\(row[0]) \(row[5])"
      if let before = closing[key] { #expect(before == opening, "\(key)") }
      closing[key] = end
    }
  }

  @Test func `statements, tiers and the table of clinicians add up to each other`() throws {
    let files = try render()
    func cents(_ text: String) throws -> Int64 { try DecimalText.parse(text, scale: 2).get() }
    var earned: [String: Int64] = [:]
    for row in try rows("statements", files).dropFirst() { earned[row[0], default: 0] += try cents(row[9]) }
    let clinicians = try rows("compensation", files).dropFirst()
    #expect(clinicians.count == 12)
    for row in clinicians { #expect(earned[row[0]] == (try cents(row[10])), "\(row[0])") }
  }

  @Test func `a gap is a number or a bound`() throws {
    let gaps = try rows("compensation", render()).dropFirst().map { ($0[0], $0[18]) }
    let byID = Dictionary(uniqueKeysWithValues: gaps)
    // Pay and work of C003 are both above the 90th: nothing is known of the gap. Work of C004 is below the 10th.
    #expect(byID["C003"] == "")
    #expect(try #require(byID["C004"]).hasPrefix(">="))
    #expect(Double(try #require(byID["C001"])) != nil)
  }

  @Test func `the same results give the same bytes`() throws {
    #expect(try render() == render(PayFixture.results()))
  }

  @Test func `a statement as text has every line of its page, within the width of a terminal`() throws {
    let clinician = try #require(Self.results.compensation?.clinicians.first { $0.id == "C008" })
    let lines = StatementOutput.lines(of: clinician, in: Self.results).flatMap { $0.split(separator: "\n") }
    let text = lines.joined(separator: "\n")
    #expect(text.contains("$318,110.59 earned"))
    for statement in clinician.statements {
      let context = StatementContext(of: statement, clinician.member, in: Self.results)
      for index in statement.periods.indices {
        let derivation = PeriodDerivation(ofPeriodAt: index, in: statement, context)
        for step in derivation.parts.flatMap(\.steps) + derivation.components.steps
        where step.figure != .none {
          #expect(text.contains(step.figure.text), "\(step)")
        }
      }
    }
    let steps = lines.filter { $0.hasPrefix("    ") }
    #expect(steps.count > 30)
    #expect(steps.allSatisfy { $0.count <= 97 }, "\(steps.first { $0.count > 97 } ?? "")")
  }
}
