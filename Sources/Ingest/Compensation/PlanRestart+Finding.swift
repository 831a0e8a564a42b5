import Compensation
import ProductivityModel

extension PlanRestart {
  /// The note on an entry that is measured anew, at its place.
  public var finding: Finding {
    let day = after.effective.first
    return Finding(
      .planRestart, at: after.position,
      "the plan \(after.id) has other terms from \(day) on, within the measurement year \(year.days): thresholds, tiers, limits and the year to date start anew on \(day), and this entry and the one on line \(before.position.line ?? 0) each count their own days",
      hint: isOfStipendsAlone
        ? "only stipends differ: keep one entry, and give the stipend from: \(day), or until: \(day.advanced(by: -1))"
        : "see whether the contract starts anew then too; where only a stipend starts or ends, give it from or until in one entry"
    )
  }
}
