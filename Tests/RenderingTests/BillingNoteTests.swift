import MedicareFees
import ProductivityModel
import Reporting
import Testing

/// Every indicator has words of its own for a claim, or says that there is nothing to do.
struct BillingNoteTests {
  private func check(_ note: BillingNote?, _ published: String, _ comment: Comment) {
    guard let note else { return }
    #expect(note.indicator == published, comment)
    #expect(note.text.hasSuffix(".") && !note.text.contains("  "), comment)
    #expect(!note.summary.isEmpty && note.summary.count <= 48, comment)
    #expect(!note.source.isEmpty, comment)
  }

  /// Indicators of which a note must be there, by whether the concept applies.
  @Test func `every status has a note`() {
    let all = (0...255).compactMap { StatusCode(rawValue: UInt8($0)) }
    #expect(all.count == 16)
    for status in all { check(status.billingNote, status.published, "\(status)") }
    #expect(Set(all.map(\.billingNote.text)).count == all.count)
  }

  @Test func `every global period has a note but XXX`() {
    let all = (0...255).compactMap { GlobalPeriod(rawValue: UInt8($0)) }
    #expect(all.count == 7)
    for period in all { check(period.billingNote, period.published, "\(period)") }
    #expect(all.filter { $0.billingNote == nil } == [.notApplicable])
  }

  @Test func `every surgical indicator has a note but 9`() {
    let multiple = (0...9).compactMap { MultipleProcedureIndicator(rawValue: $0) }
    #expect(multiple.filter { $0.billingNote(endoscopicBase: nil) == nil } == [.notApplicable])
    #expect(Set(multiple.compactMap { $0.billingNote(endoscopicBase: nil)?.text }).count == multiple.count - 1)
    let bilateral = (0...9).compactMap { BilateralIndicator(rawValue: $0) }
    #expect(bilateral.filter { $0.billingNote == nil } == [.notApplicable])
    let assistant = (0...9).compactMap { AssistantIndicator(rawValue: $0) }
    #expect(assistant.filter { $0.billingNote == nil } == [.notApplicable])
    let coSurgeon = (0...9).compactMap { CoSurgeonIndicator(rawValue: $0) }
    #expect(coSurgeon.filter { $0.billingNote == nil } == [.notApplicable])
    let team = (0...9).compactMap { TeamIndicator(rawValue: $0) }
    #expect(team.filter { $0.billingNote == nil } == [.notApplicable])
    for value in multiple { check(value.billingNote(endoscopicBase: "45378"), value.published, "\(value)") }
    for value in bilateral { check(value.billingNote, value.published, "\(value)") }
    for value in assistant { check(value.billingNote, value.published, "\(value)") }
    for value in coSurgeon { check(value.billingNote, value.published, "\(value)") }
    for value in team { check(value.billingNote, value.published, "\(value)") }
  }

  @Test func `every component indicator has a note but 0 and 9`() {
    let all = (0...9).compactMap { ComponentIndicator(rawValue: $0) }
    #expect(all.count == 10)
    for value in all { check(value.billingNote, value.published, "\(value)") }
    #expect(all.filter { $0.billingNote == nil } == [.physicianService, .notApplicable])
  }

  @Test func `an endoscopy's note names the base of its family`() {
    #expect(MultipleProcedureIndicator.endoscopy.billingNote(endoscopicBase: "45378")?.text.contains("45378") == true)
  }

  @Test func `an office visit has no surgical notes that only say nothing applies`() {
    let visit = FeeRow(
      code: "99214", status: .active, globalPeriod: .notApplicable, multipleProcedure: .noReduction,
      bilateral: .noIncrease, assistant: .documentationRequired, coSurgeon: .notPermitted, team: .notPermitted)
    #expect(BillingNote.notes(of: visit).map(\.topic) == [.status])
  }

  @Test func `a major operation has its notes in the order of a claim`() {
    #expect(
      BillingNote.notes(of: CodePageFixture.surgery()).map(\.topic) == [
        .status, .globalPeriod, .shares, .multipleProcedures, .bilateral, .assistant, .coSurgeons, .team,
      ])
  }
}
