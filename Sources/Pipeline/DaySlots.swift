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
  }

  /// The release of a day.
  private struct Choice: Hashable {
    var schedule: Int?
    var isSubstitute: Bool
  }

  /// The releases of a day of posting, in each ledger.
  private struct PostChoice: Hashable {
    var pay: Choice
    var benchmark: Choice
  }

  private(set) var slots: [Slot] = []
  private(set) var schedules: [FeeSchedule] = []
  /// The base units of each schedule's anesthesia codes, in thousandths.
  private(set) var baseUnits: [[ProcedureCode: Int64]] = []
  private(set) var engines: [CreditEngine] = []
  /// The first and last day of service of each slot.
  private(set) var spans: [DayRange] = []
  /// The releases that were read, for the manifest.
  private(set) var files: [InputFile] = []
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

  private let inputs: RunInputs
  /// Which period's releases and policies each ledger takes, where the slots are for a bridge.
  private let sides: BridgeSides?
  private var loaded: [String: Int] = [:]
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
    if let other {
      schedules = other.schedules
      baseUnits = other.baseUnits
      files = other.files
      loaded = other.loaded
    }
    firstDay = inputs.period.first.daysSinceEpoch
    let grouping = PolicyGroups(inputs, dictionaries, periods: sides?.periods)
    groups = grouping.groupOfClinician
    for timeline in grouping.timelines { try add(timeline) }
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
    let slot = Int(slotOfDay[group][offset])
    if postChoiceOfDetail.isEmpty { return slot }
    return Int(variants[slot][Int(postChoiceOfDetail[Int(line.detail)])])
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

  /// Adds the slots of a group's days.
  private mutating func add(_ timeline: PolicyGroups.Timeline) throws(InputFailure) {
    var days: [Int16] = []
    days.reserveCapacity(inputs.period.count)
    var changes = timeline.changes.union(inputs.benchmark.changes)
    for policy in timeline.policies { changes.formUnion(policy.changes) }
    var engines = (pay: -1, benchmark: -1)
    var before: (pay: CalendarDate, benchmark: CalendarDate)?
    for offset in 0..<inputs.period.count {
      let day = inputs.period.first.advanced(by: offset)
      let (pay, benchmark) = terms(day, timeline)
      if Self.isCrossed(changes, from: before?.pay, to: pay.policyDay) {
        engines.pay = engine(pay.policy, pay.policyDay)
      }
      if Self.isCrossed(changes, from: before?.benchmark, to: benchmark.policyDay) {
        engines.benchmark = engine(benchmark.policy, benchmark.policyDay)
      }
      before = (pay.policyDay, benchmark.policyDay)
      let slot = Slot(pay: try ledger(pay, engines.pay), benchmark: try ledger(benchmark, engines.benchmark))
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
    let none = Choice(schedule: nil, isSubstitute: false)
    postChoices = [PostChoice(pay: none, benchmark: none)]
    for detail in details {
      guard let day = detail.postDay else {
        postChoiceOfDetail.append(0)
        continue
      }
      let days = postDays(CalendarDate(daysSinceEpoch: day))
      let choice = PostChoice(pay: try choice(days.pay), benchmark: try choice(days.benchmark))
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
          (slot.pay.schedule, slot.pay.isSubstitute) = (choice.pay.schedule, choice.pay.isSubstitute)
        }
        if slot.benchmark.followsPostDate {
          (slot.benchmark.schedule, slot.benchmark.isSubstitute) =
            (choice.benchmark.schedule, choice.benchmark.isSubstitute)
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
    let ofDay = try choice(terms.vintageDay)
    let vintage = inputs.vintage(of: terms.vintagePolicy)
    switch vintage {
    case .frozen(let frozen): return try fixed(try number(of: frozen.uppercased()), ofDay, engine)
    case .survey:
      let release = try inputs.surveyRelease()
      return try fixed(try number(of: release), ofDay, engine)
    case .serviceDate, .postDate:
      let followsPostDate = vintage == .postDate
      return Ledger(
        schedule: ofDay.schedule, isSubstitute: ofDay.isSubstitute, engine: engine,
        serviceDateSchedule: followsPostDate ? ofDay.schedule : nil, followsPostDate: followsPostDate)
    }
  }

  private func fixed(_ schedule: Int, _ ofDay: Choice, _ engine: Int) throws(InputFailure) -> Ledger {
    Ledger(
      schedule: schedule, isSubstitute: false, engine: engine, serviceDateSchedule: ofDay.schedule,
      followsPostDate: false)
  }

  private mutating func choice(_ day: CalendarDate) throws(InputFailure) -> Choice {
    guard let choice = inputs.library.calendar.choose(for: day) else {
      return Choice(schedule: nil, isSubstitute: false)
    }
    return Choice(schedule: try number(of: choice.release), isSubstitute: choice.isSubstitute)
  }

  /// The number of a release among those that are loaded.
  private mutating func number(of release: String) throws(InputFailure) -> Int {
    if let number = loaded[release] { return number }
    let read = try inputs.library.load(release)
    loaded[release] = schedules.count
    schedules.append(read.schedule)
    baseUnits.append(try inputs.library.anesthesiaBaseUnits(of: read.schedule.info))
    files.append(
      InputFile(
        role: "release", path: "cms-pfs/\(read.schedule.info.release)/rvu.csv", size: read.size, sha256: read.sha256))
    return schedules.count - 1
  }
}
