import ProductivityModel
import Testing

@testable import Crediting

@Suite struct `The order of the rules` {
  private static let order: [(RuleName, Int)] = [
    (RuleName.rowChoice, 1), (.statusAndExclusion, 2), (.bilateralSurgery, 3), (.endoscopyFamily, 4),
    (.multipleProcedures, 5), (.roleAndExtent, 6), (.units, 7), (.sign, 8), (.attribution, 9),
  ]

  @Test(arguments: order)
  func `is that of the crediting rules, and the trail numbers them so`(rule: RuleName, order: Int) {
    #expect(rule.order == order)
  }

  @Test func `has a number for each rule`() {
    #expect(RuleName.allCases.map(\.order) == Array(1...9))
  }

  @Test func `takes the line rules in that order, and what ranking needs last`() {
    #expect(
      RuleOrder.lineRules.map { type(of: $0).name } == [
        .rowChoice, .statusAndExclusion, .bilateralSurgery, .roleAndExtent, .roleAndExtent, .roleAndExtent,
        .roleAndExtent, .roleAndExtent, .roleAndExtent, .roleAndExtent, .roleAndExtent, .multipleProcedures,
        .attribution,
      ])
  }

  @Test(arguments: ModifierSlot.allCases)
  func `gives a role of its own to assistants, co-surgeons and teams only`(slot: ModifierSlot) {
    let expected: RoleClass? =
      switch slot {
      case .assistant: .assistant
      case .coSurgeon: .coSurgeon
      case .team: .team
      case .bilateral, .extended, .reduced, .discontinued, .splitCare, .returnToRoom, .technical, .repeated, .several:
        nil
      }
    #expect(slot.role == expected)
  }

  @Test(arguments: ModifierSlot.allCases)
  func `knows a slot by the word that policy files use`(slot: ModifierSlot) {
    #expect(ModifierSlot(rawValue: slot.rawValue) == slot)
    #expect(slot.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test func `tells of the slots from both sides to several procedures`() {
    #expect(
      ModifierSlot.allCases.map(\.rawValue) == [
        "bilateral", "extended", "reduced", "discontinued", "split-care", "co-surgeon", "team", "return-to-room",
        "assistant", "technical", "repeated", "several",
      ])
  }
}

@Suite struct `The fate of a line` {
  @Test func `is one of ten, of which the job's files count each`() {
    #expect(
      Fate.allCases.map(\.name) == [
        "rejected", "duplicate", "superseded", "voided", "held", "out_of_period", "excluded", "unpriced", "zero_valued",
        "credited",
      ])
  }

  @Test(arguments: Fate.allCases)
  func `has a number of its own`(fate: Fate) {
    #expect(Fate.allCases.filter { $0.rawValue == fate.rawValue } == [fate])
  }
}
