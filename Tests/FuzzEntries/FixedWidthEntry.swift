import Ingest
import Tabular

/// Text of fixed width. The first byte is the number of fields, up to eight, and the next ones say how far each is from the one
/// before and how wide it is; then comes the text.
enum FixedWidthEntry {
  static func check(_ bytes: [UInt8], _ violations: inout Violations) {
    guard let first = bytes.first else { return }
    let count = Int(first & 7) + 1
    guard bytes.count > 2 * count else { return }
    var fields: [FixedWidthLayout.Field] = []
    var end = 0
    for number in 0..<count {
      let (gap, width) = (Int(bytes[1 + 2 * number] >> 3), Int(bytes[2 + 2 * number]) + 1)
      fields.append(.init("f\(number)", end + gap + 1, end + gap + width))
      end += gap + width
    }
    let text = Array(bytes.dropFirst(1 + 2 * count))
    let layout = FixedWidthLayout(
      length: first & 8 == 0 ? nil : end, fields: fields, isWhole: first & 16 == 0)
    let piece = [1, 3, 64, 1 << 20][Int(first >> 6)]
    let whole = RecordsRead(FixedWidthReader(MemorySource(text), layout: layout))
    whole.check("fixed width", &violations)
    for record in whole.records {
      violations.require(record.fields.count == count, "fixed width: line \(record.line) has not the layout's fields")
    }
    violations.require(
      whole == RecordsRead(FixedWidthReader(MemorySource(text, piece: piece), layout: layout)),
      "fixed width: other lines in pieces of \(piece)")
    // A line a line end, and one more where text follows the last.
    let marked = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    var lines = 0
    var before: UInt8 = 0x0A
    for byte in marked {
      if byte == 0x0D || byte == 0x0A && before != 0x0D { lines += 1 }
      before = byte
    }
    if before != 0x0A && before != 0x0D { lines += 1 }
    violations.require(
      whole.records.count == lines, "fixed width: \(whole.records.count) records of \(lines) lines")

    guard count >= 3 else { return }
    var map = ColumnMap.standard
    (map.isStandard, map.form, map.layout, map.encoding, map.headerRows) = (
      false, .fixedWidth, layout, .utf8, Int(first >> 5 & 1)
    )
    map.columns = map.columns.filter { $0.key.isRequired || $0.key == .patientID }
    for (number, column) in [LogColumn.clinicianID, .serviceDate, .code, .patientID].enumerated() {
      map.columns[column] = number < count ? ColumnSource(["f\(number)"]) : nil
    }
    let log = LogRead(text, map: map, hasRoster: first & 32 == 0)
    log.check("fixed width log", &violations)
    log.check(
      "fixed width log", isSameAs: LogRead(text, map: map, hasRoster: first & 32 == 0, piece: piece), &violations)
    let packed = GzipSource.isGzip(text) || ZipArchive.isZip(text) || InterchangeReader.isInterchange(text)
    guard log.failure == nil, !packed else { return }
    let told = log.lines.count + log.rejections.count + log.otherRows
    violations.require(told == lines, "fixed width log: \(told) rows are told of \(lines)")
  }
}
