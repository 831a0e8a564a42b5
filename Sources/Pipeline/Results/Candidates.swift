import Benchmarking
import Ingest
import ProductivityModel

/// Puts together who is to be compared: everyone with lines or a roster interval in the period, with their clinical time.
struct Candidates {
  @Boxed private var inputs: RunInputs
  private let dictionaries: RunDictionaries
  /// The roster's intervals of each clinician, as it writes them.
  private let intervals: [String: [RosterInterval]]
  /// The same with the FTE of each part of a split role by itself.
  private var effort: [String: [RosterInterval]] = [:]
  private var splits: [String: RoleSplit] = [:]
  private var faulty: Set<String> = []
  private let paces: Paces
  /// The days of each month of the period.
  private let months: [DayRange]
  private let position: (UInt64) -> SourcePosition
  /// The specialties of lines, each text once.
  private let specialties: [String]
  /// The time of everyone with the pace that was last asked for, where there is no roster.
  private var wholeTime: Time?
  /// The time of each month of everyone, where there is no roster.
  private let wholeMonths: [ClinicalTime?]

  /// Clinical time with what makes it a year.
  private struct Time {
    var time: ClinicalTime?
    var pace: AnnualPace?
    var factor: AnnualFactor?

    init(_ time: ClinicalTime?, _ pace: AnnualPace?) {
      self.time = time
      self.pace = pace
      factor = pace.flatMap { time?.annualizing(by: $0) }
    }
  }

  init(
    _ inputs: RunInputs, _ dictionaries: RunDictionaries, position: @escaping (UInt64) -> SourcePosition,
    findings: inout FindingCollector
  ) {
    self.inputs = inputs
    self.dictionaries = dictionaries
    self.position = position
    paces = Paces(inputs)
    months = inputs.period.months.map(\.days)
    specialties = (0..<dictionaries.specialties.count).map(dictionaries.specialties.text)
    wholeMonths = months.map { ClinicalTime(wholeOf: $0) }
    intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    for (id, own) in intervals.sorted(by: { $0.key < $1.key }) { readRoles(id, own, &findings) }
  }

  /// Everyone, by specialty, name and id.
  mutating func all(_ tallies: [RoleTally], findings: inout FindingCollector) -> [Candidate] {
    var found: [Place] = []
    found.reserveCapacity(tallies.count)
    for number in tallies.indices {
      let id = dictionaries.clinicians.text(Int(tallies[number].clinician))
      // Lines of a split role are all listed under its largest part: RoleDirectory sees to it.
      let specialty = tallies[number].specialty < 0 ? "" : specialties[Int(tallies[number].specialty)]
      if tallies[number].hasSomethingToTell { tell(tallies[number], id, &findings) }
      found.append(Place(id: id, specialty: specialty, name: name(of: id), tally: number))
    }
    if !intervals.isEmpty {
      let known = Set(found.map { [$0.id, $0.specialty] })
      for (id, own) in intervals {
        for specialty in splits[id].map({ [$0.primary] }) ?? Array(Set(own.map(\.specialty)))
        where !known.contains([id, specialty]) {
          found.append(Place(id: id, specialty: specialty, name: name(of: id), tally: nil))
        }
      }
    }
    var all: [Candidate] = []
    all.reserveCapacity(found.count)
    for place in inOrder(found) {
      let candidate = candidate(place, place.tally.map { tallies[$0] })
      if place.tally != nil || candidate.time != nil { all.append(candidate) }
    }
    return all
  }

  /// Who is a candidate, and for what.
  private struct Place {
    var id: String
    var specialty: String
    var name: String
    /// The number of the sums; nil without lines.
    var tally: Int?
  }

  /// Everyone by specialty, name and id. Of sums whose ids and specialties are the same by their letters the last ones count.
  private func inOrder(_ found: [Place]) -> [Place] {
    let ranks = Dictionary(
      uniqueKeysWithValues: Set(found.lazy.map(\.specialty)).sorted().enumerated().map { ($1, $0) })
    let rank = found.map { ranks[$0.specialty] ?? 0 }
    let names = found.map { NameOrder($0.name, id: $0.id) }
    let order = found.indices.sorted { a, b in
      if rank[a] != rank[b] { return rank[a] < rank[b] }
      if names[a] != names[b] { return names[a] < names[b] }
      return a < b
    }
    return order.indices.compactMap { place in
      let (one, next) = (order[place], place + 1 < order.count ? order[place + 1] : nil)
      let isRepeated = next.map { rank[$0] == rank[one] && found[$0].id == found[one].id } ?? false
      return isRepeated ? nil : found[one]
    }
  }

  private func name(of id: String) -> String {
    intervals.isEmpty ? id : intervals[id]?.first { !$0.name.isEmpty }?.name ?? id
  }

  private mutating func candidate(_ place: Place, _ tally: RoleTally?) -> Candidate {
    let rules = inputs.job.time.rules
    let (id, split) = (place.id, splits[place.id])
    let own = (effort[id] ?? []).filter { split != nil || $0.specialty == place.specialty }
    let time = time(of: own, paces.pace(for: place.specialty, split: split))
    return Candidate(
      id: id, name: place.name, specialty: place.specialty, region: region(of: own), tally: tally, time: time.time,
      pace: time.pace, factor: time.factor, isKnown: tally?.isUnknownClinician != true, split: split,
      isSplitFaulty: faulty.contains(id), leavesOutRamp: rules.ramp == .exclude,
      leastFTE: inputs.roster == nil ? 0 : rules.minimumFTEMillionths)
  }

  private mutating func time(of own: [RosterInterval], _ pace: AnnualPace?) -> Time {
    guard inputs.roster == nil else {
      return Time(ClinicalTime(own, in: inputs.period, rules: inputs.job.time.rules, pace: pace), pace)
    }
    if let known = wholeTime, known.pace == pace { return known }
    let time = Time(ClinicalTime(wholeOf: inputs.period, pace: pace), pace)
    wholeTime = time
    return time
  }

  /// The region at the end of the period: where the clinician is.
  private func region(of own: [RosterInterval]) -> String {
    let inPeriod = own.filter { $0.days(in: inputs.period) != nil }
    return inPeriod.max { $0.start < $1.start }?.region ?? ""
  }

  /// The clinical time of each month in which days are employed and not on leave, so that a month without any is a gap and not
  /// a zero; empty where it is not known.
  func monthlyTime(of candidate: Candidate) -> [ClinicalTime?] {
    guard candidate.isKnown else { return [] }
    guard inputs.roster != nil else { return wholeMonths }
    let own = intervals(of: candidate)
    var rules = inputs.job.time.rules
    rules.ramp = .include
    return months.map { ClinicalTime(own, in: $0, rules: rules) }
  }

  /// The stretches of clinical time in which a clinician has no service; none where it is not known.
  ///
  /// - Parameter gaps: the days of which the logs have no line of anyone.
  func serviceGaps(of candidate: Candidate, besides gaps: [DayRange]) -> [LogGap] {
    guard inputs.roster != nil, candidate.isKnown, !candidate.isSplitFaulty, let tally = candidate.tally else {
      return []
    }
    return LogGap.gaps(
      intervals(of: candidate), in: inputs.period, rules: inputs.job.time.rules,
      hasService: tally.serviceDays.contains, isInLogs: { day in !gaps.contains { $0.contains(day) } })
  }

  /// The roster's intervals that a clinician's candidature is of: of a split role all.
  private func intervals(of candidate: Candidate) -> [RosterInterval] {
    (effort[candidate.id] ?? []).filter {
      candidate.split != nil
        || SpecialtyNames.normalized($0.specialty) == SpecialtyNames.normalized(candidate.specialty)
    }
  }

  /// The first interval of a clinician, for the place of a finding.
  func place(of id: String) -> SourcePosition? { intervals[id]?.first?.position }

  /// Whether the roster gives a clinician more than 1.0 clinical FTE.
  func isAboveFull(_ id: String) -> Bool {
    (intervals[id] ?? []).contains { $0.clinicalFTEMillionths > 1_000_000 }
  }

  // MARK: Roles

  private mutating func readRoles(_ id: String, _ own: [RosterInterval], _ findings: inout FindingCollector) {
    do {
      effort[id] = try RoleSplit.withEffort(own, in: inputs.period)
    } catch {
      faulty.insert(id)
      effort[id] = own
      findings.add(
        Finding(
          .splitShares, at: error.position, "clinician \(id): \(error.message); nothing of the clinician is compared",
          hint:
            "write in each row the FTE of the whole role and its share of it, the shares of a day adding up to 1; or no share, and the FTE of the part"
        ))
      return
    }
    if let split = RoleSplit(effort[id] ?? own, in: inputs.period) {
      splits[id] = split
      let parts = split.parts.map { "\(RoleBlend.percent($0.shareMillionths)) \($0.specialty)" }
      let mean = ClinicalTime(effort[id] ?? own, in: inputs.period)?.meanFTEMillionths ?? 0
      findings.add(
        Finding(
          .splitRole, at: own.first?.position,
          "clinician \(id) is split between \(parts.joined(separator: " and ")) of \(DecimalText.fixed(mean, scale: 6, decimals: 2)) clinical FTE: compared as one, with the specialties' values blended by effort",
          hint: "see that shares and FTE are as they are meant"))
    }
    tellOverlaps(id, own, &findings)
  }

  private func tellOverlaps(_ id: String, _ own: [RosterInterval], _ findings: inout FindingCollector) {
    for (index, interval) in own.enumerated() {
      for other in own[(index + 1)...] where other.specialty == interval.specialty {
        guard let days = interval.days(in: inputs.period), let others = other.days(in: inputs.period),
          let shared = days.intersection(others)
        else { continue }
        let hasRamp = (interval.ramp + other.ramp).contains { $0.intersection(shared) != nil }
        findings.add(
          Finding(
            .overlappingIntervals, at: other.position,
            "clinician \(id) has two intervals in \(shared); their FTE is added, at most 1.0 a day\(hasRamp ? ", and a day in the ramp of one is in it as a whole" : "")",
            hint: "end one interval before the next starts"))
      }
    }
  }

  private func tell(_ tally: RoleTally, _ id: String, _ findings: inout FindingCollector) {
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
          "clinician \(id) has lines on days outside the roster's intervals; they are in the totals and not compared",
          hint: "correct the interval's start or end in the roster", count: tally.linesOutsideEmployment.lines))
    }
    if tally.linesOnLeave.lines > 0 {
      findings.add(
        Finding(
          .workOnLeave, at: position(tally.linesOnLeave.firstRecord),
          "clinician \(id) has lines on days of leave; they are in the totals and not compared",
          hint: "correct the leave in the roster, or the days of service in the log", count: tally.linesOnLeave.lines))
    }
  }
}

extension RoleTally {
  /// Whether the roster and the lines do not agree. Few have something, and a copy of each costs more than the look.
  fileprivate var hasSomethingToTell: Bool {
    isUnknownClinician || linesOutsideEmployment.lines > 0 || linesOnLeave.lines > 0
  }
}
