import ProductivityModel

/// Lines with everything that led to their credits, and what they come to together.
public struct ExplainedLines: Sendable {
  /// The practice's name.
  public var practice: String
  /// The clinician's id; nil where lines of any are explained.
  public var clinicianID: String?
  /// The clinician's name in the roster; nil where there is none.
  public var name: String?
  /// The days of service that are explained.
  public var period: DayRange
  /// The lines, by day of service, then file and line.
  public var lines: [LineExplanation]

  /// Explained lines.
  public init(
    practice: String, clinicianID: String?, name: String?, period: DayRange, lines: [LineExplanation]
  ) {
    self.practice = practice
    self.clinicianID = clinicianID
    self.name = name
    self.period = period
    self.lines = lines
  }

  /// What the lines earn in the pay ledger, before any is attributed to another clinician.
  public var pay: WorkRVU { lines.compactMap(\.pay?.credit).reduce(.zero, +) }
  /// What the lines earn in the benchmark ledger, before any is attributed to another clinician.
  public var benchmark: WorkRVU { lines.compactMap(\.benchmark?.credit).reduce(.zero, +) }
}
