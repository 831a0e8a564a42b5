import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// Makes a benchmark distribution from tables of people.
public enum CohortRun {
  /// What a distribution is to be called; what is nil is taken from the input.
  public struct Naming: Sendable {
    /// The survey's name.
    public var survey: String?
    /// The year of publication.
    public var year: Int?
    /// The year in which the work was done.
    public var dataYear: Int?

    /// Names; what is nil is taken from the input.
    public init(survey: String? = nil, year: Int? = nil, dataYear: Int? = nil) {
      self.survey = survey
      self.year = year
      self.dataYear = dataYear
    }
  }

  /// The distribution of a column of some tables.
  ///
  /// - Throws: `InputFailure` where a file cannot be used, no row has a value, or no year is known.
  public static func execute(
    _ files: [String], columns: CohortColumns, metric: SurveyMetric, method: CohortMethod, naming: Naming
  ) throws(InputFailure) -> CohortResult {
    let table = try CohortTable(files, columns: columns)
    let file = files.first ?? ""
    let (names, account) = (Self.names(files), table.account)
    guard account.used > 0 else {
      let first = table.findings.first
      throw InputFailure(
        file, line: first?.position?.line, "no row has a value that can be used",
        hint: first?.message ?? "see whether \(columns.value) is the column that you mean")
    }
    if method.showsTotal, table.groups.contains(where: { $0.key == .everyone }), table.groups.count > 1 {
      throw InputFailure(
        file, "has a group called \(CohortKey.everyone.name), as the row of everybody is",
        hint: "leave out --total", isUsage: true)
    }
    let dataYear = naming.dataYear ?? table.year
    guard let year = naming.year ?? dataYear else {
      throw InputFailure(
        file, "does not say of which year it is", hint: "say --data-year, and --year where it is published later",
        isUsage: true)
    }
    let cohort = Cohort(table.groups, by: method)
    let oddMagnitude = CohortResult.oddMagnitude(cohort, metric, file: file)
    return CohortResult(
      title: CohortResult.Title(
        survey: naming.survey ?? "Cohort of \(names)", year: year, dataYear: dataYear, metric: metric),
      cohort: cohort, method: method,
      caution: "Made from \(names) by rvubench cohort, and no published survey: its FTE basis is that of the file.",
      basis: basis(names, columns, method),
      findings: table.findings + [oddMagnitude].compactMap(\.self)
        + CohortResult.hiddenGroups(cohort, method, file: file),
      account: [
        CohortPart(kind: .used, rows: account.used - cohort.hiddenPeople),
        CohortPart(kind: .suppressed, rows: cohort.tellsHiddenPeople ? cohort.hiddenPeople : 0),
        CohortPart(kind: .blank, rows: account.blank),
        CohortPart(kind: .withoutGroup, rows: account.withoutGroup),
        CohortPart(kind: .notUnderstood, rows: account.notUnderstood),
      ],
      remarks: account.rounded == 0
        ? [] : ["\(CountWording.count(account.rounded, "value")) had more than six decimals and were rounded to six"])
  }

  private static func basis(_ names: String, _ columns: CohortColumns, _ method: CohortMethod) -> String {
    var parts = ["\(columns.value) of \(names), FTE basis not known", "n = rows", method.wording]
    if let weight = columns.weight { parts.append("each row weighted as \(weight) copies") }
    return parts.joined(separator: "; ")
  }

  /// The files by name, without their folders.
  private static func names(_ files: [String]) -> String {
    let names = files.map { String($0.split(separator: "/").last ?? "") }
    return names.count <= 3 ? CountWording.list(names) : CountWording.count(names.count, "file")
  }
}
