import Benchmarking
import ProductivityModel

extension MapSuggester {
  /// By what the cells of a field name clinicians, and how many of them the roster has.
  func found(_ field: Int) -> (key: ClinicianKey, count: Int) {
    var tallies: [ClinicianKey: Int] = [:]
    for row in rows where field < row.count && !row[field].isEmpty {
      if ids.contains(row[field]) { tallies[.id, default: 0] += 1 }
      if case .found = directory.clinician(npi: row[field]) { tallies[.npi, default: 0] += 1 }
      if case .found = directory.clinician(name: row[field]) { tallies[.name, default: 0] += 1 }
    }
    let best = ClinicianKey.allCases.max { tallies[$0, default: 0] < tallies[$1, default: 0] } ?? .id
    return (best, tallies[best, default: 0])
  }

  mutating func key(of field: Int, _ column: LogColumn, _ reasons: inout [String]) -> [String] {
    let cells = counts[field]
    if cells.filled == 0 { return [] }
    var key = ClinicianKey.id
    let found = found(field)
    if found.count * 2 >= cells.filled {
      key = found.key
      reasons.append("the roster has \(found.count) of \(cells.filled) by \(key.rawValue)")
    } else {
      if !roster.isEmpty {
        suggestion.questions.append(
          "the roster has \(found.count) of the \(cells.filled) cells of \(headings[field]): is it complete?")
      }
      if cells.identifiers * 10 >= cells.filled * 9 {
        key = .npi
        reasons.append("\(cells.identifiers) are national provider identifiers")
      } else if cells.names * 2 >= cells.filled {
        key = .name
        reasons.append("\(cells.names) look like names, which the roster must have")
      }
    }
    return key == .id ? [] : ["by: \(key.rawValue)"]
  }

  /// How many rows are blank in a field, where the first is not and many others are; else nil.
  func blankUnderFilled(_ field: Int) -> Int? {
    func isBlank(_ row: ArraySlice<String>) -> Bool { field >= row.count || row[field].isEmpty }
    guard let first = rows.first, !isBlank(first) else { return nil }
    let blank = rows.count(where: isBlank)
    return blank * 5 >= rows.count ? blank : nil
  }
}
