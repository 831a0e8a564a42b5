import ProductivityModel

/// The words for the clinical time behind two windows of work that are set beside each other: a change of work says little of
/// somebody who was there for half of the days.
enum TimeWording {
  /// A side with more than so many times the other's clinical time is not compared in percent.
  private static let mostTimes: Int64 = 2
  /// A change of clinical time of less than this share, in percent, is not told beside a change of work.
  private static let least: Int64 = 5

  /// Days at full clinical FTE: `260.5`.
  static func fteDays(_ window: WorkWindow) -> CellValue {
    .of(
      window.fteDays, { .text(DecimalText.fixed($0, scale: 6, decimals: 1, grouping: true)) },
      otherwise: window.gap ?? "clinical time is not known")
  }

  /// Why two windows are not compared in percent; nil where they may be, or where clinical time is not known.
  static func whyNotCompared(_ pair: RecentWork.Pair) -> String? {
    guard let now = pair.now.fteDays, let before = pair.yearBefore.fteDays else { return nil }
    guard now > 0 || before > 0 else { return "there is no clinical time on either side" }
    guard min(now, before) * mostTimes < max(now, before) else { return nil }
    let reasons = reasons(pair)
    return
      "too little of the same clinical time: \(fteDays(pair.now).text) FTE days, \(fteDays(pair.yearBefore).text) the year before"
      + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))")
  }

  /// How clinical time changed, in percent: `+46.0%`; nil where that is not known or less than five percent.
  static func change(now: Int64?, before: Int64?) -> String? {
    guard let now, let before, before > 0, abs(now - before) * 100 >= before * least else { return nil }
    return BridgeWording.percent(WorkRVU(millionths: now - before), of: WorkRVU(millionths: before))
  }

  /// How clinical time changed between the two windows of a pair.
  static func change(_ pair: RecentWork.Pair) -> String? {
    change(now: pair.now.fteDays, before: pair.yearBefore.fteDays)
  }

  /// The same in words: `46.0% more clinical time`.
  static func phrase(now: Int64?, before: Int64?) -> String? {
    change(now: now, before: before).map {
      "\($0.dropFirst()) \($0.hasPrefix("-") ? "less" : "more") clinical time"
    }
  }

  /// How compared work for each day at full clinical FTE changed, in percent; why that is not known, where it is not.
  static func changePerDay(_ pair: RecentWork.Pair) -> CellValue {
    if let why = whyNotCompared(pair) { return .notAvailable(why) }
    guard let now = perDay(pair.now), let before = perDay(pair.yearBefore) else {
      return .notAvailable(pair.yearBefore.gap ?? pair.now.gap ?? "clinical time is not known")
    }
    return .of(
      BridgeWording.percent(now - before, of: before), CellValue.text,
      otherwise: "there was no work in the year before")
  }

  /// Compared work for each day at full clinical FTE.
  private static func perDay(_ window: WorkWindow) -> WorkRVU? {
    guard let perFTE = window.perFTE, window.daysCounted > 0 else { return nil }
    return WorkRVU(millionths: perFTE.millionths / Int64(window.daysCounted))
  }

  /// Why the clinical time of two windows differs: began, ended, leave, another FTE.
  static func reasons(_ pair: RecentWork.Pair) -> [String] {
    var reasons: [String] = []
    if let employed = pair.yearBefore.employed, employed.first > pair.yearBefore.days.first {
      reasons.append("began \(DateWording.shortDay(employed.first))")
    }
    if let employed = pair.now.employed {
      if employed.first > pair.now.days.first { reasons.append("began \(DateWording.shortDay(employed.first))") }
      if employed.last < pair.now.days.last { reasons.append("left after \(DateWording.shortDay(employed.last))") }
    }
    let leave = (now: pair.now.leaveDays, before: pair.yearBefore.leaveDays)
    if leave.now > 0 { reasons.append("\(CountWording.count(leave.now, "day")) of leave") }
    if leave.before > 0 { reasons.append("\(CountWording.count(leave.before, "day")) of leave the year before") }
    if let now = pair.now.clinicalFTEMillionths, let before = pair.yearBefore.clinicalFTEMillionths,
      CellValue.clinicalFTE(now).text != CellValue.clinicalFTE(before).text
    {
      reasons.append(
        "\(CellValue.clinicalFTE(before).text), then \(CellValue.clinicalFTE(now).text) clinical FTE")
    }
    return reasons
  }
}
