internal import GRDB
import ProductivityModel

extension Ledger {
  /// What a run has otherwise than it was closed; nil where every closed month is what it was.
  ///
  /// It is the last thing that is looked at before a run is published: however closed days are credited, they come to what
  /// people have seen.
  ///
  /// - Parameters:
  ///   - closings: those that the run kept.
  ///   - period: the days that it counted; closings that reach beyond them are passed over.
  /// - Throws: ``LedgerFailure`` where the ledger cannot be read, or the run changes what was closed.
  func checkClosed(_ closings: Set<Int64>, _ months: [LedgerEntry.Month], period: DayRange) throws(LedgerFailure) {
    let whole = try allClosings().filter { closings.contains($0.number) && period.intersection($0.period) == $0.period }
    for closing in whole {
      var sums = try closedMonths(of: closing.number)
      for month in months where closing.period.contains(month.month.days.first) {
        let key = ClosedMonth(
          clinician: month.clinician, specialty: month.specialty, month: month.month.description)
        let was = sums.removeValue(forKey: key) ?? ClosedWork()
        let now = ClosedWork(pay: month.pay.millionths, benchmark: month.benchmark.millionths)
        if was != now { throw changed(closing, key, was, now) }
      }
      if let (key, was) = sums.sorted(by: { $0.key < $1.key }).first(where: { $0.value != ClosedWork() }) {
        throw changed(closing, key, was, ClosedWork())
      }
    }
  }

  private struct ClosedMonth: Hashable, Comparable {
    var clinician: String
    var specialty: String
    var month: String

    static func < (a: ClosedMonth, b: ClosedMonth) -> Bool {
      (a.month, a.clinician, a.specialty) < (b.month, b.clinician, b.specialty)
    }
  }

  private struct ClosedWork: Equatable {
    var pay: Int64 = 0
    var benchmark: Int64 = 0
  }

  private func closedMonths(of closing: Int64) throws(LedgerFailure) -> [ClosedMonth: ClosedWork] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM closed_months WHERE closing = ?", arguments: [closing])
      var sums: [ClosedMonth: ClosedWork] = [:]
      for row in rows {
        let key = ClosedMonth(clinician: row["clinician_id"], specialty: row["specialty"], month: row["month"])
        sums[key] = ClosedWork(pay: row["work_pay_millionths"], benchmark: row["work_benchmark_millionths"])
      }
      return sums
    }
  }

  private func changed(
    _ closing: Closing, _ key: ClosedMonth, _ was: ClosedWork, _ now: ClosedWork
  ) -> LedgerFailure {
    func text(_ work: ClosedWork) -> String {
      "\(WorkRVU(millionths: work.pay)) pay and \(WorkRVU(millionths: work.benchmark)) benchmark wRVUs"
    }
    let place = key.specialty.isEmpty ? "" : " in \(key.specialty)"
    return LedgerFailure(
      path,
      "\(key.month) is closed, and this run would change it: \(key.clinician)\(place) has \(text(now)), and was closed with \(text(was)); nothing was published",
      hint:
        "see what changed with rvubench restate --period \(key.month); rvubench close --amend --reason TEXT takes it over"
    )
  }
}
