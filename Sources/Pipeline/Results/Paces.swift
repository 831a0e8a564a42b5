import Benchmarking
import Ingest
import ProductivityModel

/// What a part of a year is made into a year by, for each specialty of a run.
struct Paces {
  private let time: Job.Time
  private let season: Season?
  /// The year to which figures are brought.
  let year: DayRange
  private let common: AnnualPace?

  /// The paces of a job: a year of the job is as long as it is; a part of one is held against the calendar year in which it
  /// starts.
  init(_ inputs: RunInputs) {
    time = inputs.job.time
    season = inputs.season
    let asked = inputs.asked
    year = asked.count == 365 || asked.count == 366 ? asked : DayRange(year: inputs.period.first.year)
    common =
      switch time.annualizing {
      case .days: .days(of: year)
      case .workingDays: .workingDays(of: year, holidays: Set(time.holidays))
      case .season: nil
      }
  }

  /// The pace of a specialty; nil where an earlier year has no shares for it.
  func pace(for specialty: String) -> AnnualPace? {
    common ?? season?.shares[specialty.lowercased()].map { .season(of: year, shares: $0) }
  }
}
