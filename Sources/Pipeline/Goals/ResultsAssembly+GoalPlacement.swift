import Benchmarking
import Ingest
import ProductivityModel
import Reporting

extension ResultsAssembly {
  /// Places the projected year in a survey, or says why it is not placed: by the rules by which a run places anybody, over the
  /// year so far.
  ///
  /// - Parameters:
  ///   - role: the role that is placed; nil where the clinical time of none is known.
  ///   - roles: all that the target is for.
  mutating func place(
    _ standing: inout GoalStanding, of role: Candidate?, among roles: [Candidate], _ recent: RecentSums,
    _ pace: AnnualPace, _ words: GoalWording
  ) {
    let elapsed = recent.days.yearToDate.now
    var gap = standing.gap
    if gap == nil, role == nil {
      gap =
        roles.first?.gap.map { StandingWording.why($0) }
        ?? "the roster has the clinician on no day of the period"
    }
    guard gap == nil, let role else {
      notPlaced(&standing, gap ?? "clinical FTE is not known")
      return
    }
    let time = recent.time(standing.id, role.specialty, elapsed, isSplit: role.split != nil, pace: pace)
    let hasLines = recent.totals(standing.id, specialties: [role.specialty], elapsed).hasLines
    let value = time?.annualizedPerFTE(recent.compared(standing.id, role.specialty, elapsed), by: pace)
    if let gap = self.gap(of: role, time, hasLines: hasLines, hasValue: value != nil) {
      return notPlaced(&standing, StandingWording.why(gap, days: "the year so far"))
    }
    guard standing.projected != nil, let time, let value else {
      return notPlaced(&standing, standing.projectionGap ?? "the year is not projected")
    }
    guard let chosen = surveys.chosen(for: role, findings: &findings) else {
      return notPlaced(&standing, StandingWording.why(surveys.gap(of: role, findings: &findings)))
    }
    standing.projectedPerFTE = value
    standing.projectedRow = chosen.row
    standing.projectedPlacement = Placement(ofMillionths: value.millionths, among: chosen.row.points)
    standing.clinicalFTEMillionths = inputs.roster == nil ? nil : time.meanFTEMillionths
    standing.basis += [words.placement(role.specialty, time)] + basis.sentences(of: chosen)
    standing.rules += [words.placementRule] + basis.rules(of: chosen)
  }

  private func notPlaced(_ standing: inout GoalStanding, _ gap: String) {
    standing.placementGap = gap
    standing.basis.append("The projected year is not placed: \(gap).")
    standing.rules.append("The projected year is not placed: \(gap).")
  }

  /// Why nothing of a role is compared in the year so far; nil where it is.
  private func gap(
    of role: Candidate, _ time: ClinicalTime?, hasLines: Bool, hasValue: Bool
  ) -> ComparisonGap? {
    if !hasLines { return .noLines }
    guard let time, time.days > 0 else { return .noDays }
    if time.fteDays == 0 { return .noFTE }
    if time.days < ClinicalTime.leastDaysToAnnualize { return .shortPeriod(days: time.days) }
    if let mean = time.meanFTEMillionths, mean < role.leastFTE { return .lowFTE(least: role.leastFTE) }
    return hasValue ? nil : .noWorkingDays
  }

  /// Tells of a target that is far from all that the clinician's survey knows: as a slip of typing is.
  ///
  /// The survey's 10th percentile is brought to the clinical time of the year without leave and ramp, its 90th to that with them,
  /// so that neither a target that was cut for leave nor one that was not is far from both.
  mutating func tellRange(of target: WorkTarget, _ role: Candidate, _ recent: RecentSums, _ pace: AnnualPace) {
    guard target.work.millionths > 0, let chosen = surveys.chosen(for: role, findings: &findings) else { return }
    /// A percentile's work for the clinician's time in the year.
    func part(_ percent: Int, countsAll: Bool) -> (work: Int64, share: Int64)? {
      guard let point = chosen.row.points.first(where: { $0.percent == percent }),
        let time = recent.time(
          role.id, role.specialty, recent.days.year, isSplit: role.split != nil || target.specialty.isEmpty,
          pace: pace, countsAll: countsAll)
      else { return nil }
      let share = time.shareOfYear(by: pace)
      return share == 0 ? nil : (Int64(rounded(Int128(point.millionths) * Int128(share), over: 1_000_000)), share)
    }
    let (low, high) = (part(10, countsAll: false), part(90, countsAll: true))
    let found: (words: String, percent: Int, part: (work: Int64, share: Int64))
    if let low, target.work.millionths < low.work / 2 {
      found = ("less than half", 10, low)
    } else if let high, target.work.millionths / 2 > high.work {
      found = ("more than twice", 90, high)
    } else {
      return
    }
    let (work, bound) = (target.work, WorkRVU(millionths: found.part.work))
    let share = DecimalText.fixed(found.part.share, scale: 6, decimals: 2)
    findings.add(
      Finding(
        .targetOutOfRange, at: target.position,
        "clinician \(target.clinicianID) has a target of \(GoalWording.shown(work)) work RVUs for \(BridgeWording.name(of: recent.days.year)), \(found.words) \(found.percent == 10 ? "of " : "")\(GoalWording.shown(bound)): the \(PlacementWording.ordinal(found.percent)) percentile of \(chosen.row.survey) \(chosen.row.year) for \(chosen.row.specialty) (\(chosen.row.position.description)), brought to \(share) clinical FTE of the year",
        hint:
          "see whether a digit is missing or too many, and whether it is for the whole year; where it is meant so, leave it"
      ))
  }
}
