import Benchmarking
import Compensation
import ProductivityModel

/// A clinician's FTE on each day as the roster has it, for plans: parts of a split role by themselves, and not cut at 1.0.
struct RosterTime {
  /// FTE by day.
  private(set) var time: DailyTime
  /// The days on which the roster has the clinician.
  private(set) var isEmployed: [Bool]
  /// The first row that gives no total FTE, in whose place clinical FTE is taken.
  private(set) var withoutTotal: SourcePosition?
  /// Why shares of total FTE cannot be told, where they cannot: clinical FTE is taken too.
  private(set) var totalFault: RoleSplit.Fault?

  /// The time of a clinician's rows over some days.
  ///
  /// A day is one of leave where every row of the day is on leave; its FTE is that of the rows all the same, since most
  /// plans let leave count.
  ///
  /// - Throws: `RoleSplit.Fault` where the shares of a split role do not fit together.
  init(_ intervals: [RosterInterval], days: DayRange) throws(RoleSplit.Fault) {
    let own = intervals.filter { $0.days(in: days) != nil }
    let clinical = try RoleSplit.withEffort(own, in: days)
    var totals = own.map(\.totalFTEMillionths)
    if totals.contains(nil) {
      withoutTotal = zip(own, totals).first { $0.1 == nil }?.0.position
    }
    // The three ways of writing a split hold for total FTE as they do for clinical.
    var asClinical = own
    for index in own.indices {
      asClinical[index].clinicalFTEMillionths = totals[index] ?? own[index].clinicalFTEMillionths
    }
    do throws(RoleSplit.Fault) {
      if let whole = Self.wholeInEachPart(own, days) { throw whole }
      totals = try RoleSplit.withEffort(asClinical, in: days).map(\.clinicalFTEMillionths)
    } catch {
      totalFault = error
      totals = clinical.map(\.clinicalFTEMillionths)
    }
    time = DailyTime(days)
    isEmployed = [Bool](repeating: false, count: days.count)
    for (row, interval) in clinical.enumerated() {
      guard let span = interval.days(in: days) else { continue }
      let start = Int(span.first.daysSinceEpoch - days.first.daysSinceEpoch)
      for offset in start..<(start + span.count) {
        let isOnLeave = !interval.leave.isEmpty && interval.isOnLeave(days.first.advanced(by: offset))
        time.isLeave[offset] = isOnLeave && (time.isLeave[offset] || !isEmployed[offset])
        isEmployed[offset] = true
        time.clinical[offset] += Int32(clamping: interval.clinicalFTEMillionths)
        time.total[offset] += Int32(clamping: totals[row] ?? interval.clinicalFTEMillionths)
      }
    }
  }

  /// A part of a split role that has the total FTE of the person, as another part has too: without shares the two would be added.
  private static func wholeInEachPart(_ own: [RosterInterval], _ days: DayRange) -> RoleSplit.Fault? {
    for (index, part) in own.enumerated() where part.shareMillionths == 1_000_000 {
      guard let total = part.totalFTEMillionths, total > 500_000 else { continue }
      for other in own[(index + 1)...] where other.specialty != part.specialty && other.totalFTEMillionths == total {
        let isMore = total > max(part.clinicalFTEMillionths, other.clinicalFTEMillionths)
        guard isMore, let shared = part.days(in: days), other.days(in: days)?.intersection(shared) != nil else {
          continue
        }
        return RoleSplit.Fault(message: "each part has the total FTE of the whole role", position: other.position)
      }
    }
    return nil
  }
}
