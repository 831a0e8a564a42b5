import Compensation
import ProductivityModel

/// A clinician's FTE over some days, as runs of days on which it is the same.
struct FTERuns {
  /// Days that follow each other with one FTE.
  struct Run: Hashable {
    var days: Int
    var millionths: Int64
  }

  /// The runs, in order; leave that does not count is none of them.
  private(set) var runs: [Run] = []
  /// Days of leave that do not count.
  private(set) var leave = 0
  private let basis: FTEBasis

  /// The runs of some days.
  ///
  /// - Parameters:
  ///   - days: the days; those on which no plan is in effect are left out by `assigned`.
  ///   - countsLeave: whether days of leave count as any other.
  init(of time: DailyTime, over days: DayRange, assigned: [DayRange], basis: FTEBasis, countsLeave: Bool) {
    self.basis = basis
    for range in assigned {
      guard let own = range.intersection(days) else { continue }
      for offset in 0..<own.count {
        let index = Int(own.first.daysSinceEpoch - time.days.first.daysSinceEpoch) + offset
        let isKnown = time.clinical.indices.contains(index)
        if isKnown, time.isLeave[index], !countsLeave {
          leave += 1
          continue
        }
        let fte: Int64 =
          switch basis {
          case .clinical: isKnown ? Int64(time.clinical[index]) : 0
          case .total: isKnown ? Int64(time.total[index]) : 0
          case .person: 1_000_000
          }
        if runs.last?.millionths == fte {
          runs[runs.count - 1].days += 1
        } else {
          runs.append(Run(days: 1, millionths: fte))
        }
      }
    }
  }

  /// All of the days.
  var days: Int { runs.reduce(0) { $0 + $1.days } }

  /// The mean FTE in millionths, rounded: for showing only.
  var mean: Int64 {
    let sum = runs.reduce(Int64(0)) { $0 + Int64($1.days) * $1.millionths }
    return days == 0 ? 0 : (sum + Int64(days) / 2) / Int64(days)
  }

  /// The days and the FTE in words: `181 days at 0.60 and 184 at 1.00 clinical FTE`.
  var words: String {
    var text: String
    if basis == .person {
      text = CountWording.count(days, "day")
    } else if runs.isEmpty {
      text = "no days"
    } else if runs.count <= 3 {
      let parts = runs.enumerated().map { index, run in
        "\(index == 0 ? CountWording.count(run.days, "day") : CellValue.integer(run.days).text) at \(PayWording.fte(run.millionths))"
      }
      text = CountWording.list(parts) + " " + name
    } else {
      text = "\(CountWording.count(days, "day")) at a mean of \(PayWording.fte(mean)) \(name)"
    }
    if leave > 0 { text += ", without \(CountWording.count(leave, "day")) of leave" }
    return text
  }

  private var name: String {
    switch basis {
    case .clinical: "clinical FTE"
    case .total: "total FTE"
    case .person: ""
    }
  }
}
