import Benchmarking
import Compensation
import ProductivityModel
import Reporting

/// Work in the pay ledger by clinician, code and stretch of days, as it is added up while lines are credited: which lines made
/// the work that plans pay for.
///
/// A stretch ends where a month, a row of the roster or a plan does, so each lies in one measurement period with one plan, or in
/// none. Sums are integers, so the order in which lines come does not matter; only clinicians with a plan have any.
struct CodeCredits: Sendable {
  private struct Key: Hashable {
    var stretch: Int32
    var code: Int32
    var isFromOthers: Bool
  }

  private struct Sum {
    var lines = 0
    var units: Int64 = 0
    var millionths: Int64 = 0
  }

  private let period: DayRange
  /// The stretch of each day, by clinician; empty where the roster names no plan.
  private var stretchOfDay: [[Int32]]
  private var stretches: [[DayRange]]
  private var sums: [[Key: Sum]]

  /// No work of any of some clinicians.
  ///
  /// - Parameters:
  ///   - clinicians: how many there are.
  ///   - numbers: the numbers of the roster's clinicians, by id.
  init(
    _ period: DayRange, clinicians: Int, _ intervals: [RosterInterval], numbers: [String: Int32],
    plans: [CompensationPlan]
  ) {
    self.period = period
    stretchOfDay = [[Int32]](repeating: [], count: clinicians)
    stretches = [[DayRange]](repeating: [], count: clinicians)
    sums = [[Key: Sum]](repeating: [:], count: clinicians)
    let common = period.months.map(\.days.first) + Self.bounds(plans.map(\.effective))
    for (id, own) in Dictionary(grouping: intervals, by: \.clinicianID) where own.contains(where: { !$0.plan.isEmpty })
    {
      guard let number = numbers[id] else { continue }
      let starts = Set(common + Self.bounds(own.compactMap { $0.days(in: period) })).filter(period.contains).sorted()
      for (index, start) in starts.enumerated() {
        let end = index + 1 < starts.count ? starts[index + 1].advanced(by: -1) : period.last
        guard let days = DayRange(start, through: end) else { continue }
        stretchOfDay[Int(number)] += [Int32](repeating: Int32(stretches[Int(number)].count), count: days.count)
        stretches[Int(number)].append(days)
      }
    }
  }

  /// The days on which something starts, or is no more.
  private static func bounds(_ days: [DayRange]) -> [CalendarDate] {
    days.flatMap { [$0.first, $0.last.advanced(by: 1)] }
  }

  /// Adds what a line brings a clinician.
  ///
  /// - Parameter isFromOthers: whether the line is another clinician's.
  /// - Precondition: the day lies in the period.
  mutating func add(_ clinician: Int32, _ line: ServiceLine, _ credit: Int64, isFromOthers: Bool = false) {
    let row = Int(clinician)
    guard credit != 0, !stretchOfDay[row].isEmpty else { return }
    let stretch = stretchOfDay[row][Int(line.serviceDay - period.first.daysSinceEpoch)]
    let key = Key(stretch: stretch, code: line.code, isFromOthers: isFromOthers)
    sums[row][key, default: Sum()].lines += 1
    sums[row][key, default: Sum()].units += line.units
    sums[row][key, default: Sum()].millionths += credit
  }

  /// Adds other work of the same clinicians in the same stretches.
  mutating func add(_ others: CodeCredits) {
    for row in sums.indices {
      sums[row].merge(others.sums[row]) {
        Sum(lines: $0.lines + $1.lines, units: $0.units + $1.units, millionths: $0.millionths + $1.millionths)
      }
    }
  }

  /// A clinician's work by stretch and code, in the order of days and codes.
  ///
  /// - Parameter codes: the text of each code.
  func work(of clinician: Int32, codes: [String]) -> [CompensationResults.CodeWork] {
    sums[Int(clinician)].map { key, sum in
      CompensationResults.CodeWork(
        days: stretches[Int(clinician)][Int(key.stretch)], code: codes[Int(key.code)], isFromOthers: key.isFromOthers,
        lines: sum.lines, units: Units(tenThousandths: sum.units), work: WorkRVU(millionths: sum.millionths))
    }.sorted {
      ($0.days.first, $0.code, $0.isFromOthers ? 1 : 0) < ($1.days.first, $1.code, $1.isFromOthers ? 1 : 0)
    }
  }
}
