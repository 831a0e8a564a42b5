import Benchmarking
import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// Makes a run's results from what was added up: productivity per FTE, placement, standing among peers, and the basis of
/// each figure in words.
struct ResultsAssembly {
  private let inputs: RunInputs
  private let slots: DaySlots
  private let dictionaries: RunDictionaries
  private let releases: [ReleaseUse]
  private var findings: FindingCollector
  private let daysInYear: Int
  /// The roster's intervals of each clinician.
  private let intervals: [String: [RosterInterval]]
  /// Clinicians who hold two specialties at once in the period: nothing of theirs can be compared yet.
  private var splitRoles: Set<String> = []
  private static let metric = SurveyMetric.workRVU

  init(
    _ inputs: RunInputs, slots: DaySlots, dictionaries: RunDictionaries, releases: [ReleaseUse],
    findings: FindingCollector
  ) {
    self.inputs = inputs
    self.slots = slots
    self.dictionaries = dictionaries
    self.releases = releases
    self.findings = findings
    intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    // A year of the job is as long as it is; a part of a year is held against the calendar year in which it starts.
    let asked = inputs.asked.count
    daysInYear = asked == 365 || asked == 366 ? asked : CalendarDate.daysInYear(inputs.period.first.year)
  }

  /// A clinician in a specialty, before anyone is compared.
  private struct Candidate {
    var id: String
    var name: String
    var specialty: String
    var tally: RoleTally?
    var time: ClinicalTime?
    var isKnown: Bool
  }

  /// Assembles the results.
  mutating func assemble(
    tallies: [RoleTally], control: [ControlTotals], unpriced: [UnpricedCode], transfers: CreditTransfers,
    reconciliation: Reconciliation?, files: [InputFile],
    position: (UInt64) -> SourcePosition
  ) -> RunResults {
    var candidates = candidates(valuedByCharge(tallies), position)
    candidates.sort { ($0.specialty, $0.name, $0.id) < ($1.specialty, $1.name, $1.id) }
    var surveyRows: [String: SurveyRow] = [:]
    for specialty in Set(candidates.filter { $0.isKnown }.map(\.specialty)).sorted() where !specialty.isEmpty {
      surveyRows[specialty] = surveyRow(for: specialty)
    }
    let cohorts = Dictionary(grouping: candidates.filter { $0.isKnown && !$0.specialty.isEmpty }, by: \.specialty)
      .mapValues { $0.compactMap { annualized($0)?.millionths } }
    for (specialty, cohort) in cohorts.sorted(by: { $0.key < $1.key })
    where !cohort.isEmpty && cohort.count - 1 < inputs.job.minimumPeers {
      findings.add(
        Finding(
          .smallCell,
          "\(specialty) has \(cohort.count) ranked clinician\(cohort.count == 1 ? "" : "s"); standings are shown from \(inputs.job.minimumPeers + 1) on"
        ))
    }
    let clinicians = candidates.map { result($0, surveyRows[$0.specialty], cohorts[$0.specialty] ?? []) }
    return RunResults(
      practice: inputs.job.practice, period: inputs.period, months: inputs.period.months.map(\.month),
      payPolicy: paySummary, benchmarkPolicy: summary(inputs.benchmark), releases: releases,
      clinicians: clinicians, specialties: specialties(clinicians, cohorts, surveyRows), controlTotals: control,
      unpricedCodes: unpriced, attributions: attributions(transfers), reconciliation: reconciliation,
      findings: findings.sorted,
      cautions: cautions(surveyRows),
      hasRoster: inputs.roster != nil, minimumPeers: inputs.job.minimumPeers, inputs: files)
  }

  /// Values lines without a price by their charge, where the policy says so: at the work per dollar of the specialty's lines that
  /// have both.
  private func valuedByCharge(_ tallies: [RoleTally]) -> [RoleTally] {
    var sums: [Int32: (charge: Int64, work: Int64)] = [:]
    for tally in tallies {
      let total = tally.total
      let known = sums[tally.specialty] ?? (0, 0)
      sums[tally.specialty] = (known.charge + total.creditedCharge, known.work + total.chargedPay)
    }
    return tallies.map { tally in
      var tally = tally
      guard let sum = sums[tally.specialty], sum.charge > 0 else { return tally }
      for month in tally.months.indices where tally.months[month].chargeToValue != 0 {
        tally.months[month].valued += Factor.rounded(
          Int128(tally.months[month].chargeToValue) * Int128(sum.work), over: Int128(sum.charge))
      }
      return tally
    }
  }

  /// Who is credited with whose services, over the whole period.
  private func attributions(_ transfers: CreditTransfers) -> [AttributedCredit] {
    var sums: [[String]: AttributedCredit] = [:]
    for (key, sum) in transfers.sums {
      let (from, to) = (dictionaries.clinicians.text(Int(key.from)), dictionaries.clinicians.text(Int(key.to)))
      let subject = [from, to, key.isBenchmark ? "benchmark" : "pay", key.party.rawValue, key.modifiers]
      sums[
        subject,
        default: AttributedCredit(
          from: from, to: to, isBenchmark: key.isBenchmark, party: key.party, modifiers: key.modifiers, lines: 0,
          credit: .zero)
      ].lines += sum.lines
      sums[subject]?.credit += WorkRVU(millionths: sum.credit)
    }
    return sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// The job's pay policy, with those that some clinicians have in its place.
  private var paySummary: PolicySummary {
    var result = summary(inputs.pay)
    let others = inputs.assigned.keys.filter { inputs.assigned[$0] != inputs.pay }.sorted()
    if !others.isEmpty {
      result.title += "; by assignment some clinicians have \(CountWording.list(others)) in its place"
      result.notApplied += others.flatMap { inputs.assigned[$0]?.notApplied ?? [] }
    }
    return result
  }

  private func summary(_ policy: CreditPolicy) -> PolicySummary {
    PolicySummary(
      name: policy.name, title: policy.title, vintage: (policy.vintage ?? inputs.job.vintage).description,
      notApplied: policy.notApplied)
  }

  // MARK: Clinicians

  /// Everyone with lines or a roster interval in the period.
  private mutating func candidates(_ tallies: [RoleTally], _ position: (UInt64) -> SourcePosition) -> [Candidate] {
    var candidates: [Candidate] = []
    checkIntervals()
    var known: Set<[String]> = []
    for tally in tallies {
      let id = dictionaries.clinicians.text(Int(tally.clinician))
      let specialty = tally.specialty < 0 ? "" : dictionaries.specialties.text(Int(tally.specialty))
      let own = (intervals[id] ?? []).filter { $0.specialty == specialty }
      if tally.isUnknownClinician {
        findings.add(
          Finding(
            .unknownClinician, at: tally.firstRecord == .max ? nil : position(tally.firstRecord),
            "clinician \(id) is not in the roster; the lines are credited and not compared",
            hint: "add the clinician to the roster, or correct the id in the log", count: tally.total.lines))
      }
      if tally.linesOutsideEmployment.lines > 0 {
        findings.add(
          Finding(
            .outsideEmployment, at: position(tally.linesOutsideEmployment.firstRecord),
            "clinician \(id) has lines on days outside the roster's intervals; they count, their days do not",
            hint: "correct the interval's start or end in the roster", count: tally.linesOutsideEmployment.lines))
      }
      let time =
        inputs.roster == nil ? ClinicalTime(wholeOf: inputs.period) : ClinicalTime(own, in: inputs.period)
      known.insert([id, specialty])
      candidates.append(
        Candidate(
          id: id, name: intervals[id]?.first { !$0.name.isEmpty }?.name ?? id, specialty: specialty, tally: tally,
          time: time, isKnown: !tally.isUnknownClinician))
    }
    for (id, own) in intervals {
      for (specialty, part) in Dictionary(grouping: own, by: \.specialty)
      where !known.contains([id, specialty]) {
        guard let time = ClinicalTime(part, in: inputs.period) else { continue }
        candidates.append(
          Candidate(
            id: id, name: own.first { !$0.name.isEmpty }?.name ?? id, specialty: specialty, tally: nil, time: time,
            isKnown: true))
      }
    }
    return candidates
  }

  private mutating func checkIntervals() {
    for (id, own) in intervals {
      for (index, interval) in own.enumerated() {
        for other in own[(index + 1)...] {
          guard let days = interval.days(in: inputs.period), let others = other.days(in: inputs.period),
            let shared = days.intersection(others)
          else { continue }
          let isSplit = interval.specialty != other.specialty
          if isSplit { splitRoles.insert(id) }
          findings.add(
            Finding(
              isSplit ? .splitRole : .overlappingIntervals, at: other.position,
              isSplit
                ? "clinician \(id) is split between \(interval.specialty) and \(other.specialty) in \(shared): the lines go to the larger share, and nothing is compared"
                : "clinician \(id) has two intervals in \(shared); their FTE is added, at most 1.0 a day",
              hint: isSplit
                ? "give the clinician one specialty where a comparison is needed"
                : "end one interval before the next starts")
          )
        }
      }
    }
  }

  private func annualized(_ candidate: Candidate) -> WorkRVU? {
    guard candidate.isKnown, !splitRoles.contains(candidate.id), let time = candidate.time, let tally = candidate.tally
    else { return nil }
    return time.annualizedPerFTE(WorkRVU(millionths: tally.total.benchmark), daysInYear: daysInYear)
  }

  private mutating func result(_ candidate: Candidate, _ row: SurveyRow?, _ cohort: [Int64]) -> ClinicianResult {
    let tally = candidate.tally ?? RoleTally(clinician: 0, specialty: -1, months: inputs.period.months.count)
    let total = tally.total
    let benchmark = WorkRVU(millionths: total.benchmark)
    let time = candidate.isKnown && !splitRoles.contains(candidate.id) ? candidate.time : nil
    let annualized = annualized(candidate)
    let placement = annualized.flatMap { value in
      row.map { Placement(ofMillionths: value.millionths, among: $0.points) }
    }
    let fte = inputs.roster == nil ? nil : time?.meanFTEMillionths
    tellFTE(candidate, fte, time)
    if placement?.isPlateau == true {
      findings.add(
        Finding(
          .plateau, at: row?.position,
          "\(candidate.name) stands on a plateau of the survey, where neighbouring percentiles are equal: the middle is given"
        ))
    }
    let codes = tally.topCodes.map { sums in
      CodeShare(
        code: shownCode(sums.code), lines: Int(sums.lines), units: Units(tenThousandths: sums.units),
        benchmark: WorkRVU(millionths: sums.benchmark))
    }
    return ClinicianResult(
      id: candidate.id, name: candidate.name, specialty: candidate.specialty, period: time?.span ?? inputs.period,
      days: time?.days ?? 0, clinicalFTEMillionths: fte, totals: total.totals, monthly: tally.months.map(\.totals),
      perFTE: time?.perFTE(benchmark), annualizedPerFTE: annualized, surveyRow: row, placement: placement,
      peers: annualized.flatMap {
        PeerStanding(of: $0.millionths, among: cohort, minimumOthers: inputs.job.minimumPeers)
      }, peerCount: cohort.count, basis: basis(candidate, time, fte, row, cohort.count),
      topCodes: codes, monthlyDays: monthlyDays(candidate))
  }

  /// Days employed and not on leave in each month, so that a month without any is a gap and not a zero.
  private func monthlyDays(_ candidate: Candidate) -> [Int] {
    guard candidate.isKnown, inputs.roster != nil else { return [] }
    let own = (intervals[candidate.id] ?? []).filter { $0.specialty == candidate.specialty }
    return inputs.period.months.map { ClinicalTime(own, in: $0.days)?.days ?? 0 }
  }

  private func shownCode(_ code: Int32) -> String {
    let text = dictionaries.codes.text(Int(code))
    return dictionaries.procedureCodes[Int(code)]?.hasPublishedForm == true ? text : UnlistedText.kind(text)
  }

  private mutating func tellFTE(_ candidate: Candidate, _ fte: Int64?, _ time: ClinicalTime?) {
    let own = intervals[candidate.id] ?? []
    let position = own.first?.position
    if let fte, fte < 700_000 {
      findings.add(
        Finding(
          .lowFTE, at: position,
          "\(candidate.name) has \(DecimalText.fixed(fte, scale: 6, decimals: 2)) clinical FTE: figures per 1.0 FTE rest on little time"
        ))
    }
    if own.contains(where: { $0.clinicalFTEMillionths > 1_000_000 }) {
      findings.add(
        Finding(
          .highFTE, at: position, "\(candidate.name) has more than 1.00 clinical FTE, which is counted as 1.00"))
    }
    if let time, time.days < ClinicalTime.leastDaysToAnnualize, candidate.isKnown {
      findings.add(
        Finding(
          .shortPeriod, at: position,
          "\(candidate.name) has \(time.days) days counted in \(candidate.specialty.isEmpty ? "no specialty" : candidate.specialty), without leave, and a year is told from \(ClinicalTime.leastDaysToAnnualize) on: nothing is compared"
        ))
    }
  }

  // MARK: Survey and basis

  /// The survey's row for a specialty, if there is one that may be used.
  private mutating func surveyRow(for specialty: String) -> SurveyRow? {
    guard !inputs.surveys.isEmpty else { return nil }
    let rows = inputs.surveys.flatMap(\.rows).filter { $0.metric == Self.metric }
    let national = ["", "national", "all"]
    let everyone = ["", "physician", "physicians", "staff physician", "all"]
    let own = rows.filter { $0.specialty.lowercased() == specialty.lowercased() }
    let usable = own.filter {
      national.contains($0.region.lowercased()) && everyone.contains($0.providerType.lowercased())
    }
    guard let row = usable.max(by: { ($0.dataYear ?? $0.year, $0.year) < ($1.dataYear ?? $1.year, $1.year) }) else {
      let names = Set(rows.map(\.specialty)).sorted()
      let nearest = SpellingSuggestion.nearest(to: specialty, in: names)
      findings.add(
        own.isEmpty
          ? Finding(
            .noSurveyRow,
            "no survey has a usable \(Self.metric.rawValue) row for \(specialty); its clinicians are not placed",
            hint: nearest.map { "is it the survey's \"\($0)\"? Use one name in both" }
              ?? (names.isEmpty ? nil : "the survey has: \(names.prefix(8).joined(separator: ", "))"))
          : Finding(
            .noSurveyRow, at: own.first?.position,
            "the survey's rows for \(specialty) are all for a region or a kind of provider; its clinicians are not placed",
            hint: "add a row without region and provider type, or for National and Physician"))
      return nil
    }
    let rivals = usable.filter { $0.dataYear == row.dataYear && $0.year == row.year }
    if rivals.count > 1 {
      let places = rivals.map(\.position.description).joined(separator: " and ")
      findings.add(
        Finding(
          .badSurveyRow, at: rivals.last?.position,
          "several rows could place \(specialty) and none goes before the others: \(places); its clinicians are not placed",
          hint: "leave one row for each specialty and year"))
      return nil
    }
    if let respondents = row.respondents, respondents < inputs.job.minimumRespondents {
      findings.add(
        Finding(
          .fewRespondents, at: row.position,
          "the survey's row for \(specialty) has \(respondents) respondents; at least \(inputs.job.minimumRespondents) are needed, so nobody is placed in it"
        ))
      return nil
    }
    let years = benchmarkYears
    if let dataYear = row.dataYear, years.contains(where: { $0 != dataYear }) {
      findings.add(
        Finding(
          .vintageMismatch, at: SourcePosition(file: row.position.file), vintageSentence(row, dataYear, years),
          hint:
            "for a like comparison value all lines by the release of the survey's data year: fees: {vintage: survey}"))
    }
    return row
  }

  private func vintageSentence(_ row: SurveyRow, _ dataYear: Int, _ years: [Int]) -> String {
    "\(row.survey) holds data of \(dataYear), valued by the fee schedule of that year, and these work RVUs are valued by \(years.map(String.init).joined(separator: " and ")): placements are not quite like for like"
  }

  /// The years of the releases that value the benchmark ledger.
  private var benchmarkYears: [Int] {
    let used = Set(slots.slots.compactMap { $0.benchmark.schedule })
    return Set(used.map { slots.schedules[$0].info.effective.first.year }).sorted()
  }

  private func basis(
    _ candidate: Candidate, _ time: ClinicalTime?, _ fte: Int64?, _ row: SurveyRow?, _ peers: Int
  ) -> [String] {
    var sentences: [String] = []
    let used = Set(slots.slots.compactMap { $0.benchmark.schedule }).map { slots.schedules[$0].info }
    let names = used.sorted { $0.effective.first < $1.effective.first }.map(\.release)
    let values =
      names.isEmpty ? "" : ", fee schedule release\(names.count == 1 ? "" : "s") \(names.joined(separator: ", "))"
    sentences.append(
      "Compared figures are benchmark work RVUs under the policy \(inputs.benchmark.name) (\((inputs.benchmark.vintage ?? inputs.job.vintage).description) vintage), by service date \(inputs.period.first) to \(inputs.period.last)\(values)."
    )
    if !inputs.benchmark.notApplied.isEmpty {
      sentences.append(
        "The policy \(inputs.benchmark.name) does not yet apply every CMS rule; the data quality page lists what it leaves out."
      )
    }
    sentences.append(timeSentence(candidate, time, fte))
    if let row {
      let n = row.respondents.map { "n = \($0)" } ?? "n not given"
      sentences.append(
        "Survey: \(row.survey) \(row.year)\(row.dataYear.map { ", data of \($0)" } ?? ""), \(row.metric.rawValue) per clinician and year, \(row.specialty), \(n); linear between published percentiles, nothing beyond them."
      )
      if let dataYear = row.dataYear, benchmarkYears.contains(where: { $0 != dataYear }) {
        sentences.append(vintageSentence(row, dataYear, benchmarkYears) + ".")
      }
    } else {
      sentences.append(
        "No survey row can be used for \(candidate.specialty.isEmpty ? "a clinician without a specialty" : candidate.specialty), so there is no placement."
      )
    }
    if candidate.isKnown, !candidate.specialty.isEmpty {
      sentences.append(
        peers - 1 >= inputs.job.minimumPeers
          ? "Peers: the practice's \(peers) clinicians of \(candidate.specialty) with an annualised figure, this one included; mean percentile rank, ties share a rank."
          : "Peers: \(max(0, peers - 1)) others in \(candidate.specialty) have an annualised figure, fewer than the \(inputs.job.minimumPeers) needed to show a standing."
      )
    }
    return sentences
  }

  private func timeSentence(_ candidate: Candidate, _ time: ClinicalTime?, _ fte: Int64?) -> String {
    guard candidate.isKnown else {
      return "The clinician is not in the roster: FTE is not known, and nothing is compared."
    }
    if splitRoles.contains(candidate.id) {
      return
        "The role is split between specialties in the period; split roles are not blended yet, so nothing is compared."
    }
    guard let time else { return "The roster gives no clinical time in the period, so nothing is compared." }
    if inputs.roster == nil {
      return
        "There is no roster: clinical FTE is not known and is taken as 1.00 on each of \(time.days) days; annualised by days (\(daysInYear)/\(time.days))."
    }
    let share = fte.map { DecimalText.fixed($0, scale: 6, decimals: 2) } ?? "n/a"
    let method =
      time.days < ClinicalTime.leastDaysToAnnualize
      ? "fewer than \(ClinicalTime.leastDaysToAnnualize) days, so not annualised"
      : "annualised by days (\(daysInYear)/\(time.days))"
    return
      "Per 1.00 clinical FTE: day-weighted mean FTE \(share) over \(time.days) days employed and not on leave, each day at most 1.00; \(method)."
  }

  private func cautions(_ rows: [String: SurveyRow]) -> [String] {
    var sentences: [String] = []
    for survey in inputs.surveys {
      for caution in survey.cautions where !sentences.contains(caution) { sentences.append(caution) }
    }
    let used = Set(slots.slots.flatMap { [$0.pay.schedule, $0.benchmark.schedule] }.compactMap { $0 })
    for index in used.sorted() {
      if let caution = slots.schedules[index].info.caution, !sentences.contains(caution) { sentences.append(caution) }
    }
    return sentences
  }

  // MARK: Specialties

  private func specialties(
    _ clinicians: [ClinicianResult], _ cohorts: [String: [Int64]], _ rows: [String: SurveyRow]
  ) -> [SpecialtyResult] {
    Dictionary(grouping: clinicians, by: \.specialty).sorted { $0.key < $1.key }.map { specialty, members in
      var totals = ProductivityTotals()
      for member in members {
        totals.lines += member.totals.lines
        totals.encounters = totals.encounters.flatMap { sum in member.totals.encounters.map { sum + $0 } }
        totals.units += member.totals.units
        totals.charge += member.totals.charge
        totals.unadjusted += member.totals.unadjusted
        totals.pay += member.totals.pay
        totals.benchmark += member.totals.benchmark
        totals.unpricedLines += member.totals.unpricedLines
        totals.unpricedCharge += member.totals.unpricedCharge
        totals.valued += member.totals.valued
        totals.asaUnits += member.totals.asaUnits
      }
      let cohort = cohorts[specialty] ?? []
      return SpecialtyResult(
        specialty: specialty, clinicianCount: members.count, totals: totals, rankedCount: cohort.count,
        distribution: distribution(cohort), surveyRow: rows[specialty])
    }
  }

  private func distribution(_ cohort: [Int64]) -> SpecialtyDistribution? {
    let sample = OrderedSample(cohort)
    guard cohort.count - 1 >= inputs.job.minimumPeers, let mean = SampleMoments(of: sample)?.mean else { return nil }
    let quantiles = [10, 25, 50, 75, 90].compactMap { percent in
      QuantileDefinition.standard.value(at: Percent(percent), of: sample).map {
        SurveyPoint(percent: percent, millionths: $0)
      }
    }
    return SpecialtyDistribution(mean: WorkRVU(millionths: mean), quantiles: quantiles)
  }
}
