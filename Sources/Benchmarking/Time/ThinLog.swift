import ProductivityModel

/// A log that is far too thin for the clinical time that the roster gives: what is compared may be what is missing.
///
/// Two things must come together, since neither says enough by itself: services on fewer than a quarter of the weekdays of the time
/// that counts, each weekday taken at its clinical FTE, and a figure below the survey's 10th percentile, or below the lowest that it
/// publishes. Who works few long days has services on few of them and is not low; who is low on many days has a log.
public struct ThinLog: Hashable, Sendable {
  /// The least share of the weekdays that have services where nothing is to be said, as one over this.
  static let leastShare: Int64 = 4
  /// The percentile below which a figure is low.
  static let lowPercentile = 10.0

  /// Days of the time that counts on which there is a service, on whatever day of the week.
  public let serviceDays: Int
  /// Mondays to Fridays of the time that counts.
  public let weekdays: Int
  /// The mean of clinical FTE over them, in millionths.
  public let clinicalFTEMillionths: Int64

  /// The log of a clinician; nil where it is not thin, or too little time counts to be compared at all.
  public init?(serviceDays: Int, time: ClinicalTime, placement: Placement) {
    guard Self.isLow(placement), time.weekdays > 0, time.days >= ClinicalTime.leastDaysToAnnualize,
      Int64(serviceDays) * 1_000_000 * Self.leastShare < time.weekdayFTE
    else { return nil }
    self.serviceDays = serviceDays
    weekdays = time.weekdays
    clinicalFTEMillionths = Int64(rounded(Int128(time.weekdayFTE), over: Int128(time.weekdays)))
  }

  private static func isLow(_ placement: Placement) -> Bool {
    switch placement.position {
    case .below: true
    case .at(let percentile): percentile < lowPercentile
    case .above, .ratioOnly: false
    }
  }
}

extension CalendarDate {
  /// Whether it is a Monday to Friday; 1970-01-01 was a Thursday.
  var isWeekday: Bool { (Int(daysSinceEpoch) % 7 + 7 + 3) % 7 < 5 }
}

extension DayRange {
  /// How many of the days are a Monday to Friday.
  var weekdayCount: Int {
    let rest = (count / 7 * 7)..<count
    return count / 7 * 5 + rest.count { first.advanced(by: $0).isWeekday }
  }
}
