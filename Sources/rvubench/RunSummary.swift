import ProductivityModel
import Reporting

/// What a run came to, in a few lines for a terminal: what became of the records, and where everyone stands.
struct RunSummary {
  private let results: RunResults
  /// The most clinicians that are listed one by one.
  private static let limit = 60

  init(_ results: RunResults) { self.results = results }

  /// The lines, without line ends.
  var lines: [String] {
    var lines = ["\(results.practice), \(results.period.first) to \(results.period.last)", records]
    let placed = results.clinicians.count { $0.placement != nil }
    if results.clinicians.count <= Self.limit, placed > 0 {
      lines += [""] + table + [""]
    }
    let others = results.clinicians.count - placed
    let rest = others > 0 ? ", \(CellValue.integer(others).text) not (their pages say why)" : ""
    lines.append(
      "\(CountWording.count(results.clinicians.count, "clinician")), \(CellValue.integer(placed).text) placed in a survey\(rest)."
    )
    lines += results.cautions
    return lines
  }

  /// Where everyone stands who is placed, by specialty.
  private var table: [String] {
    var lines: [String] = []
    let placed = results.clinicians.filter { $0.placement != nil }
    let width = placed.map(\.name.count).max() ?? 0
    var specialty: String?
    for clinician in placed {
      if clinician.specialty != specialty {
        specialty = clinician.specialty
        lines.append(clinician.specialty)
      }
      let pad = String(repeating: " ", count: width - clinician.name.count)
      lines.append("  \(clinician.name)\(pad)  \(clinician.placement.map(PlacementWording.headline) ?? "")")
    }
    return lines
  }

  private var records: String {
    func count(_ number: Int) -> String { DecimalText.fixed(Int64(number), scale: 0, decimals: 0, grouping: true) }
    let total = results.controlTotals.reduce(0) { $0 + $1.records }
    let parts = Fate.allCases.compactMap { fate -> String? in
      let number = results.controlTotals.reduce(0) { $0 + $1[fate] }
      return number == 0 ? nil : "\(count(number)) \(fate.name.replacing("_", with: " "))"
    }
    let fates = parts.isEmpty ? "" : ": " + parts.reversed().joined(separator: ", ")
    return "\(count(total)) \(total == 1 ? "record" : "records")\(fates)"
  }
}
