import ArgumentParser
import Benchmarking
import Ingest
import Pipeline
import ProductivityModel
import Publishing
import Reporting

extension Percent: ExpressibleByArgument {
  /// A percent as it is written, such as `95` or `2.5`.
  public init?(argument: String) { self.init(argument) }
}

extension SurveyMetric: ExpressibleByArgument {}

/// `rvubench cohort`: a benchmark distribution from any table, or from CMS's national file.
struct CohortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort",
    abstract: "Build a benchmark distribution from a table of people, or from CMS's national file.",
    discussion: """
      A table is a CSV file or workbook with a header and one row a person; several are taken together. The result is a survey \
      in long form that a job can name. Groups that are too small are never shown.
      """)

  /// The form of the result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// A survey file.
    case csv
    /// For people, at a terminal.
    case text
    /// For programs.
    case json
  }

  @Argument(help: "Tables, one row a person.")
  var files: [String] = []

  @Option(help: ArgumentHelp("The column of what is measured.", valueName: "column"))
  var value: String?

  @Option(
    help: ArgumentHelp(
      "A column to group by; several make smaller groups. region and provider_type keep their names, others make the specialty.",
      valueName: "column"))
  var group: [String] = []

  @Option(help: ArgumentHelp("The column of how many people a row stands for: whole numbers.", valueName: "column"))
  var weight: String?

  @Option(
    help: ArgumentHelp(
      "The column of the organisation: a group of which one has more than a quarter is hidden.", valueName: "column"))
  var organisation: String?

  @Option(help: ArgumentHelp("What is measured, as survey files call it; work_rvu unless given.", valueName: "metric"))
  var metric: SurveyMetric?

  @Option(
    name: .customLong("cms-public-use"),
    help: ArgumentHelp("CMS's national file by provider and service, in place of tables.", valueName: "file"))
  var publicUse: String?

  @Option(
    help: ArgumentHelp("The fee schedule release that values CMS's services, such as 2026A.", valueName: "release"))
  var release: String?

  @Option(
    help: ArgumentHelp("Count only people with at least so many services with work in CMS's file.", valueName: "n"))
  var minimumServices: Int?

  @Option(
    help: ArgumentHelp(
      "Also write how many people of each specialty gave each code in CMS's file, and how often.", valueName: "file"))
  var profiles: String?

  @Option(
    help: ArgumentHelp("The definition of percentiles, 1 to 9 of Hyndman and Fan; 7 unless given.", valueName: "1-9"))
  var type: Int?

  @Option(help: ArgumentHelp("The percentiles, whole numbers from 1 to 99.", valueName: "list"))
  var percentiles = "10,25,50,75,90"

  @Flag(help: "Estimate percentiles as Harrell and Davis, with their standard errors.")
  var harrellDavis = false

  @Option(help: ArgumentHelp("Bootstrap intervals of this percent, such as 95.", valueName: "percent"))
  var interval: Percent?

  @Option(help: ArgumentHelp("The seed of the intervals; 1 unless given.", valueName: "n"))
  var seed: UInt64?

  @Flag(help: "Add a row of everybody, and hide what could be found from it.")
  var total = false

  @Option(help: ArgumentHelp("The fewest people of a group that is shown.", valueName: "n"))
  var minimum = CohortMethod.standardMinimum

  @Option(help: ArgumentHelp("The survey's name in the result.", valueName: "name"))
  var survey: String?

  @Option(help: ArgumentHelp("The year of publication; that of the data unless given.", valueName: "year"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "The year in which the work was done; from a column period_end, or the name of CMS's file, unless given.",
      valueName: "year"))
  var dataYear: Int?

  @Option(help: "The form of the result: csv, text or json.")
  var format = Format.csv

  @Option(
    help: ArgumentHelp(
      "Write to this file, whole or not at all; to the standard output unless given.", valueName: "file"))
  var output: String?

  @OptionGroup var data: DataOption

  /// Options that go together, and those that exclude each other.
  func validate() throws {
    if publicUse == nil {
      if files.isEmpty { throw ValidationError("name a table, or CMS's file with --cms-public-use") }
      if value == nil { throw ValidationError("say with --value which column is measured") }
      for (option, isGiven) in [
        ("--release", release != nil), ("--minimum-services", minimumServices != nil), ("--profiles", profiles != nil),
      ] where isGiven { throw ValidationError("\(option) needs --cms-public-use") }
    } else {
      if release == nil { throw ValidationError("say with --release which fee schedule values the services") }
      for (option, isGiven) in [
        ("a table", !files.isEmpty), ("--value", value != nil), ("--group", !group.isEmpty),
        ("--weight", weight != nil),
        ("--organisation", organisation != nil), ("--metric", metric != nil), ("--interval", interval != nil),
        ("--total", total),
      ] where isGiven { throw ValidationError("\(option) does not go with --cms-public-use") }
    }
    if let type, QuantileDefinition(rawValue: type) == nil { throw ValidationError("--type is a number from 1 to 9") }
    if harrellDavis, type != nil { throw ValidationError("--type and --harrell-davis exclude each other") }
    if harrellDavis, weight != nil, interval != nil {
      throw ValidationError("--interval of --harrell-davis is not made of rows with --weight")
    }
    if let interval, interval < Percent(50) || interval > Percent(99) {
      throw ValidationError("--interval is a percent from 50 to 99")
    }
    if seed != nil, interval == nil { throw ValidationError("--seed needs --interval") }
    if minimum < 3 { throw ValidationError("--minimum is at least 3: of two, each knows the other") }
    if let minimumServices, !(0...1_000_000).contains(minimumServices) {
      throw ValidationError("--minimum-services is a number from 0 to 1,000,000")
    }
    _ = try percents()
  }

  /// Writes the distribution, and says on stderr what became of the rows.
  func run() throws {
    let result: CohortResult
    do {
      if let publicUse, let release {
        result = try medicare(publicUse, release)
      } else {
        result = try CohortRun.execute(
          files,
          columns: CohortColumns(value: value ?? "", groups: group, weight: weight, organisation: organisation),
          metric: metric ?? .workRVU, method: method(), naming: naming)
      }
      let target = try ResultOutput(output, replacing: publicUse ?? files.first ?? "")
      switch format {
      case .csv: try target.append(result.csv)
      case .text: try target.append(Array(result.text.utf8))
      case .json: try target.append(result.json)
      }
      try target.finish()
    } catch let failure as InputFailure {
      throw Complaint.input(failure)
    } catch let failure as OutputFailure {
      throw Complaint.output(failure)
    }
    for line in CohortSummaryText(result).lines { Complaint.write(line) }
    if result.notUnderstood > 0 { throw ExitCode(1) }
  }

  private func medicare(_ file: String, _ release: String) throws -> CohortResult {
    let library = try FeeLibrary(dataFolder: try data.find())
    let outcome = try MedicareCohortRun.execute(
      file, release: release, library: library, minimumServices: minimumServices ?? 0, method: try method(),
      naming: naming, withProfiles: profiles != nil)
    if let profiles, let bytes = outcome.profiles {
      let target = try ResultOutput(profiles, replacing: file)
      try target.append(bytes)
      try target.finish()
      if outcome.hiddenProfiles > 0 {
        Complaint.write(
          "\(profiles): \(CountWording.count(outcome.hiddenProfiles, "code of a specialty is", "codes of specialties are")) not shown: "
            + "fewer than \(minimum) people gave them"
        )
      }
    }
    return outcome.result
  }

  private var naming: CohortRun.Naming { CohortRun.Naming(survey: survey, year: year, dataYear: dataYear) }

  private func method() throws -> CohortMethod {
    let definition = type.flatMap(QuantileDefinition.init) ?? .standard
    return CohortMethod(
      estimator: harrellDavis ? .harrellDavis : .definition(definition), percents: try percents(),
      bootstrap: interval.map { Bootstrap(confidence: $0, seed: seed ?? Bootstrap.standardSeed) },
      suppression: CellSuppression(minimum: minimum), showsTotal: total)
  }

  private func percents() throws -> [Int] {
    let parts = percentiles.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0.filter { $0 != " " }) }
    guard numbers.count == parts.count, numbers.allSatisfy({ (1...99).contains($0) }) else {
      throw ValidationError("--percentiles is a list of whole numbers from 1 to 99, such as 10,25,50,75,90")
    }
    return numbers
  }
}
