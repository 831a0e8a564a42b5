import Reporting

/// The columns that a sheet has beyond those of its data file: for a manager to fill, and formulas that follow.
enum SheetExtensions {
  /// Why there is no placement, and a target to fill in with the difference from it.
  static func addTarget(to sheet: inout DataSheet, _ results: RunResults) {
    let reasons = results.clinicians.prefix(sheet.rowCount).map { clinician in
      CellValue.of(StandingWording.whyNotPlaced(clinician), CellValue.text, otherwise: "placed")
    }
    sheet.insert(
      DataSheet.Column(
        heading: "Why not placed",
        description: ColumnDescription(
          name: "", unit: "", meaning: "why there is no survey percentile; empty where there is one"),
        content: .data(reasons)), after: "peer_percentile")
    let target = "Target wRVUs (yours to fill)"
    let pay = sheet.heading("work_rvu_pay")
    sheet.insert(
      DataSheet.Column(
        heading: "Difference from target",
        description: ColumnDescription(
          name: "", unit: "wRVU", meaning: "formula: \(pay) less the target that you fill in; empty without one"),
        content: .formula(
          "=IF(ISNUMBER(\(sheet.reference(target))),\(sheet.reference(pay))-\(sheet.reference(target)),\"\")",
          Array(repeating: nil, count: sheet.rowCount))), after: "work_rvu_pay")
    sheet.insert(
      DataSheet.Column(
        heading: target,
        description: ColumnDescription(
          name: "", unit: "wRVU", meaning: "empty: fill in a target for the days counted, and the difference follows"),
        content: .toFill(sheet.rowCount)), after: "work_rvu_pay")
  }

  /// What follows a target that is changed: what is expected by now, the difference, the pace and what remains.
  static func followTarget(in sheet: inout DataSheet) {
    guard let targets = sheet.values("target"), let work = sheet.values("work_rvu"),
      let expected = sheet.values("expected")
    else { return }
    let given = zip(targets, zip(work, expected)).map { ($0.dataNumber, $1.0.dataNumber, $1.1.dataNumber) }
    let target = "Target (yours to change)"
    let (first, work_, due) = (
      sheet.reference(sheet.heading("target")), sheet.reference(sheet.heading("work_rvu")),
      sheet.reference(sheet.heading("expected"))
    )
    let own = sheet.reference(target)
    /// What is expected of a changed target by now: the same part of it as of the given one.
    let dueNow = "\(due)*\(own)/\(first)"
    func column(_ heading: String, _ unit: String, _ meaning: String, _ formula: String, _ values: [Double?])
      -> DataSheet.Column
    {
      DataSheet.Column(
        heading: heading, description: ColumnDescription(name: "", unit: unit, meaning: "formula: " + meaning),
        content: .formula("=IF(AND(ISNUMBER(\(work_)),ISNUMBER(\(own)),\(first)>0),\(formula),\"\")", values))
    }
    func each(_ value: (Double, Double, Double) -> Double?) -> [Double?] {
      given.map { target, work, due in
        guard let target, let work, let due, target > 0 else { return nil }
        return value(target, work, due)
      }
    }
    let added = [
      DataSheet.Column(
        heading: target,
        description: ColumnDescription(
          name: "target", unit: "wRVU",
          meaning: "the target as given: change it, and the four columns that follow do too"),
        content: .data(targets), isYours: true),
      column(
        "Ahead or behind", "wRVU", "work so far less what is expected by now of the target that you set",
        "\(work_)-\(dueNow)", each { _, work, due in work - due }),
      column(
        "Pace now", "ratio", "work so far / what is expected by now of the target that you set",
        "IF(\(dueNow)>0,\(work_)/(\(dueNow)),\"\")", each { _, work, due in due > 0 ? work / due : nil }),
      column(
        "Remaining", "wRVU", "what is still to be done of the target that you set; 0 where it is reached",
        "MAX(\(own)-\(work_),0)", each { target, work, _ in max(target - work, 0) }),
    ]
    for column in added.reversed() { sheet.insert(column, after: "target") }
  }
}
