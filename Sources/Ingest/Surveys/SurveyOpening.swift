import ProductivityModel
import Tabular

/// Finds a survey's table in a file: its encoding, the mark between its fields, its sheet, its header and so its map.
struct SurveyOpening {
  /// All records of the file or sheet.
  private(set) var table: SurveyTable
  /// The map over the header.
  private(set) var layout: SurveyLayout
  /// The sheet, as messages show it; nil where the file is no workbook.
  private(set) var sheet: String?
  /// Other sheets with text in them that are not hidden, as messages show them.
  private(set) var otherSheets: [String] = []

  /// The most rows among which a header is looked for.
  private static let mostRows = 60

  /// Reads a file and finds its header.
  ///
  /// - Throws: ``InputFailure`` where there is none that any map knows, with what is likeliest wrong.
  init(_ source: any ByteSource, file: String, _ reading: SurveyReading) throws {
    do {
      switch try TableForm(source, file: file, limit: LogOpening.workbookLimit, looksFurther: true) {
      case .workbook(let workbook):
        (table, layout, sheet, otherSheets) = try Self.find(in: workbook, file: file, reading)
      case .text(let start, let whole):
        let bytes = try SampledSource.contents(whole, path: file, limit: SurveyTable.byteLimit)
        let dialect = Self.dialect(start, file: file, reading)
        var reader = DelimitedReader(MemorySource(bytes), dialect: dialect)
        table = try SurveyTable(&reader, file: file)
        guard let layout = Self.layout(of: table, reading) else { throw Self.failure(table, file: file, reading) }
        self.layout = layout
      }
    } catch let failure as FormFailure {
      throw InputFailure(file, failure.message, hint: failure.hint)
    }
  }

  private typealias Found = (table: SurveyTable, layout: SurveyLayout, sheet: String?, others: [String])

  /// The first sheet, of those that are not hidden or the one that is named, which has a header.
  private static func find(in workbook: Workbook, file: String, _ reading: SurveyReading) throws -> Found {
    var first: SurveyTable?
    var found: (table: SurveyTable, layout: SurveyLayout, sheet: String)?
    var others: [String] = []
    let wanted = reading.sheet ?? reading.map?.sheet
    for (number, sheet) in workbook.sheets.enumerated() {
      let isNamed = wanted.map { LogHeader.normalized($0) == LogHeader.normalized(sheet.name) }
      guard isNamed ?? !sheet.isHidden else { continue }
      let shown = SheetName.shown(sheet.name, number: number + 1)
      var reader = try workbook.reader(of: sheet)
      let table = try SurveyTable(&reader, file: "\(file) [\(shown)]")
      if found == nil, let layout = layout(of: table, reading) {
        found = (table, layout, shown)
        continue
      }
      if !table.records.allSatisfy(\.isBlank) { others.append(shown) }
      if first == nil { first = table }
    }
    if let found { return (found.table, found.layout, found.sheet, others) }
    guard let first else {
      throw InputFailure(
        file, "has no sheet \(wanted.map { "\"\($0)\"" } ?? "that is not hidden")",
        hint: "its sheets are: \(workbook.sheets.map(\.name).filter(HeaderShape.isName).joined(separator: ", "))")
    }
    throw failure(first, file: file, reading)
  }

  /// The first mark between fields under which the start of the file has a header; commas where none has.
  private static func dialect(_ start: [UInt8], file: String, _ reading: SurveyReading) -> TextDialect {
    // A record that the sample cuts off is none.
    let end = start.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? start.count
    return TextDialect(
      delimiter: TableForm.delimiter(Array(start[..<end])) { reader in
        layout(of: try SurveyTable(&reader, file: file, most: mostRows), reading) != nil
      })
  }

  /// The first map, over the first rows, that fits.
  private static func layout(of table: SurveyTable, _ reading: SurveyReading) -> SurveyLayout? {
    let records = table.records
    for map in reading.candidates {
      for start in records.indices.prefix(mostRows) where start + map.headerRows <= records.count {
        if let layout = SurveyLayout(map, over: records[start..<(start + map.headerRows)], constants: reading) {
          return layout
        }
      }
    }
    return nil
  }

  /// Why a file is no survey that can be read.
  private static func failure(_ table: SurveyTable, file: String, _ reading: SurveyReading) -> InputFailure {
    guard let header = table.records.first else {
      return InputFailure(file, "is empty", hint: "a table starts with a line of headers")
    }
    if let failure = table.failure { return failure }
    let names = header.cells.map(LogHeader.normalized)
    let required = [SurveyColumn.survey, .year, .specialty, .metric].map(\.rawValue)
    let missing = required.first { !names.contains($0) }
    guard reading.map == nil, required.count(where: names.contains) >= 2, let missing else {
      let map =
        reading.map.map { "the map \($0.name) does not fit" } ?? "the header is of no known layout: no map fits"
      return InputFailure(
        file, line: header.line, "\(map) any of the first \(mostRows) rows",
        hint: HeaderShape.separatorHint(header.cells)
          ?? "name the columns in a survey map: docs/manual/use-surveys.md says how")
    }
    let hint =
      SpellingSuggestion.nearest(to: missing, in: names.filter(HeaderShape.isName)).map {
        "is it the column \"\($0)\"?"
      }
      ?? ["survey", "year"].first { $0 == missing }.map {
        "add it, or state it: \($0 == "survey" ? "name" : "year") in the job's entry or on the command line"
      } ?? "the header has: \(HeaderShape.list(header.cells))"
    return InputFailure(file, line: header.line, "the column \(missing) is missing", hint: hint)
  }
}
