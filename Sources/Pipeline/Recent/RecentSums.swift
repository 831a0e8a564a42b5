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
    var all: MonthSums
    var uncounted: MonthSums
    var ramp: MonthSums
  }

  /// A clinician in a specialty.
  private struct RoleKey: Hashable {
    var id: String
    var specialty: String
  }

  /// The windows.
  let days: RecentDays
  /// The first day from which on the logs are whole.
  let beginning: CalendarDate
  @Boxed private var inputs: RunInputs
  private let pieces: [DayRange]
  private let months: [YearMonth]
  /// The place among ``months`` of each piece; nil for one that is in none.
  private let monthOfPiece: [Int?]
  /// A bit for each month that is whole in the logs.
  private let wholeMonths: UInt64
  /// Why sums of days before ``beginning`` are not known.
  private let logsBegin: String
  private var parts: [RoleKey: [Part]] = [:]
  private let leavesOutRamp: Bool
  /// The specialties of each clinician; where no target asks for the work in all of them, none.
  private var specialtiesOf: [String: [String]] = [:]
  private let intervals: [String: [RosterInterval]]
  /// What whoever has no lines has in the windows.
  private var nothing: RecentWork?

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
    let pieces = before + days.pieces(of: inputs.period)
    self.pieces = pieces
    monthOfPiece = pieces.map { piece in
      days.months.firstIndex { $0.contains(piece.first) && $0.contains(piece.last) }
    }
    wholeMonths = days.months.enumerated().reduce(0) { $1.element.first < beginning ? $0 : $0 | 1 << UInt64($1.offset) }
    intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    leavesOutRamp = inputs.job.time.rules.ramp == .exclude
    let specialties = (0..<dictionaries.specialties.count).map(dictionaries.specialties.text)
    for (tallies, first) in [(earlier?.tallies ?? [], 0), (own, before.count)] {
      for place in tallies.indices {
        let (clinician, specialty) = (tallies[place].clinician, tallies[place].specialty)
        let key = RoleKey(
          id: dictionaries.clinicians.text(Int(clinician)), specialty: specialty < 0 ? "" : specialties[Int(specialty)])
        parts[key, default: []].append(
          Part(
            first: first, all: rates.valued(tallies[place].months, of: specialty),
            uncounted: tallies[place].uncountedMonths, ramp: tallies[place].rampMonths))
      }
    }
    nothing = noWork
    guard inputs.hasTargets else { return }
    for key in parts.keys { specialtiesOf[key.id, default: []].append(key.specialty) }
  }

  // MARK: Work

  /// What a clinician has in a specialty in the windows.
  ///
  /// - Parameters:
  ///   - isTimeKnown: whether the roster's clinical time can be used.
  ///   - own: the sums of the months of the period.
  func work(
    of id: String, _ specialty: String, isSplit: Bool, isTimeKnown: Bool, months own: MonthlyTotals
  ) -> RecentWork {
    let role = Role(
      id: id, specialty: specialty, isSplit: isSplit, parts: parts[RoleKey(id: id, specialty: specialty)] ?? [],
      intervals: intervals.isEmpty ? [] : (intervals[id] ?? []).filter { isSplit || $0.specialty == specialty })
    func pair(_ pair: RecentDays.Pair, _ common: RecentWork.Pair?) -> RecentWork.Pair {
      let now = window(of: role, pair.now, isTimeKnown: isTimeKnown)
      let before = window(of: role, pair.yearBefore, isTimeKnown: isTimeKnown)
      guard var result = common else { return RecentWork.Pair(now: now, yearBefore: before) }
      // What is the same for thousands is held once.
      if result.now != now { result.now = now }
      if result.yearBefore != before { result.yearBefore = before }
      return result
    }
    let yearToDate = pair(days.yearToDate, nothing?.yearToDate)
    return RecentWork(
      month: pair(days.month, nothing?.month), yearToDate: yearToDate,
      rollingTwelve: days.rollingTwelve == days.yearToDate
        ? yearToDate : pair(days.rollingTwelve, nothing?.rollingTwelve),
      months: months, monthly: monthly(of: role).held(with: own))
  }

  /// The windows of someone who is known and has no lines.
  private var noWork: RecentWork {
    let role = Role(id: "", specialty: "", isSplit: false, parts: [], intervals: [])
    func pair(_ pair: RecentDays.Pair) -> RecentWork.Pair {
      RecentWork.Pair(
        now: window(of: role, pair.now, isTimeKnown: inputs.roster == nil),
        yearBefore: window(of: role, pair.yearBefore, isTimeKnown: inputs.roster == nil))
    }
    return RecentWork(
      month: pair(days.month), yearToDate: pair(days.yearToDate), rollingTwelve: pair(days.rollingTwelve), months: [],
      monthly: KnownMonths([]))
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

  /// The sums of each month, where they are known.
  private func monthly(of role: Role) -> KnownMonths {
    var known = wholeMonths
    if !role.intervals.isEmpty {
      known = days.months.enumerated().reduce(0) { isKnown($1.element, of: role) ? $0 | 1 << UInt64($1.offset) : $0 }
    }
    // Of whoever has one line in a year eleven months in twelve are nothing: only the others are looked at, which nearly always come in order.
    var found: [(month: Int, sums: ProductivitySums)] = []
    for part in role.parts {
      part.all.forEach { place, sums in
        guard let month = monthOfPiece[part.first + place], known & 1 << UInt64(month) != 0, !sums.isEmpty else {
          return
        }
        let last = found.lastIndex { $0.month <= month }
        if let last, found[last].month == month {
          found[last].sums += sums
        } else {
          found.insert((month, sums), at: last.map { $0 + 1 } ?? 0)
        }
      }
    }
    return KnownMonths(of: found.lazy.map { ($0.month, $0.sums.totals) }, known: known, count: months.count)
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
    sum(parts[RoleKey(id: id, specialty: specialty)] ?? [], days)
  }

  /// Whether a piece of some sums is of some days.
  private func isIn(_ days: DayRange, _ part: Part, _ place: Int) -> Bool {
    let piece = pieces[part.first + place]
    return days.contains(piece.first) && days.contains(piece.last)
  }

  /// The sums of all lines alone.
  private func lines(_ own: [Part], _ days: DayRange) -> ProductivitySums {
    var result = ProductivitySums()
    for part in own {
      part.all.forEach { place, sums in if isIn(days, part, place) { result += sums } }
    }
    return result
  }

  private func sum(_ own: [Part], _ days: DayRange) -> Sums {
    var result = Sums()
    for part in own {
      part.all.forEach { place, sums in
        guard isIn(days, part, place) else { return }
        result.all += sums
        result.compared += sums
      }
      part.uncounted.forEach { place, sums in
        guard !sums.isEmpty, isIn(days, part, place) else { return }
        result.uncounted += sums
        result.compared -= sums
      }
      guard leavesOutRamp else { continue }
      part.ramp.forEach { place, sums in
        if !sums.isEmpty, isIn(days, part, place) { result.compared -= sums }
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
    return lines(role.parts, days).lines == 0
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
