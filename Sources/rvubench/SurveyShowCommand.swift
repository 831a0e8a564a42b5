import ArgumentParser
import Benchmarking
import Ingest
import ProductivityModel
import Rendering
import Reporting

extension SurveyCommand {
  /// `rvubench survey show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the published points of a survey, by metric, specialty and region.")

    /// The forms of the output.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text
      case csv
      case json
    }

    @Argument(help: "The survey: a file, or a built-in's name.")
    var survey: String

    @Option(help: ArgumentHelp("The specialty, by its name or a reviewed synonym.", valueName: "name"))
    var specialty: String?

    @OptionGroup var cells: SurveyCellOptions
    @OptionGroup var reading: SurveyFileOptions

    @Option(help: "The form of the output: text, csv or json.")
    var format = Format.text

    @OptionGroup var data: DataOption

    /// Prints the points.
    func run() throws {
      let folder = try data.find()
      let read = try reading.find(survey, dataFolder: folder)
      let metric = try cells.surveyMetric()
      var findings = read.findings
      var rows = read.rows.filter { row in
        (metric.map { row.metric == $0 } ?? true)
          && (cells.region.map { SpecialtyNames.normalized(row.region) == SpecialtyNames.normalized($0) } ?? true)
          && (cells.providerType.map {
            SpecialtyNames.normalized(row.providerType) == SpecialtyNames.normalized($0)
          } ?? true)
      }
      if let specialty {
        let match = try cells.names(dataFolder: folder).match(specialty, among: read.specialties)
        if case .none(let suggestions) = match {
          findings.append(SurveyCellOptions.unmatched(specialty, in: survey, suggestions: suggestions))
        }
        let name = match.name.map(SpecialtyNames.normalized)
        rows = rows.filter { SpecialtyNames.normalized($0.specialty) == name }
      }
      let notes = rows.compactMap { SurveyWording.rateNote(on: $0) }
      if var note = notes.first {
        note.count = notes.count
        findings.append(note)
      }
      SurveyCommand.tell(findings)
      switch format {
      case .text:
        for line in SurveyText.points(rows) { print(line) }
        for caution in read.cautions { print("\n\(caution)") }
      case .csv:
        let bytes = LongSurvey.bytes(of: rows, caution: read.caution)
        print(String(decoding: bytes, as: UTF8.self), terminator: "")
      case .json: print(SurveyJSON.text(of: rows, cautions: read.cautions), terminator: "")
      }
      try SurveyCommand.end(after: findings)
    }
  }
}
