import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// What is told of clinicians and their time while the results are made.
extension ResultsAssembly {
  /// Two names of one specialty in one practice keep its clinicians from being ranked together.
  ///
  /// - Parameter specialties: each once, in order.
  mutating func tellSpellings(_ specialties: [String]) {
    let names = specialties.map { (shown: $0, normalized: SpecialtyNames.normalized($0)) }
    let alike = Dictionary(grouping: names) { inputs.specialtyNames.meaning(of: $0.shown) }
    for name in names {
      let others = alike[inputs.specialtyNames.meaning(of: name.shown)] ?? []
      for other in others where name.shown < other.shown && name.normalized != other.normalized {
        findings.add(
          Finding(
            .specialtySpellings,
            "\(name.shown) and \(other.shown) mean the same by the table of specialty names: "
              + "their clinicians are ranked apart",
            hint: "write one name in the roster"))
      }
    }
  }

  /// Tells of clinical time that is low or high, or too short to compare.
  mutating func tellTime(_ candidate: Candidate, _ fte: Int64?, _ all: Candidates) {
    let position = all.place(of: candidate.id)
    if let fte, fte < 700_000 {
      findings.add(
        Finding(
          .lowFTE, at: position,
          "\(candidate.name) has \(DecimalText.fixed(fte, scale: 6, decimals: 2)) clinical FTE: figures per 1.0 FTE rest on little time"
        ))
    }
    if all.isAboveFull(candidate.id) {
      findings.add(
        Finding(
          .highFTE, at: position,
          inputs.job.time.rules.capsAtFull
            ? "\(candidate.name) has more than 1.00 clinical FTE, which is counted as 1.00"
            : "\(candidate.name) has more than 1.00 clinical FTE, which is normalised down, as the job asks"))
    }
    let specialty = candidate.specialty.isEmpty ? "no specialty" : candidate.specialty
    switch candidate.gap {
    case .shortPeriod(let days):
      findings.add(
        Finding(
          .shortPeriod, at: position,
          "\(candidate.name) has \(CountWording.count(days, "day")) counted in \(specialty), without leave\(candidate.time?.rampDays ?? 0 > 0 ? " and ramp" : ""), and a year is told from \(ClinicalTime.leastDaysToAnnualize) on: nothing is compared"
        ))
    case .noDays where candidate.time != nil:
      findings.add(
        Finding(
          .shortPeriod, at: position,
          "\(candidate.name) has no days counted in \(specialty), without leave\(candidate.time?.rampDays ?? 0 > 0 ? " and ramp" : ""), and a year is told from \(ClinicalTime.leastDaysToAnnualize) on: nothing is compared"
        ))
    case .noSeason:
      findings.add(
        Finding(
          .noSeason,
          "\(inputs.job.time.season ?? "the earlier year") has no work of \(specialty) in some month, so none of its clinicians is annualised",
          hint: "annualize: days, or name a year in which each month has work"))
    default: break
    }
  }

  /// Tells of a log that is far too thin for the clinical time.
  mutating func thinLog(
    _ candidate: Candidate, _ placement: Placement?, place: SourcePosition?
  ) -> ThinLog? {
    guard inputs.roster != nil, let placement, let time = candidate.time, let tally = candidate.tally,
      let log = ThinLog(serviceDays: tally.serviceDays.count, time: time, placement: placement)
    else { return nil }
    findings.add(
      Finding(
        .thinLog, at: place, "\(candidate.name) has \(ThinLogWording.counts(log)), and stands low in the survey",
        hint: "check that the log is complete before comparing"))
    return log
  }

  /// Tells of weeks without a service of who has services on many days.
  mutating func tellServiceGaps(_ candidate: Candidate, _ all: Candidates) {
    let gaps = all.serviceGaps(of: candidate, besides: daysWithoutLines)
    if gaps.isEmpty { return }
    findings.add(
      Finding(
        .serviceGap, at: all.place(of: candidate.id),
        "\(candidate.name) has no services \(CountWording.list(gaps.map(LogGapWording.text)))",
        hint: "see whether the logs have all lines of these days; where there was leave, write it into the roster"))
  }
}
