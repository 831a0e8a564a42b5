import Benchmarking
import Ingest
import MedicareFees
import ProductivityModel
import Publishing
import Reporting

/// What the lines of two periods come to, as a bridge needs it: read once, and each period's credited four times.
struct BridgeReading {
  @Boxed private var inputs: RunInputs
  private let pair: PeriodPair
  private let slots: (from: Slots, to: Slots)
  private let parts: (from: [Role: BridgePart], to: [Role: BridgePart])
  private let intervals: [String: [RosterInterval]]

  /// A clinician in a specialty, by their texts.
  struct Role: Hashable {
    var id: String
    var specialty: String
  }

  /// One period's days, by the policy that credits them.
  private struct Slots {
    var own: PeriodPair.Side
    var inputs: RunInputs
    var from: DaySlots
    var to: DaySlots

    init(
      _ own: PeriodPair.Side, _ pair: PeriodPair, _ inputs: RunInputs, _ dictionaries: RunDictionaries,
      sharing other: DaySlots? = nil
    ) throws(InputFailure) {
      self.own = own
      self.inputs = inputs.counting(pair[own])
      from = try DaySlots(
        self.inputs, dictionaries, sides: BridgeSides(pair, own: own, policy: .from), sharing: other)
      to = try DaySlots(
        self.inputs, dictionaries, sides: BridgeSides(pair, own: own, policy: .to), sharing: from)
    }

    /// The releases by which the period's own lines are valued under its own policy.
    var releases: [ReleaseInfo] {
      let slots = own == .from ? from : to
      let used = Set(slots.slots.compactMap { (own == .from ? $0.pay : $0.benchmark).schedule })
      return used.map { slots.schedules[$0].info }.sorted { $0.effective.first < $1.effective.first }
    }
  }

  /// Both periods' lines, credited together.
  private struct Both: ~Copyable {
    var from: BridgeCrediting
    var to: BridgeCrediting

    consuming func finish() -> (from: [BridgeCrediting.Role: BridgePart], to: [BridgeCrediting.Role: BridgePart]) {
      (from.finish(), to.finish())
    }
  }

  /// Reads a job's lines; where both periods are the same, they are credited once.
  ///
  /// - Throws: `InputFailure` where an input cannot be used, `OutputFailure` where a temporary file cannot be written.
  init(_ inputs: RunInputs, _ pair: PeriodPair, _ progress: Progress?) throws {
    var pass = LogPass(memory: Run.memory)
    let ids = pass.enter(inputs.rosterOfAllTimes)
    let directories = inputs.directories
    for log in inputs.logs {
      try pass.read(log, clinicians: directories[log.closing], needs: inputs.needs, rejects: nil, progress: progress)
    }
    progress?.report("crediting")
    let rulings = try pass.rulings()
    try self.init(inputs, pair, &pass, ids, rulings: rulings)
  }

  /// Credits lines that are read already.
  ///
  /// - Parameters:
  ///   - ids: the numbers of the roster's clinicians and specialties.
  ///   - rulings: which records do not go on.
  ///   - slots: those of a run, whose releases need not be read again; where they are given, the lines stay for others to credit.
  /// - Throws: as above.
  init(
    _ inputs: RunInputs, _ pair: PeriodPair, _ pass: inout LogPass,
    _ ids: (clinicians: [String: Int32], specialties: [String: Int32]), rulings: LineRulings,
    sharing other: DaySlots? = nil
  ) throws {
    self.inputs = inputs
    self.pair = pair
    intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    let keepsLines = other != nil
    let dictionaries = pass.dictionaries
    func crediting(_ slots: Slots) -> BridgeCrediting {
      let roles = RoleDirectory(
        inputs.roster, period: slots.inputs.period, clinicianCount: dictionaries.clinicians.count,
        clinicianIDs: ids.clinicians, specialtyIDs: ids.specialties,
        closed: slots.inputs.closed)
      return BridgeCrediting(
        slots.inputs, own: slots.own, slots: (slots.from, slots.to), roles: roles, rulings: rulings,
        dictionaries: dictionaries)
    }
    let countable = CountableWork(inputs, pass)
    let from = try Slots(.from, pair, inputs, dictionaries, sharing: other)
    try countable.check(from.from, inputs.crosswalks)
    if pair.from == pair.to, inputs.pay == inputs.benchmark {
      var one = crediting(from)
      try Run.credit(&pass, &one, keepsLines: keepsLines) { lines, crediting throws(OutputFailure) in
        crediting.credit(lines)
      }
      let result = Self.named(one.finish(), dictionaries)
      slots = (from, from)
      parts = (result, result)
    } else {
      let to = try Slots(.to, pair, inputs, dictionaries, sharing: from.to)
      try countable.check(to.to, inputs.crosswalks)
      var both = Both(from: crediting(from), to: crediting(to))
      try Run.credit(&pass, &both, keepsLines: keepsLines) { lines, crediting throws(OutputFailure) in
        crediting.from.credit(lines)
        crediting.to.credit(lines)
      }
      slots = (from, to)
      let result = both.finish()
      parts = (Self.named(result.from, dictionaries), Self.named(result.to, dictionaries))
    }
  }

  private static func named(
    _ parts: [BridgeCrediting.Role: BridgePart], _ dictionaries: RunDictionaries
  ) -> [Role: BridgePart] {
    var result: [Role: BridgePart] = [:]
    for (role, part) in parts {
      let specialty = role.specialty < 0 ? "" : dictionaries.specialties.text(Int(role.specialty))
      result[Role(id: dictionaries.clinicians.text(Int(role.clinician)), specialty: specialty)] = part
    }
    return result
  }

  // MARK: Parts

  /// Everyone with services on either side, in no order.
  var roles: Set<Role> { Set(parts.from.keys).union(parts.to.keys) }

  /// What someone did in a specialty on a side, with the clinical time of the roster.
  func part(_ id: String, _ specialty: String, _ side: PeriodPair.Side) -> BridgePart {
    var part = (side == .from ? parts.from : parts.to)[Role(id: id, specialty: specialty)] ?? BridgePart()
    if timeGap(id, specialty, side) == nil {
      part.time = time(id, specialty, side).map { BridgePart.Time($0) }
    }
    return part
  }

  /// Why clinical time is not known on a side; nil where it is.
  func timeGap(_ id: String, _ specialty: String, _ side: PeriodPair.Side) -> Bridge.TimeGap? {
    guard inputs.roster != nil else { return nil }
    guard let own = intervals[id] else { return .notInRoster }
    guard (try? RoleSplit.withEffort(own, in: pair[side])) != nil else { return .splitRole }
    guard let time = time(id, specialty, side), time.fteDays > 0 else { return .noClinicalTime }
    return nil
  }

  /// The clinical time of a role, a split one's as a whole. Days in a ramp count, since what was done on them does.
  private func time(_ id: String, _ specialty: String, _ side: PeriodPair.Side) -> ClinicalTime? {
    if inputs.roster == nil { return ClinicalTime(wholeOf: pair[side]) }
    guard let own = try? RoleSplit.withEffort(intervals[id] ?? [], in: pair[side]) else { return nil }
    let isSplit = RoleSplit(own, in: pair[side]) != nil
    var rules = inputs.job.time.rules
    rules.ramp = .include
    return ClinicalTime(own.filter { isSplit || $0.specialty == specialty }, in: pair[side], rules: rules)
  }

  /// The name of a clinician; the id where the roster gives none.
  func name(of id: String) -> String { intervals[id]?.first { !$0.name.isEmpty }?.name ?? id }

  // MARK: Sides

  /// A side as it is told.
  func side(_ side: PeriodPair.Side, named name: String) -> Bridge.Side {
    let own = side == .from ? inputs.pay : inputs.benchmark
    let assigned = inputs.assigned.values.map(\.name)
    return Bridge.Side(
      name: name, period: pair[side], policies: [own.name] + Set(assigned).subtracting([own.name]).sorted(),
      releases: (side == .from ? slots.from : slots.to).releases.map(\.release))
  }

  /// What should be known of the inputs.
  var findings: [Finding] {
    var collector = FindingCollector()
    for side in [PeriodPair.Side.from, .to] where (side == .from ? parts.from : parts.to).values.allSatisfy(\.isEmpty) {
      collector.add(
        Finding(
          .emptyPeriod, "no line of \(pair[side]) has work; everything is told as joined or left",
          hint: "name the logs of both periods in the job"))
    }
    if !pair.areAlike {
      collector.add(
        Finding(
          .unlikePeriods,
          "\(pair.from) has \(pair.from.count) days and \(pair.to) has \(pair.to.count); the days are a part of the change",
          hint: "compare periods of the same length"))
    }
    for days in [slots.from.from, slots.from.to, slots.to.from, slots.to.to] { tellReleases(days, &collector) }
    return collector.sorted.map { finding in
      var finding = finding
      finding.count = 1
      return finding
    }
  }

  private func tellReleases(_ days: DaySlots, _ collector: inout FindingCollector) {
    for (number, slot) in days.slots.enumerated() {
      for ledger in [slot.pay, slot.benchmark] {
        if let schedule = ledger.schedule, ledger.isSubstitute {
          let release = days.schedules[schedule].info.release
          collector.add(
            Finding(
              .releaseSubstituted,
              "some days fall under a release that is not on board and are valued by \(release), the nearest",
              hint: "import the release with: rvubench fees import FILE"), key: release)
        } else if ledger.schedule == nil {
          collector.add(
            Finding(
              .releaseMissing, "no fee schedule release is on board for \(days.spans[number]), nor any before",
              hint: "import one with: rvubench fees import FILE, or freeze the job's vintage at a release"))
        }
      }
    }
  }

  /// Sentences that the reader must know of the releases.
  var cautions: [String] {
    var sentences: [String] = []
    for info in slots.from.releases + slots.to.releases {
      if let caution = info.caution, !sentences.contains(caution) { sentences.append(caution) }
    }
    return sentences
  }
}
