import Ingest
import ProductivityModel
import TestSupport
import Testing

/// What is refused of plans: where, what is wrong, and what to do.
@Suite struct PlanFileFaultTests {
  private static func entry(_ keys: String...) -> String {
    "plans:\n  - id: a\n    effective: 2026\n" + keys.map { "    \($0)\n" }.joined()
  }
  private static let base = "base: {annual: 300000}"
  private static func production(_ keys: String) -> String { entry(base, "production: {\(keys)}") }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var place: String
    var says: String
    var hint: String = ""
    var testDescription: String { says }
  }

  private static let file: [Case] = [
    Case(text: "plan: []", place: "1:1", says: "unknown key \"plan\"", hint: "did you mean plans?"),
    Case(text: "plans: []", place: "1:8", says: "names no plans"),
    Case(text: "plans: [5]", place: "1:9", says: "a plan is a list of keys and values"),
    Case(text: "plans: [{effective: 2026, base: {annual: 1}}]", place: "1:9", says: "needs the key \"id\""),
    Case(text: "plans: [{id: a, base: {annual: 1}}]", place: "1:9", says: "needs the key \"effective\""),
    Case(
      text: entry(base, "produktion: {rate: 1}"), place: "5:5", says: "produktion", hint: "did you mean production?"),
    Case(text: "plans: [{id: '', effective: 2026, base: {annual: 1}}]", place: "1:14", says: "an id is blank"),
    Case(text: entry(), place: "2:5", says: "the plan pays nothing", hint: "add base"),
    Case(
      text: entry("limits: {cap: {total: 5}}"), place: "2:5", says: "the plan pays nothing"),
  ]

  private static let days: [Case] = [
    Case(text: "plans: [{id: a, effective: 2026-01-01.., base: {annual: 1}}]", place: "1:28", says: "has no last day"),
    Case(text: "plans: [{id: a, effective: ..2026-01-01, base: {annual: 1}}]", place: "1:28", says: "has no first day"),
    Case(text: "plans: [{id: a, effective: 2026-01-01, base: {annual: 1}}]", place: "1:28", says: "is one day"),
    Case(
      text: "plans: [{id: a, effective: 2026-12-31..2026-01-01}]", place: "1:28",
      says: "effective ends (2026-01-01) before it starts (2026-12-31)"),
    Case(
      text: "plans: [{id: a, effective: 2026-13-01..2026-12-31}]", place: "1:28", says: "the month 13 in 2026-13-01"),
    Case(
      text: "plans: [{id: a, effective: 2026-01-01..2026-06-31}]", place: "1:28", says: "that month has 30"),
    Case(
      text: "plans: [{id: a, effective: 1/1/2026..2026-06-30}]", place: "1:28", says: "not a day written YYYY-MM-DD"),
    Case(text: "plans: [{id: a, effective: 0226, base: {annual: 1}}]", place: "1:28", says: "between 1990 and 2100"),
    Case(text: entry(base, "yearStarts: 13"), place: "5:17", says: "not the start of a measurement year"),
    Case(text: entry(base, "yearStarts: 10-15"), place: "5:17", says: "first day of a month", hint: "write 10-01"),
    Case(text: entry(base, "proration: month"), place: "5:16", says: "not a proration", hint: "did you mean months?"),
    Case(text: entry(base, "leave: counts"), place: "5:12", says: "\"counts\"", hint: "did you mean count?"),
    Case(text: entry(base, "leave: {bases: count}"), place: "5:13", says: "bases", hint: "did you mean base?"),
    Case(text: entry(base, "measure: {}"), place: "5:14", says: "measure says nothing"),
    Case(text: entry(base, "measure: {every: quater}"), place: "5:22", says: "quater", hint: "did you mean quarter?"),
    Case(text: entry(base, "measure: {how: standalone}"), place: "5:20", says: "", hint: "did you mean stand-alone?"),
    Case(
      text: entry(base, "measure: {every: year}", "production: {rate: 1, measure: {every: year}}"), place: "5:14",
      says: "both here and in production"),
    Case(text: entry(base, "credit: {policy: a, vintage: 2025}"), place: "5:34", says: "\"2025\" is not a vintage"),
    Case(text: entry(base, "credit: ''"), place: "5:13", says: "a credit policy is blank"),
  ]

  private static let amounts: [Case] = [
    Case(text: entry("base: {annual: 300,000}"), place: "4:24", says: "no key", hint: "without commas"),
    Case(text: entry("base: {annual: $300000}"), place: "4:20", says: "not an amount", hint: "digits and a point"),
    Case(text: entry("base: {annual: -5}"), place: "4:20", says: "not above zero"),
    Case(text: entry("base: {annual: 0}"), place: "4:20", says: "not above zero"),
    Case(text: entry("base: {annual: 10000001}"), place: "4:20", says: "more than 10000000"),
    Case(text: entry("base: {annual: 1.005}"), place: "4:20", says: "more decimals than a cent"),
    Case(text: entry("base: {annual: 1, monthly: 1}"), place: "4:32", says: "both an annual and a monthly"),
    Case(text: entry("base: {per: person}"), place: "4:11", says: "base has no amount"),
    Case(text: entry("base: {monthly: 1, proration: days}"), place: "4:35", says: "a monthly base falls on months"),
    Case(text: entry("base: {annual: 1, per: fte}"), place: "4:28", says: "\"fte\"", hint: "total-fte"),
    Case(text: entry("guarantee: {until: 2026-06-30}"), place: "4:16", says: "guarantee has no amount"),
    Case(text: entry("pool: {name: q, annual: 1}"), place: "4:11", says: "needs the key \"split\""),
    Case(text: entry("panel: {perMemberPerMonth: 0, source: p.csv}"), place: "4:32", says: "pays nothing"),
    Case(text: entry("panel: {perMemberPerMonth: 3.50}"), place: "4:12", says: "needs the key \"source\""),
    Case(text: entry("limits: {per: person}"), place: "4:13", says: "neither a cap nor a floor"),
    Case(
      text: entry("limits: {cap: {total: 100}, floor: {total: 200}}"), place: "4:48", says: "the floor (200.00 dollars)"
    ),
    Case(text: entry(base, "limits: {cap: {production: 100}}"), place: "5:19", says: "production has a cap"),
    Case(text: entry(base, "limits: {floor: {production: 1}}"), place: "5:22", says: "unknown key \"production\""),
  ]

  private static let tiers: [Case] = [
    Case(text: production("method: marginal"), place: "5:17", says: "production has no rate"),
    Case(text: production("rate: 50, tiers: [{from: 0, rate: 50}]"), place: "5:24", says: "both tiers and a rate"),
    Case(text: production("rate: 10001"), place: "5:24", says: "more than 10000"),
    Case(text: production("rate: -1"), place: "5:24", says: "below zero"),
    Case(text: production("rate: 0"), place: "5:24", says: "pays nothing"),
    Case(text: production("rate: fifty"), place: "5:24", says: "not a rate"),
    Case(text: production("rate: 1.0000001"), place: "5:24", says: "more than six decimals"),
    Case(text: production("tiers: [{from: 100, rate: 50}]"), place: "5:33", says: "starts at 100, not at 0"),
    Case(
      text: production("tiers: [{from: 0, rate: 50}, {from: 8000, rate: 55}, {from: 7000, rate: 60}]"), place: "5:78",
      says: "a tier from 7000 cannot follow one from 8000"),
    Case(
      text: production("tiers: [{from: 0, rate: 50}, {from: 0, rate: 55}]"), place: "5:54", says: "cannot follow"),
    Case(
      text: production("tiers: [{from: 0, rate: 50}, {from: 8000, rate: 45}]"), place: "5:47",
      says: "the rate falls from 50.00 to 45.00 at 8000", hint: "fallingRates: allowed"),
    Case(
      text: production("method: retroactive, fallingRates: allowed, tiers: [{from: 0, rate: 5}, {from: 8, rate: 4}]"),
      place: "5:90", says: "would lower what all of them are paid"),
    Case(text: production("rate: 5, fallingRates: yes"), place: "5:41", says: "can only be \"allowed\""),
    Case(text: production("tiers: [{from: 0, rate: 0}]"), place: "5:25", says: "no tier has a rate above zero"),
    Case(text: production("tiers: [{rate: 5}]"), place: "5:26", says: "needs the key \"from\""),
    Case(text: production("rate: 5, threshold: from base"), place: "5:38", says: "", hint: "did you mean from-base?"),
    Case(text: production("rate: 5, threshold: -1"), place: "5:38", says: "not between 0 and 1000000"),
    Case(
      text: production("tiers: [{from: 0, rate: 0}, {from: 6, rate: 5}], threshold: from-base"), place: "5:78",
      says: "the first rate is zero"),
    Case(
      text: entry("production: {rate: 50, threshold: from-base}"), place: "4:39",
      says: "comes from the base, and the plan"),
    Case(
      text: production("rate: 5, clawback: true, measure: {how: stand-alone}"), place: "5:37",
      says: "stand-alone periods take nothing back"),
  ]

  private static let draws: [Case] = [
    Case(
      text: entry(base, "production: {rate: 5, against: draw, threshold: from-base}", "draw: {months: 3}"),
      place: "5:53", says: "would count the base twice"),
    Case(text: entry("production: {rate: 5, against: draw}", "draw: {months: 3}"), place: "4:36", says: "no base"),
    Case(text: production("rate: 5, against: draw"), place: "5:36", says: "does not say how it is recovered"),
    Case(
      text: entry(base, "production: {rate: 5}", "draw: {months: 3}"), place: "6:11", says: "not weighed against one"),
    Case(text: entry(base, "draw: {months: 3}"), place: "5:11", says: "", hint: "add production with against: draw"),
    Case(
      text: entry(base, "production: {rate: 5, against: draw}", "draw: {months: 0}"), place: "6:20", says: "1 to 120"),
    Case(
      text: entry(base, "production: {rate: 5, against: draw}", "draw: {recovery: none, yearEnd: repay}"),
      place: "6:37",
      says: "leaves no deficit"),
  ]

  private static let times: [Case] = [
    Case(
      text: entry("guarantee: {annual: 5, until: 2027-06-30}"), place: "4:35", says: "outside the days of the plan"),
    Case(
      text: entry("guarantee: {annual: 5, until: 2026-06-15}"), place: "4:35",
      says: "not the last day of a measurement period (a month)", hint: "2026-06-30 is the next"),
    Case(
      text: entry("measure: {every: quarter}", "guarantee: {annual: 5, until: 2026-05-31}"), place: "5:35",
      says: "(a quarter)", hint: "2026-06-30"),
    Case(
      text: entry("yearStarts: 2", "measure: {every: quarter}", "guarantee: {annual: 5, until: 2026-06-30}"),
      place: "6:35", says: "(a quarter)", hint: "2026-07-31"),
    Case(
      text: production("rate: 5, threshold: 6") + "    ramp: [{through: 2027-01-31, threshold: 0.5}]\n", place: "6:22",
      says: "outside the days of the plan"),
    Case(
      text: production("rate: 5, threshold: 6")
        + "    ramp: [{through: 2026-03-31, threshold: 0.5}, {through: 2026-02-28, threshold: 0.7}]\n", place: "6:61",
      says: "cannot follow one through 2026-03-31"),
    Case(
      text: production("rate: 5, threshold: 6") + "    ramp: [{through: 2026-03-31, threshold: 1.5}]\n", place: "6:45",
      says: "not a share between 0 and 1"),
    Case(
      text: production("rate: 5") + "    ramp: [{through: 2026-03-31, threshold: 0.5}]\n", place: "6:11",
      says: "lowers a threshold"),
  ]

  private static let duties: [Case] = [
    Case(text: production("rate: 5") + "    withhold: {share: 1.1}\n", place: "6:23", says: "between 0 and 1"),
    Case(text: production("rate: 5") + "    withhold: {share: 110%}\n", place: "6:23", says: "between 0 and 1"),
    Case(text: production("rate: 5") + "    withhold: {share: -0.1}\n", place: "6:23", says: "between 0 and 1"),
    Case(text: production("rate: 5") + "    withhold: {share: 0}\n", place: "6:23", says: "holds nothing back"),
    Case(text: entry(base, "withhold: {share: 10%}"), place: "5:15", says: "which the plan does not pay"),
    Case(text: entry("stipends: [{name: base, annual: 5}]"), place: "4:23", says: "a component of its own"),
    Case(text: entry("stipends: [{name: Base, annual: 5}]"), place: "4:23", says: "a component of its own"),
    Case(text: entry("stipends: [{name: on call, annual: 5}]"), place: "4:23", says: "not a name of letters"),
    Case(
      text: entry("stipends: [{name: call, annual: 5}, {name: Call, annual: 6}]"), place: "4:41",
      says: "a second stipend is called Call"),
    Case(
      text: entry("stipends: [{name: q, annual: 5}]", "pool: {name: q, annual: 5, split: equal}"), place: "5:18",
      says: "has the name of a stipend"),
    Case(text: entry("stipends: [{name: call}]"), place: "4:16", says: "stipend has no amount"),
    Case(
      text: entry("stipends: [{name: call, per: shift, amount: 5}]"), place: "4:34",
      says: "needs per, amount and source"),
    Case(
      text: entry("stipends: [{name: call, annual: 5, source: s.csv}]"), place: "4:37",
      says: "both by time and by a unit"),
    Case(text: entry("stipends: [{name: c, annual: 5, clinicians: []}]"), place: "4:49", says: "clinicians is empty"),
    Case(text: entry("stipends: [{name: c, annual: 5, clinicians: [a, a]}]"), place: "4:53", says: "there twice"),
  ]

  private static func two(_ first: String, _ second: String) -> String { "plans:\n  - {\(first)}\n  - {\(second)}\n" }

  private static let histories: [Case] = [
    Case(
      text: two("id: a, effective: 2026, base: {annual: 1}", "id: a, effective: 2026, base: {annual: 2}"), place: "3:5",
      says: "is there twice for 2026-01-01..2026-12-31; line 2"),
    Case(
      text: two("id: a, effective: 2026, base: {annual: 1}", "id: a, effective: 2026-12, base: {annual: 2}"),
      place: "3:5", says: "two sets of terms on 2026-12-01..2026-12-31"),
    Case(
      text: two(
        "id: a, effective: 2026, pool: {name: q, annual: 1, split: equal}",
        "id: b, effective: 2026, pool: {name: q, annual: 2, split: equal}"), place: "3:5",
      says: "the pool q has other terms here"),
  ]

  @Test(arguments: file + days + amounts + tiers + draws + times + duties + histories)
  func `what is wrong is told with its place`(item: Case) throws {
    let failure = try #require(#expect(throws: InputFailure.self) { _ = try PlanSample.read(item.text) })
    #expect("\(failure.position)" == "plans.yaml:\(item.place)", "\(failure)")
    #expect(PlanSample.says(failure.message, item.says), "\(failure)")
    #expect(PlanSample.says(failure.hint ?? "", item.hint), "\(failure)")
    #expect(failure.isUsage)
  }

  @Test func `a plan whose text is changed anywhere is read or refused with a line, and never read as the same`() throws
  {
    let bytes = Array(PlanSample.full.utf8)
    let whole = try PlanSample.read(PlanSample.full)
    var random = SplitMix64(seed: 7)
    var refused = 0
    for round in 0..<1_500 {
      var changed = bytes
      let place = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 3 {
      case 0: changed.remove(at: place)
      case 1: changed[place] = UInt8(0x20 + random.next() % 0x5F)
      default: changed.insert(UInt8(0x20 + random.next() % 0x5F), at: place)
      }
      do throws(InputFailure) {
        let read = try PlanFile.read(changed, file: "plans.yaml")
        // The words of a key are gone only where it is no longer there.
        #expect(read.plans.count <= whole.plans.count + 1, "round \(round)")
      } catch {
        refused += 1
        #expect(error.isUsage && error.position.file == "plans.yaml", "round \(round)")
      }
    }
    #expect(refused > 700, "most changes are refused: \(refused)")
  }

  @Test func `a line that is taken out is missed or changes the plan`() throws {
    let whole = try PlanSample.read(PlanSample.full)
    let lines = PlanSample.full.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices where !lines[index].isEmpty {
      var left = lines
      left.remove(at: index)
      guard let read = try? PlanSample.read(left.joined(separator: "\n")) else { continue }
      let isDefault = [
        "per: clinical-fte", "against: base", "method: marginal", "measure: {every: month, how: cumulative}",
      ]

      .contains(lines[index].trimmingPrefix(while: \.isWhitespace).description)
      #expect(
        isDefault == (read.plans.map(\.terms) == whole.plans.map(\.terms) && sameNames(read, whole)), "\(lines[index])")
    }
  }

  private func sameNames(_ a: CompensationPlans, _ b: CompensationPlans) -> Bool {
    a.plans.map(\.title) == b.plans.map(\.title) && a.plans.map(\.credit) == b.plans.map(\.credit)
  }
}
