import Crediting
import MedicareFees
import ProductivityModel

/// What an example line earns under two policies.
public struct PolicyEffect: Hashable, Sendable {
  /// The code and modifiers of the line.
  public var line: String
  /// What it shows.
  public var subject: String
  /// What one unit earns under the one policy and the other.
  public var from: WorkRVU
  /// What one unit earns under the other policy.
  public var to: WorkRVU

  /// Lines that show what policies do: one code for each rule, chosen from the release by its indicators.
  ///
  /// - Parameters:
  ///   - schedule: the release that values them.
  ///   - day: the day of service, whose rows of the policies apply.
  public static func all(
    from: CreditPolicy, to: CreditPolicy, in schedule: FeeSchedule, on day: CalendarDate
  ) -> [PolicyEffect] {
    let engines = (CreditEngine(from.inEffect(on: day)), CreditEngine(to.inEffect(on: day)))
    return examples.compactMap { subject, modifiers, fits in
      guard
        let row = schedule.rows.first(where: {
          $0.component == nil && $0.status == .active && $0.work > .zero && fits($0)
        })
      else { return nil }
      func credit(_ engine: CreditEngine) -> WorkRVU {
        let line = engine.lineCredit(
          code: row.code, modifiers: ModifierList(modifiers), setting: .facility, schedule: schedule)
        return line.fate == .credited ? line.credit(units: .one) : .zero
      }
      let words = ([row.code.description] + modifiers.map(\.description)).joined(separator: " ")
      return PolicyEffect(line: words, subject: subject, from: credit(engines.0), to: credit(engines.1))
    }
  }

  private static let examples: [(subject: String, modifiers: [Modifier], fits: @Sendable (FeeRow) -> Bool)] = [
    ("an office visit", [], { $0.code.description == "99214" }),
    ("both sides, indicator 1", ["50"], { $0.bilateral == .halfMore && $0.globalPeriod == .ninetyDays }),
    ("both sides, indicator 3", ["50"], { $0.bilateral == .eachSideInFull }),
    ("a reduced service", ["52"], { $0.globalPeriod == .ninetyDays }),
    ("a discontinued procedure", ["53"], { $0.globalPeriod == .ninetyDays }),
    ("the operation alone", ["54"], { $0.globalPeriod == .ninetyDays && ($0.postoperative ?? 0) > 0 }),
    ("the care after it", ["55"], { $0.globalPeriod == .ninetyDays && ($0.postoperative ?? 0) > 0 }),
    ("a co-surgeon, indicator 2", ["62"], { $0.coSurgeon == .permitted }),
    ("a co-surgeon, indicator 0", ["62"], { $0.coSurgeon == .notPermitted }),
    ("a return to the operating room", ["78"], { $0.globalPeriod == .ninetyDays && ($0.intraoperative ?? 0) > 0 }),
    ("an assistant, indicator 2", ["80"], { $0.assistant == .payable }),
    ("an assistant, indicator 1", ["80"], { $0.assistant == .notPayable }),
    ("a nurse or physician assistant", ["AS"], { $0.assistant == .payable }),
    ("more work than usual", ["22"], { $0.globalPeriod == .ninetyDays }),
    ("a repeated procedure", ["76"], { $0.globalPeriod == .ninetyDays }),
    ("a further procedure by 51", ["51"], { $0.multipleProcedure == .standard && $0.globalPeriod == .ninetyDays }),
  ]
}
