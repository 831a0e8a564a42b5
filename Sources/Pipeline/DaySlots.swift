import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// Which release and policy rows credit a line of each day of the period, worked out once.
///
/// Days that are credited alike share a slot.
struct DaySlots: Sendable {
  /// How lines of some days are credited in one ledger.
  struct Ledger: Hashable, Sendable {
    /// The release's place among the loaded schedules; nil where none covers the days.
    var schedule: Int?
    /// Whether the release stands in for one that is not on board.
    var isSubstitute: Bool
    /// The policy's engine for the days.
    var engine: Int
  }

  /// How lines of some days are credited in both ledgers.
  struct Slot: Hashable, Sendable {
    var pay: Ledger
    var benchmark: Ledger
  }

  private(set) var slots: [Slot] = []
  private(set) var schedules: [FeeSchedule] = []
  private(set) var engines: [CreditEngine] = []
  /// The first and last day of each slot.
  private(set) var spans: [DayRange] = []
  /// The releases that were read, for the manifest.
  private(set) var files: [InputFile] = []
  private var slotOfDay: [Int16] = []
  private let firstDay: Int32

  /// The slots of a period's days.
  ///
  /// - Throws: `InputFailure` where a release that is needed cannot be read.
  init(_ inputs: RunInputs) throws(InputFailure) {
    firstDay = inputs.period.first.daysSinceEpoch
    var loaded: [String: Int] = [:]
    var engineOfPolicy: [CreditPolicy: Int] = [:]
    var slotNumbers: [Slot: Int] = [:]
    let payChanges = Set(inputs.pay.changes)
    let benchmarkChanges = Set(inputs.benchmark.changes)
    var payEngine = -1
    var benchmarkEngine = -1
    for offset in 0..<inputs.period.count {
      let day = inputs.period.first.advanced(by: offset)
      if payEngine < 0 || payChanges.contains(day) { payEngine = engine(inputs.pay, day, &engineOfPolicy) }
      if benchmarkEngine < 0 || benchmarkChanges.contains(day) {
        benchmarkEngine = engine(inputs.benchmark, day, &engineOfPolicy)
      }
      let slot = Slot(
        pay: try ledger(inputs.pay, day, inputs, &loaded, payEngine),
        benchmark: try ledger(inputs.benchmark, day, inputs, &loaded, benchmarkEngine))
      if let number = slotNumbers[slot] {
        slotOfDay.append(Int16(number))
        spans[number] = DayRange(spans[number].first, through: day) ?? spans[number]
      } else {
        slotNumbers[slot] = slots.count
        slotOfDay.append(Int16(slots.count))
        slots.append(slot)
        if let span = DayRange(day, through: day) { spans.append(span) }
      }
    }
  }

  /// The slot of a day; -1 outside the period.
  @inline(__always)
  func slot(ofDay day: Int32) -> Int {
    let offset = Int(day) - Int(firstDay)
    return offset >= 0 && offset < slotOfDay.count ? Int(slotOfDay[offset]) : -1
  }

  private mutating func engine(
    _ policy: CreditPolicy, _ day: CalendarDate, _ known: inout [CreditPolicy: Int]
  ) -> Int {
    let inEffect = policy.inEffect(on: day)
    if let number = known[inEffect] { return number }
    engines.append(CreditEngine(inEffect))
    known[inEffect] = engines.count - 1
    return engines.count - 1
  }

  private mutating func ledger(
    _ policy: CreditPolicy, _ day: CalendarDate, _ inputs: RunInputs, _ loaded: inout [String: Int], _ engine: Int
  ) throws(InputFailure) -> Ledger {
    let release: String
    var isSubstitute = false
    switch policy.vintage ?? inputs.job.vintage {
    case .frozen(let frozen): release = frozen.uppercased()
    case .serviceDate:
      guard let choice = inputs.library.calendar.choose(for: day) else {
        return Ledger(schedule: nil, isSubstitute: false, engine: engine)
      }
      release = choice.release
      isSubstitute = choice.isSubstitute
    }
    if let number = loaded[release] { return Ledger(schedule: number, isSubstitute: isSubstitute, engine: engine) }
    let read = try inputs.library.load(release)
    loaded[release] = schedules.count
    schedules.append(read.schedule)
    files.append(
      InputFile(
        role: "release", path: "cms-pfs/\(read.schedule.info.release)/rvu.csv", size: read.size, sha256: read.sha256))
    return Ledger(schedule: schedules.count - 1, isSubstitute: isSubstitute, engine: engine)
  }
}
