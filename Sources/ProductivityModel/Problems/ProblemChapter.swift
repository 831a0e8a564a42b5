/// Problems of one kind of input, in the order in which people read of them.
public struct ProblemChapter: Sendable {
  /// What they are problems of.
  public var title: String
  /// The problems and their explanations.
  public var explanations: [ProblemExplanation]

  /// All chapters, in the order of the page of findings.
  public static let all: [ProblemChapter] = [
    log, claims, prices, crediting, clinicians, surveys, cohorts, pay, statements, targets,
  ]
}
