import Benchmarking
import ProductivityModel

/// The words for levels of visits, use of modifiers, and what is worth a review.
enum PatternWording {
  /// What a flag means, on every page that can have one.
  static func rule(_ rules: PatternRules) -> String {
    "\"Review\" is a reason to look at records, not a finding of wrong coding: the patients may differ. It stands where the 95 % interval of the clinician's share (Wilson) leaves out the share compared with, and the two are at least \(CountWording.count(rules.review.points, "point")) apart, each on \(rules.review.minimumLines) or more; of twenty shares that are alike, one is outside its interval by chance."
  }

  /// An interval in percent: `38.2 to 44.9%`.
  static func interval(_ interval: WilsonInterval) -> String {
    let low = DecimalText.fixed(Int64((interval.low * 1_000).rounded()), scale: 1, decimals: 1)
    let high = DecimalText.fixed(Int64((interval.high * 1_000).rounded()), scale: 1, decimals: 1)
    return "\(low) to \(high)%"
  }

  /// A share, 0 to 1, as a value in percent.
  static func percent(_ share: Double) -> CellValue { .percent(100 * share) }

  /// Visits with their noun: `1 visit`, `12 visits`.
  static func visits(_ visits: Units) -> String {
    "\(CellValue.units(visits).text) \(visits.tenThousandths == 10_000 ? "visit" : "visits")"
  }

  /// What a shift of levels would come to: `96.20 wRVUs less`.
  static func shift(_ work: WorkRVU) -> String {
    if work == .zero { return "exactly as many wRVUs" }
    let amount = CellValue.workRVU(WorkRVU(millionths: abs(work.millionths))).text
    return "\(amount) wRVUs \(work.millionths < 0 ? "less" : "more")"
  }

  /// Everything of a clinician that is worth a review, in sentences; empty where nothing is.
  static func reviews(of clinician: ClinicianResult) -> [String] {
    var sentences: [String] = []
    for family in clinician.patterns.visits {
      for level in family.levels where level.isForReview {
        var against: [String] = []
        if level.isForReviewByPeers, let share = level.peerShare, let peers = family.peers {
          against.append("\(percent(share).text) of \(CountWording.count(peers, "peer"))")
        }
        if level.isForReviewByProfile, let share = level.profileShare, let profile = family.profile {
          against.append("\(percent(share).text) in \(profile)")
        }
        sentences.append(
          "\(family.family), \(level.code): \(own(family.share(level), level.interval)) of \(visits(family.visits)), against \(CountWording.list(against))"
        )
      }
    }
    for modifier in clinician.patterns.modifiers where modifier.isForReview {
      guard let share = modifier.peerShare, let peers = modifier.peers else { continue }
      sentences.append(
        "Modifier \(modifier.name): on \(own(modifier.share, modifier.interval)) of \(CountWording.count(modifier.lines, "line")), against \(percent(share).text) of \(CountWording.count(peers, "peer"))"
      )
    }
    return sentences
  }

  private static func own(_ share: Double?, _ interval: WilsonInterval?) -> String {
    (share.map { percent($0).text } ?? "n/a") + (interval.map { " (\(Self.interval($0)))" } ?? "")
  }

  /// The lines that a summary in plain text has of a clinician's work.
  static func summary(of clinician: ClinicianResult, in results: RunResults) -> [String] {
    guard clinician.patterns.caseMix != nil || !clinician.patterns.visits.isEmpty else { return [] }
    var lines = CaseMixWording.sentences(of: clinician, in: results)
    let reviews = reviews(of: clinician)
    if !reviews.isEmpty {
      lines.append("")
      lines.append("Worth a review:")
      lines += reviews.map { "  " + $0 }
      lines.append(rule(results.patternRules))
    }
    return lines
  }
}
