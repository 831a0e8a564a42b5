/// What becomes of a draw that production does not cover.
public struct DrawTerms: Hashable, Sendable {
  /// How a deficit is recovered.
  public enum Recovery: String, CaseIterable, Hashable, Sendable {
    /// From the production of later periods.
    case carryForward = "carry-forward"
    /// Not at all: each period stands alone.
    case none
  }

  /// What becomes of the deficit at the end of the measurement year, or of the plan.
  public enum YearEnd: String, CaseIterable, Hashable, Sendable {
    /// It is no longer owed.
    case forgive
    /// The clinician owes it.
    case repay
    /// It goes on into the next year.
    case carry
  }

  /// How a deficit is recovered.
  public var recovery: Recovery
  /// The months after which a deficit lapses; nil for never.
  public var months: Int?
  /// What becomes of it at the end of the year.
  public var yearEnd: YearEnd

  /// Rules of a draw.
  public init(recovery: Recovery = .carryForward, months: Int? = nil, yearEnd: YearEnd = .carry) {
    self.recovery = recovery
    self.months = months
    self.yearEnd = yearEnd
  }
}
