import MedicareFees
import ProductivityModel

/// What a code, or one component of it, is worth and paid in one setting.
public struct CodeValueRow: Hashable, Sendable {
  /// The component: 26, TC or 53; nil for the code as a whole.
  public var component: Modifier?
  /// The setting.
  public var setting: Setting
  /// Physician work.
  public var work: RVU
  /// Practice expense; nil where the setting is NA.
  public var practiceExpense: RVU?
  /// Malpractice.
  public var malpractice: RVU
  /// The three together; nil where the setting is NA.
  public var total: RVU?
  /// What Medicare pays nationally; nil where there is no payment, or no conversion factor is known.
  public var payment: Payment?
  /// What Medicare pays in the locality asked for.
  public var localPayment: Payment?
  /// Why there is no payment; nil where there is one.
  public var absence: Payment.Absence?
  /// Whether less may be paid, since the release lacks the outpatient cap.
  public var mayBeCapped: Bool

  init(_ row: FeeRow, in setting: Setting, of facts: CodeFacts, at locality: Locality?) {
    let isNA = row.isNA(setting)
    component = row.component
    self.setting = setting
    work = RVU(row.work)
    practiceExpense = isNA ? nil : row.practiceExpense(setting)
    malpractice = row.malpractice
    total = isNA ? nil : row.total(setting)
    payment = facts.payment(row, in: setting)
    localPayment = locality.flatMap { locality in
      facts.factor.flatMap { Payment(row, in: setting, at: $0.factor, gpci: locality.gpci) }
    }
    absence = Payment.absence(of: row, in: setting)
    mayBeCapped = payment != nil && facts.mayBeCapped(row)
  }

  /// The setting in words: `in a facility`.
  public var place: String { setting.place }

  /// The component in words: `professional component (26)`; empty for the code as a whole.
  public var componentWords: String {
    switch CodeRows.Component(component) {
    case .professional: "professional component (26)"
    case .technical: "technical component (TC)"
    case .discontinued: "discontinued (53)"
    case .base, nil: ""
    }
  }

  /// The row's name in a table: `In a facility`, `Technical component (TC), in a facility`.
  public var name: String {
    CountWording.sentence(componentWords.isEmpty ? place : "\(componentWords), \(place)")
  }

  /// The national payment, or in a few words why there is none: `$967.62`, `NA`.
  public var paymentText: String { text(of: payment) }

  /// The payment in the locality asked for, or why there is none.
  public var localPaymentText: String { text(of: localPayment) }

  private func text(of payment: Payment?) -> String {
    if let payment { return CellValue.money(payment.amount).text }
    return absence == .settingIsNA ? "NA" : "none"
  }

  /// What the outpatient cap does to the payment, in a sentence; nil where it does nothing.
  public var capRemark: String? {
    if let payment, let capped = payment.cappedAmount {
      let applies = capped < payment.feeScheduleAmount
      return "\(name): fee schedule $\(payment.feeScheduleAmount), outpatient cap $\(capped); the "
        + (applies ? "cap applies." : "fee schedule applies.")
    }
    return mayBeCapped ? "Less may be paid: the outpatient cap on imaging is not in this release." : nil
  }
}

extension Setting {
  /// The setting in words: `in a facility`, `outside a facility`.
  public var place: String { self == .facility ? "in a facility" : "outside a facility" }
}
