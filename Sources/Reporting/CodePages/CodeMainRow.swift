import MedicareFees
import ProductivityModel

/// The row and the setting by which a code is described where there is room for one only.
///
/// The row of the code as a whole, unless only its professional component has work. Outside a facility, unless only in a
/// facility there is a payment, or a value.
struct CodeMainRow {
  /// The row.
  let row: FeeRow
  /// The setting.
  let setting: Setting
  /// What Medicare pays nationally for the row in the setting; nil where it pays nothing.
  let payment: Payment?

  /// The row's total RVUs in the setting; nil where the setting is NA.
  var total: RVU? { row.isNA(setting) ? nil : row.total(setting) }

  init(_ facts: CodeFacts, settings: [Setting]) {
    let professional = facts.rows.first { $0.component == "26" }
    let row = facts.isValuedOnlyAsProfessional ? professional ?? facts.leadingRow : facts.leadingRow
    self.row = row
    let preferred = settings.sorted { $0 == .nonfacility && $1 != .nonfacility }
    setting =
      preferred.first { facts.payment(row, in: $0) != nil } ?? preferred.first { !row.isNA($0) } ?? preferred.first
      ?? .facility
    payment = facts.payment(row, in: setting)
  }
}
