import Ingest
import Tabular
import TestSupport

/// Workbooks. Where the bytes start as a zip file does they are one. Otherwise the first byte chooses the parts of a sound
/// workbook that the rest replaces, one after the other, each ended by a NUL byte: so a fuzzer need not guess checksums.
enum WorkbookEntry {
  private static let parts = [
    "xl/worksheets/part1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
  ]

  static func check(_ bytes: [UInt8], _ violations: inout Violations) {
    guard let choice = bytes.first else { return }
    if ZipArchive.isZip(bytes) {
      checkMembers(bytes, &violations)
      return checkWorkbook(bytes, hasRoster: true, &violations)
    }
    var workbook = SmallWorkbook([
      ["clinician_id", "service_date", "code", "patient_id"], ["C-1", "2026-03-04", "99214"],
    ])
    var texts = bytes.dropFirst().split(separator: 0, omittingEmptySubsequences: false)[...]
    for (number, part) in parts.enumerated() where choice >> number & 1 == 1 {
      if let text = texts.popFirst() { workbook.parts[part] = String(decoding: text, as: UTF8.self) }
    }
    checkWorkbook(workbook.bytes, hasRoster: choice & 64 == 0, &violations)
  }

  /// Every member, read to its end: it has as many bytes whatever the pieces.
  private static func checkMembers(_ bytes: [UInt8], _ violations: inout Violations) {
    do {
      let archive = try ZipArchive(bytes, limit: 1 << 22)
      for member in archive.members.prefix(20) {
        _ = try? archive.contents(of: member).count
        violations.require(
          !member.name.hasPrefix("/") && !member.name.split(separator: "/").contains(".."),
          "xlsx: a member leads out of its folder")
      }
    } catch {
      violations.require(decent: ["\(error)"], of: "zip")
    }
  }

  private static func checkWorkbook(_ bytes: [UInt8], hasRoster: Bool, _ violations: inout Violations) {
    do {
      let workbook = try Workbook(bytes, limit: 1 << 24)
      for sheet in workbook.sheets.prefix(3) {
        let read = RecordsRead(try workbook.reader(of: sheet))
        read.check("xlsx", &violations)
        for record in read.records {
          violations.require(record.fields.count <= 16_384, "xlsx: row \(record.line) has too many cells")
          violations.require(record.line <= 1_048_576, "xlsx: row \(record.line) cannot be")
          violations.require(
            record.fields.count == 300 || record.fields.last?.isEmpty != true, "xlsx: a row ends with an empty cell")
        }
      }
    } catch {
      violations.require(decent: ["\(error)"], of: "xlsx")
    }
    for number in 0..<2 as Range<UInt8> {
      let log = LogRead(bytes, map: EntryMaps.of(number), hasRoster: hasRoster)
      log.check("xlsx log", &violations)
      log.check(
        "xlsx log", isSameAs: LogRead(bytes, map: EntryMaps.of(number), hasRoster: hasRoster, piece: 1_000), &violations
      )
    }
  }
}
