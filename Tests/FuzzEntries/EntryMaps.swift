import Ingest
import ProductivityModel

/// The column maps by which the entries read logs.
enum EntryMaps {
  private static let texts = [
    """
    map: rich
    headers: 1
    dates: [US, excel]
    encoding: utf-8
    columns:
      line_id: Id
      clinician_id: {first: [Rendering, Billing], by: npi}
      service_date: DOS
      patient_id: MRN
      code: {column: CPT, take: code}
      modifiers: {columns: [CPT, M1, M2], take: modifiers}
      units: {column: Qty, optional: true}
      charge: {column: Amount, optional: true}
      billing_id: {column: Billing, by: name, optional: true}
    keep: [{column: State, not: [void, draft]}]
    skip: [total*, end]
    """,
    """
    map: two rows
    headers: 2
    dates: [compact]
    columns: {clinician_id: provider id, service_date: service day, code: code}
    fixed: {units: "2", specialty: Family Medicine}
    """,
  ]

  private static let read: [ColumnMap] = texts.compactMap {
    try? ColumnMapFile.read(Array($0.utf8), file: "map.yaml")
  }

  /// A map; the standard one for even numbers.
  static func of(_ number: UInt8) -> ColumnMap {
    guard number & 1 == 1 else {
      var map = ColumnMap.standard
      map.encoding = .utf8
      return map
    }
    return read[Int(number >> 1) % read.count]
  }

  /// The headings that a suggestion knows.
  static let headings: HeadingBook = {
    let text = "columns:\n  clinician_id: [provider, rendering]\n  service_date: [dos]\n  code: [cpt, hcpcs]\n"
    guard let book = try? HeadingBook(Array(text.utf8), file: "headings.yaml") else {
      fatalError("the entry's headings are wrong")
    }
    return book
  }()
}
