import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// What a clinician's figures stand on, in sentences: policy, release, time, survey and peers.
struct BasisSentences {
  @Boxed var inputs: RunInputs
  let vintage: VintageComparison
  /// What is the same for everyone: policy, days and releases.
  private let policy: String

  init(inputs: RunInputs, slots: DaySlots, vintage: VintageComparison) {
    self.inputs = inputs
    self.vintage = vintage
    policy = Self.policy(inputs, slots)
  }

  /// The sentences of one clinician.
  ///
  /// - Parameters:
  ///   - chosen: the distribution, or why there is none.
  ///   - peers: how many of the specialty have an annualised figure, this one included where it has one.
  func sentences(
    for candidate: Candidate, _ chosen: SurveyChoice.Chosen?, gap: SurveyGap?, peers: Int
  ) -> [String] {
    var sentences = [policy]
    if !inputs.benchmark.notApplied.isEmpty {
      sentences.append(
        "The policy \(inputs.benchmark.name) does not yet apply every CMS rule; the data quality page lists what it leaves out."
      )
    }
    sentences.append(time(candidate))
    if let apart = apart(candidate) { sentences.append(apart) }
    sentences += survey(chosen, gap)
    if let sentence = self.peers(candidate, peers) { sentences.append(sentence) }
    return sentences
  }

  private static func policy(_ inputs: RunInputs, _ slots: DaySlots) -> String {
    let used = Set(slots.slots.compactMap { $0.benchmark.schedule }).map { slots.schedules[$0].info }
    let names = used.sorted { $0.effective.first < $1.effective.first }.map(\.release)
    let values =
      names.isEmpty ? "" : ", fee schedule release\(names.count == 1 ? "" : "s") \(names.joined(separator: ", "))"
    return
      "Compared figures are benchmark work RVUs under the policy \(inputs.benchmark.name) (\((inputs.benchmark.vintage ?? inputs.job.vintage).description) vintage), by service date \(inputs.period.first) to \(inputs.period.last)\(values)."
  }

  /// What a placement in one of a survey's rows stands on, without the peers.
  func sentences(for candidate: Candidate, placedIn chosen: SurveyChoice.Chosen) -> [String] {
    [time(candidate)] + survey(chosen, nil)
  }

  /// What a survey's row is.
  func sentences(of chosen: SurveyChoice.Chosen) -> [String] { survey(chosen, nil) }

  /// The same without what is the specialty's own: alike for all who are placed in a survey in the same way.
  func rules(of chosen: SurveyChoice.Chosen) -> [String] { survey(chosen, nil, isRule: true) }

  private func survey(_ chosen: SurveyChoice.Chosen?, _ gap: SurveyGap?, isRule: Bool = false) -> [String] {
    guard let chosen else {
      return [gap.map { "There is no placement: \(StandingWording.why($0))." }].compactMap { $0 }
    }
    let row = chosen.row
    let n = row.respondents.map { "n = \($0)" } ?? "n not given"
    let region = row.region.isEmpty ? "" : ", \(row.region)"
    let kind = row.providerType.isEmpty ? "" : ", \(row.providerType)"
    let year = row.isBlended ? "" : " \(row.year)\(row.dataYear.map { ", data of \($0)" } ?? "")"
    let points =
      row.points.count < 2
      ? "one published point, so only the ratio to it is told"
      : "linear between \(row.isBlended ? "its" : "published") percentiles, nothing beyond them"
    let cell = isRule ? "the specialty's row" : row.specialty
    let first =
      "Survey: \(row.survey)\(year), \(row.metric.rawValue) per clinician and year, \(cell)\(region)\(kind)\(isRule ? "" : ", \(n)"); \(points)."
    let mismatch = row.isBlended ? nil : vintage.sentence(row).map { $0 + "." }
    return [first] + chosen.notes + [mismatch].compactMap { $0 }
  }

  private func peers(_ candidate: Candidate, _ count: Int) -> String? {
    guard candidate.isKnown, !candidate.specialty.isEmpty else { return nil }
    if candidate.split != nil { return "Peers: a split role is ranked in none of its specialties." }
    guard candidate.annualized != nil else {
      return
        "Peers: the practice has \(CountWording.count(count, "clinician")) of \(candidate.specialty) with an annualised figure; this one has none."
    }
    guard count - 1 >= inputs.job.minimumPeers else {
      return
        "Peers: \(CountWording.count(count - 1, "other")) in \(candidate.specialty) \(count == 2 ? "has" : "have") an annualised figure, fewer than the \(inputs.job.minimumPeers) needed to show a standing."
    }
    return
      "Peers: the practice's \(count) clinicians of \(candidate.specialty) with an annualised figure, this one included; percentile rank of the kind \(inputs.job.peers.kind.wording); ties share a rank.\(interval)"
  }

  private var interval: String {
    guard let confidence = inputs.job.peers.confidence else { return "" }
    return
      " Its \(confidence) % interval is the bootstrap's over all resamples of the others: how far the percentile would move with other peers. The first and the last have none."
  }

  // MARK: Time

  private func time(_ candidate: Candidate) -> String {
    switch candidate.gap {
    case .unknownFTE: return "The clinician is not in the roster: FTE is not known, and nothing is compared."
    case .faultySplit: return "The rows of the clinician's split role do not fit together, so nothing is compared."
    case .noLines: return "There are no lines of the clinician in the period, so nothing is compared."
    case .noDays: return "The roster gives no clinical time in the period that counts, so nothing is compared."
    case .noFTE: return "The roster gives 0.00 clinical FTE, so there is no figure per FTE and nothing is compared."
    case .shortPeriod, .noWorkingDays, .lowFTE, .noSeason, nil: break
    }
    guard let time = candidate.time else { return "The roster gives no clinical time in the period." }
    let method = self.method(candidate, time)
    if inputs.roster == nil {
      return
        "There is no roster: clinical FTE is not known and is taken as 1.00 on \(time.days == 1 ? "the one day" : "each of \(time.days) days"); \(method)."
    }
    let split = candidate.split.map { "The role is read from the roster as \(StandingWording.split($0.parts)). " } ?? ""
    let share = time.meanFTEMillionths.map { DecimalText.fixed($0, scale: 6, decimals: 2) } ?? "n/a"
    let roster = time.rosterFTEMillionths.map {
      " (the roster's mean is \(DecimalText.fixed($0, scale: 6, decimals: 2)))"
    }
    let most =
      inputs.job.time.rules.capsAtFull ? ", each day at most 1.00\(roster ?? "")" : ", FTE above 1.00 normalised down"
    return
      "\(split)Per 1.00 clinical FTE: day-weighted mean FTE \(share) over \(CountWording.count(time.days, "day")) employed and not on leave\(most); \(method)."
  }

  private func method(_ candidate: Candidate, _ time: ClinicalTime) -> String {
    let least = ClinicalTime.leastDaysToAnnualize
    switch candidate.gap {
    case .shortPeriod: return "fewer than \(least) days, so not annualised"
    case .lowFTE(let fte):
      return "below the job's least FTE of \(DecimalText.fixed(fte, scale: 6, decimals: 2)), so not compared"
    case .noSeason: return "the earlier year has no work of \(candidate.specialty) in some month, so not annualised"
    case .noWorkingDays: return "no working day is among them, so not annualised"
    default: break
    }
    guard let pace = candidate.pace else { return "not annualised" }
    switch pace.method {
    case .days: return "annualised by days (\(pace.year.count)/\(time.days))"
    case .workingDays:
      return
        "annualised by working days, Monday to Friday\(pace.holidaysTaken == 0 ? "" : " without \(CountWording.count(pace.holidaysTaken, "holiday"))") (\(pace.countedDays(in: pace.year)) in the year)"
    case .season:
      let share = time.shareOfYear(by: pace)
      return
        "annualised by season: by the work of a full-time day in each month of \(inputs.season?.months ?? "the earlier year") in this practice, the clinical time counted carries \(DecimalText.fixed(share, scale: 4, decimals: 1)) % of a full-time year's work"
    }
  }

  private func apart(_ candidate: Candidate) -> String? {
    guard let apart = candidate.apart else { return nil }
    func lines(_ count: Int, _ work: WorkRVU) -> String {
      "\(CountWording.count(count, "line")) and \(DecimalText.fixed(work.millionths, scale: 6, decimals: 2, grouping: true)) benchmark work RVUs"
    }
    var parts: [String] = []
    if apart.leaveDays > 0 { parts.append("\(CountWording.count(apart.leaveDays, "day")) of leave") }
    if apart.uncountedLines > 0 {
      parts.append(
        "\(lines(apart.uncountedLines, apart.uncountedWork)) on days of leave or outside the roster's intervals")
    }
    if apart.rampDays > 0 || apart.rampLines > 0 {
      parts.append(
        "\(CountWording.count(apart.rampDays, "day")) of ramp with \(lines(apart.rampLines, apart.rampWork))")
    }
    let ledger = apart.uncountedLines > 0 || apart.rampLines > 0 ? ". The lines are in the totals" : ""
    return "Not compared: \(parts.joined(separator: "; "))\(ledger)."
  }
}
