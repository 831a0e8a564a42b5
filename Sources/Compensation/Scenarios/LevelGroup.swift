import ProductivityModel

/// Clinicians whose pay is to be kept level, added up once, with what of their plans is moved.
struct LevelGroup {
  private struct Subject {
    var member: PlanMember
    var intervals: [MeasuredInterval]
    /// Which intervals are moved.
    var isMoved: [Bool]
  }

  private let lever: LevelPay.Lever
  private var subjects: [Subject] = []
  /// What those are paid whom the lever does not move.
  private var constant: Int64 = 0
  /// What holds the pay of those whom the lever does not move.
  private var constantHolds: [PayHold] = []
  /// Whether a plan that may be moved pays for work RVUs.
  private(set) var hasProduction = false

  init(_ lever: LevelPay.Lever, _ members: [PlanMember], through: CalendarDate, plan: String?) {
    self.lever = lever
    for member in members {
      var intervals = PlanArithmetic.intervals(of: member, through: through)
      var isMoved: [Bool] = []
      for index in intervals.indices {
        let isOpen = plan == nil || intervals[index].plans.contains { $0.id == plan }
        guard isOpen, let production = intervals[index].terms.production else {
          isMoved.append(false)
          continue
        }
        hasProduction = true
        isMoved.append(lever == .rate || production.hasThreshold)
        // From base, a threshold would move with the rate.
        intervals[index].terms.fixThreshold()
      }
      guard isMoved.contains(true) else {
        let statements = PlanArithmetic.unbalanced(intervals, of: member)
        constant += statements.reduce(0) { $0 + $1.earned.cents }
        constantHolds += PayHold.holding(statements)
        continue
      }
      subjects.append(Subject(member: member, intervals: intervals, isMoved: isMoved))
    }
  }

  /// Whether there is anything to move.
  var isMovable: Bool { !subjects.isEmpty }

  private var moved: [MeasuredInterval] {
    subjects.flatMap { subject in zip(subject.intervals, subject.isMoved).filter(\.1).map(\.0) }
  }

  /// The shifts that are possible: no rate below zero or above the highest, no threshold above the highest; below zero a
  /// threshold stays at zero.
  var bounds: ClosedRange<Int64> {
    switch lever {
    case .threshold:
      let thresholds = moved.compactMap { $0.terms.annualThreshold?.millionths }
      return -(thresholds.max() ?? 0)...max(Scenario.highestThreshold.millionths - (thresholds.max() ?? 0), 0)
    case .rate:
      let rates = moved.flatMap { $0.terms.production?.tiers.map(\.rate.millionths) ?? [] }
      return -(rates.min() ?? 0)...max(ConversionRate.highest.millionths - (rates.max() ?? 0), 0)
    }
  }

  /// What all are paid in all after a shift, in cents.
  func pay(_ shift: Int64) -> Int64 {
    subjects.reduce(constant) { sum, subject in sum + Self.earned(moved(subject, shift), subject.member) }
  }

  /// How many clinicians have their pay held after a shift, by what holds it.
  func held(_ shift: Int64) -> [PayHold: Int] {
    let holds = subjects.flatMap { subject in
      PayHold.holding(PlanArithmetic.unbalanced(moved(subject, shift), of: subject.member))
    }
    return (constantHolds + holds).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private func moved(_ subject: Subject, _ shift: Int64) -> [MeasuredInterval] {
    var intervals = subject.intervals
    for index in intervals.indices where subject.isMoved[index] { move(&intervals[index].terms, shift) }
    return intervals
  }

  /// The plans that are moved, each entry once.
  func levels(_ shift: Int64) -> [LevelPay.Level] {
    var levels: [LevelPay.Level] = []
    for interval in moved {
      var after = interval.terms
      move(&after, shift)
      for plan in interval.plans
      where !levels.contains(where: { $0.plan == plan.id && $0.from == plan.effective.first }) {
        levels.append(
          LevelPay.Level(
            plan: plan.id, from: plan.effective.first, before: height(of: interval.terms), after: height(of: after),
            tiersBefore: interval.terms.production?.tiers ?? [], tiersAfter: after.production?.tiers ?? []))
      }
    }
    return levels.sorted { ($0.plan, $0.from) < ($1.plan, $1.from) }
  }

  private func height(of terms: PlanTerms) -> Int64 {
    switch lever {
    case .threshold: terms.annualThreshold?.millionths ?? 0
    case .rate: terms.production?.tiers.first?.rate.millionths ?? 0
    }
  }

  private func move(_ terms: inout PlanTerms, _ shift: Int64) {
    guard var production = terms.production else { return }
    switch lever {
    case .threshold:
      guard case .fixed(let work) = production.threshold else { return }
      production.threshold = .fixed(WorkRVU(millionths: max(work.millionths + shift, 0)))
    case .rate:
      for tier in production.tiers.indices { production.tiers[tier].rate.millionths += shift }
    }
    terms.production = production
  }

  private static func earned(_ intervals: [MeasuredInterval], _ member: PlanMember) -> Int64 {
    PlanArithmetic.unbalanced(intervals, of: member).reduce(0) { $0 + $1.earned.cents }
  }
}
