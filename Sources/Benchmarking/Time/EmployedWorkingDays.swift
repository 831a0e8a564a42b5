import ProductivityModel

/// The working days of a year on which a clinician is there: Monday to Friday without holidays, employed and not on leave.
///
/// Leave is no working time, just as it is no clinical time: what is to be done in a year falls to the days on which it can be.
public struct EmployedWorkingDays: Hashable, Sendable {
  /// The year.
  public let year: DayRange
  /// The first and last day employed in the year.
  public let span: DayRange
  private let isPresent: [Bool]
  private let isWorking: [Bool]

  /// The days of a clinician; nil where the roster has none of the year's.
  ///
  /// - Parameters:
  ///   - intervals: the clinician's rows of the roster; nil where there is no roster, and every day counts.
  ///   - pace: by working days, of the year.
  public init?(_ intervals: [RosterInterval]?, pace: AnnualPace) {
    year = pace.year
    let spans = intervals?.compactMap { $0.days(in: pace.year) } ?? [pace.year]
    guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max(),
      let span = DayRange(first, through: last)
    else { return nil }
    self.span = span
    let days = (0..<pace.year.count).map { pace.year.first.advanced(by: $0) }
    let present = days.map { day in
      intervals.map { $0.contains { $0.contains(day) && !$0.isOnLeave(day) } } ?? true
    }
    isPresent = present
    isWorking = zip(days, present).map { $1 && pace.weight(of: $0) > 0 }
  }

  /// How many working days some days of the year have.
  public func count(in days: DayRange) -> Int { Self.count(isWorking, range(days)) }

  /// How many days of some have the clinician employed and not on leave, working days or not.
  public func presentDays(in days: DayRange) -> Int { Self.count(isPresent, range(days)) }

  /// Working days of the whole year.
  public var total: Int { count(in: year) }

  private func range(_ days: DayRange) -> Range<Int> {
    guard let own = days.intersection(year) else { return 0..<0 }
    let start = Int(own.first.daysSinceEpoch - year.first.daysSinceEpoch)
    return start..<start + own.count
  }

  private static func count(_ flags: [Bool], _ range: Range<Int>) -> Int { flags[range].count { $0 } }
}
