import ArgumentParser
import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// `rvubench survey`: read, list, show and blend surveys, and place a value in one.
struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey", abstract: "Import, list, show and blend surveys, and place a value in one.",
    subcommands: [Import.self, List.self, Show.self, Blend.self, Place.self])

  /// Reads a survey by what is stated of it, or by its header.
  ///
  /// - Throws: `ExitCode` after saying on stderr why it cannot be.
  static func read(
    _ path: String, shownAs shown: String, dataFolder: String,
    stating reading: (SurveyMapLibrary) throws(InputFailure) -> SurveyReading = { _ in SurveyReading() }
  ) throws -> Survey {
    do throws(InputFailure) {
      let library = SurveyMapLibrary(dataFolder: dataFolder)
      var reading = try reading(library)
      reading.maps = try library.all()
      return try SurveyReader.read(path, shownAs: shown, reading)
    } catch {
      throw Complaint.input(error)
    }
  }

  /// Tells findings on stderr: every error, since it has the place of a row that is left out; of the others the first few of each
  /// problem, and how many more there are.
  static func tell(_ findings: [Finding], limit: Int = 8) {
    var told: [Problem: Int] = [:]
    for finding in findings {
      guard finding.severity != .error, finding.problem != .fewRespondents else {
        Complaint.write(finding.description)
        continue
      }
      told[finding.problem, default: 0] += 1
      if told[finding.problem, default: 0] <= limit { Complaint.write(finding.description) }
    }
    for problem in Problem.allCases {
      guard let count = told[problem], count > limit else { continue }
      Complaint.write("and \(count - limit) more [\(problem.rawValue)]")
    }
  }

  /// Ends with exit code 1 where there is an error among findings.
  static func end(after findings: [Finding]) throws {
    if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}

/// How a survey's file is read.
struct SurveyFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The survey map: a built-in's name or a path to a .yaml file; recognised by the header unless given.",
      valueName: "map"))
  var map: String?

  @Option(
    help: ArgumentHelp("The sheet of a workbook; the first that is a survey unless given.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("The survey's name, in place of the file's.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("The year of publication, in place of the file's.", valueName: "year"))
  var year: Int?

  @Option(help: ArgumentHelp("The year in which the data were earned, in place of the file's.", valueName: "year"))
  var dataYear: Int?

  /// Refuses years that are none, and names that a spreadsheet would take for formulas.
  func validate() throws {
    for year in [year, dataYear].compactMap({ $0 }) where !(1990...2100).contains(year) {
      throw ValidationError("\(year) is not a year")
    }
    if let name {
      guard let first = name.first, !"=+-@".contains(first), name.utf8.count <= 200 else {
        throw ValidationError("the name is blank, long, or starts as a formula does")
      }
    }
  }

  /// Reads a survey.
  ///
  /// - Throws: `ExitCode` after saying on stderr why it cannot be.
  func read(_ path: String, shownAs shown: String, dataFolder: String) throws -> Survey {
    try SurveyCommand.read(path, shownAs: shown, dataFolder: dataFolder) { library throws(InputFailure) in
      let map = try self.map.map { name throws(InputFailure) in try library.read(name, askedBy: name).map }
      return SurveyReading(map: map, sheet: sheet, name: name, year: year, dataYear: dataYear)
    }
  }

  /// Reads a survey by its path, or a built-in one by its name.
  func find(_ name: String, dataFolder: String) throws -> Survey {
    let path: String
    do throws(InputFailure) {
      path = try SurveyLibrary(dataFolder: dataFolder).path(of: name)
    } catch {
      throw Complaint.input(error)
    }
    return try read(path, shownAs: name, dataFolder: dataFolder)
  }
}

/// Which rows of a survey are meant.
struct SurveyCellOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The metric, such as total_compensation.", valueName: "metric"))
  var metric: String?

  @Option(help: ArgumentHelp("The region, in the survey's word.", valueName: "region"))
  var region: String?

  @Option(help: ArgumentHelp("The kind of provider, in the survey's word.", valueName: "kind"))
  var providerType: String?

  @Option(
    help: ArgumentHelp("Your own table of specialty names that mean the same.", valueName: "names.csv"))
  var specialtyNames: String?

  /// The metric that is meant.
  ///
  /// - Throws: `ExitCode(2)` where there is none of this name.
  func surveyMetric() throws -> SurveyMetric? {
    guard let metric else { return nil }
    if let known = SurveyMetric(rawValue: metric.lowercased()) { return known }
    let words = SurveyMetric.allCases.map(\.rawValue)
    throw Complaint.usage(
      "there is no metric \"\(metric)\"\nhint: "
        + (SpellingSuggestion.nearest(to: metric, in: words).map { "did you mean \($0)?" }
          ?? "the metrics are \(words.joined(separator: ", "))"))
  }

  /// How specialty names are joined.
  func names(dataFolder: String) throws -> SpecialtyNames {
    do throws(InputFailure) {
      return try SurveyLibrary(dataFolder: dataFolder).specialtyNames(own: specialtyNames)
    } catch {
      throw Complaint.input(error)
    }
  }

  /// The finding about a specialty that a survey does not have.
  static func unmatched(_ specialty: String, in survey: String, suggestions: [String]) -> Finding {
    Finding(
      .unmatchedSpecialty, at: SourcePosition(file: survey),
      "\"\(specialty)\" is not among the survey's specialties, by this name or a reviewed synonym",
      hint: suggestions.isEmpty
        ? "rvubench survey show lists them" : "is it one of: \(suggestions.joined(separator: "; "))?")
  }
}
