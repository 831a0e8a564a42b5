import ProductivityModel
import TestSupport
import Testing

@testable import Compensation

/// Lines for tests of what an employer's differ in.
enum LineFixture {
  private static func code(_ text: String) -> ProcedureCode { ProcedureCode(text) ?? ProcedureCode(packed: 0) }

  private static func lineID(_ text: String) -> LineID {
    var text = text
    return text.withUTF8 { LineID($0) }
  }

  static func ours(
    _ credit: Int64, _ code: String = "99213", day: String = "2026-02-03", units: Int64 = 1, id: String = "",
    modifiers: [Modifier] = [], unadjusted: Int64? = nil, releases: [CreditedLine.Alternative] = [],
    policies: [CreditedLine.Alternative] = []
  ) -> CreditedLine {
    CreditedLine(
      lineID: lineID(id), day: PlanFixture.day(day), code: LineFixture.code(code), modifiers: ModifierList(modifiers),
      units: Units(units), credit: WorkRVU(millionths: credit), unadjusted: WorkRVU(millionths: unadjusted ?? credit),
      releases: releases, policies: policies)
  }

  static func theirs(
    _ work: Int64, _ code: String = "99213", day: String = "2026-02-03", units: Int64 = 1, id: String = "",
    modifiers: [Modifier] = []
  ) -> EmployerLine {
    EmployerLine(
      clinicianID: "C-1", lineID: id, day: PlanFixture.day(day), code: LineFixture.code(code),
      modifiers: ModifierList(modifiers), units: Units(units), work: WorkRVU(millionths: work),
      position: SourcePosition(file: "lines.csv", line: 2))
  }
}

struct LineDifferencesTests {
  private typealias Lines = LineFixture
  private typealias Alternative = CreditedLine.Alternative

  private func told(_ ours: [CreditedLine], _ theirs: [EmployerLine]) -> [String] {
    LineDifferences(ours, theirs).ordered.map { subject, sum in
      "\(subject.cause.rawValue)|\(subject.detail)|\(sum.lines)|\(sum.work)"
    }
  }

  @Test func `each cause is told where it explains the employer's figure`() {
    let other = [Alternative("2025D", credit: WorkRVU(millionths: 1_280_000))]
    let policy = [Alternative("survey-comparable", credit: WorkRVU(millionths: 650_000))]
    let cases: [(CreditedLine, EmployerLine, String?)] = [
      (Lines.ours(1_300_000), Lines.theirs(1_300_000), nil),
      (Lines.ours(1_248_000), Lines.theirs(1_250_000), "rounding||1|2000"),
      (Lines.ours(1_300_000, releases: other), Lines.theirs(1_280_000), "vintage|2025D|1|-20000"),
      (
        Lines.ours(2_600_000, units: 2), Lines.theirs(1_300_000, units: 1),
        "units|the employer has another number of units|1|-1300000"
      ),
      (
        Lines.ours(2_600_000, units: 2), Lines.theirs(1_300_000, units: 2),
        "units|the employer gives one unit|1|-1300000"
      ),
      (
        Lines.ours(2_600_000, units: 2), Lines.theirs(5_200_000, units: 2),
        "units|the employer multiplies by the units|1|2600000"
      ),
      (Lines.ours(650_000, unadjusted: 1_300_000), Lines.theirs(1_300_000), "policy|unadjusted|1|650000"),
      (Lines.ours(1_300_000, policies: policy), Lines.theirs(650_000), "policy|survey-comparable|1|-650000"),
      (Lines.ours(1_300_000, releases: other, policies: policy), Lines.theirs(999_000), "not explained||1|-301000"),
    ]
    for (ours, theirs, expected) in cases {
      #expect(told([ours], [theirs]) == (expected.map { [$0] } ?? []), "\(expected ?? "agrees")")
    }
    #expect(told([Lines.ours(1_300_000)], []) == ["missing there||1|-1300000"])
    #expect(told([], [Lines.theirs(1_300_000)]) == ["missing here||1|1300000"])
    // A line without work is missed by nobody.
    #expect(told([Lines.ours(0)], []) == [])
  }

  @Test func `lines go together by id, then by what they have in common, equal work first`() {
    #expect(
      told(
        [Lines.ours(1_000_000, id: "a"), Lines.ours(2_000_000, id: "b")],
        [Lines.theirs(2_000_000, "99214", day: "2026-02-09", id: "b"), Lines.theirs(1_000_000, id: "a")]) == [])
    // Two alike: that of the same work goes first, wherever it stands.
    #expect(
      told([Lines.ours(1_000_000), Lines.ours(2_000_000)], [Lines.theirs(2_000_000), Lines.theirs(1_000_000)]) == [])
    // An id that is there twice says nothing.
    #expect(
      told(
        [Lines.ours(1_000_000, id: "a"), Lines.ours(1_000_000, id: "a")],
        [Lines.theirs(1_000_000, id: "a"), Lines.theirs(1_000_000, id: "a")]) == [])
    // Without modifiers there, the line is still the same.
    #expect(
      told([Lines.ours(500_000, modifiers: ["51"], unadjusted: 1_000_000)], [Lines.theirs(1_000_000)])
        == ["policy|unadjusted|1|500000"])
    // Another day is another line.
    #expect(
      told([Lines.ours(1_000_000)], [Lines.theirs(1_000_000, day: "2026-02-04")])
        == ["missing there||1|-1000000", "missing here||1|1000000"])
  }

  @Test(arguments: [UInt64](1...60))
  func `causes add up to the difference, whatever the lines`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func work() -> Int64 {
      Int64.random(in: -2...8, using: &random) * 250_000 + Int64.random(in: 0...2, using: &random)
    }
    let days = ["2026-02-03", "2026-02-04"]
    let codes = ["99213", "99214", "44310"]
    var ours: [CreditedLine] = []
    var theirs: [EmployerLine] = []
    for index in 0..<Int.random(in: 0...25, using: &random) {
      let id = Bool.random(using: &random) ? "L\(index)" : ""
      let own = Lines.ours(
        work(), codes.randomElement(using: &random) ?? "", day: days.randomElement(using: &random) ?? "",
        units: Int64.random(in: 1...3, using: &random), id: id,
        unadjusted: work(), releases: [Alternative("2025D", credit: WorkRVU(millionths: work()))],
        policies: [Alternative("other", credit: WorkRVU(millionths: work()))])
      if Int.random(in: 0..<5, using: &random) > 0 { ours.append(own) }
      guard Int.random(in: 0..<5, using: &random) > 0 else { continue }
      let figures = [own.credit, own.unadjusted, own.releases[0].credit, WorkRVU(millionths: work())]
      theirs.append(
        EmployerLine(
          clinicianID: "C-1", lineID: id, day: own.day, code: own.code, modifiers: own.modifiers,
          units: Bool.random(using: &random) ? own.units : .one, work: figures.randomElement(using: &random) ?? .zero,
          position: SourcePosition(file: "l.csv", line: index)))
    }
    theirs.shuffle(using: &random)
    let sums = LineDifferences(ours, theirs).sums
    let difference = theirs.reduce(Int64(0)) { $0 + $1.work.millionths } - ours.reduce(0) { $0 + $1.credit.millionths }
    #expect(sums.values.reduce(Int64(0)) { $0 + $1.work } == difference, "seed \(seed)")
    for sum in sums.values { #expect(sum.days.values.reduce(0, +) == sum.work, "seed \(seed)") }
  }
}
