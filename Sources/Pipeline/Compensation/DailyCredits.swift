import Compensation
import ProductivityModel

/// Work by clinician and day of service in one ledger, as it is added up while lines are credited.
///
/// What a policy gives to another clinician counts on the day of service of whoever has it in the end. Sums are integers, so the
/// order in which lines come does not matter.
struct DailyCredits: Sendable {
  private let period: DayRange
  /// Millionths of a work RVU, by clinician and day; empty where a clinician has none.
  private var millionths: [[Int64]]
  private var lines: [[Int32]]

  /// No work of any of some clinicians.
  init(_ period: DayRange, clinicians: Int) {
    self.period = period
    millionths = [[Int64]](repeating: [], count: clinicians)
    lines = [[Int32]](repeating: [], count: clinicians)
  }

  /// Adds what a line brings a clinician.
  ///
  /// - Precondition: the day lies in the period.
  mutating func add(_ clinician: Int32, day: Int32, _ credit: Int64) {
    guard credit != 0 else { return }
    let (row, offset) = (Int(clinician), Int(day - period.first.daysSinceEpoch))
    if millionths[row].isEmpty {
      millionths[row] = [Int64](repeating: 0, count: period.count)
      lines[row] = [Int32](repeating: 0, count: period.count)
    }
    millionths[row][offset] += credit
    lines[row][offset] += 1
  }

  /// Adds other work of the same clinicians in the same period.
  mutating func add(_ others: DailyCredits) {
    for row in millionths.indices where !others.millionths[row].isEmpty {
      if millionths[row].isEmpty {
        millionths[row] = others.millionths[row]
        lines[row] = others.lines[row]
        continue
      }
      for offset in millionths[row].indices {
        millionths[row][offset] += others.millionths[row][offset]
        lines[row][offset] += others.lines[row][offset]
      }
    }
  }

  /// A clinician's work; nil where no line brings any.
  func work(of clinician: Int32) -> DailyWork? {
    guard !millionths[Int(clinician)].isEmpty else { return nil }
    var work = DailyWork(period)
    work.millionths = millionths[Int(clinician)]
    work.lines = lines[Int(clinician)]
    return work
  }
}
