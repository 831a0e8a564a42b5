import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// Two releases under which a run credits its lines once more.
struct FeeReleases: Hashable, Sendable {
  /// The release before.
  var from: String
  /// The release after.
  var to: String
  /// Why these two, in a sentence.
  var reason: String
}

extension RunInputs {
  /// The releases under which the run credits its lines once more; nil where nothing asks for it, or there are not two.
  ///
  /// The job's own `feeImpact`, otherwise those of its `compensation`, otherwise the release in force before the year in which
  /// the period starts and the one in force on the last day counted.
  ///
  /// - Throws: `InputFailure` where a release that the job names is not on board.
  func feeReleases() throws(InputFailure) -> FeeReleases? {
    guard asksForFeeImpact else { return nil }
    if let named = job.feeImpact {
      return FeeReleases(
        from: try known(named.from, at: named.position), to: try known(named.to, at: named.position),
        reason: "The job names these two releases in feeImpact.")
    }
    if let releases = compensation?.releases {
      return FeeReleases(
        from: releases.from, to: releases.to,
        reason: "These are the two releases of the job's compensation; feeImpact in the job names others.")
    }
    guard let ends = releasesOfThePeriod, ends.from.release != ends.to.release else { return nil }
    return FeeReleases(
      from: ends.from.release, to: ends.to.release,
      reason:
        "\(ends.from.release) is the release on board for the last day before \(period.first.year), the year in which the period starts, and "
        + "\(ends.to.release) the one for \(period.last), the last day counted; feeImpact in the job names others.")
  }

  /// What is to be said where a report needs two releases and there are not two; nil where there are, or none asks.
  var feeReleaseGap: Finding? {
    guard asksForFeeImpact, job.feeImpact == nil, compensation?.releases == nil else { return nil }
    let ends = releasesOfThePeriod
    guard ends == nil || ends?.from.release == ends?.to.release else { return nil }
    let found =
      ends.map { "both are valued by release \($0.to.release)" } ?? "no release on board values one of them"
    return Finding(
      .noReleaseChange,
      "the report fee-impact compares the day before \(period.first.year) with \(period.last), and \(found): it is not made",
      hint: "name two releases in the job: feeImpact: {from: 2025D, to: 2026A}")
  }

  private var asksForFeeImpact: Bool {
    job.feeImpact != nil || job.reports.contains(ReportKind.feeImpact.rawValue)
  }

  private var releasesOfThePeriod: (from: ReleaseCalendar.Choice, to: ReleaseCalendar.Choice)? {
    guard let before = CalendarDate(year: period.first.year - 1, month: 12, day: 31),
      let from = library.calendar.choose(for: before), let to = library.calendar.choose(for: period.last)
    else { return nil }
    return (from, to)
  }
}
