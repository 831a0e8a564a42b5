import Compensation
import Ingest
import ProductivityModel

extension RunInputs {
  /// The reports that tell of earlier months than the period's, by the job's names.
  private static let reportsOfEarlierMonths: Set<String> = ["scorecard", "monthly", "goals"]

  /// Whether lines before the period are credited too, to compare it with earlier months.
  var needsEarlierMonths: Bool {
    comparesEarlierMonths || hasTargets || !Self.reportsOfEarlierMonths.isDisjoint(with: job.reports)
  }

  /// Whether a report tells what makes the change from the year before.
  var needsLastYear: Bool { comparesEarlierMonths || !Self.reportsOfEarlierMonths.isDisjoint(with: job.reports) }

  /// Whether the job or its roster sets targets.
  var hasTargets: Bool { targets != nil || roster?.intervals.contains { $0.target != nil } == true }

  /// The year of targets that contains the last day counted.
  var targetYear: DayRange {
    MeasurementYear(containing: period.last, startMonth: job.targets?.yearStarts ?? 1).days
  }

  /// The windows that end with the last day counted; nil where nothing asks for them.
  var recentDays: RecentDays? { needsEarlierMonths ? RecentDays(through: period.last, year: targetYear) : nil }

  /// The first day of which any report can tell something: of the period, or of the months that it is compared with.
  public var earliestDay: CalendarDate {
    min(period.first, RecentDays(through: period.last, year: targetYear).first)
  }

  /// The days counted, cut where sums are wanted: by calendar month, and where windows begin and end.
  var pieces: [DayRange] { recentDays?.pieces(of: period) ?? period.months.map(\.days) }

  /// Reads the file of targets that a job names.
  ///
  /// - Throws: `InputFailure` where it cannot be read or its header cannot be used.
  static func targets(_ job: Job, _ roster: Roster?) throws(InputFailure) -> TargetFile? {
    guard let entry = job.targets, let file = entry.file else { return nil }
    return try TargetFile.read(
      job.resolve(file), shownAs: file, roster: roster.map { Set($0.intervals.map(\.clinicianID)) },
      startMonth: entry.yearStarts)
  }
}
