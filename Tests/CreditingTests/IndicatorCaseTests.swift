import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Crediting

@Suite struct `The cases of a fee schedule row` {
  private static func row(_ conditions: IndicatorConditions) -> ModifierRow {
    ModifierRow(
      modifiers: ["50"], slot: .bilateral, conditions: conditions, amount: .factor(.one),
      dates: EffectiveDates(from: CalendarDate(daysSinceEpoch: 0)), citation: "invented")
  }

  @Test func `are as many as there are answers to what the rows ask`() {
    #expect(IndicatorCase.all(for: [Self.row(IndicatorConditions())]).map(\.answers) == [[:]])
    #expect(IndicatorCase.all(for: [Self.row(IndicatorConditions(bilateral: [.halfMore]))]).count == 5)
    let everything = IndicatorConditions(
      bilateral: [.halfMore], assistant: [.payable], coSurgeon: [.permitted], team: [.permitted],
      hasDiscontinuedRow: true, hasPackagePercentages: true)
    #expect(Set(IndicatorCase.all(for: [Self.row(everything)])).count == 5 * 4 * 4 * 4 * 2 * 2)
  }

  /// A condition holds in a case exactly where it holds for the row that the case tells of.
  @Test func `agree with the conditions of rows`() {
    var random = SplitMix64(seed: 71)
    for _ in 0..<200 {
      let bilateral = BilateralIndicator.allCases.filter { _ in Bool.random(using: &random) }
      let assistant = AssistantIndicator.allCases.filter { _ in Bool.random(using: &random) }
      let wanted: Bool? = [nil, true, false].randomElement(using: &random) ?? nil
      let conditions = IndicatorConditions(
        bilateral: bilateral, assistant: assistant, hasDiscontinuedRow: wanted, hasPackagePercentages: wanted)
      for bilateral in BilateralIndicator.allCases {
        for assistant in AssistantIndicator.allCases {
          for (hasRow, portions) in [(true, 10), (false, 0), (true, 0), (false, 10)] {
            let fee = Invented.row(
              package: (portions, portions, portions), bilateral: bilateral, assistant: assistant)
            let matching = IndicatorCase.all(for: [Self.row(conditions)]).filter {
              [nil, bilateral.published].contains($0.answers[.bilateral])
                && [nil, assistant.published].contains($0.answers[.assistant])
                && [nil, "\(hasRow)"].contains($0.answers[.discontinuedRow])
                && [nil, "\(portions > 0)"].contains($0.answers[.packagePercentages])
            }
            #expect(matching.count == 1)
            #expect(
              matching.map { conditions.hold(in: $0) }
                == [conditions.hold(for: fee, hasDiscontinuedRow: hasRow)].compactMap { $0 })
          }
        }
      }
    }
  }

  /// Put together and taken apart again, any cases are what they were.
  @Test func `put together tell of the same cases`() {
    var random = SplitMix64(seed: 72)
    let all = IndicatorCase.all(
      for: [
        Self.row(IndicatorConditions(bilateral: [.halfMore], coSurgeon: [.permitted], hasPackagePercentages: true))
      ])
    for _ in 0..<300 {
      let share = UInt8.random(in: 1...9, using: &random)
      let some = all.filter { _ in UInt8.random(in: 0..<10, using: &random) < share }
      let told = IndicatorCase.together(some)
      let again = all.filter { one in
        told.contains { answers in answers.allSatisfy { $1.contains(one.answers[$0] ?? "") } }
      }
      // Where a question makes no difference at all it is not told, and the cases are those of the rest.
      #expect(Set(again) == Set(some))
    }
    #expect(IndicatorCase.together(all) == [[:]])
    #expect(IndicatorCase.together([]) == [])
  }
}
