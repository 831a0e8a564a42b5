import Ingest
import ProductivityModel
import Reporting
import Tabular

/// What a job's inputs are and how their first rows are understood, in lines for a terminal.
///
/// Patients are shown as given or blank, never by their identifiers.
public struct InputPreview {
  @Boxed private var inputs: RunInputs
  private static let rows = 5

  /// The preview of a job's inputs.
  public init(_ inputs: RunInputs) { self.inputs = inputs }

  /// The lines, without line ends.
  ///
  /// - Throws: `InputFailure` where a log cannot be read.
  public func lines() throws -> [String] {
    var lines = [
      "job       \(inputs.job.practice), \(inputs.period.first) to \(inputs.period.last)",
      "pay       \(inputs.pay.name): \(inputs.pay.title)",
      "benchmark \(inputs.benchmark.name): \(inputs.benchmark.title)",
    ]
    if let roster = inputs.roster {
      let people = Set(roster.intervals.map(\.clinicianID)).count
      lines.append(
        "roster    \(roster.input.path): \(CountWording.count(people, "clinician")), "
          + CountWording.count(roster.intervals.count, "interval"))
    } else {
      lines.append("roster    none")
    }
    for survey in inputs.surveys {
      let sheet = survey.sheet.map { " [\($0)]" } ?? ""
      lines.append(
        "survey    \(survey.input.path)\(sheet): \(CountWording.count(survey.rows.count, "usable row")), columns by \(survey.map)"
      )
    }
    var shownMaps: Set<String> = []
    for (number, log) in inputs.logs.enumerated() {
      lines.append("log       \(log.shown), columns by \(log.map.name)")
      guard shownMaps.insert(log.map.name).inserted else { continue }
      lines += try firstRows(log, number).map { "            " + $0 }
    }
    return lines
  }

  private func firstRows(_ log: LogFiles.File, _ number: Int) throws -> [String] {
    var dictionaries = RunDictionaries()
    let reader = try LogOpening.open(
      try FileSource(log.path), path: log.shown, file: number, map: log.map,
      clinicians: inputs.roster.map { ClinicianDirectory($0.intervals) })
    var rows: [[String]] = [["line", "clinician", "date", "code", "modifiers", "units", "place", "charge", "patient"]]
    reading: while rows.count <= Self.rows {
      switch try reader.next(&dictionaries) {
      case .end: break reading
      case .rejected: continue
      case .line:
        let line = reader.line
        rows.append([
          String(line.line), dictionaries.clinicians.text(Int(line.clinician)),
          CalendarDate(daysSinceEpoch: line.serviceDay).description,
          dictionaries.procedureCodes[Int(line.code)]?.description
            ?? UnlistedText.kind(dictionaries.codes.text(Int(line.code))),
          dictionaries.modifierLists[Int(line.modifiers)].description, Units(tenThousandths: line.units).description,
          PlaceOfService(Int(line.place))?.description ?? "", Money(cents: line.charge).description,
          line.patient == 0 ? "" : "given",
        ])
      }
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var text = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
