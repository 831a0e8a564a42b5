import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Crediting

/// Several procedures of one session: record layout, "Multiple Procedure"; Pub. 100-04 chapter 12 section 40.6.
@Suite struct `Several procedures` {
  /// Rows by work and total in hundredths, ranked as indicator 2.
  private static func row(
    _ code: ProcedureCode, work: Int64, total: Int32, _ indicator: MultipleProcedureIndicator? = .standard
  ) -> FeeRow {
    Invented.row(
      code, work: work, nonfacilityPE: total - Int32(work), facilityPE: total - Int32(work), malpractice: 0,
      package: (0, 0, 0), multiple: indicator)
  }

  private static func three() throws -> FeeSchedule {
    try Invented.schedule(
      row("30000", work: 1_500, total: 3_000), row("20000", work: 1_200, total: 2_000),
      row("10000", work: 600, total: 1_000))
  }

  @Test func `earn 100, 50 and 50 percent: 15 + 6 + 3 is 24, and 33 without ranking`() throws {
    let lines = [BilledLine("10000"), BilledLine("30000"), BilledLine("20000")]
    let ranked = try Shipped.surveyComparable.engine().session(lines, in: Self.three())
    #expect(ranked == [.of("3"), .of("15"), .of("6")])
    #expect(ranked.sum == .of("24"))
    for shipped in [Shipped.unadjusted, .flatFactors] {
      #expect(try shipped.engine().session(lines, in: Self.three()).sum == .of("33"))
    }
  }

  @Test func `rank by total and not by work: A and D earn 23`() throws {
    let schedule = try Invented.schedule(
      Self.row("10001", work: 1_500, total: 3_000), Self.row("10004", work: 1_600, total: 1_800))
    let lines = [BilledLine("10004"), BilledLine("10001")]
    #expect(try Shipped.surveyComparable.engine().session(lines, in: schedule) == [.of("8"), .of("15")])
    var policy = try Shipped.surveyComparable.policy()
    policy.multipleProcedures?.rankBy = .workRVU
    #expect(CreditEngine(policy).session(lines, in: schedule) == [.of("16"), .of("7.5")])
  }

  @Test func `rank by the total of their own setting`() throws {
    // In an office the first is worth more, in a facility the second.
    let schedule = try Invented.schedule(
      Invented.row("10001", work: 100, nonfacilityPE: 900, facilityPE: 100, multiple: .standard),
      Invented.row("10002", work: 300, nonfacilityPE: 300, facilityPE: 200, multiple: .standard))
    let engine = try Shipped.surveyComparable.engine()
    func session(_ setting: Setting) -> [WorkRVU] {
      engine.session([BilledLine("10001", setting: setting), BilledLine("10002", setting: setting)], in: schedule)
    }
    #expect(session(.nonfacility) == [.of("1"), .of("1.5")])
    #expect(session(.facility) == [.of("0.5"), .of("3")])
  }

  @Test(arguments: MultipleProcedureIndicator.allCases)
  func `are ranked for indicators 2, 3 and 1 only`(indicator: MultipleProcedureIndicator) throws {
    let schedule = try Invented.schedule(
      Self.row("10001", work: 1_000, total: 2_000), Self.row("10002", work: 400, total: 500, indicator))
    let session = try Shipped.surveyComparable.engine().session(
      [BilledLine("10001"), BilledLine("10002")], in: schedule)
    switch indicator {
    case .standard, .endoscopy: #expect(session == [.of("10"), .of("2")])
    case .formerStandard: #expect(session == [.of("10"), .of("2")])
    case .noReduction, .diagnosticImaging, .therapy, .cardiovascularDiagnostics,
      .ophthalmologyDiagnostics, .notApplicable:
      #expect(session == [.of("10"), .of("4")])
    }
  }

  @Test func `have no price where the source lacks the indicator, and only where it would decide`() throws {
    let schedule = try Invented.schedule(Self.row("10001", work: 1_000, total: 2_000, nil))
    #expect(try Shipped.surveyComparable.engine().credit("10001", in: schedule).cause == .indicatorMissing)
    #expect(try Shipped.unadjusted.engine().credit("10001", in: schedule).fate == .credited)
  }

  @Test func `are halved from the second place on, the sixth and later too`() throws {
    let schedule = try Invented.schedule((0..<8).map { Self.row(Self.code($0), work: 100, total: 1_000 - Int32($0)) })
    let session = try Shipped.surveyComparable.engine().session(
      (0..<8).map { BilledLine(Self.code($0)) }, in: schedule)
    #expect(session == [.of("1")] + [WorkRVU](repeating: .of("0.5"), count: 7))
  }

  @Test func `take the shares that the policy lists, and its share beyond them`() throws {
    var policy = try Shipped.surveyComparable.policy()
    policy.multipleProcedures?.shares = [1_000_000, 500_000, 250_000]
    policy.multipleProcedures?.beyond = 100_000
    let schedule = try Invented.schedule((0..<5).map { Self.row(Self.code($0), work: 100, total: 1_000 - Int32($0)) })
    let session = CreditEngine(policy).session((0..<5).map { BilledLine(Self.code($0)) }, in: schedule)
    #expect(session == ["1", "0.5", "0.25", "0.1", "0.1"].map(WorkRVU.of))
  }

  @Test(arguments: [
    ("1", "10"), ("2", "15"), ("2.5", "17.5"), ("3", "20"), ("7", "40"), ("0.5", "5"), ("5.5", "32.5"),
    ("-2.5", "-17.5"),
  ])
  func `take a place for each unit, the last a part of one`(units: String, expected: String) throws {
    let schedule = try Invented.schedule(Self.row("10001", work: 1_000, total: 2_000))
    let count = Units(tenThousandths: WorkRVU.of(units).millionths / 100)
    let session = try Shipped.surveyComparable.engine().session([BilledLine("10001", units: count)], in: schedule)
    #expect(session == [.of(expected)])
  }

  @Test func `of two and a half units leave the next line the fourth place`() throws {
    var policy = try Shipped.surveyComparable.policy()
    policy.multipleProcedures?.shares = [1_000_000, 500_000, 400_000, 300_000]
    policy.multipleProcedures?.beyond = 200_000
    let schedule = try Invented.schedule(
      Self.row("10001", work: 1_000, total: 2_000), Self.row("10002", work: 1_000, total: 1_500))
    let session = CreditEngine(policy).session(
      [BilledLine("10001", units: Units(tenThousandths: 25_000)), BilledLine("10002")], in: schedule)
    #expect(session == [.of("17"), .of("3")])
  }

  @Test func `with both sides on a line take one place, by the adjusted total`() throws {
    // 50 raises the total of 12 to 18, above 15: without it the other would come first.
    let schedule = try Invented.schedule(
      Self.row("10001", work: 1_000, total: 1_500),
      Invented.row(
        "10002", work: 800, nonfacilityPE: 400, facilityPE: 400, malpractice: 0, multiple: .standard,
        bilateral: .halfMore))
    let engine = try Shipped.surveyComparable.engine()
    #expect(
      engine.session([BilledLine("10001"), BilledLine("10002", "50", units: Units(2))], in: schedule)
        == [.of("5"), .of("12")])
    #expect(engine.session([BilledLine("10001"), BilledLine("10002")], in: schedule) == [.of("10"), .of("4")])
  }

  @Test func `are ranked within surgeon, assistant, co-surgeon and team apart`() throws {
    let engine = try Shipped.surveyComparable.engine()
    let schedule = try Self.three()
    let session = engine.session(
      [
        BilledLine("30000"), BilledLine("20000"), BilledLine("30000", "80"), BilledLine("20000", "AS"),
        BilledLine("30000", "62"), BilledLine("20000", "66"),
      ], in: schedule)
    // Surgeon 15 and 6; assistant 15 x .16 and 12 x .136 x .5; co-surgeon 15 x .625; team 12.
    #expect(session == ["15", "6", "2.4", "0.816", "9.375", "12"].map(WorkRVU.of))
    #expect(RoleClass.allCases == [.surgeon, .assistant, .coSurgeon, .team])
  }

  @Test func `make no room for lines outside the ranking, not payable, excluded, unpriced or without work`() throws {
    var policy = try Shipped.surveyComparable.policy()
    policy.exclusions = [CodeExclusion(first: "40004", last: "40004", reason: "by contract")]
    let large = { (code: ProcedureCode, status: StatusCode, work: Int64, assistant: AssistantIndicator) in
      Invented.row(
        code, status: status, work: work, nonfacilityPE: 9_000, facilityPE: 9_000, multiple: .standard,
        assistant: assistant)
    }
    let schedule = try Invented.schedule(
      Self.row("10000", work: 600, total: 1_000), large("40001", .active, 5_000, .payable),
      large("40002", .active, 5_000, .notPayable), large("40003", .contractorPriced, 5_000, .payable),
      large("40004", .active, 5_000, .payable), large("40005", .active, 0, .payable))
    let engine = CreditEngine(policy)
    for other in [
      BilledLine("40001", "78"), BilledLine("40003"), BilledLine("40004"), BilledLine("40005"),
    ] {
      #expect(engine.session([other, BilledLine("10000")], in: schedule).last == .of("6"), "\(other.code)")
    }
    // The assistants rank apart from the surgeon, so the payable one stands beside the one that is not.
    #expect(
      engine.session([BilledLine("40002", "80"), BilledLine("10000", "80")], in: schedule) == [.zero, .of("0.96")])
    // And a line that does take a place does halve the other.
    #expect(engine.session([BilledLine("40001"), BilledLine("10000")], in: schedule).last == .of("3"))
  }

  @Test func `break ties by work, then code, modifiers and line id as text`() throws {
    let engine = try Shipped.surveyComparable.engine()
    let schedule = try Invented.schedule(
      Self.row("10001", work: 1_000, total: 2_000), Self.row("10002", work: 1_200, total: 2_000),
      Self.row("1000A", work: 1_000, total: 2_000))
    #expect(engine.session([BilledLine("10001"), BilledLine("10002")], in: schedule) == [.of("5"), .of("12")])
    #expect(engine.session([BilledLine("1000A"), BilledLine("10001")], in: schedule) == [.of("5"), .of("10")])
    #expect(
      engine.session([BilledLine("10001", "59"), BilledLine("10001", "51")], in: schedule) == [.of("5"), .of("10")])
    #expect(
      engine.session([BilledLine("10001", id: "L9"), BilledLine("10001", id: "L10")], in: schedule)
        == [.of("5"), .of("10")])
  }

  @Test func `earn the same in any order of the lines, and exactly the negative when all are reversed`() throws {
    let schedule = try Shipped.release("2025D")
    let engine = try Shipped.surveyComparable.engine()
    let ranked = schedule.codes.filter { schedule.row($0)?.multipleProcedure?.isRanked == true }
    var random = SplitMix64(seed: 31)
    for round in 0..<150 {
      let lines = (0..<Int.random(in: 1...8, using: &random)).map { index in
        var line = BilledLine(
          ranked[Int.random(in: 0..<min(40, ranked.count), using: &random)],
          units: Units(tenThousandths: [10_000, 20_000, 25_000, 5_000][Int.random(in: 0..<4, using: &random)]),
          setting: Bool.random(using: &random) ? .facility : .nonfacility, id: "L\(index)")
        line.modifiers = [[], ["51"], ["50"], ["80"], ["62"], ["78"]][Int.random(in: 0..<6, using: &random)]
        return line
      }
      let session = engine.session(lines, in: schedule)
      let order = lines.indices.shuffled(using: &random)
      let shuffled = engine.session(order.map { lines[$0] }, in: schedule)
      #expect(order.map { session[$0] } == shuffled, "seed 31, round \(round)")
      let reversed = engine.session(
        lines.map { line in
          var line = line
          line.units = -line.units
          return line
        }, in: schedule)
      #expect(reversed == session.map { -$0 }, "seed 31, round \(round)")
      let alone = lines.map { engine.session([$0], in: schedule)[0] }
      #expect(session.sum <= alone.sum, "seed 31, round \(round): several never earn more than each alone")
    }
  }

  @Test func `know which lines lie beyond the places that the policy names`() throws {
    var policy = try Shipped.surveyComparable.policy()
    policy.multipleProcedures?.shares = [1_000_000, 500_000]
    var terms = SessionTerms()
    terms.ranks = true
    var lines = (0..<3).map { index in
      terms.key = Int64(10 - index)
      return SessionLine(
        index: index, terms: terms, code: 0, modifiers: 0, lineID: .none, units: index == 1 ? 10_001 : 10_000)
    }
    CreditEngine(policy).session.settle(&lines)
    #expect(lines.map(\.place) == [0, 1, 3] && lines.map(\.places) == [4, 4, 4])
    #expect(lines.map(\.isBeyondShares) == [false, true, true])
  }

  private static func code(_ number: Int) -> ProcedureCode { ProcedureCode("1000\(number)") ?? "10000" }
}
