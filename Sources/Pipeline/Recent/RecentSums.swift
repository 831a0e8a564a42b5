import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// Sums over windows of days, of the period's lines and those before it, and the clinical time of the same days.
struct RecentSums {
  /// Sums of a clinician and specialty in some days.
  private struct Sums {
    var all = ProductivitySums()
    /// What of them is compared: not of leave or outside employment, nor of a ramp where the job leaves it out.
    var compared = ProductivitySums()
    /// What of them is of days of leave or outside employment.
    var uncounted = ProductivitySums()
  }

  /// Sums of a clinician and specialty in pieces that follow each other, as they were credited: not copied, since they are many.
  private struct Part {
    /// The number of the first piece.
    var first: Int
    var tally: RoleTally
  }

  /// The windows.
  let days: RecentDays
  /// The first day from which on the logs are whole.
  let beginning: CalendarDate
  @Boxed private var inputs: RunInputs
  private let pieces: [DayRange]
  private let months: [YearMonth]
  /// Why sums of days before ``beginning`` are not known.
  private let logsBegin: String
  private var parts: [[String]: [Part]] = [:]
  private let leavesOutRamp: Bool
  private var specialtiesOf: [String: [String]] = [:]
  private let intervals: [String: [RosterInterval]]

  /// The sums of a run.
  ///
  /// - Parameters:
  ///   - own: of the period, one for each piece of it.
  ///   - earlier: of the days before; nil where there are no lines.
  ///   - rates: work for each dollar of charge by specialty, where the pay policy values lines so.
  init(
    _ days: RecentDays, _ inputs: RunInputs, own: [RoleTally], earlier: EarlierCrediting?, rates: ChargeRates,
    _ dictionaries: RunDictionaries, beginning: CalendarDate
  ) {
    self.days = days
    self.inputs = inputs
    self.beginning = beginning
    logsBegin = "the logs begin at \(beginning)"
    months = days.months.map { YearMonth(containing: $0.first) }
    let before = earlier?.pieces ?? []
    pieces = before + days.pieces(of: inputs.period)
    intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    leavesOutRamp = inputs.job.time.rules.ramp == .exclude
    for (tallies, first) in [(earlier?.tallies ?? [], 0), (own, before.count)] {
      for tally in tallies {
        var tally = rates.valued(tally)
        // They would be held beyond their use.
        tally.services = RoleServices()
        let specialty = tally.specialty < 0 ? "" : dictionaries.specialties.text(Int(tally.specialty))
        let key = [dictionaries.clinicians.text(Int(tally.clinician)), specialty]
        parts[key, default: []].append(Part(first: first, tally: tally))
      }
    }
    for key in parts.keys { specialtiesOf[key[0], default: []].append(key[1]) }
  }

  // MARK: Work

  /// What a clinician has in a specialty in the windows.
  ///
  /// - Parameters:
  ///   - isTimeKnown: whether the roster's clinical time can be used.
  func work(of id: String, _ specialty: String, isSplit: Bool, isTimeKnown: Bool) -> RecentWork {
    let role = Role(
      id: id, specialty: specialty, isSplit: isSplit, parts: parts[[id, specialty]] ?? [],
      intervals: (intervals[id] ?? []).filter { isSplit || $0.specialty == specialty })
    func pair(_ pair: RecentDays.Pair) -> RecentWork.Pair {
      RecentWork.Pair(
        now: window(of: role, pair.now, isTimeKnown: isTimeKnown),
        yearBefore: window(of: role, pair.yearBefore, isTimeKnown: isTimeKnown))
    }
    return RecentWork(
      month: pair(days.month), yearToDate: pair(days.yearToDate), rollingTwelve: pair(days.rollingTwelve),
      months: months, monthly: days.months.map { isKnown($0, of: role) ? sum(role.parts, $0).all.totals : nil })
  }

  /// A clinician in a specialty, or in all where the role is split, looked up once.
  private struct Role {
    var id: String
    var specialty: String
    var isSplit: Bool
    /// The sums; none without lines.
    var parts: [Part]
    var intervals: [RosterInterval]
  }

  private func window(of role: Role, _ days: DayRange, isTimeKnown: Bool) -> WorkWindow {
    guard isKnown(days, of: role) else {
      let isAway = isAway(role, days)
      var window = WorkWindow(
        days: days, totals: nil, gap: isAway ? "the roster has none of these days" : logsBegin)
      window.isAway = isAway
      return window
    }
    let sum = sum(role.parts, days)
    let time = isTimeKnown ? time(role.id, role.specialty, days, isSplit: role.isSplit) : nil
    var window = WorkWindow(
      days: days, totals: sum.all.totals, daysCounted: time?.days ?? 0,
      clinicalFTEMillionths: inputs.roster == nil ? nil : time?.meanFTEMillionths,
      perFTE: time?.perFTE(WorkRVU(millionths: sum.compared.benchmark)))
    if inputs.roster != nil, let time {
      window.fteDays = time.fteDays
      window.employed = time.span
      window.leaveDays = time.leaveDays
    }
    return window
  }

  /// Benchmark work that is compared, in some days.
  func compared(_ id: String, _ specialty: String, _ days: DayRange) -> WorkRVU {
    WorkRVU(millionths: sum(id, specialty, days).compared.benchmark)
  }

  /// A clinician's sums over some days, in some specialties or, where they are nil, in all.
  func totals(_ id: String, specialties: [String]?, _ days: DayRange) -> ProductivityTotals {
    (specialties ?? specialtiesOf[id] ?? []).map { sum(id, $0, days).all }
      .reduce(into: ProductivitySums()) { $0 += $1 }.totals
  }

  /// What of these sums is of days of leave or outside employment.
  func uncounted(_ id: String, specialties: [String]?, _ days: DayRange) -> ProductivityTotals {
    (specialties ?? specialtiesOf[id] ?? []).map { sum(id, $0, days).uncounted }
      .reduce(into: ProductivitySums()) { $0 += $1 }.totals
  }

  private func sum(_ id: String, _ specialty: String, _ days: DayRange) -> Sums {
    sum(parts[[id, specialty]] ?? [], days)
  }

  private func sum(_ own: [Part], _ days: DayRange) -> Sums {
    var result = Sums()
    for part in own {
      for (index, piece) in pieces[part.first...].prefix(part.tally.months.count).enumerated()
      where days.contains(piece.first) && days.contains(piece.last) {
        let (all, uncounted) = (part.tally.months[index], part.tally.uncountedMonths[index])
        result.all += all
        result.uncounted += uncounted
        result.compared += all
        result.compared -= uncounted
        if leavesOutRamp { result.compared -= part.tally.rampMonths[index] }
      }
    }
    return result
  }

  // MARK: Time

  /// Whether the sums of some days are known: the logs are whole in them, and the clinician was there.
  private func isKnown(_ days: DayRange, of role: Role) -> Bool {
    if isAway(role, days) { return false }
    // Whoever came later than the first day has no work before that could be missing.
    return (role.intervals.compactMap { $0.days(in: days)?.first }.min() ?? days.first) >= beginning
  }

  /// Whether the roster has a clinician in none of some days, and the logs neither.
  private func isAway(_ role: Role, _ days: DayRange) -> Bool {
    guard inputs.roster != nil, !role.intervals.isEmpty,
      !role.intervals.contains(where: { $0.days(in: days) != nil })
    else { return false }
    return sum(role.parts, days).all.lines == 0
  }

  /// The clinical time of a role in some days; nil where the roster gives none.
  ///
  /// - Parameters:
  ///   - isSplit: whether the roles of all specialties count together.
  ///   - countsAll: whether days of leave and of a ramp count too.
  func time(
    _ id: String, _ specialty: String, _ days: DayRange, isSplit: Bool, pace: AnnualPace? = nil,
    countsAll: Bool = false
  ) -> ClinicalTime? {
    guard inputs.roster != nil else { return ClinicalTime(wholeOf: days, pace: pace) }
    let all = intervals[id] ?? []
    guard let effort = try? RoleSplit.withEffort(all, in: days) else { return nil }
    var own = effort.filter { isSplit || $0.specialty == specialty }
    if countsAll {
      for index in own.indices { (own[index].leave, own[index].ramp) = ([], []) }
    }
    return ClinicalTime(own, in: days, rules: inputs.job.time.rules, pace: pace)
  }
}
