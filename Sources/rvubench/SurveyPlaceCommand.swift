import ArgumentParser
import Benchmarking
import Ingest
import ProductivityModel
import Rendering
import Reporting

extension SurveyCommand {
  /// `rvubench survey place`.
  struct Place: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "place",
      abstract: "Place a value in a survey, and test what is stated of it.",
      discussion: """
        The percentile is linear between published points; outside them only the bound and the ratio to the median are known. A \
        statement such as "77th percentile, 2.1x median" that does not agree with the survey is an error, and the exit code 1.
        """)

    /// The forms of the output.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text
      case json
    }

    @Argument(help: "The survey: a file, or a built-in's name.")
    var survey: String

    @Option(help: ArgumentHelp("The specialty, by its name or a reviewed synonym.", valueName: "name"))
    var specialty: String

    @Option(help: ArgumentHelp("The value, such as 8553 or $262,000.", valueName: "number"))
    var value: String

    @OptionGroup var cells: SurveyCellOptions

    @Option(
      help: ArgumentHelp("What is stated of the value, such as \"77th percentile, 2.1x median\".", valueName: "claim"))
    var claim: [String] = []

    @Option(help: "The fewest respondents of a row in which a value is placed.")
    var minimumRespondents = 10

    @OptionGroup var reading: SurveyFileOptions

    @Option(help: "The form of the output: text or json.")
    var format = Format.text

    @OptionGroup var data: DataOption

    /// Prints where the value stands.
    func run() throws {
      guard let millionths = TypedSurveyValue.millionths(value) else {
        throw Complaint.usage("\"\(value)\" is not a value\nhint: write a plain number, such as 8553")
      }
      let claims = try claim.map { text in
        guard let standing = StatedStanding(text) else {
          throw Complaint.usage(
            "\"\(text)\" states no percentile and no multiple of the median\nhint: write \"77th percentile, 2.1x median\""
          )
        }
        return (text: text, standing: standing)
      }
      let folder = try data.find()
      let read = try reading.find(survey, dataFolder: folder)
      let selection = SurveySelection(
        metric: try cells.surveyMetric() ?? .workRVU, region: cells.region, providerType: cells.providerType)
      SurveyCommand.tell(read.findings)
      let names = try cells.names(dataFolder: folder)
      let outcome = selection.row(of: specialty, in: read.rows, by: names)
      guard case .row(let row, let match) = outcome else {
        SurveyCommand.tell(refusals(outcome, selection, read.rows, names))
        throw ExitCode(1)
      }
      let standing = SurveyStanding(
        of: millionths, in: row, found: match, claims: claims, minimumRespondents: minimumRespondents)
      SurveyCommand.tell(standing.findings)
      switch format {
      case .text:
        for line in SurveyText.standing(standing) { print(line) }
        for caution in read.cautions { print("\n\(caution)") }
      case .json: print(SurveyJSON.text(of: standing, cautions: read.cautions), terminator: "")
      }
      try SurveyCommand.end(after: read.findings + standing.findings)
    }

    /// Why no row can be taken.
    private func refusals(
      _ outcome: SurveySelection.Outcome, _ selection: SurveySelection, _ rows: [SurveyRow], _ names: SpecialtyNames
    ) -> [Finding] {
      switch outcome {
      case .row: return []
      case .noSpecialty:
        let known = rows.filter { $0.metric == selection.metric }.map(\.specialty)
        guard case .none(let suggestions) = names.match(specialty, among: known) else { return [] }
        return [SurveyCellOptions.unmatched(specialty, in: survey, suggestions: suggestions)]
      case .otherCells(let rows):
        let cells = rows.map { row in
          [row.region, row.providerType].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return [
          Finding(
            .noSurveyRow, at: rows.first?.position,
            "the survey's rows of \(selection.metric.rawValue) for \(specialty) are of another region or kind of provider",
            hint: "name one with --region and --provider-type: \(Set(cells).sorted().prefix(8).joined(separator: "; "))"
          )
        ]
      case .several(let rows):
        let places = rows.map(\.position.description).joined(separator: " and ")
        return [
          Finding(
            .badSurveyRow, at: rows.last?.position,
            "several rows could place \(specialty) and none goes before the others: \(places)",
            hint: "leave one row for each specialty and year")
        ]
      }
    }
  }
}
