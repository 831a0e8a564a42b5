import Benchmarking
import ProductivityModel

/// The words for why a clinician is not placed, not annualised or not ranked, and for the rank where there is one.
public enum StandingWording {
  /// Why a clinician has no figure per clinical FTE; nil where there is one.
  public static func whyNoRate(_ clinician: ClinicianResult) -> String? {
    guard clinician.perFTE == nil else { return nil }
    switch clinician.gap {
    case .unknownFTE?, .faultySplit?, .noFTE?, .noLines?, .noDays?: return clinician.gap.map { why($0) }
    case .shortPeriod: return why(.noDays)
    default: break
    }
    guard let fte = clinician.clinicalFTEMillionths else { return "clinical FTE is not known" }
    return fte == 0 ? "clinical FTE is zero" : "there are no days to average over"
  }

  /// Why a clinician has no annualised figure; nil where there is one.
  public static func whyNotAnnualised(_ clinician: ClinicianResult) -> String? {
    guard clinician.annualizedPerFTE == nil else { return nil }
    if let reason = whyNoRate(clinician) { return reason }
    switch clinician.gap {
    case .noLines?, .lowFTE?, .noSeason?, .noWorkingDays?: return clinician.gap.map { why($0) }
    default: return why(.shortPeriod(days: clinician.days))
    }
  }

  /// Why nothing is compared.
  ///
  /// - Parameter days: what the days are called that are looked at.
  public static func why(_ gap: ComparisonGap, days: String = "the period") -> String {
    switch gap {
    case .unknownFTE: "clinical FTE is not known"
    case .faultySplit: "the roster's rows of the split role do not fit together"
    case .noFTE: "clinical FTE is zero"
    case .noLines: "there are no lines in \(days)"
    case .noDays: "there are no days to average over"
    case .shortPeriod: "fewer than 90 days are counted, too few to be annualised"
    case .noWorkingDays: "no working day is counted"
    case .lowFTE(let least):
      "clinical FTE is below \(CellValue.clinicalFTE(least).text), the least that the job compares"
    case .noSeason: "the earlier year has no season for the specialty"
    }
  }

  /// Why a clinician has no placement in a survey; nil where there is one.
  public static func whyNotPlaced(_ clinician: ClinicianResult) -> String? {
    guard clinician.placement == nil else { return nil }
    if let reason = whyNotAnnualised(clinician) { return reason }
    guard clinician.surveyRow != nil else {
      if let gap = clinician.surveyGap { return why(gap) }
      return clinician.specialty.isEmpty
        ? "no specialty is given" : "\(noSurveyRow(clinician.specialty)); the data quality page says why"
    }
    return "the survey's row cannot be used; the data quality page says why"
  }

  /// Why no row of a survey is used.
  public static func why(_ gap: SurveyGap) -> String {
    switch gap {
    case .noSurvey: "the job names no survey"
    case .noSpecialty: "no specialty is given"
    case .noRow(let names):
      "no row of the survey can be used for \(CountWording.list(names)); the data quality page says why"
    case .nothingInCommon: "the rows of the split role's specialties have no percentile in common"
    }
  }

  /// That no survey row serves a specialty: there is none, or the one there is cannot be used.
  public static func noSurveyRow(_ name: String) -> String {
    "no row of the survey can be used for \(specialty(name))"
  }

  /// Why a specialty has no survey row of its own; that its clinicians are placed in a blend, where they are.
  static func whyNoSurveyRow(_ specialty: SpecialtyResult, in results: RunResults) -> String {
    if specialty.specialty.isEmpty { return "no specialty is given" }
    let own = results.clinicians.filter { clinician in
      clinician.specialty == specialty.specialty || clinician.split.contains { $0.specialty == specialty.specialty }
    }
    if own.contains(where: { $0.surveyRow?.isBlended == true }) {
      return "its clinicians are placed in a blend of their specialties"
    }
    if own.contains(where: { $0.surveyGap == .noSurvey }) { return why(.noSurvey) }
    return noSurveyRow(specialty.specialty)
  }

  /// A rank after its subject: `ranks 2nd`; `shares rank 1 with 6 others`, where several have the same figure.
  ///
  /// - Parameter whole: what the rank is out of, after it.
  public static func ranks(_ peers: PeerStanding, _ whole: String = "") -> String {
    peers.sharing == 0
      ? "ranks \(PlacementWording.ordinal(peers.rank))\(whole)"
      : "shares rank \(peers.rank)\(whole) \(sharing(peers) ?? "")"
  }

  /// With how many a rank is shared: `with 6 others`; nil where it is one's own.
  public static func sharing(_ peers: PeerStanding) -> String? {
    peers.sharing == 0 ? nil : "with \(CountWording.count(peers.sharing, "other"))"
  }

  /// Why a clinician's rank is not shown; nil where it is.
  public static func whyNotRanked(_ clinician: ClinicianResult, minimumPeers: Int) -> String? {
    guard clinician.peers == nil else { return nil }
    if let reason = whyNotAnnualised(clinician) { return reason }
    if !clinician.split.isEmpty { return "a split role is ranked in none of its specialties" }
    let others = max(0, clinician.peerCount - 1)
    return
      "a rank is shown only among at least \(CountWording.count(minimumPeers, "other")) of the specialty with an annualised figure; "
      + "here \(others == 1 ? "is" : "are") \(others == 0 ? "none" : String(others))"
  }

  /// Why a specialty's distribution is not shown; nil where it is.
  public static func whyNoDistribution(_ specialty: SpecialtyResult, minimumPeers: Int) -> String? {
    guard specialty.distribution == nil else { return nil }
    return "a distribution is shown only for at least \(CountWording.count(minimumPeers + 1, "clinician")) "
      + "with an annualised figure; here \(specialty.rankedCount == 1 ? "is" : "are") "
      + (specialty.rankedCount == 0 ? "none" : String(specialty.rankedCount))
  }

  /// The specialties of a split role: `60 % Internal Medicine and 40 % Hospital Medicine`.
  public static func split(_ parts: [RoleSplit.Part]) -> String {
    CountWording.list(parts.map { "\(RoleBlend.percent($0.shareMillionths)) \($0.specialty)" })
  }

  /// What a clinician is, in a heading: the specialty, or those of a split role.
  public static func role(_ clinician: ClinicianResult) -> String {
    clinician.split.isEmpty ? specialty(clinician.specialty) : split(clinician.split)
  }

  /// The name of a specialty, also where none is given.
  public static func specialty(_ name: String) -> String { name.isEmpty ? "Specialty not given" : name }

  /// A survey row's survey: `Synthetic Survey 2025, n 212`.
  public static func name(_ row: SurveyRow) -> String {
    "\(row.survey) \(row.year)" + (row.respondents.map { ", n \(CellValue.integer($0).text)" } ?? "")
  }

  /// A survey row's source: `Synthetic Survey 2025, Gastroenterology, n 212`.
  public static func source(_ row: SurveyRow) -> String {
    var parts = ["\(row.survey) \(row.year)", row.specialty]
    if !row.region.isEmpty { parts.append(row.region) }
    if !row.providerType.isEmpty { parts.append(row.providerType) }
    if let respondents = row.respondents { parts.append("n \(CellValue.integer(respondents).text)") }
    return parts.joined(separator: ", ")
  }
}
