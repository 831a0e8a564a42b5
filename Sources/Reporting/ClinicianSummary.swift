/// One clinician's standing in a few lines of plain text: a headline, the figures behind it, and what they stand on.
public struct ClinicianSummary: Sendable {
  /// A figure and its name.
  public struct Figure: Hashable, Sendable {
    /// What it is, such as `Annualised per 1.0 clinical FTE`.
    public let label: String
    /// The figure as it is to be read, with its unit; `n/a` with the reason where it is not defined.
    public let value: String
  }

  /// The clinician's name and specialty.
  public let title: String
  /// The placement in words, such as `76th percentile, 1.4x median`, or why there is none.
  public let headline: String
  /// The figures behind the headline.
  public let figures: [Figure]
  /// What the figures stand on and what to beware of, in sentences.
  public let basis: [String]

  /// The summary of one of a run's clinicians.
  public init(of clinician: ClinicianResult, in results: RunResults) {
    title = clinician.name
    headline = ""
    figures = []
    basis = clinician.basis
  }

  /// The summary as lines of plain text, without line ends.
  public var lines: [String] { [title, headline] + figures.map { $0.label + ": " + $0.value } + basis }
}
