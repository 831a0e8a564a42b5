/// What a survey's distribution measures, by the word that survey files and jobs use.
public enum SurveyMetric: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Annual work RVUs per clinical FTE.
  case workRVU = "work_rvu"
  /// Annual cash compensation of one person: salary, incentives and bonuses.
  case totalCompensation = "total_compensation"
  /// Compensation divided by work RVUs, person by person: never the quotient of two percentiles.
  case compensationPerWorkRVU = "compensation_per_work_rvu"
  /// Annual professional collections.
  case collections
  /// Annual encounters.
  case encounters
  /// Annual units of anesthesia: base, time and modifying units of the American Society of Anesthesiologists.
  case asaUnits = "asa_units"
  /// Annual work RVUs of services that Medicare paid, and of no others: a part of a physician's work, never all of it.
  case medicareWorkRVU = "medicare_work_rvu"

  /// Whether the values are US dollars, which may be aged; counts and RVUs are not.
  public var isDollars: Bool {
    switch self {
    case .totalCompensation, .compensationPerWorkRVU, .collections: true
    case .workRVU, .encounters, .asaUnits, .medicareWorkRVU: false
    }
  }

  /// What is measured, in words that fit into a sentence.
  public var words: String {
    switch self {
    case .workRVU: "work RVUs"
    case .totalCompensation: "total compensation"
    case .compensationPerWorkRVU: "compensation per work RVU"
    case .collections: "collections"
    case .encounters: "encounters"
    case .asaUnits: "ASA units"
    case .medicareWorkRVU: "work RVUs of Medicare services"
    }
  }

  /// The unit of the values.
  public var unit: String {
    switch self {
    case .workRVU: "work RVUs a year per clinical FTE"
    case .totalCompensation: "dollars a year"
    case .compensationPerWorkRVU: "dollars per work RVU"
    case .collections: "dollars a year per clinical FTE"
    case .encounters: "encounters a year per clinical FTE"
    case .asaUnits: "ASA units a year per clinical FTE"
    case .medicareWorkRVU: "work RVUs of Medicare services a year per clinician"
    }
  }

  /// The order in which tables have them: that of the cases.
  public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
