import Benchmarking

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
  /// The survey that the headline refers to; nil where there is none.
  public let source: String?
  /// The figures behind the headline.
  public let figures: [Figure]
  /// What the work consists of and what of it is worth a review, in lines; empty where nothing is known.
  public let patterns: [String]
  /// What the figures cannot tell, in sentences.
  public let unknown: [String]
  /// What the figures stand on and what to beware of, in sentences, with the cautions of the run.
  public let basis: [String]

  /// The summary of one of a run's clinicians.
  public init(of clinician: ClinicianResult, in results: RunResults) {
    title = "\(clinician.name), \(StandingWording.role(clinician))"
    headline =
      clinician.placement.map(PlacementWording.headline)
      ?? "not placed: " + (StandingWording.whyNotPlaced(clinician) ?? "")
    source = clinician.surveyRow.map(StandingWording.source)
    figures = ClinicianFigures.figures(of: clinician, in: results).map { figure in
      if case .notAvailable(let reason) = figure.value {
        return Figure(label: figure.label, value: "n/a (\(reason))")
      }
      return Figure(label: figure.label, value: figure.value.text + " " + figure.detail)
    }
    patterns = PatternWording.summary(of: clinician, in: results)
    unknown = UnknownWording.sentences(for: clinician, in: results)
    basis = clinician.basis + results.cautions
  }

  /// The summary as lines of plain text without line ends, figures aligned.
  public var lines: [String] {
    let width = figures.map(\.label.count).max() ?? 0
    var lines = [title, CountWording.sentence(headline)]
    if let source { lines.append("against \(source)") }
    lines.append("")
    for figure in figures {
      lines.append("  " + figure.label + String(repeating: " ", count: width - figure.label.count + 2) + figure.value)
    }
    if !patterns.isEmpty {
      lines.append("")
      lines.append(contentsOf: patterns)
    }
    if !unknown.isEmpty {
      lines.append("")
      lines.append("Not known:")
      lines.append(contentsOf: unknown.map { "- " + $0 })
    }
    if !basis.isEmpty {
      lines.append("")
      lines.append("Basis:")
      lines.append(contentsOf: basis.map { "- " + $0 })
    }
    return lines
  }
}
