import MedicareFees
import Tabular

/// The header of a fee schedule file, once its layout is known: which field holds what.
struct FeeHeader {
  /// The layout.
  let layout: FeeLayout
  /// The number of fields that every row must have.
  let fieldCount: Int
  /// The columns to keep, with their fields.
  let figures: [(field: Int, column: FeeColumn)]
  /// The field of the descriptor, where the file has one.
  let description: Int?
  /// The field of the total outside a facility, where the file has one.
  let nonfacilityTotal: Int?
  /// The field of the total in a facility, where the file has one.
  let facilityTotal: Int?
  /// The field of the conversion factor, where the file has one.
  let conversionFactor: Int?
  /// The names of columns that no layout has, which are not kept.
  let unknown: [String]
  /// The column names as the file has them, merged where it splits them over rows.
  let names: [String]

  /// The header of given column names; nil where they are those of no layout.
  ///
  /// A layout is recognised when all the columns are there without which a file is no fee schedule, each once. Where
  /// several layouts fit, the one that knows the most columns is taken.
  ///
  /// - Parameter hasPreamble: whether other rows came before the header: only then it can be CMS's own file.
  init?(_ names: [String], hasPreamble: Bool) {
    var best: FeeHeader?
    for layout in FeeLayout.allCases where (layout == .cms) == hasPreamble {
      guard let header = FeeHeader(names, layout: layout) else { continue }
      if let current = best, current.unknown.count <= header.unknown.count { continue }
      best = header
    }
    guard let best else { return nil }
    self = best
  }

  /// The header that stands for a layout without header rows, whose field names are CMS's.
  init?(_ layout: FixedRecordLayout) { self.init(layout.layout.fields.map(\.name), layout: .cms) }

  private init?(_ names: [String], layout: FeeLayout) {
    var fields: [FeeLayout.Meaning: Int] = [:]
    var unknown: [String] = []
    for (field, name) in names.enumerated() {
      guard let meaning = layout.meaning(of: name) else {
        if !FeeLayout.plain(name).isEmpty { unknown.append(name) }
        continue
      }
      guard fields.updateValue(field, forKey: meaning) == nil else { return nil }
    }
    guard FeeColumn.required.allSatisfy({ fields[.figure($0)] != nil }) else { return nil }
    self.layout = layout
    fieldCount = names.count
    figures = FeeColumn.allCases.compactMap { column in fields[.figure(column)].map { ($0, column) } }
    description = fields[.description]
    nonfacilityTotal = fields[.nonfacilityTotal]
    facilityTotal = fields[.facilityTotal]
    conversionFactor = fields[.conversionFactor]
    self.unknown = unknown
    self.names = names
  }

  /// Whether a record ends a header: its first cell names the code column.
  static func endsHeader(_ cells: [String]) -> Bool { cells.first.map(FeeLayout.plain) == "HCPCS" }

  /// The column names of a header that is split over several rows: the parts of each column from top to bottom.
  static func merged(_ rows: [[String]]) -> [String] {
    let count = rows.last?.count ?? 0
    return (0..<count).map { field in
      rows.compactMap { row in
        guard field < row.count else { return nil }
        let part = trimmed(row[field])
        return part.isEmpty ? nil : part
      }.joined(separator: " ")
    }
  }

  /// Text without the blanks around it.
  static func trimmed(_ text: String) -> String {
    // Most cells have none around them, and to take a text apart by its letters is slow.
    let mayBeBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    guard let first = text.utf8.first, let last = text.utf8.last, mayBeBlank(first) || mayBeBlank(last) else {
      return text
    }
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }
    return String(text.drop(while: blank).reversed().drop(while: blank).reversed())
  }
}
