import Benchmarking
import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// Which release and policy rows credit a line of each day of the period, worked out once.
///
/// Days that are credited alike share a slot. Clinicians who have the same policies on the same days are a group; where no
/// policies are assigned, all are. Where a policy goes by the day of posting, a slot has a variant for each release of such a day.
struct DaySlots: Sendable {
  /// How lines of some days are credited in one ledger.
  struct Ledger: Hashable, Sendable {
    /// The release's place among the loaded schedules; nil where none covers the days.
    var schedule: Int?
    /// Whether the release stands in for one that is not on board.
    var isSubstitute: Bool
    /// The policy's engine for the days.
    var engine: Int
    /// The release of the day of service, where the vintage is another.
    var serviceDateSchedule: Int?
    /// Whether the release is that of the day of posting, where a line names one.
    var followsPostDate: Bool
  }

  /// How lines of some days are credited in both ledgers.
  struct Slot: Hashable, Sendable {
    var pay: Ledger
    var benchmark: Ledger
    /// The place, from 1, of the closed days with whose releases and places of service they are credited; 0 for today's.
    var closing = 0
  }

  /// The releases of a day of posting, in each ledger: today's, then those of the time of each closing.
  private struct PostChoice: Hashable {
    var pay: [LoadedReleases.Choice]
    var benchmark: [LoadedReleases.Choice]
  }

  private(set) var slots: [Slot] = []
  private var releases: LoadedReleases
  /// The releases that were read, and the base units of each one's anesthesia codes, in thousandths.
  var schedules: [FeeSchedule] { releases.schedules }
  var baseUnits: [[ProcedureCode: Int64]] { releases.baseUnits }
  /// The files of the releases, for the manifest.
  var files: [InputFile] { releases.files }
  private(set) var engines: [CreditEngine] = []
  /// The first and last day of service of each slot.
  private(set) var spans: [DayRange] = []
  /// The group of each clinician.
  private let groups: [Int32]
  /// The slot of each day, of each group.
  private var slotOfDay: [[Int16]] = []
  private let firstDay: Int32
  /// The number of the day of posting of each detail, 0 for none; empty where no policy asks.
  private var postChoiceOfDetail: [Int32] = []
  private var postChoices: [PostChoice] = []
  /// The slots of each slot's variants, by day of posting.
  private var variants: [[Int16]] = []

  @Boxed private var inputs: RunInputs
  /// The place, from 1, of the closed days that each log's lines are of, and that each day is of; 0 for none. The days are
  /// empty where none is closed.
  private let closingOfFile: [UInt8]
  /// The days of which a run tells what a file has, where they are closed; none where no days are.
  private let daysOfFile: [ClosedRange<Int32>?]
  private let closingOfDay: [UInt8]
  /// The closed days that are credited as they were closed, which is all or none of them.
  private let closedTerms: [ClosedDays]
  /// Which period's releases and policies each ledger takes, where the slots are for a bridge.
  private let sides: BridgeSides?
  private var engineOfPolicy: [CreditPolicy: Int] = [:]
  private var slotNumbers: [Slot: Int] = [:]

  /// The slots of a period's days for the clinicians and details that a run has read.
  ///
  /// - Parameters:
  ///   - sides: which period's releases and policies each ledger takes, for a bridge; nil for those of the day itself.
  ///   - other: other slots of the bridge, whose releases need not be read again.
  /// - Throws: `InputFailure` where a release that is needed cannot be read.
  init(
    _ inputs: RunInputs, _ dictionaries: RunDictionaries, sides: BridgeSides? = nil, sharing other: DaySlots? = nil
  ) throws(InputFailure) {
    self.inputs = inputs
    self.sides = sides
    firstDay = inputs.period.first.daysSinceEpoch
    closingOfFile = inputs.logs.map { UInt8($0.closing) }
    daysOfFile = inputs.closed.isEmpty ? [] : inputs.logs.map { $0.closedDays?.epochDays }
    closingOfDay = inputs.closed.isEmpty ? [] : Self.closings(of: inputs.period, inputs.closed)
    closedTerms = sides == nil ? inputs.closedTerms : []
    releases = LoadedReleases(inputs, closed: closedTerms, sharing: other?.releases)
    let groupings =
      [PolicyGroups(inputs, dictionaries, periods: sides?.periods)]
      + closedTerms.map { PolicyGroups($0.inputs, dictionaries) }
    var known: [[Int32]: Int32] = [:]
    var groups: [Int32] = []
    var timelines: [[PolicyGroups.Timeline]] = []
    func number(of key: [Int32]) -> Int32 {
      if let number = known[key] { return number }
      known[key] = Int32(timelines.count)
      timelines.append(zip(groupings, key).map { $0.timelines[Int($1)] })
      return Int32(timelines.count - 1)
    }
    for clinician in 0..<dictionaries.clinicians.count {
      groups.append(number(of: groupings.map { $0.groupOfClinician[clinician] }))
    }
    if timelines.isEmpty { _ = number(of: groupings.map { _ in 0 }) }
    self.groups = groups
    for timelines in timelines { try add(timelines) }
    if inputs.needs.contains(.postDate) { try addVariants(dictionaries.details) }
  }

  /// The group of a clinician, to be given with its days.
  @inline(__always)
  func group(of clinician: Int32) -> Int { Int(groups[Int(clinician)]) }

  /// The slot of a line of a group; -1 outside the period.
  @inline(__always)
  func slot(of line: ServiceLine, group: Int) -> Int {
    let offset = Int(line.serviceDay) - Int(firstDay)
    guard offset >= 0, offset < slotOfDay[group].count else { return -1 }
    if !closingOfDay.isEmpty, closingOfDay[offset] != closingOfFile[Int(line.file)] { return -1 }
    let slot = Int(slotOfDay[group][offset])
    if postChoiceOfDetail.isEmpty { return slot }
    return Int(variants[slot][Int(postChoiceOfDetail[Int(line.detail)])])
  }

  /// Whether a run tells what became of a line: of what a log of closed days has of other days, the run that was closed did.
  @inline(__always)
  func tells(of line: ServiceLine) -> Bool {
    guard !daysOfFile.isEmpty, let days = daysOfFile[Int(line.file)] else { return true }
    return days.contains(line.serviceDay)
  }

  /// Under which policy and release a clinician's lines of a day stand in the pay ledger; nil outside the period. Where the day
  /// of posting decides, the release is that of a line without one.
  func payTerms(of clinician: Int32, on day: CalendarDate) -> (policy: CreditPolicy, release: String?)? {
    let offset = Int(day.daysSinceEpoch - firstDay)
    let days = slotOfDay[group(of: clinician)]
    guard days.indices.contains(offset) else { return nil }
    let ledger = slots[Int(days[offset])].pay
    return (engines[ledger.engine].policy, ledger.schedule.map { schedules[$0].info.release })
  }

  /// Under which policies and releases lines of some clinicians' days stand in a ledger, each once, in the order of the slots.
  func terms(
    of days: [(clinician: Int32, days: DayRange)], in ledger: KeyPath<Slot, Ledger>
  ) -> (policies: [CreditPolicy], schedules: [FeeSchedule]) {
    var used: Set<Int16> = []
    for (clinician, days) in days {
      let own = slotOfDay[group(of: clinician)]
      let first = Int(days.first.daysSinceEpoch - firstDay)
      used.formUnion(own[min(max(first, 0), own.count)..<min(max(first + days.count, 0), own.count)])
    }
    let ledgers = used.sorted().map { slots[Int($0)][keyPath: ledger] }
    var policies: [CreditPolicy] = []
    for ledger in ledgers where !policies.contains(engines[ledger.engine].policy) {
      policies.append(engines[ledger.engine].policy)
    }
    return (policies, Set(ledgers.compactMap(\.schedule)).sorted().map { schedules[$0] })
  }

  // MARK: Making

  /// Which closed days each day of a period is of.
  private static func closings(of period: DayRange, _ closed: [ClosedDays]) -> [UInt8] {
    (0..<period.count).map { offset in
      let day = period.first.advanced(by: offset)
      return UInt8((closed.firstIndex { $0.days.contains(day) } ?? -1) + 1)
    }
  }

  /// The closed days that a day is of, from 1, where they are credited as they were closed; 0 for none.
  private func closing(of day: CalendarDate) -> Int {
    (closedTerms.firstIndex { $0.days.contains(day) } ?? -1) + 1
  }

  /// Adds the slots of a group's days.
  ///
  /// - Parameter timelines: the group's policies of today, then those of each of the closed days.
  private mutating func add(_ timelines: [PolicyGroups.Timeline]) throws(InputFailure) {
    var days: [Int16] = []
    days.reserveCapacity(inputs.period.count)
    var changes = Set(inputs.benchmark.changes)
    for timeline in timelines {
      changes.formUnion(timeline.changes)
      for policy in timeline.policies { changes.formUnion(policy.changes) }
    }
    for closed in closedTerms { changes.formUnion([closed.days.first, closed.days.last.advanced(by: 1)]) }
    var engines = (pay: -1, benchmark: -1)
    var before: (pay: CalendarDate, benchmark: CalendarDate)?
    for offset in 0..<inputs.period.count {
      let day = inputs.period.first.advanced(by: offset)
      let (pay, benchmark) = terms(day, timelines[closing(of: day)])
      if Self.isCrossed(changes, from: before?.pay, to: pay.policyDay) {
        engines.pay = engine(pay.policy, pay.policyDay)
      }
      if Self.isCrossed(changes, from: before?.benchmark, to: benchmark.policyDay) {
        engines.benchmark = engine(benchmark.policy, benchmark.policyDay)
      }
      before = (pay.policyDay, benchmark.policyDay)
      var slot = Slot(pay: try ledger(pay, engines.pay), benchmark: try ledger(benchmark, engines.benchmark))
      slot.closing = closing(of: day)
      days.append(Int16(try number(of: slot, DayRange(day, through: day) ?? inputs.period)))
    }
    slotOfDay.append(days)
  }

  /// Which rules and which release credit a day in a ledger.
  private struct Terms {
    /// The policy whose rules hold, in the rows of a day.
    var policy: CreditPolicy
    var policyDay: CalendarDate
    /// The policy that says which release values the lines, and the day of which it is the release.
    var vintagePolicy: CreditPolicy
    var vintageDay: CalendarDate

    init(_ policy: CreditPolicy, _ day: CalendarDate) {
      self.policy = policy
      policyDay = day
      vintagePolicy = policy
      vintageDay = day
    }
  }

  /// The terms of a day in both ledgers: its own, or those of the sides of a bridge.
  private func terms(_ day: CalendarDate, _ timeline: PolicyGroups.Timeline) -> (pay: Terms, benchmark: Terms) {
    guard let sides else {
      return (Terms(timeline.policy(on: day), day), Terms(timeline.benchmark(on: day), day))
    }
    func terms(_ ledger: BridgeSides.Ledger) -> Terms {
      let policyDay = sides.day(day, as: ledger.policy)
      let vintageDay = sides.day(day, as: ledger.vintage)
      func policy(_ side: PeriodPair.Side, _ day: CalendarDate) -> CreditPolicy {
        side == .from || inputs.assignments != nil ? timeline.policy(on: day) : inputs.benchmark
      }
      var result = Terms(policy(ledger.policy, policyDay), policyDay)
      result.vintagePolicy = policy(ledger.vintage, vintageDay)
      result.vintageDay = vintageDay
      return result
    }
    return (terms(sides.pay), terms(sides.benchmark))
  }

  /// Whether a day on which something changes lies after one day, and not after another.
  private static func isCrossed(_ changes: Set<CalendarDate>, from before: CalendarDate?, to day: CalendarDate) -> Bool
  {
    guard let before else { return true }
    if day.daysSinceEpoch == before.daysSinceEpoch + 1 { return changes.contains(day) }
    return changes.contains { before < $0 && $0 <= day }
  }

  /// The most slots: what a combination's key has room for.
  private static let mostSlots = 4_096

  private mutating func number(of slot: Slot, _ span: DayRange) throws(InputFailure) -> Int {
    if let number = slotNumbers[slot] {
      spans[number] =
        DayRange(min(spans[number].first, span.first), through: max(spans[number].last, span.last)) ?? spans[number]
      return number
    }
    guard slots.count < Self.mostSlots else {
      throw InputFailure(
        inputs.job.path,
        "has more than \(Self.mostSlots) combinations of policy, policy rows and release in its period",
        hint: "run a shorter period, or fewer policies at once", isUsage: true)
    }
    slotNumbers[slot] = slots.count
    slots.append(slot)
    spans.append(span)
    return slots.count - 1
  }

  /// Adds each slot's variants for the days of posting that lines name.
  private mutating func addVariants(_ details: [LineDetail]) throws(InputFailure) {
    var numbers: [PostChoice: Int32] = [:]
    let none = LoadedReleases.Choice(schedule: nil, isSubstitute: false)
    postChoices = [PostChoice(pay: [none], benchmark: [none])]
    for detail in details {
      guard let day = detail.postDay else {
        postChoiceOfDetail.append(0)
        continue
      }
      let days = postDays(CalendarDate(daysSinceEpoch: day))
      var choice = PostChoice(pay: [], benchmark: [])
      for closing in 0...closedTerms.count {
        choice.pay.append(try releases.choice(days.pay, closing))
        choice.benchmark.append(try releases.choice(days.benchmark, closing))
      }
      if numbers[choice] == nil {
        numbers[choice] = Int32(postChoices.count)
        postChoices.append(choice)
      }
      postChoiceOfDetail.append(numbers[choice] ?? 0)
    }
    for number in slots.indices {
      // Without a day of posting the day of service decides.
      var own = [Int16(number)]
      for choice in postChoices.dropFirst() {
        var slot = slots[number]
        if slot.pay.followsPostDate {
          let release = choice.pay[slot.closing]
          (slot.pay.schedule, slot.pay.isSubstitute) = (release.schedule, release.isSubstitute)
        }
        if slot.benchmark.followsPostDate {
          let release = choice.benchmark[slot.closing]
          (slot.benchmark.schedule, slot.benchmark.isSubstitute) = (release.schedule, release.isSubstitute)
        }
        own.append(Int16(try self.number(of: slot, spans[number])))
      }
      variants.append(own)
    }
  }

  /// The days whose releases value a line posted on a day, in each ledger.
  private func postDays(_ day: CalendarDate) -> (pay: CalendarDate, benchmark: CalendarDate) {
    guard let sides else { return (day, day) }
    return (sides.postDay(day, as: sides.pay.vintage), sides.postDay(day, as: sides.benchmark.vintage))
  }

  private mutating func engine(_ policy: CreditPolicy, _ day: CalendarDate) -> Int {
    let inEffect = policy.inEffect(on: day)
    if let number = engineOfPolicy[inEffect] { return number }
    engines.append(CreditEngine(inEffect))
    engineOfPolicy[inEffect] = engines.count - 1
    return engines.count - 1
  }

  private mutating func ledger(_ terms: Terms, _ engine: Int) throws(InputFailure) -> Ledger {
    let closing = closing(of: terms.vintageDay)
    let ofDay = try releases.choice(terms.vintageDay, closing)
    let inputs = releases.inputs(closing)
    let vintage = inputs.vintage(of: terms.vintagePolicy)
    switch vintage {
    case .frozen(let frozen): return try fixed(try releases.number(of: frozen.uppercased(), closing), ofDay, engine)
    case .survey:
      return try fixed(try releases.number(of: try inputs.surveyRelease(), closing), ofDay, engine)
    case .serviceDate, .postDate:
      let followsPostDate = vintage == .postDate
      return Ledger(
        schedule: ofDay.schedule, isSubstitute: ofDay.isSubstitute, engine: engine,
        serviceDateSchedule: followsPostDate ? ofDay.schedule : nil, followsPostDate: followsPostDate)
    }
  }

  private func fixed(_ schedule: Int, _ ofDay: LoadedReleases.Choice, _ engine: Int) throws(InputFailure) -> Ledger {
    Ledger(
      schedule: schedule, isSubstitute: false, engine: engine, serviceDateSchedule: ofDay.schedule,
      followsPostDate: false)
  }
}
