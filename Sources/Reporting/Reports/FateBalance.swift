/// The check that the fates of a file's records add up to the records read from it.
enum FateBalance {
  /// The files in which they do not.
  static func faults(in totals: [ControlTotals]) -> [ControlTotals] { totals.filter { $0.sumOfFates != $0.records } }

  /// What the check found, in a sentence.
  static func sentence(of totals: [ControlTotals]) -> String {
    let faults = faults(in: totals)
    guard let first = faults.first else {
      let records = totals.reduce(0) { $0 + $1.records }
      return
        "Checked: in \(totals.count == 1 ? "the one file" : "each of \(totals.count) files") the fates add up to the "
        + "records read, \(CellValue.integer(records).text) in all."
    }
    return
      "In \(CountWording.count(faults.count, "file")) the fates do not add up to the records read; in \(first.file) they "
      + "come to \(CellValue.integer(first.sumOfFates).text) of \(CellValue.integer(first.records).text). This is a fault of "
      + "the program: please report it, and do not use these numbers."
  }
}
