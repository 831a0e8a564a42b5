import Foundation
import TestSupport
import Testing

/// One log in every form gives the same results to the byte.
@Suite struct `The form of a log changes no result` {
  private static let rows = [
    [
      "line_id", "clinician_id", "service_date", "patient_id", "code", "modifiers", "units", "place_of_service",
      "charge",
    ],
    ["Lé1", "C-1", "2025-10-06", "MRN0000001", "99214", "25", "1", "11", "250.5"],
    ["L2", "C-1", "2025-10-06", "MRN0000001", "20610", "", "1", "11", "180"],
    ["L3", "C-2", "2025-10-07", "Müller, \"M\" 2", "99213", "", "2", "11", "1170.25"],
    ["L4", "C-2", "2025-10-08", "MRN0000003", "00840", "", "1", "22", "99"],
    ["L5", "C-2", "2025-10-08", "MRN0000003", "99213", "", "1", "22", "10"],
  ]

  private static let map = """
    map: fixed
    form: fixed-width
    headers: 1
    fields: {\(rows[0].enumerated().map { "\($1): \($0 * 20 + 1)-\($0 * 20 + 20)" }.joined(separator: ", "))}
    columns: {\(rows[0].map { "\($0): \($0)" }.joined(separator: ", "))}

    """

  private func text(_ form: TextForm, hasQuotes: Bool = false) -> [UInt8] {
    let rows = Self.rows.map { row in
      // A quote in an id is a slip, unless it is in quotes.
      row.map { $0.replacing("\"", with: "") }
    }
    return form.bytes(
      rows.map { row in
        (hasQuotes ? row.map { "\"\($0)\"" }.joined(separator: String(form.delimiter)) : form.row(row)) + form.lineEnd
      }
      .joined())
  }

  /// The data files of a run over some bytes, without the columns of a file's own size and checksum.
  private func data(_ bytes: [UInt8], hasMap: Bool = false) throws -> [String: String] {
    let practice = try SmallPractice()
    try practice.folder.write("log.csv", bytes)
    if hasMap {
      try practice.folder.write("map.yaml", Self.map)
      try practice.folder.write(
        "job.yaml", SmallPractice.job.replacing("{files: log.csv}", with: "{files: log.csv, columns: map.yaml}"))
    }
    let job = practice.folder.text("job.yaml") ?? ""
    try practice.folder.write("job.yaml", job + "credits: true\n")
    let run = try practice.run()
    #expect(run.code == 0, "\(run.messages)")
    var files: [String: String] = [:]
    for (path, text) in try practice.published() where path.hasPrefix("./data/") && path.hasSuffix(".csv") {
      // The file's own checksum is no result, nor is it that a text of fixed width has no header.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains(",other-row,") }
        .map { line -> String in
          let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          // Nor how many rows are no records: a text of fixed width passes over its header as one.
          let counted = path.hasSuffix("control_totals.csv") ? cells.dropLast() : cells[...]
          return counted.filter { $0.count != 64 }.joined(separator: ",")
        }
      files[path] = lines.joined(separator: "\n")
    }
    return files
  }

  @Test func `delimiter, line end, quotes, encoding, compression, sheets and fixed width give the same data files`()
    throws
  {
    let expected = try data(text(TextForm()))
    #expect(expected.count > 5)
    let lines = Self.rows.map { row in
      row.map { $0.replacing("\"", with: "").padding(toLength: 20, withPad: " ", startingAt: 0) }.joined()
    }
    var forms: [(String, [UInt8], Bool)] = [
      ("semicolon", text(TextForm(delimiter: ";")), false),
      ("tab", text(TextForm(delimiter: "\t", lineEnd: "\r\n")), false),
      ("pipe", text(TextForm(delimiter: "|", lineEnd: "\r")), false),
      ("quotes", text(TextForm(), hasQuotes: true), false),
      ("UTF-16", text(TextForm(encoding: .utf16LE)), false),
      ("Windows-1252", text(TextForm(encoding: .windows1252)), false),
      ("gzip", text(TextForm(isPacked: true)), false),
      ("gzip, UTF-16, tab", text(TextForm(delimiter: "\t", encoding: .utf16BE, isPacked: true)), false),
      ("fixed width", Array((lines.joined(separator: "\n") + "\n").utf8), true),
      ("fixed width, gzip", StoredGzip.bytes(Array(lines.joined(separator: "\r\n").utf8)), true),
    ]
    let sheet = Self.rows.enumerated().map { number, row in
      row.enumerated().map { place, text -> SmallWorkbook.Cell in
        if number > 0, place == 2 {
          // Day 45,936 is 6 October 2025.
          let day = 45_936 + (Int(text.suffix(2)) ?? 0) - 6
          return .xml("<c r=\"REF\" s=\"1\"><v>\(day)</v></c>")
        }
        let isNumber = number > 0 && place >= 6
        return isNumber ? .number(text) : .text(text.replacing("\"", with: ""))
      }
    }
    forms.append(("sheet", SmallWorkbook(sheet).bytes, false))
    for (name, bytes, hasMap) in forms {
      let found = try data(bytes, hasMap: hasMap)
      #expect(Set(found.keys) == Set(expected.keys))
      for (path, text) in expected { #expect(found[path] == text, "\(name): \(path), not \(text)") }
    }
  }
}
