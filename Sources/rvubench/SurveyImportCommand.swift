import ArgumentParser
import Ingest
import ProductivityModel
import Publishing
import Reporting

extension SurveyCommand {
  /// `rvubench survey import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Read a survey's table in any layout that a map knows, and write it in the standard long form.",
      discussion: """
        The table is CSV in any of its dialects, or an Excel workbook. Its layout is recognised by its header, or given by a \
        map. Every row is held against what can be: one with an error is told of and left out, and the exit code is 1. What was \
        read goes to standard error where the survey goes to standard output.
        """)

    @Argument(help: "The survey's table.")
    var file: String

    @OptionGroup var reading: SurveyFileOptions

    @Option(help: ArgumentHelp("The file to write; standard output unless given.", valueName: "file"))
    var output: String?

    @OptionGroup var data: DataOption

    /// Reads, tells and writes.
    func run() throws {
      let survey = try reading.read(file, shownAs: file, dataFolder: try data.find())
      SurveyCommand.tell(survey.findings)
      for line in account(of: survey) { output == nil ? Complaint.write(line) : print(line) }
      guard !survey.rows.isEmpty else {
        throw Complaint.input(InputFailure(file, "has no row that can be used", hint: "the findings say why"))
      }
      do {
        let result = try ResultOutput(output, replacing: file)
        try result.append(LongSurvey.bytes(of: survey.rows, caution: survey.caution))
        try result.finish()
      } catch {
        throw Complaint.output(error)
      }
      try SurveyCommand.end(after: survey.findings)
    }

    /// What was read, with nothing left unaccounted for.
    private func account(of survey: Survey) -> [String] {
      let account = survey.account
      let sheet = survey.sheet.map { ", sheet \($0)" } ?? ""
      let metrics = Set(survey.rows.map(\.metric)).sorted().map(\.rawValue)
      let names = Set(survey.rows.map { "\($0.survey) \($0.year)" }).sorted()
      return [
        "\(file)\(sheet): read by the map \(survey.map), header in line \(survey.headerLine)",
        "\(CountWording.count(account.records, "record")): \(account.records - account.notes - account.blank) with rows, "
          + "\(account.notes) notes, \(account.blank) blank",
        "\(CountWording.count(account.rows, "row")): \(account.kept) kept, \(account.leftOut) left out, "
          + "\(account.notPublished) not published, \(account.ofOtherMetrics) of other metrics",
        "\(names.joined(separator: ", ")): \(CountWording.count(survey.specialties.count, "specialty", "specialties")), "
          + metrics.joined(separator: ", "),
      ]
    }
  }
}
