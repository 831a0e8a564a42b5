import MedicareFees
import ProductivityModel

/// Sentences about what Medicare pays for a code, and what that amount is and is not.
enum CodePaymentWording {
  static func remarks(
    of facts: CodeFacts, main: CodeMainRow, values: [CodeValueRow], locality: Locality?
  ) -> [String] {
    var remarks: [String] = []
    if values.contains(where: { $0.total == nil && $0.work + $0.malpractice > .zero }) {
      remarks.append("NA: rarely or never done in that setting, so there is no value for it.")
    }
    if facts.isValuedOnlyAsProfessional {
      remarks.append("Only the professional component is valued: without modifier 26 the code has no work.")
    }
    guard let factor = facts.factor else {
      return remarks + ["No conversion factor is known for this release, so no payment is shown."]
    }
    guard values.contains(where: { $0.payment != nil }) else {
      if let absence = Payment.absence(of: main.row, in: main.setting) {
        let values = values.contains { ($0.total ?? .zero) > .zero } ? "no payment" : "neither RVUs nor a payment"
        remarks.append("The fee schedule has \(values) for this code: \(absence.reason).")
      }
      return remarks
    }
    let basis = factor.kind == .qualifying ? " for qualifying APM participants" : ""
    remarks.append(
      "Payment is total RVUs x the conversion factor\(basis), $\(factor.factor), nationally before any geographic "
        + "adjustment. It is the fee schedule amount: the patient's share is included, and sequestration is not taken off."
    )
    if let payment = main.payment, main.row.work > .zero {
      let work = Payment.amount(
        work: RVU(main.row.work), practiceExpense: .zero, malpractice: .zero, factor: factor.factor)
      remarks.append(
        "Work RVUs x conversion factor is not the payment: \(RVU(main.row.work)) x $\(factor.factor) is "
          + "\(CellValue.money(work).text), the part of the \(CellValue.money(payment.amount).text) that is for the "
          + "physician's work.")
    }
    if let locality {
      let gpci = locality.gpci
      func index(_ thousandths: Int32) -> String { DecimalText.fixed(Int64(thousandths), scale: 3, decimals: 3) }
      remarks.append(
        "\(LocalityWording.name(of: locality)) (\(locality.key)): work x \(index(gpci.work)), practice expense x "
          + "\(index(gpci.practiceExpense)), malpractice x \(index(gpci.malpractice)).")
    }
    var caps: [String] = []
    for remark in values.compactMap(\.capRemark) where !caps.contains(remark) { caps.append(remark) }
    return remarks + caps
  }
}
