/// A question that people ask about a code, with the answer that its facts give.
public struct CodeQuestion: Hashable, Sendable {
  /// The question.
  public var question: String
  /// The answer: exact, and nothing that the facts do not say.
  public var answer: String
  /// Where the facts are published.
  public var source: String

  /// A question with its answer.
  public init(_ question: String, _ answer: String, source: String) {
    self.question = question
    self.answer = answer
    self.source = source
  }
}
