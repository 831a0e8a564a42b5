import ProductivityModel

/// How many work RVUs a clinician is to bring in a year, as a practice sets it.
public struct WorkTarget: Hashable, Sendable {
  /// Where a target stands.
  public enum Source: Hashable, Sendable {
    /// In the file of targets.
    case file
    /// In the roster's column `target`.
    case roster
  }

  /// The clinician's id.
  public var clinicianID: String
  /// The specialty whose work counts; empty for all of the clinician's work.
  public var specialty: String
  /// The target's year: twelve months.
  public var year: DayRange
  /// The work of the whole year.
  public var work: WorkRVU
  /// The work of its months, one for each of the year; nil where the year alone is given.
  public var months: [WorkRVU]?
  /// What gives it.
  public var source: Source
  /// Where it is given; of several rows the first.
  public var position: SourcePosition

  /// A target.
  public init(
    clinicianID: String, specialty: String = "", year: DayRange, work: WorkRVU, months: [WorkRVU]? = nil,
    source: Source = .file, position: SourcePosition
  ) {
    self.clinicianID = clinicianID
    self.specialty = specialty
    self.year = year
    self.work = work
    self.months = months
    self.source = source
    self.position = position
  }

  /// The year of targets that ends in a calendar year: that year itself where years start in January.
  ///
  /// - Parameter startMonth: the month in which years of targets start, 1 to 12.
  public static func year(_ number: Int, startMonth: Int) -> DayRange {
    guard startMonth > 1, let first = CalendarDate(year: number - 1, month: startMonth, day: 1),
      let next = CalendarDate(year: number, month: startMonth, day: 1),
      let days = DayRange(first, through: next.advanced(by: -1))
    else { return DayRange(year: number) }
    return days
  }
}
