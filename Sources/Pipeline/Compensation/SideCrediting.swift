import Benchmarking
import Compensation
import Crediting
import Ingest
import ProductivityModel
import Publishing
import Reporting

/// Credits the same lines by several sides: the logs are read once, and each crediting serves two sides, one in each ledger.
struct SideCrediting {
  /// Work by clinician and day of each side, in the order asked for.
  private(set) var daily: [DailyCredits] = []
  /// The policies under which those with a plan are credited on each side, each once.
  private(set) var policies: [[CreditPolicy]] = []
  /// The releases that value lines of those with a plan on each side, in order of their effective dates.
  private(set) var releases: [[String]] = []
  /// What must be said of those releases.
  private(set) var cautions: [String] = []
  /// The releases that were read, for the manifest.
  private(set) var files: [InputFile] = []
  /// The numbers of the clinicians, by id.
  let numbers: [String: Int32]

  /// Credits the lines that a pass has read.
  ///
  /// - Parameters:
  ///   - ids: the numbers of the roster's clinicians and specialties.
  ///   - rulings: which records do not go on.
  ///   - sharing: slots whose releases need not be read again.
  /// - Throws: `InputFailure` where a release cannot be read, `OutputFailure` where a temporary file cannot be read back.
  init(
    _ sides: [CreditSide], of inputs: RunInputs, _ pass: inout LogPass,
    _ ids: (clinicians: [String: Int32], specialties: [String: Int32]), rulings: LineRulings, sharing: DaySlots? = nil
  ) throws {
    let dictionaries = pass.dictionaries
    numbers = Dictionary(
      (0..<dictionaries.clinicians.count).map { (dictionaries.clinicians.text($0), Int32($0)) }
    ) { first, _ in first }
    let planDays = (inputs.roster?.intervals ?? []).filter { !$0.plan.isEmpty }.compactMap { row in
      numbers[row.clinicianID].flatMap { number in row.days(in: inputs.period).map { (clinician: number, days: $0) } }
    }
    var index = 0
    var shared = sharing
    while index < sides.count {
      // An odd side out stands in both ledgers.
      let second = index + 1 < sides.count ? sides[index + 1] : sides[index]
      let own = inputs.crediting(sides[index], second)
      let slots = try DaySlots(own, dictionaries, sharing: shared)
      shared = slots
      files = slots.files
      var crediting = try Run.crediting(own, slots, pass, ids, rulings: rulings)
      crediting.daily.pay = DailyCredits(inputs.period, clinicians: dictionaries.clinicians.count)
      crediting.daily.benchmark = DailyCredits(inputs.period, clinicians: dictionaries.clinicians.count)
      try Run.creditAll(&pass, &crediting, keepsLines: true)
      try CountableWork(inputs, pass).check(crediting.tallies)
      for (work, ledger) in [(crediting.daily.pay, \DaySlots.Slot.pay), (crediting.daily.benchmark, \.benchmark)] {
        guard daily.count < sides.count, let work else { continue }
        daily.append(work)
        let terms = slots.terms(of: planDays, in: ledger)
        policies.append(terms.policies)
        let used = terms.schedules.map(\.info).sorted { $0.effective.first < $1.effective.first }
        for info in used {
          if let caution = info.caution, !cautions.contains(caution) { cautions.append(caution) }
        }
        releases.append(used.map(\.release))
      }
      index += 2
    }
  }

  /// A clinician's work by day under a side; nil where no line brings any.
  func work(of id: String, side: Int) -> DailyWork? { numbers[id].flatMap { daily[side].work(of: $0) } }
}
