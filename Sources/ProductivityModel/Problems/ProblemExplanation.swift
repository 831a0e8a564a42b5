/// What brings a problem about and what to do, in sentences for people.
///
/// The words are Markdown with nothing but backticks in it, so they can be read at a terminal too.
public struct ProblemExplanation: Sendable {
  /// A page of the manual that says more.
  public struct Page: Sendable {
    /// Its title.
    public var title: String
    /// Its path in the folder of documents.
    public var path: String

    /// A page.
    public init(_ title: String, _ path: String) {
      self.title = title
      self.path = path
    }
  }

  /// The problem.
  public var problem: Problem
  /// What brings it about, and what becomes of the records.
  public var cause: String
  /// What to do about it.
  public var remedy: String
  /// The page that says more; nil for none.
  public var page: Page?

  /// An explanation.
  public init(_ problem: Problem, cause: String, remedy: String, page: Page? = nil) {
    self.problem = problem
    self.cause = cause
    self.remedy = remedy
    self.page = page
  }
}

extension Problem {
  /// What brings the problem about and what to do; every problem has it, in one chapter.
  public var explanation: ProblemExplanation? {
    for chapter in ProblemChapter.all {
      if let explanation = chapter.explanations.first(where: { $0.problem == self }) { return explanation }
    }
    return nil
  }
}
