import Foundation
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// No patient's name or number is shown, in whatever column it stands.
@Suite struct LogPrivacyTests {
  private static let planted = [
    "MRN0012345", "mrn0012345", "Jane Q. Doe", "Doe", "O'Hara", "\"Doe, Jane\"", "123-45-6789", "0012345",
    "jane@example.org",
    "Zoë Ångström", "MRN 001 2345", "P-00-12-34", "Nguyen Thi Lan", "+15551234567", "MRN0012345\u{0}",
  ]
  private static let columns = LogColumn.allCases.map(\.rawValue)
  private static let good = [
    "L1", "C-1001", "Cardiology", "2026-01-05", "2026-01-09", "P1", "99214", "25", "2", "11", "150.25", "30", "0", "0",
    "B1",
    "S1", "CL1", "1", "", "1.92",
  ]

  /// Whether a text shows any part of a planted one that could name somebody.
  private func shows(_ text: String, _ planted: String) -> Bool {
    let bare = planted.filter { $0 != "\"" }
    return text.contains(bare) || text.lowercased().contains(bare.lowercased())
  }

  @Test(arguments: planted)
  func `a patient's name or number in any one column is not shown`(planted: String) throws {
    var told = 0
    for column in Self.columns.indices {
      var record = Self.good
      record[column] = planted
      let log = try ReadLog(
        Self.columns.joined(separator: ",") + "\n" + record.joined(separator: ",") + "\n", roster: ["C-1001", "C-1002"])
      #expect(!shows(log.told, planted), "\(Self.columns[column]): \(log.told)")
      #expect(log.lines.count + log.rejections.count == 1)
      told += log.rejections.count
      // Where the text is taken for a code, it has not the form of one, by which later messages may show it.
      #expect(log.dictionaries.procedureCodes.allSatisfy { $0?.hasPublishedForm != true || $0?.description == "99214" })
    }
    #expect(told >= 5)
  }

  @Test func `columns that have shifted by any number show no patient`() throws {
    var record = Self.good
    record[5] = "MRN0012345"
    record[2] = "Jane Q. Doe"
    for shift in 1..<record.count {
      let shifted = Array(record[shift...] + record[..<shift])
      let log = try ReadLog(
        Self.columns.joined(separator: ",") + "\n" + shifted.joined(separator: ",") + "\n",
        roster: ["C-1001", "C-1002"])
      #expect(log.rejections.count == 1, "shifted by \(shift)")
      #expect(!shows(log.told, "MRN0012345") && !shows(log.told, "Jane Q. Doe"), "shifted by \(shift): \(log.told)")
    }
  }

  @Test func `a cell too many or too few shows no patient`() throws {
    for extra in [["MRN0012345"], ["Doe", "Jane MRN0012345"]] {
      for place in 0...Self.good.count {
        var record = Self.good
        record.insert(contentsOf: extra, at: place)
        let log = try ReadLog(Self.columns.joined(separator: ",") + "\n" + record.joined(separator: ",") + "\n")
        #expect(log.rejections.map(\.problem) == [.raggedRow])
        #expect(!shows(log.told, "MRN0012345") && !log.told.contains("Doe"))
      }
    }
  }

  /// Files with a patient under every other column and in every place of a row that has a cell too many or too few.
  private static var spoilt: [[[String]]] {
    var files: [[[String]]] = []
    for column in columns.indices {
      var record = good
      record[5] = "P1"
      record[column] = "MRN0012345"
      var (longer, shorter) = (record, record)
      longer.insert("Doe", at: column)
      shorter.remove(at: (column + 1) % record.count)
      files.append([columns, good, record, longer, shorter, Array(record[...column]), ["MRN0012345"]])
    }
    return files
  }

  private static let fixedWidth = """
    map: fixed
    form: fixed-width
    headers: 1
    fields: {\(columns.enumerated().map { "\($1): \($0 * 16 + 1)-\($0 * 16 + 16)" }.joined(separator: ", "))}
    columns: {\(columns.map { "\($0): \($0)" }.joined(separator: ", "))}

    """

  @Test func `a patient in any place of a file of any form is not shown`() throws {
    let fixed = try ColumnMapFile.read(Array(Self.fixedWidth.utf8), file: "map.yaml")
    let forms = [
      TextForm(), TextForm(delimiter: ";", lineEnd: "\r"), TextForm(delimiter: "\t", encoding: .utf16LE),
      TextForm(delimiter: "|", lineEnd: "\r\n", encoding: .utf16BE, isPacked: true),
      TextForm(encoding: .windows1252),
    ]
    for rows in Self.spoilt {
      var logs = try forms.map { form in
        try ReadLog(form.bytes(rows.map { form.row($0) + form.lineEnd }.joined()), roster: ["C-1001"])
      }
      logs.append(try ReadLog(SmallWorkbook(rows.map { $0.map { .text($0) } }).bytes, roster: ["C-1001"]))
      let lines = rows.map { $0.map { $0.padding(toLength: 16, withPad: " ", startingAt: 0) }.joined() + "\n" }
      logs.append(try ReadLog(lines.joined(), map: fixed, roster: ["C-1001"]))
      for shift in [1, 5, 11, 16] {
        let shifted = lines.enumerated().map { $0 == 0 ? $1 : String(repeating: " ", count: shift) + $1 }
        logs.append(try ReadLog(shifted.joined(), map: fixed, roster: ["C-1001"]))
      }
      for log in logs {
        #expect(!log.rejections.isEmpty, "\(log.told)")
        for word in ["MRN", "mrn", "Doe", "0012345"] { #expect(!log.told.contains(word), "\(log.told)") }
      }
    }
  }

  @Test(arguments: 201...204 as ClosedRange<UInt64>)
  func `a log of random cells shows none that holds letters`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<150 {
      let cells = Self.columns.map { _ in
        // Four letters at least, so that no modifier, unit or place of service looks like one.
        String(decoding: random.bytes(4, from: Array("QXZK".utf8)), as: UTF8.self)
          + String(
            decoding: random.bytes(Int.random(in: 0...6, using: &random), from: Array("019- .'".utf8)), as: UTF8.self)
      }
      let column = Int.random(in: 0..<cells.count, using: &random)
      var record = Self.good
      record[column] = cells[column]
      let log = try ReadLog(
        Self.columns.joined(separator: ",") + "\n" + record.joined(separator: ",") + "\n", roster: ["C-1001"])
      #expect(!log.told.contains(cells[column].prefix(4)), "seed \(seed): \(Self.columns[column]): \(log.told)")
    }
  }

  @Test func `a file without a header never shows its first record`() throws {
    var record = Self.good
    record[5] = "MRN0012345"
    record[2] = "Jane Doe"
    let text = record.joined(separator: ",") + "\n"
    let failure = try #require(#expect(throws: InputFailure.self) { _ = try ReadLog(text) })
    #expect(
      failure.description == """
        log.csv:1: error: the column clinician_id is missing
        hint: the first line has none of the expected headers
        """)
  }

  @Test func `a map whose headers look like people's names or initials shows none of a first record`() throws {
    let map = try ColumnMapFile.read(
      Array(
        "map: ours\ncolumns: {line_id: ID, clinician_id: Doctor, service_date: DOS, code: Code, patient_id: Patient}\n"
          .utf8),
      file: "map.yaml")
    for cell in ["JD", "Cole", "Patience", "DOB", "Dotor", "I"] {
      let failure = try #require(
        #expect(throws: InputFailure.self) { _ = try ReadLog("1,2,\(cell),4,5\n", map: map) })
      #expect(!failure.description.contains("\"\(cell)\""), "\(failure)")
      #expect(failure.hint == "the first line has none of the expected headers")
    }
  }
}
