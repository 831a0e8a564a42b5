import Benchmarking
import Crediting
import ProductivityModel

extension Job {
  /// A survey that the job names, and how it is read and used.
  public struct SurveyEntry: Hashable, Sendable {
    /// The file's path, as the job gives it.
    public var file: String
    /// The survey map: a built-in's name or a path; nil where it follows from the header.
    public var map: String?
    /// The sheet of a workbook; nil for the first that is a survey.
    public var sheet: String?
    /// The survey's name, in place of the file's.
    public var name: String?
    /// The year of publication, in place of the file's.
    public var year: Int?
    /// The year in which the data were earned, in place of the file's.
    public var dataYear: Int?
    /// The metric in which work RVUs are placed.
    public var metric: SurveyMetric
    /// What the survey counts in a blend, in millionths; above zero.
    public var weightMillionths: Int64
    /// Whether the job states the weight, and so wants a blend.
    public var hasStatedWeight: Bool
    /// How dollars are brought forward; nil where they stay as they are.
    public var age: SurveyAgeing?
    /// Where the entry stands in the job.
    public var position: SourcePosition

    /// An entry with nothing said beyond the file.
    public init(file: String, position: SourcePosition) {
      self.file = file
      metric = .workRVU
      weightMillionths = 1_000_000
      hasStatedWeight = false
      self.position = position
    }
  }
}

extension JobFile {
  private static let surveyKeys = ["file", "map", "sheet", "name", "year", "dataYear", "metric", "weight", "age"]
  /// The metrics in which work RVUs can be placed.
  private static let placingMetrics: [SurveyMetric] = [.workRVU, .medicareWorkRVU]
  /// The largest weight, in millionths.
  private static let largestWeight: Int64 = 1_000_000_000_000

  /// The surveys of a job.
  ///
  /// - Throws: ``InputFailure`` at the first thing that is wrong.
  static func surveys(_ node: SettingsNode?) throws(InputFailure) -> [Job.SurveyEntry] {
    var entries: [Job.SurveyEntry] = []
    for item in node?.items() ?? [] { entries.append(try survey(item)) }
    return entries
  }

  private static func survey(_ item: SettingsNode) throws(InputFailure) -> Job.SurveyEntry {
    if item.isScalar {
      throw item.failure(
        "a survey is a list of keys and values", hint: "write surveys: [{file: \(try item.text())}]")
    }
    let keys = try item.entries(allowing: surveyKeys, in: "a survey")
    var entry = Job.SurveyEntry(
      file: try keys.required("file", in: item, "a survey").text(), position: item.position)
    entry.map = try keys["map"]?.text()
    entry.sheet = try keys["sheet"]?.text()
    entry.name = try keys["name"].map(SurveyMapFile.name)
    entry.year = try keys["year"]?.year()
    entry.dataYear = try keys["dataYear"]?.year()
    if let node = keys["metric"] {
      entry.metric = try node.choice(of: SurveyMetric.self, "a metric of surveys")
      guard placingMetrics.contains(entry.metric) else {
        throw node.failure(
          "work RVUs cannot be placed among \(entry.metric.words)",
          hint: "leave the key out for work_rvu; medicare_work_rvu is the other metric that can place them")
      }
    }
    if let node = keys["weight"] {
      entry.weightMillionths = try node.millionths()
      entry.hasStatedWeight = true
      guard (1...largestWeight).contains(entry.weightMillionths) else {
        throw node.failure("a weight is above 0 and at most 1000000")
      }
    }
    entry.age = try keys["age"].map(age)
    return entry
  }

  /// A rate of a year and the day to which dollars are brought.
  private static func age(_ node: SettingsNode) throws(InputFailure) -> SurveyAgeing {
    let keys = try node.entries(allowing: ["rate", "to"], in: "age")
    let rate = try keys.required("rate", in: node, "age")
    let day = try keys.required("to", in: node, "age").date()
    guard let ageing = SurveyAgeing(rateMillionths: Int64(try share(rate)), to: day) else {
      throw rate.failure("a rate of a year is 0% to \(SurveyAgeing.highestRate / 10_000)%")
    }
    return ageing
  }
}
