import ProductivityModel
import Reporting

/// The columns that a sheet has beyond those of its data file: names beside ids, and a target to fill in.
enum SheetExtensions {
  /// Puts each clinician's name before the id, in a sheet whose data file has no name.
  ///
  /// - Parameter names: the names by id.
  static func addNames(to sheet: inout DataSheet, _ names: [String: String]) {
    if sheet.columns.contains(where: { $0.description.name == "name" }) { return }
    let ids = [
      ("clinician_id", "Name"), ("from_clinician_id", "From clinician"), ("to_clinician_id", "To clinician"),
    ]
    for (id, heading) in ids {
      guard let index = sheet.columns.firstIndex(where: { $0.description.name == id }),
        let values = sheet.values(id)
      else { continue }
      let texts = values.map { value in
        CellValue.of(names[value.dataText], CellValue.text, otherwise: "no name is known")
      }
      sheet.columns.insert(
        DataSheet.Column(
          heading: heading,
          description: ColumnDescription(
            name: "", unit: "",
            meaning: "the name of the clinician with the \(sheet.columns[index].heading.lowercased()) beside it"),
          content: .data(texts)), at: index)
    }
  }

  /// The name of everybody in a run, by id.
  static func names(of results: RunResults) -> [String: String] {
    let all =
      results.clinicians.map { ($0.id, $0.name) } + results.goals.map { ($0.id, $0.name) }
      + (results.compensation?.clinicians ?? []).map { ($0.id, $0.name) }
    return Dictionary(all) { first, _ in first }
  }

  /// Why there is no placement, beside the standings.
  static func addReasons(to sheet: inout DataSheet, _ results: RunResults) {
    let reasons = results.clinicians.prefix(sheet.rowCount).map { clinician in
      CellValue.of(StandingWording.whyNotPlaced(clinician), CellValue.text, otherwise: "placed")
    }
    sheet.insert(
      DataSheet.Column(
        heading: "Why not placed",
        description: ColumnDescription(
          name: "", unit: "", meaning: "why there is no survey percentile; empty where there is one"),
        content: .data(reasons)), after: "peer_percentile")
  }

  /// A target to fill in with the difference from it, where the run has no targets: otherwise they stand on the sheet Goals alone.
  static func addTarget(to sheet: inout DataSheet) {
    let target = "Target wRVUs (yours to fill)"
    let pay = sheet.heading("work_rvu_pay")
    sheet.insert(
      DataSheet.Column(
        heading: "Difference from target",
        description: ColumnDescription(
          name: "", unit: "wRVU", meaning: "formula: \(pay) less the target that you fill in; empty without one"),
        content: .formula(
          "=IF(ISNUMBER(\(sheet.reference(target))),\(sheet.reference(pay))-\(sheet.reference(target)),\"\")",
          Array(repeating: .notAvailable("no target is filled in"), count: sheet.rowCount))), after: "work_rvu_pay")
    sheet.insert(
      DataSheet.Column(
        heading: target,
        description: ColumnDescription(
          name: "", unit: "wRVU", meaning: "empty: fill in a target for the days counted, and the difference follows"),
        content: .toFill(sheet.rowCount)), after: "work_rvu_pay")
  }
}
