import Benchmarking
import ProductivityModel

/// What a clinician's figures cannot tell, in sentences, so that nobody reads more out of them than they hold.
public enum UnknownWording {
  /// The sentences; none where there is nothing of this kind to say.
  public static func sentences(for clinician: ClinicianResult, in results: RunResults) -> [String] {
    [
      log(clinician), year(clinician), start(clinician, in: results), time(clinician, in: results), part(clinician),
      beyond(clinician),
      split(clinician),
      peers(clinician, in: results), uncounted(clinician), unpriced(clinician),
    ].compactMap { $0 }
  }

  /// Whether the log has all of the work.
  private static func log(_ clinician: ClinicianResult) -> String? {
    clinician.thinLog.map { "Whether the log has all of the work: it has \(ThinLogWording.counts($0))." }
  }

  /// What a year would come to.
  private static func year(_ clinician: ClinicianResult) -> String? {
    let days = CountWording.count(clinician.days, "day")
    switch clinician.gap {
    case .noLines: return "What the clinician did: there is not a line in the period."
    case .shortPeriod:
      return "What a year would come to: \(days) \(clinician.days == 1 ? "is" : "are") too few to tell."
    case .lowFTE(let least):
      return
        "What a full FTE would come to: the job compares nobody below \(CellValue.clinicalFTE(least).text) clinical FTE."
    case .faultySplit:
      return "How much clinical time there was: the roster's rows of the split role contradict each other."
    case .unknownFTE: return "How much clinical time there was: the clinician is not in the roster."
    case .noSeason: return "What a year would come to: the earlier year does not say what each month carries."
    default: break
    }
    guard clinician.annualizedPerFTE != nil, clinician.days < 365 else { return nil }
    let apart = clinician.apart.map { $0.rampDays > 0 } ?? false
    return "Whether the rest of a year is like the \(days) counted\(apart ? ", which follow the ramp" : ""): "
      + "the figure takes it that it is, \(clinician.annualizing)."
  }

  /// Whether somebody who started within the period was building up a practice.
  private static func start(_ clinician: ClinicianResult, in results: RunResults) -> String? {
    guard clinician.annualizedPerFTE != nil, results.hasRoster, clinician.period.first > results.period.first,
      clinician.apart.map({ $0.rampDays == 0 }) ?? true
    else { return nil }
    return
      "Whether the time from \(DateWording.day(clinician.period.first)) on was a ramp: the roster gives none, so every day counts."
  }

  /// Whether a full FTE would do what a part of one did.
  private static func time(_ clinician: ClinicianResult, in results: RunResults) -> String? {
    guard clinician.annualizedPerFTE != nil else { return nil }
    guard results.hasRoster else {
      return "Clinical FTE: without a roster it is taken as 1.00, and who works less stands too low."
    }
    guard let fte = clinician.clinicalFTEMillionths, fte > 0, fte < 700_000 else { return nil }
    let times = PlacementWording.ratio(1_000_000 / Double(fte), decimals: 2)
    return "Whether the pace would hold at full time: the figure is \(times) what was done at "
      + "\(CellValue.clinicalFTE(fte).text) clinical FTE."
  }

  /// Whether the survey measures the whole of a physician's work.
  private static func part(_ clinician: ClinicianResult) -> String? {
    guard clinician.placement != nil, let row = clinician.surveyRow, row.metric == .medicareWorkRVU else { return nil }
    return
      "How this stands beside anyone's whole work: \(row.survey) holds the services that Medicare paid, of people of any FTE, and "
      + "the figure here is of all payers per 1.0 clinical FTE. The percentile is not one of productivity."
  }

  /// How far beyond the published points.
  private static func beyond(_ clinician: ClinicianResult) -> String? {
    guard let placement = clinician.placement, let row = clinician.surveyRow else { return nil }
    let source =
      row.isBlended
      ? "not every survey and specialty of the blend publishes a point" : "\(row.survey) publishes nothing"
    let ratio =
      placement.timesMedian.map { "; that it is \(PlacementWording.ofMedian($0, decimals: 2)) the median is known" }
      ?? ""
    switch placement.position {
    case .above(let percent):
      let ordinal = PlacementWording.ordinal(percent)
      return "How far above the \(ordinal) percentile: \(source) above it\(ratio)."
    case .below(let percent):
      let ordinal = PlacementWording.ordinal(percent)
      return "How far below the \(ordinal) percentile: \(source) below it\(ratio)."
    case .ratioOnly:
      return row.isBlended
        ? "The percentile: the rows of the blend have fewer than two percentiles in common."
        : "The percentile: \(row.survey) publishes fewer than two points for \(row.specialty)."
    case .at: return nil
    }
  }

  private static func split(_ clinician: ClinicianResult) -> String? {
    guard !clinician.split.isEmpty else { return nil }
    return
      "How the clinician stands within each specialty of the split role: lines do not say which part of the role they are of."
  }

  private static func peers(_ clinician: ClinicianResult, in results: RunResults) -> String? {
    guard clinician.annualizedPerFTE != nil, clinician.split.isEmpty else { return nil }
    if clinician.peers == nil {
      return "The rank in the practice: "
        + (StandingWording.whyNotRanked(clinician, minimumPeers: results.minimumPeers) ?? "it is not shown") + "."
    }
    guard let interval = clinician.peerInterval, interval.upperBound - interval.lowerBound >= 50 else { return nil }
    return "Much about the standing among peers: with \(clinician.peerCount - 1) others it may be anywhere from "
      + "\(PlacementWording.cell(interval.lowerBound)) to \(PlacementWording.cell(interval.upperBound))."
  }

  /// Whether the roster or the days of service are right, where work lies on days that do not count.
  private static func uncounted(_ clinician: ClinicianResult) -> String? {
    guard let apart = clinician.apart, apart.uncountedLines > 0 else { return nil }
    return
      "Whether the roster or the days of service are wrong: \(CountWording.count(apart.uncountedLines, "line")) with "
      + "\(CellValue.workRVU(apart.uncountedWork).text) benchmark wRVUs \(apart.uncountedLines == 1 ? "lies" : "lie") on days of "
      + "leave or outside employment, and are not in what is compared."
  }

  private static func unpriced(_ clinician: ClinicianResult) -> String? {
    let totals = clinician.totals
    guard totals.unpricedLines > 0 else { return nil }
    return "What \(CountWording.count(totals.unpricedLines, "line")) without a price "
      + "\(totals.unpricedLines == 1 ? "is" : "are") worth, charged \(CellValue.money(totals.unpricedCharge).text)."
  }
}
