import Benchmarking
import ProductivityModel

/// Which of two periods' fee schedules and policies credit the lines of one of them, in each ledger of a crediting.
struct BridgeSides: Sendable {
  /// Whose release and whose rules a ledger takes.
  struct Ledger: Sendable {
    var vintage: PeriodPair.Side
    var policy: PeriodPair.Side
  }

  let periods: PeriodPair
  /// Whose lines are credited.
  let own: PeriodPair.Side
  let pay: Ledger
  let benchmark: Ledger

  /// The lines of a period under a policy, in the pay ledger with the earlier period's releases and in the other with the later's.
  init(_ periods: PeriodPair, own: PeriodPair.Side, policy: PeriodPair.Side) {
    self.periods = periods
    self.own = own
    pay = Ledger(vintage: .from, policy: policy)
    benchmark = Ledger(vintage: .to, policy: policy)
  }

  /// The day of a side that stands for a day of the lines' own period.
  func day(_ day: CalendarDate, as side: PeriodPair.Side) -> CalendarDate { periods.day(day, of: own, as: side) }

  /// The day of a side that stands for a day of posting, which may lie after its period.
  func postDay(_ day: CalendarDate, as side: PeriodPair.Side) -> CalendarDate {
    side == own ? day : periods.moved(day, forwards: own == .from)
  }
}
