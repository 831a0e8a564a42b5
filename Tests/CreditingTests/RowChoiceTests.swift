import MedicareFees
import ProductivityModel
import Testing

@testable import Crediting

@Suite struct `The row of a line` {
  private static func schedule() throws -> FeeSchedule {
    try Invented.schedule(
      Invented.row("71000", work: 300, componentIndicator: .diagnosticTest),
      Invented.row("71000", "26", work: 200), Invented.row("71000", "TC", work: 0),
      Invented.row("45378", work: 326), Invented.row("45378", "53", work: 163),
      Invented.row("10000", work: 1_000, componentIndicator: .physicianService),
      // The work is on the 26 row only: as 61715, and as 86153, which has no base row at all.
      Invented.row("61000", work: 0), Invented.row("61000", "26", work: 1_895),
      Invented.row("86000", "26", work: 69))
  }

  private static let rows: [(ProcedureCode, [Modifier], Modifier?, String)] = [
    ("71000", [], nil, "3"), ("71000", ["26"], "26", "2"), ("71000", ["TC"], "TC", "0"),
    ("71000", ["26", "TC"], nil, "3"), ("71000", ["53"], nil, "3"), ("71000", ["59", "26"], "26", "2"),
    ("45378", [], nil, "3.26"), ("45378", ["53"], "53", "1.63"), ("61000", ["26"], "26", "18.95"),
    ("86000", ["26"], "26", "0.69"),
  ]

  @Test(arguments: rows)
  func `is that of 26, TC or 53 where the line carries it and the code has one`(
    code: ProcedureCode, modifiers: [Modifier], row: Modifier?, work: String
  ) throws {
    for shipped in Shipped.allCases {
      let credit = try shipped.engine().lineCredit(
        code: code, modifiers: ModifierList(modifiers), setting: .facility, schedule: Self.schedule())
      #expect(credit.work == .of(work), "\(shipped)")
      #expect(credit.adjustments.first?.rule == .rowChoice, "\(shipped)")
      #expect(credit.adjustments.first?.reason == .chose(row: row), "\(shipped)")
      #expect(credit.adjustments.first?.factor == .one)
    }
  }

  @Test func `of a code without a row for 26 is the base row, flagged`() throws {
    for shipped in Shipped.allCases {
      let credit = try shipped.engine().credit("10000", "26", in: Self.schedule())
      #expect(credit.fate == .credited)
      #expect(credit.work == .of("10"))
      #expect(credit.adjustments.first?.reason == .noComponentRow("26"))
      #expect(credit.flags == [.assumption("26 on a code without a row for 26: the base row is credited", key: "")])
    }
  }

  @Test func `of a code without a row for TC holds no physician work, flagged`() throws {
    for shipped in Shipped.allCases {
      let credit = try shipped.engine().credit("10000", "TC", in: Self.schedule())
      #expect(credit.fate == .zeroValued)
      #expect(credit.work == .zero)
      #expect(credit.adjustments.first?.reason == .technicalWithoutRow)
      #expect(credit.flags.count == 1)
    }
  }

  @Test(arguments: ["61000", "86000"] as [ProcedureCode])
  func `whose work is on the row for 26 has no price without 26`(code: ProcedureCode) throws {
    for shipped in Shipped.allCases {
      for modifiers: [Modifier] in [[], ["59"], ["26", "TC"]] {
        let credit = try shipped.engine().lineCredit(
          code: code, modifiers: ModifierList(modifiers), setting: .facility, schedule: Self.schedule())
        #expect(credit.fate == .unpriced)
        #expect(credit.cause == .workOnProfessionalRow)
        #expect(credit.credit(units: .one) == .zero)
      }
    }
  }

  @Test func `is none for a code that the release does not have`() throws {
    for shipped in Shipped.allCases {
      let engine = try shipped.engine()
      let credits = [
        engine.credit("99999", in: try Self.schedule()),
        engine.lineCredit(code: nil, modifiers: ModifierList(), setting: .facility, schedule: try Self.schedule()),
      ]
      for credit in credits {
        #expect(credit.fate == .unpriced)
        #expect(credit.cause == .codeNotInRelease)
        #expect(credit.row == nil)
      }
    }
  }

  @Test func `is none where no release covers the day`() throws {
    let credit = try Shipped.unadjusted.engine().lineCredit(
      code: "10000", modifiers: ModifierList(), setting: .facility, schedule: nil)
    #expect(credit.fate == .unpriced)
    #expect(credit.cause == .noRelease)
  }

  /// 61715 is worth 18.95 with 26 in 2025D and nothing on its base row, as 122 others; 86153 has no base row at all.
  @Test(arguments: [("2025D", 123), ("2026A", 117)])
  func `of some codes is priced with 26 only`(release: String, withBaseRow: Int) throws {
    let schedule = try Shipped.release(release)
    let engine = try Shipped.surveyComparable.engine()
    var count = 0
    for code in schedule.codes
    where engine.lineCredit(code: code, modifiers: ModifierList(), setting: .facility, schedule: schedule).cause
      == .workOnProfessionalRow
    {
      count += 1
    }
    #expect(count == withBaseRow + 1)
    if release == "2025D" { #expect(engine.credit("61715", "26", in: schedule).work == .of("18.95")) }
    #expect(engine.credit("86153", in: schedule).cause == .workOnProfessionalRow)
  }

  @Test(arguments: ["44388", "45378", "G0105", "G0121"] as [ProcedureCode])
  func `for 53 is a row of its own for the four colonoscopies`(code: ProcedureCode) throws {
    let schedule = try Shipped.release("2025D")
    let credit = try Shipped.surveyComparable.engine().lineCredit(
      code: code, modifiers: ModifierList(["53"]), setting: .facility, schedule: schedule)
    #expect(credit.adjustments.first?.reason == .chose(row: "53"))
    #expect(credit.factor == .one)
    #expect(credit.flags.isEmpty)
    #expect(credit.work > .zero)
  }
}
