import Compensation
import ProductivityModel

/// What a statement is of: the periods shown, and all periods, from which each is worked out.
struct StatementScope {
  /// The clinician with the periods shown.
  let clinician: CompensationResults.Clinician
  /// The clinician with all periods.
  let whole: CompensationResults.Clinician
  /// The last day counted.
  let through: CalendarDate
  /// The payments, by whether they are in the balance.
  let payments: StatementPayments
  private let results: RunResults

  init(_ clinician: CompensationResults.Clinician, in results: RunResults) {
    self.clinician = clinician
    self.results = results
    whole = results.compensation?.clinicians.first { $0.id == clinician.id } ?? clinician
    through = results.compensation?.period.last ?? results.period.last
    payments = StatementPayments(
      of: whole, shown: Set(clinician.statements.flatMap(\.periods).map(\.days)), through: through)
  }

  /// Rows of payments and opening balances that could not be used.
  var unusedPayments: Int { results.compensation?.unusedPayments ?? 0 }

  /// Whether only some periods are shown.
  var isPart: Bool {
    clinician.statements.flatMap(\.periods).count < whole.statements.flatMap(\.periods).count
  }

  /// A statement with all of its periods, of which only some may be asked for.
  func whole(_ statement: PlanStatement) -> PlanStatement {
    whole.statements.first { $0.plans == statement.plans && $0.days == statement.days } ?? statement
  }

  /// A statement with all of its periods through the last one shown.
  func toDate(_ statement: PlanStatement) -> PlanStatement {
    var own = whole(statement)
    if let last = statement.periods.last { own.periods.removeAll { $0.days.first > last.days.first } }
    return own
  }

  /// What the words of a statement need.
  func context(of statement: PlanStatement) -> StatementContext {
    StatementContext(of: statement, whole.member, in: results)
  }

  /// The days of the periods shown on which a plan is in effect.
  var days: [DayRange] {
    clinician.statements.flatMap { statement in
      statement.periods.flatMap { period in
        context(of: statement).assigned.compactMap { $0.intersection(period.days) }
      }
    }.sorted { $0.first < $1.first }
  }

  /// Days under a plan in the periods shown, and the mean clinical FTE over them in millionths; nil for no day.
  var time: (days: Int, clinicalMillionths: Int64)? {
    let time = whole.member.time
    let days = days
    let count = days.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    var sum: Int64 = 0
    for range in days {
      let start = Int(range.first.daysSinceEpoch - time.days.first.daysSinceEpoch)
      for index in start..<(start + range.count) where time.clinical.indices.contains(index) {
        sum += Int64(time.clinical[index])
      }
    }
    return (count, Int64(rounded(Int128(sum), over: Int128(count))))
  }
}
