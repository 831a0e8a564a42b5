import ArgumentParser
import Benchmarking
import Ingest
import ProductivityModel
import Publishing
import Reporting

extension SurveyCommand {
  /// `rvubench survey blend`.
  struct Blend: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "blend",
      abstract: "Blend surveys: at each percentile that all of them cover, by stated weight times n.",
      discussion: """
        A blend is approximate, and says so on every page made from it. Rows are blended where all files have the metric, the \
        specialty (by its name or a reviewed synonym), the region and the kind of provider; the others are counted and left \
        out. Give files in the standard long form; rvubench survey import makes it.
        """)

    @Argument(help: "Two survey files or more.")
    var files: [String]

    @Option(
      help: ArgumentHelp(
        "The weight of each file, such as 2,1; one each unless given.", valueName: "numbers"))
    var weights: String?

    @Option(
      help: ArgumentHelp(
        "What weighs: n for the stated weight times the respondents, weight for the stated weight alone.",
        valueName: "n|weight"))
    var by = "n"

    @Option(
      help: ArgumentHelp(
        "The fewest respondents of each row that is blended; where one has fewer, none is made.", valueName: "n"))
    var minimum = SurveysBlend.standardMinimum

    @Option(help: ArgumentHelp("Your own table of specialty names that mean the same.", valueName: "names.csv"))
    var specialtyNames: String?

    @Option(help: ArgumentHelp("The file to write; standard output unless given.", valueName: "file"))
    var output: String?

    @OptionGroup var data: DataOption

    /// Reads, blends, tells and writes.
    func run() throws {
      guard files.count >= 2 else { throw Complaint.usage("a blend is of two files or more") }
      guard let weighing = SurveyBlend.Weighing(rawValue: by) else {
        throw Complaint.usage("--by is n or weight, not \"\(by)\"")
      }
      guard minimum >= 1 else { throw Complaint.usage("--minimum is at least 1") }
      let weights = try millionths()
      let folder = try data.find()
      let surveys = try files.map { try SurveyCommand.read($0, shownAs: $0, dataFolder: folder) }
      try refuseCopies(surveys)
      let names: SpecialtyNames
      do throws(InputFailure) {
        names = try SurveyLibrary(dataFolder: folder).specialtyNames(own: specialtyNames)
      } catch {
        throw Complaint.input(error)
      }
      let result = SurveysBlend(
        zip(surveys, weights).map { SurveysBlend.Source($0.rows, weightMillionths: $1) }, by: weighing, names: names,
        minimumRespondents: minimum)
      let findings = surveys.flatMap(\.findings) + result.refused.compactMap(finding)
      SurveyCommand.tell(findings)
      func say(_ line: String) { output == nil ? Complaint.write(line) : print(line) }
      for blend in result.blends {
        say("\(blend.row.metric.rawValue), \(blend.row.specialty): \(blend.basis)")
      }
      let unlike = result.blends.filter { blend in
        blend.row.metric.isDollars && Set(blend.parts.map(\.row.dataYear)).count > 1
      }
      if !unlike.isEmpty {
        Complaint.write(
          "\(CountWording.count(unlike.count, "row")) of dollars are blended of different data years, as they are: no dollar is aged here"
        )
      }
      for refused in result.refused {
        guard let why = Self.words(refused.reason) else { continue }
        Complaint.write(
          "\(refused.row.position): not blended: \(refused.row.metric.rawValue), \(refused.row.specialty): \(why)")
      }
      for (file, alone) in zip(files, result.alone) where !alone.isEmpty {
        say("\(file): \(CountWording.count(alone.count, "row")) not blended, since not all files have the cell")
      }
      say(
        "\(CountWording.count(result.blends.count, "row")) blended, \(result.refused.count) refused, of \(CountWording.list(surveys.map { String($0.rows.count) })) usable rows"
      )
      guard !result.blends.isEmpty else {
        throw Complaint.input(
          result.refused.isEmpty
            ? InputFailure(files[0], "has no row that all files have", hint: "see the names of specialties and regions")
            : InputFailure(files[0], "has no row that can be blended", hint: "what is said of each row says why"))
      }
      do {
        let target = try ResultOutput(output, replacing: files[0])
        try target.append(
          LongSurvey.bytes(
            of: result.blends.map(\.row),
            cautions: result.blends.map { caution(of: $0, among: surveys, weights, weighing) }))
        try target.finish()
      } catch {
        throw Complaint.output(error)
      }
      try SurveyCommand.end(after: findings)
    }

    /// The weights of the files, in millionths.
    private func millionths() throws -> [Int64] {
      guard let weights else { return files.map { _ in 1_000_000 } }
      let texts = weights.split(separator: ",", omittingEmptySubsequences: false)
      let values = texts.compactMap { text -> Int64? in
        guard case .success(let value) = DecimalText.parse(text, scale: 6), value > 0, value <= 1_000_000_000_000 else {
          return nil
        }
        return value
      }
      guard values.count == texts.count, values.count == files.count else {
        throw Complaint.usage(
          "--weights \(weights) is not a weight above 0 for each of \(files.count) files\nhint: write them like 2,1")
      }
      return values
    }

    /// Refuses a file that is given twice, by whatever names: its people would count twice.
    private func refuseCopies(_ surveys: [Survey]) throws {
      for (number, survey) in surveys.enumerated() {
        guard let first = surveys[..<number].firstIndex(where: { $0.input.sha256 == survey.input.sha256 }) else {
          continue
        }
        throw Complaint.usage(
          "\(files[first]) and \(files[number]) are the same file\nhint: a blend is of different surveys; --weights says how much each counts"
        )
      }
    }

    /// The finding of a row that has too few respondents to be blended.
    private func finding(_ refused: SurveysBlend.Refused) -> Finding? {
      guard case .fewRespondents(let row) = refused.reason else { return nil }
      return Finding(
        .fewRespondents, at: row.position,
        "the row for \(row.specialty), \(row.metric.rawValue), has \(CountWording.count(row.respondents ?? 0, "respondent")); at least \(minimum) are needed of each row, so it is not blended",
        hint: "the sum would pass for a row of enough people")
    }

    /// The sentences that every page made from a blended row carries: what it is, and those of its own parts.
    private func caution(
      of blend: SurveyBlend, among surveys: [Survey], _ weights: [Int64], _ weighing: SurveyBlend.Weighing
    ) -> String {
      let parts = zip(surveys, weights).map { survey, weight in
        let names = Set(survey.rows.map { "\($0.survey) \($0.year)" }).sorted()
        return "\(CountWording.list(names)) (weight \(DecimalText.plain(weight, scale: 6)))"
      }
      let how = weighing == .respondents ? "stated weight times n" : "stated weight alone"
      let own =
        "Approximate blend of \(CountWording.list(parts)) by \(how): a mean of percentiles is not a percentile of all."
      var sentences = [own]
      for (survey, part) in zip(surveys, blend.parts) {
        let caution = survey.caution(of: part.row)
        if !caution.isEmpty, !sentences.contains(caution) { sentences.append(caution) }
      }
      return sentences.joined(separator: " ")
    }

    /// Why rows are not blended; nil where a finding says so.
    private static func words(_ reason: SurveysBlend.Reason) -> String? {
      switch reason {
      case .fewRespondents: nil
      case .sameRow(let place):
        "the row at \(place) says the same of as many people, so they would count twice"
      case .impossible(let refusal): words(refusal)
      }
    }

    private static func words(_ refusal: SurveyBlend.Refusal) -> String {
      switch refusal {
      case .tooFew: "there is only one row"
      case .noWeight: "a weight is not above zero"
      case .differentMetrics(let one, let other): "\(one.rawValue) and \(other.rawValue) are different metrics"
      case .noRespondents(let place):
        "the row at \(place) does not say how many respondents it has; --by weight does without"
      case .nothingInCommon: "no percentile lies within what every survey publishes"
      case .outOfRange: "a value is too large"
      }
    }
  }
}
