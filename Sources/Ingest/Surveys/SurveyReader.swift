import Benchmarking
import ProductivityModel
import Tabular

/// Reads a survey in the standard long form, or in any other by its map.
public enum SurveyReader {
  /// Reads a survey.
  ///
  /// A row that cannot be read, whose values fall as percentiles rise, or that cannot be what it says, is left out with a finding at
  /// its line; nothing is placed in it. Every record and row is accounted for.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read, or has no percentile columns or one of them twice.
  public static func read(
    _ path: String, shownAs file: String, _ reading: SurveyReading = SurveyReading()
  ) throws(InputFailure) -> Survey {
    let source = try FileSource(path)
    let opening: SurveyOpening
    do {
      opening = try SurveyOpening(source, file: file, reading)
      // What stands after the end of a workbook or a zip is part of the file too.
      var rest = [UInt8](repeating: 0, count: 1 << 16)
      while try rest.withUnsafeMutableBytes({ try source.read(into: $0) }) > 0 {}
    } catch let failure as InputFailure {
      throw failure
    } catch let failure as FormFailure {
      throw InputFailure(file, failure.message, hint: failure.hint)
    } catch {
      throw InputFailure(file, "cannot be read")
    }
    let layout = opening.layout
    let shown = opening.sheet.map { "\(file) [\($0)]" } ?? file
    try layout.check(file: shown)
    let fixed = reading.constants(of: layout.map)
    try check(fixed, layout, shown)
    var survey = Survey(
      rows: [], findings: [], cautions: [], input: (file, source.size, source.sha256()), account: SurveyAccount(),
      map: layout.map.name, headerLine: layout.headerLine, sheet: opening.sheet)
    var others: [String: Finding] = [:]
    // A name that every row has is told once.
    var unseen: Set<String> = []
    var records = SurveyRecordReader(layout, fixed: fixed, file: shown)
    for record in opening.table.records[layout.firstRecord...] {
      survey.account.records += 1
      if record.isBlank {
        survey.account.blank += 1
        continue
      }
      if isNote(record, layout) {
        survey.account.notes += 1
        continue
      }
      if let caution = record.text(layout.columns[.caution]) {
        survey.cautionsByLine[record.line] = caution
        if !survey.cautions.contains(caution) { survey.cautions.append(caution) }
      }
      for column in Self.named {
        guard let finding = record.unseen(layout.columns[column], column, in: shown),
          unseen.insert(column.rawValue + (record.text(layout.columns[column]) ?? "")).inserted
        else { continue }
        survey.findings.append(finding)
      }
      for outcome in records.read(record) {
        survey.account.rows += 1
        switch outcome {
        case .row(let row): survey.rows.append(row)
        case .failure(let finding):
          survey.account.leftOut += 1
          // Metrics side by side share what is wrong with their record.
          let isTold = survey.findings.last.map { $0.position == finding.position && $0.message == finding.message }
          if isTold != true { survey.findings.append(finding) }
        case .notPublished: survey.account.notPublished += 1
        case .otherMetric(let word):
          survey.account.ofOtherMetrics += 1
          guard let word else { continue }
          others[word]?.count += 1
          if others[word] == nil {
            others[word] = Finding(
              .unreadMetric, at: record.position(layout.columns[.metric], in: shown),
              "rows of the metric \(HeaderShape.quoted(word)) are not read",
              hint: "name the word in a survey map if it is one of the metrics")
          }
        }
      }
    }
    survey.findings += others.sorted { $0.key < $1.key }.map(\.value)
    SurveyCheck(opening, file: shown).apply(to: &survey)
    survey.findings += notes(opening, layout, shown, reading)
    let nowhere = SourcePosition(file: "")
    survey.findings.sort {
      ($0.position ?? nowhere, $0.problem.rawValue) < ($1.position ?? nowhere, $1.problem.rawValue)
    }
    survey.account.kept = survey.rows.count
    return survey
  }

  /// What no file in a layout without these columns says.
  private static func check(
    _ fixed: SurveyMap.Fixed, _ layout: SurveyLayout, _ file: String
  ) throws(InputFailure) {
    let lacksName = fixed.survey == nil && layout.columns[.survey] == nil
    let lacksYear = fixed.year == nil && layout.columns[.year] == nil
    guard lacksName || lacksYear else { return }
    let what =
      lacksName && lacksYear ? "the survey's name and year" : lacksName ? "the survey's name" : "the survey's year"
    throw InputFailure(
      file, line: layout.headerLine, "the file does not say \(what)",
      hint: "state it: name and year in the job's entry or the map, --name and --year on the command line")
  }

  /// The columns of which reports show the text.
  private static let named = [SurveyColumn.survey, .specialty, .region, .providerType, .caution]

  /// Whether a record is a note under the table, or the header again on a new page.
  private static func isNote(_ record: SurveyRecord, _ layout: SurveyLayout) -> Bool {
    if layout.map.isStandard { return false }
    if record.cells.map(LogHeader.normalized) == layout.headers.map(LogHeader.normalized) { return true }
    return record.cells.count { !$0.trimmed.isEmpty } == 1 && layout.map.filledDown.isEmpty && record.text(0) != nil
  }

  private static func notes(
    _ opening: SurveyOpening, _ layout: SurveyLayout, _ file: String, _ reading: SurveyReading
  ) -> [Finding] {
    var notes: [Finding] = []
    if !layout.map.isStandard, !layout.unread.isEmpty {
      notes.append(
        Finding(
          .unreadColumn, at: SourcePosition(file: file, line: layout.headerLine),
          "the columns \(HeaderShape.list(layout.unread.map { layout.headers[$0] })) are not read",
          hint: "name them in a survey map if they are needed"))
    }
    if reading.sheet == nil, !opening.otherSheets.isEmpty {
      notes.append(
        Finding(
          .unreadSheet, at: SourcePosition(file: file),
          "the sheets \(opening.otherSheets.joined(separator: ", ")) are not read",
          hint: "name the sheet to be read, one entry a sheet"))
    }
    return notes
  }
}
