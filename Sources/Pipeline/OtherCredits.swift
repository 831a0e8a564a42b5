import Crediting
import Ingest
import MedicareFees
import ProductivityModel

/// What a line would be worth under other releases and policies: what may explain a figure that someone else gives it.
struct OtherCredits {
  /// A worth under a release or policy.
  struct Worth {
    var name: String
    /// In millionths of a work RVU, units included.
    var millionths: Int64
  }

  /// The releases on board, the latest first.
  private let schedules: [FeeSchedule]
  private let engines: [CreditEngine]
  private let codes: [ProcedureCode?]
  private let modifiers: [ModifierList]

  /// - Throws: `InputFailure` where a release or built-in policy on board cannot be used.
  init(_ inputs: RunInputs, _ dictionaries: RunDictionaries) throws(InputFailure) {
    var schedules: [FeeSchedule] = []
    for info in inputs.library.releases.sorted(by: { $0.effective.first > $1.effective.first }) {
      schedules.append(try inputs.library.load(info.release).schedule)
    }
    self.schedules = schedules
    engines = try inputs.builtInPolicies().map { CreditEngine($0.inEffect(on: inputs.period.last)) }
    codes = dictionaries.procedureCodes
    modifiers = dictionaries.modifierLists
  }

  /// Under each release but the line's own whose row has other work: the same factors on that work; a line without a price
  /// here has units alone.
  ///
  /// - Parameters:
  ///   - units: of the line, in ten-thousandths.
  ///   - pay: its credit in the pay ledger, in millionths.
  func releases(
    _ combination: Int, units: Int64, pay: Int64, _ slots: DaySlots, _ cache: borrowing CreditCache
  ) -> [Worth] {
    let credit = cache.payCredit(combination)
    let own = cache.combination(combination)
    let ledger = slots.slots[own.slot].pay
    guard let code = codes[Int(own.code)] else { return [] }
    let component = credit.row.flatMap { row in ledger.schedule.map { slots.schedules[$0].rows[row].component } } ?? nil
    return schedules.compactMap { schedule in
      guard schedule.info.release != ledger.schedule.map({ slots.schedules[$0].info.release }),
        let row = schedule.row(code, component), row.work != credit.work
      else { return nil }
      let value =
        credit.work == .zero
        ? Factor(units, over: 10_000).scaled(row.work.millionths)
        : Factor.rounded(Int128(pay) * Int128(row.work.millionths), over: Int128(credit.work.millionths))
      return Worth(name: schedule.info.release, millionths: value)
    }
  }

  /// Under each built-in policy that credits the line, by itself, in the line's own release.
  func policies(
    _ combination: Int, units: Int64, _ slots: DaySlots, _ cache: borrowing CreditCache
  ) -> [Worth] {
    let own = cache.combination(combination)
    let schedule = slots.slots[own.slot].pay.schedule.map { slots.schedules[$0] }
    guard let code = codes[Int(own.code)] else { return [] }
    return engines.compactMap { engine in
      let credit = engine.lineCredit(
        code: code, modifiers: modifiers[Int(own.modifiers)], setting: own.setting, schedule: schedule)
      guard credit.fate == .credited else { return nil }
      return Worth(
        name: engine.policy.name, millionths: credit.credit(units: Units(tenThousandths: units)).millionths)
    }
  }
}
