import ProductivityModel
import Testing

@testable import Compensation

/// Builds plans and clinicians for the tests, in the words of a plan's file.
struct PlanFixture {
  var terms = PlanTerms()
  var effective = DayRange(year: 2026)
  var fte: Int32 = 1_000_000
  var work: [(day: CalendarDate, millionths: Int64)] = []
  var quantities = PlanQuantities()
  var payments: [Payment] = []
  var opening: [String: Money] = [:]

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(daysSinceEpoch: 0)
  }

  static func money(_ dollars: Int64) -> Money { Money(cents: dollars * 100) }

  static func tiers(_ tiers: (from: Int64, rate: Int64)...) -> ProductionTerms {
    ProductionTerms(
      tiers: tiers.map {
        ProductionTerms.Tier(
          from: WorkRVU(millionths: $0.from * 1_000_000), rate: ConversionRate(millionths: $0.rate * 1_000_000))
      })
  }

  func plan(_ id: String = "plan", days: DayRange? = nil) -> CompensationPlan {
    CompensationPlan(
      id: id, effective: days ?? effective, terms: terms, position: SourcePosition(file: "plans.yaml", line: 1))
  }

  /// A clinician with one plan over its effective days.
  func member(_ id: String = "C-1", plans: [CompensationPlan]? = nil, known: DayRange? = nil) -> PlanMember {
    let plans = plans ?? [plan()]
    let first = MeasurementYear(
      containing: plans.map(\.effective.first).min() ?? effective.first, startMonth: terms.yearStart
    ).days.first
    let last = MeasurementYear(
      containing: plans.map(\.effective.last).max() ?? effective.last, startMonth: terms.yearStart
    ).days.last
    let days = DayRange(first, through: last) ?? effective
    var time = DailyTime(days)
    for plan in plans {
      for day in plan.effective.first.daysSinceEpoch...plan.effective.last.daysSinceEpoch {
        time.clinical[Int(day - first.daysSinceEpoch)] = fte
        time.total[Int(day - first.daysSinceEpoch)] = fte
      }
    }
    var daily = DailyWork(known ?? days)
    for item in work {
      let index = Int(item.day.daysSinceEpoch - daily.days.first.daysSinceEpoch)
      daily.millionths[index] += item.millionths
      daily.lines[index] += 1
    }
    return PlanMember(
      id: id, assignments: plans.map { PlanAssignment($0, days: $0.effective) }, time: time, work: daily,
      quantities: quantities, payments: payments, opening: opening)
  }

  func statements(plans: [CompensationPlan]? = nil, through: String = "2026-12-31") -> [PlanStatement] {
    PlanArithmetic.statements(of: member(plans: plans), through: Self.day(through))
  }

  mutating func add(_ day: String, _ work: Int64) { self.work.append((Self.day(day), work * 1_000_000)) }
}

extension [PlanStatement] {
  /// What was earned in all periods, in cents.
  var earned: Int64 { reduce(0) { $0 + $1.earned.cents } }

  /// What each period pays of some kinds, in cents.
  func cents(_ kinds: StatementComponent.Kind...) -> [Int64] {
    flatMap(\.periods).map { period in
      period.components.filter { kinds.contains($0.kind) }.reduce(0) { $0 + $1.amount.cents }
    }
  }
}
