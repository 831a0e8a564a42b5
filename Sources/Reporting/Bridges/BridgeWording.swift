import Benchmarking
import ProductivityModel

/// The words for a bridge's steps.
public struct BridgeWording {
  private let bridge: Bridge
  private let sum: Bridge.Sum
  /// How many families of codes the sentence on the mix names.
  private static let namedFamilies = 3

  init(bridge: Bridge, sum: Bridge.Sum) {
    self.bridge = bridge
    self.sum = sum
  }

  /// A period by its shortest name: `2025`, `Sep 2026`, `Jan to Sep 2026`, `May 1 to 14, 2026`.
  public static func name(of period: DayRange) -> String {
    let (first, last) = (period.first.parts, period.last.parts)
    let endsMonth = last.day == CalendarDate.daysInMonth(year: last.year, month: last.month)
    guard first.day == 1, endsMonth else { return DateWording.shortPeriod(period) }
    if first.month == 1, last.month == 12, first.year == last.year { return String(first.year) }
    let (from, to) = (DateWording.shortName(ofMonth: first.month), DateWording.shortName(ofMonth: last.month))
    guard first.year == last.year else { return "\(from) \(first.year) to \(to) \(last.year)" }
    return first.month == last.month ? "\(to) \(last.year)" : "\(from) to \(to) \(last.year)"
  }

  /// What a step is called.
  static func label(_ cause: BridgeStep.Cause) -> String {
    switch cause {
    case .joined: "Joined"
    case .left: "Left"
    case .days: "Days"
    case .meanFTE: "Clinical FTE"
    case .volume: "Volume"
    case .mix: "Mix"
    case .vintage: "Fee schedule"
    case .policy: "Policy"
    case .unsplit: "Not split"
    }
  }

  /// Whether a step can occur.
  func isTold(_ cause: BridgeStep.Cause) -> Bool {
    switch cause {
    case .joined: sum.joinedCount > 0
    case .left: sum.leftCount > 0
    case .unsplit: sum.unsplitCount > 0
    default: sum.splitCount > 0
    }
  }

  /// Whether a step is known: not the days where nobody's clinical time is, and no FTE without a roster.
  func isKnown(_ cause: BridgeStep.Cause) -> Bool {
    switch cause {
    case .days: sum.untimedCount < sum.splitCount
    case .meanFTE: sum.untimedCount < sum.splitCount && bridge.hasRoster
    default: true
    }
  }

  /// What stands behind a step.
  func sentence(_ cause: BridgeStep.Cause) -> String {
    switch cause {
    case .joined: "\(count(sum.joinedCount)) with services in \(bridge.to.name) only."
    case .left: "\(count(sum.leftCount)) with services in \(bridge.from.name) only."
    case .unsplit:
      "\(count(sum.unsplitCount)) whose services come to nothing after reversals: the change cannot be split by cause."
    case .days: days
    case .meanFTE: meanFTE
    case .volume: volume
    case .mix: mix
    case .vintage: vintage
    case .policy: policy
    }
  }

  private func count(_ number: Int) -> String {
    CountWording.sentence(CountWording.count(number, "clinician"))
  }

  // MARK: Time

  private var days: String {
    guard isKnown(.days) else { return timeGap }
    let (a, b) = (CellValue.integer(sum.time.from.days).text, CellValue.integer(sum.time.to.days).text)
    let what = bridge.hasRoster ? "Days employed and not on leave" : "Days of the period"
    return a == b ? "\(what): \(a) on both sides.\(untimed)" : "\(what): \(a), then \(b).\(untimed)"
  }

  private var meanFTE: String {
    guard bridge.hasRoster else {
      return
        "There is no roster: clinical FTE is not known and is taken as 1.00 on every day; a change of it is in the volume."
    }
    guard isKnown(.meanFTE), let from = sum.time.from.meanFTEMillionths, let to = sum.time.to.meanFTEMillionths else {
      return timeGap
    }
    let (a, b) = (CellValue.clinicalFTE(from).text, CellValue.clinicalFTE(to).text)
    let what = "Mean clinical FTE over those days\(bridge.capsAtFull ? ", each at most 1.00" : "")"
    return a == b ? "\(what): \(a) on both sides." : "\(what): \(a), then \(b)."
  }

  private var untimed: String {
    guard sum.untimedCount > 0 else { return "" }
    return
      " Of \(CountWording.count(sum.untimedCount, "clinician")) clinical time is not known; a change of it is in their volume."
  }

  /// Why nobody's clinical time is known.
  private var timeGap: String {
    let gaps = Set(bridge.rows.compactMap { $0.isSplit ? $0.timeGap : nil })
    let reason =
      switch (gaps.count, gaps.first) {
      case (1, .notInRoster?): "not in the roster"
      case (1, .splitRole?): "the shares of the role in the roster do not add up"
      case (1, .noClinicalTime?): "the roster gives no clinical time on one of the sides"
      default: "the roster does not tell it on both sides"
      }
    return "Clinical time is not known (\(reason)); a change of it is in the volume."
  }

  // MARK: Services

  private var volume: String {
    let (a, b) = (CellValue.units(sum.services.from).text, CellValue.units(sum.services.to).text)
    let all = "\(a) \(sum.services.from.tenThousandths == 10_000 ? "service" : "services") with work, then \(b)"
    guard isKnown(.days), sum.untimedCount == 0, let before = Self.rate(sum.timedServices.from, sum.time.from),
      let after = Self.rate(sum.timedServices.to, sum.time.to)
    else { return "\(all), net of reversals." }
    return
      "Services with work per day of a full clinical FTE: \(before), then \(after). In all \(all), net of reversals."
  }

  /// Services per day of a full FTE, to the hundredth.
  private static func rate(_ services: Units, _ time: BridgePart.Time) -> String? {
    guard time.fteDays > 0 else { return nil }
    let rate = Double(services.tenThousandths) / 10_000 / (Double(time.fteDays) / 1_000_000)
    return DecimalText.fixed(Int64((rate * 100).rounded()), scale: 2, decimals: 2, grouping: true)
  }

  private var mix: String {
    let lead = "What the services were, under the same fee schedule and policy."
    guard sum.name == bridge.total.name else { return lead }
    let named = bridge.families.filter { $0.mix != .zero }.prefix(Self.namedFamilies)
    guard !named.isEmpty else { return lead }
    let list = named.map { "\($0.name) \(Self.signed($0.mix))" }
    return "\(lead) The largest parts: \(list.joined(separator: "; "))."
  }

  // MARK: Values and rules

  private var vintage: String {
    if bridge.kind == .medianPeer { return "Zero by construction: both are valued by the releases of the same days." }
    let (a, b) = (bridge.from.releases, bridge.to.releases)
    let one =
      sum.linesOfOneVintage > 0
      ? " \(CountWording.sentence(CountWording.count(sum.linesOfOneVintage, "line"))) of codes that only one side's releases value."
      : ""
    guard a != b else { return "Both are valued by \(list(a)).\(one)" }
    return "\(CountWording.sentence(list(a))), then \(list(b)): the same services valued anew.\(one)"
  }

  private func list(_ releases: [String]) -> String {
    releases.isEmpty
      ? "no release" : "release\(releases.count == 1 ? "" : "s") \(CountWording.list(releases))"
  }

  private var policy: String {
    let (a, b) = (bridge.from.policies, bridge.to.policies)
    if bridge.kind == .medianPeer {
      return "Zero by construction: both are credited by \(CountWording.list(a)) on the same days."
    }
    if a != b {
      return "\(CountWording.list(a)), then \(CountWording.list(b)): the same services credited by other rules."
    }
    return sum.steps.policy == .zero
      ? "\(CountWording.list(a)) on both sides; none of its dated rows makes a difference."
      : "\(CountWording.list(a)) on both sides, with dated rows or assignments that differ."
  }

  /// Work RVUs with their sign and two decimals: `+12.30`, `-4.00`, `0.00`.
  public static func signed(_ work: WorkRVU) -> String {
    let text = CellValue.workRVU(work).text
    return work > .zero ? "+" + text : text
  }

  /// A change in percent of where it begins, with its sign; nil where that is not above zero.
  public static func percent(_ change: WorkRVU, of whole: WorkRVU) -> String? {
    guard whole > .zero else { return nil }
    let tenths = Int64((Double(change.millionths) / Double(whole.millionths) * 1_000).rounded())
    return (tenths > 0 ? "+" : "") + DecimalText.fixed(tenths, scale: 1, decimals: 1, grouping: true) + "%"
  }
}
