/// The headings that people read over a column, from its name in the data files.
enum ColumnHeading {
  /// The heading: `work_rvu_pay` is `Pay wRVUs`.
  static func text(of name: String) -> String {
    if let known = known[name] { return known }
    if name.hasPrefix("p"), let percent = Int(name.dropFirst()) { return "Practice p\(percent)" }
    let parts = name.replacing("work_rvu", with: "wRVUs").split(separator: "_").map { words[String($0)] ?? String($0) }
    return capitalised(parts.joined(separator: " "))
  }

  private static func capitalised(_ text: String) -> String {
    text.hasPrefix("wRVU") ? text : text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let words = ["fte": "FTE", "asa": "ASA", "sha256": "SHA-256", "rvu": "RVUs"]

  private static let known = [
    "work_rvu_benchmark": "Benchmark wRVUs", "work_rvu_pay": "Pay wRVUs", "work_rvu_unadjusted": "Unadjusted wRVUs",
    "work_rvu_unpriced_valued": "wRVUs valued without a price", "work_rvu_per_fte": "wRVUs per FTE",
    "annualized_work_rvu_per_fte": "wRVUs per FTE a year", "uncounted_work_rvu": "Uncounted wRVUs",
    "ramp_work_rvu": "wRVUs in the ramp", "survey_n": "Survey respondents", "n": "Respondents",
    "percentile": "Survey percentile", "times_median": "Times survey median", "peer_rank": "Rank among peers",
    "peer_count": "Peers", "peer_percentile": "Percentile among peers", "peer_interval_low": "Peer interval from",
    "peer_interval_high": "Peer interval to", "ranked": "Clinicians ranked", "mean": "Practice mean",
    "annual_per_total_fte": "Pay a year per total FTE", "per_work_rvu": "Pay for a wRVU",
    "per_work_rvu_percentile": "Percentile of pay for a wRVU", "compensation_percentile": "Pay percentile",
    "productivity_percentile": "Productivity percentile", "gap": "Gap of percentiles",
    "source_rvu": "Source RVUs", "units": "Services", "asa_units": "ASA units",
    "peer_shift_work_rvu": "wRVUs with the peers' levels", "profile_shift_work_rvu": "wRVUs with the profile's levels",
  ]
}
