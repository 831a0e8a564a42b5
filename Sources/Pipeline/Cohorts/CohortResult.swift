import Benchmarking
import ProductivityModel
import Reporting

/// A benchmark distribution that was made from a table, with everything that says what it is.
public struct CohortResult: Sendable {
  /// What a distribution is called as a survey.
  public struct Title: Hashable, Sendable {
    /// The survey's name.
    public var survey: String
    /// The year of publication.
    public var year: Int
    /// The year in which the work was done; nil where it is not known.
    public var dataYear: Int?
    /// What is measured.
    public var metric: SurveyMetric
  }

  /// What it is called.
  public var title: Title
  /// The distributions and the groups that are hidden.
  public var cohort: Cohort
  /// How they were worked out.
  public var method: CohortMethod
  /// What every page that uses them must say.
  public var caution: String
  /// What the figures stand on, in phrases.
  public var basis: String
  /// What is wrong with the input, and which groups are hidden.
  public var findings: [Finding]
  /// What became of the rows, in parts that add up to all of them: `1,204 used`, `3 without a value`; without those of hidden
  /// groups where their number is not told.
  public var account: [CohortPart]
  /// Sentences that the account needs.
  public var remarks: [String]

  /// What the account leaves out; nil where it is of all rows.
  public var untold: String? {
    guard !cohort.tellsHiddenPeople else { return nil }
    let groups = cohort.hidden.count == 1 ? "the group that is" : "the groups that are"
    return "besides those of \(groups) not shown, whose number is not told either"
  }

  /// The number of rows of the account.
  public var rows: Int { account.reduce(0) { $0 + $1.rows } }
  /// The number of rows that cannot be understood.
  public var notUnderstood: Int { account.first { $0.kind == .notUnderstood }?.rows ?? 0 }
  /// Whether weights were given.
  var isWeighted: Bool { cohort.distributions.contains { $0.weight != nil } }

  /// The most groups that a finding names.
  private static let groupsNamed = 60

  /// Findings of the groups that are hidden, one a reason.
  static func hiddenGroups(_ cohort: Cohort, _ method: CohortMethod, file: String) -> [Finding] {
    let minimum = method.suppression.minimum
    let reasons: [(CellSuppression.Reason?, String, String)] = [
      (.fewPeople, "fewer than \(minimum) people", "join groups, or take several years together"),
      (
        .dominated, "one organisation has more than \(method.suppression.organisationShare) % of the people",
        "join groups, or ask more organisations"
      ),
      (nil, "small, or others could be found from the row of everybody", "leave out --total, or join groups"),
    ]
    var findings: [Finding] = reasons.compactMap { reason, why, hint in
      let keys = cohort.hidden.filter { $0.reason == reason }.map { shown($0.key) }
      guard !keys.isEmpty else { return nil }
      let more = keys.count > groupsNamed ? ", and \(keys.count - groupsNamed) more" : ""
      return Finding(
        .hiddenGroup, at: SourcePosition(file: file),
        "\(CountWording.count(keys.count, "group is", "groups are")) not shown, \(why): "
          + keys.prefix(groupsNamed).joined(separator: "; ") + more, hint: hint)
    }
    if cohort.hidesTotal {
      findings.append(
        Finding(
          .hiddenGroup, at: SourcePosition(file: file),
          "the row of everybody is not shown: too few people, or hidden groups could be found from it",
          hint: "leave out --total, or join groups"))
    }
    return findings
  }

  /// The finding of distributions whose middle is not what the metric's can be: a survey made of them is doubted where it is read.
  ///
  /// - Returns: nil where there is none.
  static func oddMagnitude(_ cohort: Cohort, _ metric: SurveyMetric, file: String) -> Finding? {
    let doubts = cohort.distributions.compactMap { distribution in
      SurveyDoubt.magnitude(of: distribution, as: metric).map { "\(shown(distribution.key)): \($0.message)" }
    }
    guard let first = doubts.first else { return nil }
    let others =
      doubts.count == 1 ? "" : "; so it is with \(CountWording.count(doubts.count - 1, "other group", "other groups"))"
    return Finding(
      .doubtfulSurveyRow, at: SourcePosition(file: file), first + others,
      hint:
        "see whether the column is the one that you mean and --metric says what it holds, and how its numbers are written: a point is a decimal point, and a comma stands before every three digits"
    )
  }

  /// A group's name where it has the shape of one: columns shift, and a cell may hold anything.
  private static func shown(_ key: CohortKey) -> String {
    let name = key.name
    let isName = name.count <= 80 && name.unicodeScalars.count { ("0"..."9").contains($0) } <= 4
    return isName ? name : "a text of \(name.count) characters"
  }
}

/// A part of the rows of a cohort's input that had the same fate.
public struct CohortPart: Hashable, Sendable {
  /// What became of rows.
  public enum Kind: String, CaseIterable, Sendable {
    /// In a distribution that is shown.
    case used
    /// In a group that is hidden.
    case suppressed
    /// Without a value.
    case blank
    /// With a value and without a group.
    case withoutGroup = "without_group"
    /// Of people who had fewer services than asked for.
    case fewServices = "few_services"
    /// Of a code whose base row has no work.
    case withoutWork = "without_work"
    /// Of a code that the release does not have.
    case notInRelease = "not_in_release"
    /// Of a drug.
    case drug
    /// Of an organisation.
    case organisation
    /// Cannot be understood.
    case notUnderstood = "not_understood"

    /// What follows the number of rows.
    public var words: String {
      switch self {
      case .used: "used"
      case .suppressed: "in groups that are not shown"
      case .blank: "without a value"
      case .withoutGroup: "without a group"
      case .fewServices: "of people with fewer services than asked for"
      case .withoutWork: "of codes without work"
      case .notInRelease: "of codes that the release does not have"
      case .drug: "of drugs"
      case .organisation: "of organisations"
      case .notUnderstood: "not understood"
      }
    }
  }

  /// What became of them.
  public var kind: Kind
  /// How many.
  public var rows: Int
}
