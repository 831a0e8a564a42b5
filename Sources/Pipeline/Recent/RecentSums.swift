import Benchmarking
import Ingest
import ProductivityModel
import Reporting

/// Sums over windows of days, of the period's lines and those before it, and the clinical time of the same days.
struct RecentSums {
  /// Sums of a clinician and specialty in a piece.
  private struct Piece {
    var all = ProductivitySums()
    /// What of them is compared: not of leave or outside employment, nor of a ramp where the job leaves it out.
    var compared = ProductivitySums()
    /// What of them is of days of leave or outside employment.
    var uncounted = ProductivitySums()
  }

  /// The windows.
  let days: RecentDays
  /// The first day from which on the logs are whole.
  let beginning: CalendarDate
  private let inputs: RunInputs
  private let pieces: [DayRange]
  private var sums: [[String]: [Piece]] = [:]
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
    let before = earlier?.pieces ?? []
    pieces = before + days.pieces(of: inputs.period)
    intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    let leavesOutRamp = inputs.job.time.rules.ramp == .exclude
    for (tallies, first) in [(earlier?.tallies ?? [], 0), (own, before.count)] {
      for tally in tallies.map(rates.valued) {
        let specialty = tally.specialty < 0 ? "" : dictionaries.specialties.text(Int(tally.specialty))
        let key = [dictionaries.clinicians.text(Int(tally.clinician)), specialty]
        var own = sums[key] ?? [Piece](repeating: Piece(), count: pieces.count)
        for index in tally.months.indices {
          var compared = tally.months[index]
          compared -= tally.uncountedMonths[index]
          if leavesOutRamp { compared -= tally.rampMonths[index] }
          own[first + index].all += tally.months[index]
          own[first + index].compared += compared
          own[first + index].uncounted += tally.uncountedMonths[index]
        }
        sums[key] = own
      }
    }
    for key in sums.keys { specialtiesOf[key[0], default: []].append(key[1]) }
  }

  // MARK: Work

  /// What a clinician has in a specialty in the windows.
  ///
  /// - Parameters:
  ///   - isTimeKnown: whether the roster's clinical time can be used.
  func work(of id: String, _ specialty: String, isSplit: Bool, isTimeKnown: Bool) -> RecentWork {
    func pair(_ pair: RecentDays.Pair) -> RecentWork.Pair {
      RecentWork.Pair(
        now: window(id, specialty, pair.now, isSplit: isSplit, isTimeKnown: isTimeKnown),
        yearBefore: window(id, specialty, pair.yearBefore, isSplit: isSplit, isTimeKnown: isTimeKnown))
    }
    return RecentWork(
      month: pair(days.month), yearToDate: pair(days.yearToDate), rollingTwelve: pair(days.rollingTwelve),
      months: days.months.map { YearMonth(containing: $0.first) },
      monthly: days.months.map { month in
        gap(id, specialty, month, isSplit: isSplit) == nil ? sum(id, specialty, month).all.totals : nil
      })
  }

  private func window(
    _ id: String, _ specialty: String, _ days: DayRange, isSplit: Bool, isTimeKnown: Bool
  ) -> WorkWindow {
    if let gap = gap(id, specialty, days, isSplit: isSplit) {
      var window = WorkWindow(days: days, totals: nil, gap: gap)
      window.isAway = isAway(id, specialty, days, isSplit: isSplit)
      return window
    }
    let sum = sum(id, specialty, days)
    let time = isTimeKnown ? time(id, specialty, days, isSplit: isSplit) : nil
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

  private func sum(_ id: String, _ specialty: String, _ days: DayRange) -> Piece {
    guard let own = sums[[id, specialty]] else { return Piece() }
    var result = Piece()
    for (piece, sum) in zip(pieces, own) where days.contains(piece.first) && days.contains(piece.last) {
      result.all += sum.all
      result.compared += sum.compared
      result.uncounted += sum.uncounted
    }
    return result
  }

  // MARK: Time

  /// Why the sums of some days are not known; nil where they are.
  private func gap(_ id: String, _ specialty: String, _ days: DayRange, isSplit: Bool) -> String? {
    if isAway(id, specialty, days, isSplit: isSplit) { return "the roster has none of these days" }
    let own = self.own(id, specialty, isSplit: isSplit)
    // Whoever came later than the first day has no work before that could be missing.
    let firstDay = own.isEmpty ? days.first : own.compactMap { $0.days(in: days)?.first }.min() ?? days.first
    return firstDay < beginning ? "the logs begin at \(beginning)" : nil
  }

  /// Whether the roster has a clinician in none of some days, and the logs neither.
  private func isAway(_ id: String, _ specialty: String, _ days: DayRange, isSplit: Bool) -> Bool {
    let own = self.own(id, specialty, isSplit: isSplit)
    guard inputs.roster != nil, !own.isEmpty, !own.contains(where: { $0.days(in: days) != nil }) else { return false }
    return sum(id, specialty, days).all.lines == 0
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

  private func own(_ id: String, _ specialty: String, isSplit: Bool) -> [RosterInterval] {
    (intervals[id] ?? []).filter { isSplit || $0.specialty == specialty }
  }
}
