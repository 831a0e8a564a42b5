import ProductivityModel

/// The sums of a window over clinicians, which are added one after the other: those who were there, and whether all of them are known.
struct WindowSums {
  private var known = ProductivityTotals()
  private var isKnown = true
  private var firstGap: String?
  /// Clinical time of all, in millionths of a day at full FTE; nil where somebody's is not known.
  private(set) var time: Int64? = 0

  /// The sum over those who were there; nil where somebody's is not known.
  var totals: ProductivityTotals? { isKnown ? known : nil }

  /// Why it is not known, where it is not.
  var gap: String? { isKnown ? nil : firstGap }

  /// Adds a clinician's window.
  mutating func add(_ window: WorkWindow) {
    if !window.isAway {
      if let totals = window.totals { known.add(totals) } else { isKnown = false }
      if firstGap == nil { firstGap = window.gap }
    }
    // Somebody without work and without time, such as an id that the roster has not, takes nothing from the sum.
    if !window.isAway && (window.totals?.lines ?? 0) > 0 || (window.fteDays ?? 0) > 0 {
      time = time.flatMap { sum in window.fteDays.map { sum + $0 } }
    }
  }
}
