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

  /// The pace of a specialty, or of a split role's specialties by effort; nil where an earlier year has no season for one.
  func pace(for specialty: String, split: RoleSplit?) -> AnnualPace? {
    if let common { return common }
    return shares(for: specialty, split: split).map { .season(of: year, shares: $0) }
  }

  /// The season of a specialty, or of a split role's specialties by effort; nil where there is no earlier year, or it has none
  /// for one.
  func shares(for specialty: String, split: RoleSplit?) -> SeasonalShares? {
    guard let season else { return nil }
    let parts = split?.parts.map { ($0.specialty, $0.shareMillionths) } ?? [(specialty, Int64(1_000_000))]
    var seasons: [(season: SeasonalShares, shareMillionths: Int64)] = []
    for (name, share) in parts {
      guard let own = season.shares[SpecialtyNames.normalized(name)] else { return nil }
      seasons.append((own, share))
    }
    return seasons.count > 1 ? SeasonalShares(blending: seasons) : seasons.first?.season
  }
}
