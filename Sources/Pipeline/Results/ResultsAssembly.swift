import Benchmarking
import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting
import Threads

/// Makes a run's results from what was added up: productivity per FTE, placement, standing among peers, and the basis of
/// each figure in words.
struct ResultsAssembly {
  @Boxed var inputs: RunInputs
  private let slots: DaySlots
  private let dictionaries: RunDictionaries
  private let releases: [ReleaseUse]
  var findings: FindingCollector
  var surveys: SurveyChoice
  let basis: BasisSentences
  private var texts = SharedTexts()
  /// What was said of the last clinician, and the FTE days of the months: without a roster thousands have the same.
  private var lastBasis: (of: BasisKey, sentences: [String])?
  private var lastFTEDays: [Int64] = []
  /// The days of which the logs have no line of anyone.
  let daysWithoutLines: [DayRange]

  init(
    _ inputs: RunInputs, slots: DaySlots, dictionaries: RunDictionaries, releases: [ReleaseUse],
    daysWithoutLines: [DayRange], findings: FindingCollector
  ) {
    self.inputs = inputs
    self.daysWithoutLines = daysWithoutLines
    self.slots = slots
    self.dictionaries = dictionaries
    self.releases = releases
    self.findings = findings
    let vintage = VintageComparison(slots)
    surveys = SurveyChoice(inputs, vintage: vintage)
    basis = BasisSentences(inputs: inputs, slots: slots, vintage: vintage)
  }

  /// Assembles the results.
  mutating func assemble(
    tallies: consuming [RoleTally], recent: RecentSums? = nil, control: [ControlTotals], unpriced: [UnpricedCode],
    transfers: CreditTransfers,
    reconciliation: Reconciliation?, compensation: CompensationResults?, files: [InputFile],
    position: @escaping (UInt64) -> SourcePosition
  ) -> RunResults {
    var all = Candidates(inputs, dictionaries, position: position, findings: &findings)
    var candidates = all.all(consume tallies, findings: &findings)
    var rows: [String: SurveyRow] = [:]
    let known = Set(candidates.indices.lazy.filter { candidates[$0].isKnown }.map { candidates[$0].specialty })
    // Whom everyone shares a role with others is placed in a blend, and the specialty itself need not be published.
    let askedFor = Set(candidates.indices.lazy.filter { candidates[$0].split == nil }.map { candidates[$0].specialty })
    for specialty in known.intersection(askedFor).sorted() where !specialty.isEmpty {
      rows[specialty] = surveys.chosen(forAllOf: specialty, findings: &findings)?.row
    }
    tellSpellings(Set(candidates.indices.lazy.map { candidates[$0].specialty }).sorted())
    var cohorts = cohorts(candidates)
    let patterns = PatternAssembly(inputs: inputs)
    var clinicians: [ClinicianResult] = []
    clinicians.reserveCapacity(candidates.count)
    for index in candidates.indices {
      clinicians.append(result(candidates[index], &cohorts[candidates[index].specialty, default: PeerCohort([])], all))
    }
    patterns.add(candidates.map { $0.tally?.services }, to: &clinicians)
    // What is used up goes at once: of thousands of clinicians it is as much as all that is said of them.
    for index in candidates.indices { candidates[index].tally?.services.keepCodesAlone() }
    CodePeerAssembly(minimumPeers: inputs.job.minimumPeers).add(candidates, to: &clinicians)
    for index in candidates.indices { candidates[index].tally?.services = RoleServices() }
    FreedMemory.giveBack()
    var goals: [GoalStanding] = []
    if let recent {
      let months = clinicians.map(\.monthly)
      let works = Workers.mapEach(of: candidates.count) { [candidates] place in
        Boxed(
          wrappedValue: recent.work(
            of: candidates[place].id, candidates[place].specialty, isSplit: candidates[place].split != nil,
            isTimeKnown: candidates[place].isKnown && !candidates[place].isSplitFaulty, months: months[place]))
      }
      for (index, work) in works.enumerated() { clinicians[index].boxedRecent = work }
      goals = self.goals(candidates, recent)
    }
    // Before the findings are taken: the surveys of pay may have some.
    let compensation = compensation.map { aligned($0, candidates, clinicians) }
    var results = RunResults(
      practice: inputs.job.practice, period: inputs.period, months: inputs.period.months.map(\.month),
      payPolicy: paySummary, benchmarkPolicy: summary(inputs.benchmark), releases: releases,
      clinicians: clinicians,
      specialties: SpecialtyResults.results(
        clinicians, cohorts: cohorts.mapValues(\.values), rows: rows, minimumPeers: inputs.job.minimumPeers),
      controlTotals: control,
      unpricedCodes: unpriced, attributions: attributions(transfers), reconciliation: reconciliation,
      findings: findings.sorted,
      cautions: cautions(),
      hasRoster: inputs.roster != nil, minimumPeers: inputs.job.minimumPeers, inputs: files)
    results.peerConfidence = inputs.job.peers.confidence
    results.capsAtFull = inputs.job.time.rules.capsAtFull
    results.patternRules = patterns.rules
    results.owners = inputs.job.owners
    results.compensation = compensation
    results.goals = goals
    return results
  }

  /// The annualised figures of each specialty's clinicians; those of split roles are in none.
  private mutating func cohorts(_ candidates: [Candidate]) -> [String: PeerCohort] {
    var cohorts: [String: [Int64]] = [:]
    for index in candidates.indices
    where candidates[index].isKnown && !candidates[index].specialty.isEmpty && candidates[index].split == nil {
      guard let figure = candidates[index].annualized else { continue }
      cohorts[candidates[index].specialty, default: []].append(figure.millionths)
    }
    for (specialty, cohort) in cohorts.sorted(by: { $0.key < $1.key })
    where cohort.count - 1 < inputs.job.minimumPeers {
      findings.add(
        Finding(
          .smallCell,
          "\(specialty) has \(cohort.count) ranked clinician\(cohort.count == 1 ? "" : "s"); standings are shown from \(inputs.job.minimumPeers + 1) on"
        ))
    }
    let names = cohorts.keys.sorted()
    let known = Workers.map(names) { [cohorts, peers = inputs.job.peers, least = inputs.job.minimumPeers] name in
      let cohort = PeerCohort(cohorts[name] ?? [])
      guard let confidence = peers.confidence, cohort.count - 1 >= least else { return cohort }
      return cohort.knowingIntervals(kind: peers.kind, confidence: confidence)
    }
    return Dictionary(uniqueKeysWithValues: zip(names, known))
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

  private mutating func result(
    _ candidate: Candidate, _ cohort: inout PeerCohort, _ all: Candidates
  ) -> ClinicianResult {
    let tally =
      candidate.tally
      ?? RoleTally(
        clinician: 0, specialty: -1,
        months: [ProductivitySums](repeating: ProductivitySums(), count: inputs.period.months.count))
    let time = candidate.isKnown && !candidate.isSplitFaulty ? candidate.time : nil
    let annualized = candidate.annualized
    let chosen = candidate.isKnown ? surveys.chosen(for: candidate, findings: &findings) : nil
    let surveyGap = chosen == nil && candidate.isKnown ? surveys.gap(of: candidate, findings: &findings) : nil
    let placement = annualized.flatMap { value in
      chosen.map { Placement(ofMillionths: value.millionths, among: $0.row.points) }
    }
    let fte = inputs.roster == nil ? nil : time?.meanFTEMillionths
    tellTime(candidate, fte, all)
    tellServiceGaps(candidate, all)
    if placement?.isPlateau == true {
      findings.add(
        Finding(
          .plateau, at: chosen?.row.position,
          "\(candidate.name) stands on a plateau of the survey, where neighbouring percentiles are equal: the middle is given"
        ))
    }
    let peerCount = candidate.split == nil ? cohort.count : 0
    let monthly = all.monthlyTime(of: candidate)
    var result = ClinicianResult(
      id: candidate.id, name: candidate.name, specialty: candidate.specialty, period: time?.span ?? inputs.period,
      days: time?.days ?? 0, clinicalFTEMillionths: fte, totals: tally.total.totals,
      monthly: MonthlyTotals(tally.months),
      perFTE: time?.perFTE(candidate.compared), annualizedPerFTE: annualized, surveyRow: nil,
      placement: placement,
      peers: candidate.split != nil
        ? nil
        : annualized.flatMap {
          PeerStanding(
            of: $0.millionths, among: cohort, minimumOthers: inputs.job.minimumPeers, kind: inputs.job.peers.kind)
        }, peerCount: peerCount,
      basis: sentences(
        for: candidate, chosen, surveyGap, hasFigure: annualized != nil, peers: peerCount),
      topCodes: codes(tally), monthlyDays: inputs.roster == nil ? [] : monthly.map { $0?.days ?? 0 })
    result.sharedSurveyRow = chosen?.shared
    result.monthlyFTEDays = fteDays(of: monthly)
    if tally.uncounted.benchmark != 0 || tally.uncountedMonths.contains(where: { $0.benchmark != 0 }) {
      result.monthlyUncounted = inputs.period.months.indices.map {
        WorkRVU(millionths: tally.uncountedMonths[$0].benchmark)
      }
    }
    result.gap = candidate.gap
    result.rosterFTEMillionths = inputs.roster == nil ? nil : time?.rosterFTEMillionths
    result.surveyGap = surveyGap
    result.split = candidate.split?.parts ?? []
    result.apart = candidate.apart
    result.annualizing = annualizing
    result.thinLog = thinLog(candidate, placement, place: all.place(of: candidate.id))
    result.otherPlacements = otherPlacements(candidate)
    if let value = annualized, result.peers != nil, let confidence = inputs.job.peers.confidence {
      result.peerInterval = cohort.interval(
        of: value.millionths, kind: inputs.job.peers.kind, confidence: confidence)
    }
    return result
  }

  /// On what the sentences of a clinician's basis depend, where the role is not split and nothing is set apart.
  private struct BasisKey: Equatable {
    var specialty: String
    var region: String
    var time: ClinicalTime?
    var gap: ComparisonGap?
    var surveyGap: SurveyGap?
    var hasFigure: Bool
    var peers: Int
  }

  /// The sentences on what a clinician's figures stand, each held once.
  private mutating func sentences(
    for candidate: Candidate, _ chosen: SurveyChoice.Chosen?, _ surveyGap: SurveyGap?, hasFigure: Bool, peers: Int
  ) -> [String] {
    let isCommon = candidate.split == nil && candidate.apart == nil
    let key = BasisKey(
      specialty: candidate.specialty, region: candidate.region, time: candidate.time, gap: candidate.gap,
      surveyGap: surveyGap, hasFigure: hasFigure, peers: peers)
    if isCommon, let lastBasis, lastBasis.of == key { return lastBasis.sentences }
    let sentences = basis.sentences(for: candidate, chosen, gap: surveyGap, peers: peers).map { texts.one(of: $0) }
    if isCommon { lastBasis = (key, sentences) }
    return sentences
  }

  /// The FTE days of each month, held once where they are those of the last clinician.
  private mutating func fteDays(of monthly: [ClinicalTime?]) -> [Int64] {
    let days = monthly.map { $0?.fteDays ?? 0 }
    if days != lastFTEDays { lastFTEDays = days }
    return lastFTEDays
  }

  private var annualizing: String {
    switch inputs.job.time.annualizing {
    case .days: "by days"
    case .workingDays: "by working days"
    case .season: "by season"
    }
  }

  /// Encounters and ASA units, where a survey has them.
  private mutating func otherPlacements(_ candidate: Candidate) -> [MetricPlacement] {
    guard candidate.gap == nil else { return [] }
    var quantities: [(metric: SurveyMetric, millionths: Int64)] = []
    if let encounters = candidate.comparedEncounters {
      quantities.append((.encounters, Int64(encounters) * 1_000_000))
    }
    let asaUnits = candidate.comparing(\.asaUnits)
    if asaUnits != 0 { quantities.append((.asaUnits, asaUnits * 100)) }
    return quantities.compactMap { quantity in
      guard let value = candidate.annualized(quantity.millionths),
        let chosen = surveys.chosen(for: candidate, by: quantity.metric, findings: &findings)
      else { return nil }
      return MetricPlacement(
        millionths: value, row: chosen.row, placement: Placement(ofMillionths: value, among: chosen.row.points),
        basis: basis.sentences(for: candidate, placedIn: chosen))
    }
  }

  private func codes(_ tally: RoleTally) -> [CodeShare] {
    tally.topCodes.map { sums in
      CodeShare(
        code: shownCode(sums.code), lines: Int(sums.lines), units: Units(tenThousandths: sums.units),
        benchmark: WorkRVU(millionths: sums.benchmark))
    }
  }

  private func shownCode(_ code: Int32) -> String {
    let text = dictionaries.codes.text(Int(code))
    return dictionaries.procedureCodes[Int(code)]?.hasPublishedForm == true ? text : UnlistedText.kind(text)
  }

  private func cautions() -> [String] {
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
}
