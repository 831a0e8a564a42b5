import ProductivityModel

/// What plans paid for closed days when they were closed, beside what they pay in a run: plans and files of pay are today's.
struct ClosedPay {
  /// The clinicians whom the run pays more, and how much in sum.
  private(set) var more = (clinicians: 0, sum: Money.zero)
  /// The clinicians whom it pays less, and how much in sum, below zero.
  private(set) var less = (clinicians: 0, sum: Money.zero)
  /// The clinicians whose pay is the same.
  private(set) var same = 0
  /// Those of whom a measurement period goes beyond the closed days, so that it cannot be told what was paid for them.
  private(set) var uncompared = 0

  /// Compares the measurement periods that lie in some days.
  ///
  /// - Parameter days: those of the closed days that the run counts.
  init(of days: DayRange, was: RecordedPay, now: RecordedPay) {
    let (earlier, later) = (Self.pay(was, of: days), Self.pay(now, of: days))
    for clinician in Set(earlier.keys).union(later.keys) {
      guard let before = earlier[clinician, default: .zero], let after = later[clinician, default: .zero] else {
        uncompared += 1
        continue
      }
      if after > before {
        more = (more.clinicians + 1, more.sum + (after - before))
      } else if after < before {
        less = (less.clinicians + 1, less.sum + (after - before))
      } else {
        same += 1
      }
    }
  }

  /// How many clinicians are paid something else.
  var others: Int { more.clinicians + less.clinicians }

  /// What each clinician with a statement of the days was paid for them; nil for one of whom that cannot be told.
  private static func pay(_ recorded: RecordedPay, of days: DayRange) -> [String: Money?] {
    var pay: [String: Money?] = [:]
    for (period, earned) in recorded.earned where period.days.intersection(days) != nil {
      let isWithin = period.days.intersection(days) == period.days
      let sum = pay[period.clinician, default: .zero]
      pay.updateValue(isWithin ? sum.map { $0 + earned } : nil, forKey: period.clinician)
    }
    return pay
  }
}
