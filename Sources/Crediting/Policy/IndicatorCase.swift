import MedicareFees

/// One combination of what a fee schedule row may say, as far as modifier rows ask about it.
public struct IndicatorCase: Hashable, Sendable {
  /// Something that the conditions of a modifier row ask of a fee schedule row.
  public enum Question: String, CaseIterable, Hashable, Sendable {
    case bilateral
    case assistant
    case coSurgeon
    case team
    /// Whether the code has a row of its own for the discontinued procedure (53): `true` or `false`.
    case discontinuedRow
    /// Whether the package percentages add up to more than nothing: `true` or `false`.
    case packagePercentages

    /// Every answer that there is, as files write it.
    public var answers: [String] {
      switch self {
      case .bilateral: BilateralIndicator.allCases.map(\.published)
      case .assistant: AssistantIndicator.allCases.map(\.published)
      case .coSurgeon: CoSurgeonIndicator.allCases.map(\.published)
      case .team: TeamIndicator.allCases.map(\.published)
      case .discontinuedRow, .packagePercentages: ["true", "false"]
      }
    }
  }

  /// The answers to some questions: any of them for each.
  public typealias Answers = [Question: [String]]

  /// The answer to each question that was asked.
  public let answers: [Question: String]

  /// All combinations of answers to the questions that the rows ask: one without answers where they ask none.
  ///
  /// - Complexity: the product of the numbers of answers, at most 1,280.
  public static func all(for rows: [ModifierRow]) -> [IndicatorCase] {
    let questions = Question.allCases.filter { question in
      rows.contains { !$0.conditions.accepted(question).isEmpty }
    }
    var cases: [[Question: String]] = [[:]]
    for question in questions {
      cases = cases.flatMap { known in question.answers.map { known.merging([question: $0]) { $1 } } }
    }
    return cases.map { IndicatorCase(answers: $0) }
  }

  /// Cases put together: as few lists of answers as tell the same, a question that all answers meet left out.
  public static func together(_ cases: [IndicatorCase]) -> [Answers] {
    let questions = Question.allCases.filter { question in cases.contains { $0.answers[question] != nil } }
    return together(Set(cases.map(\.answers)), questions)
  }

  private static func together(_ cases: Set<[Question: String]>, _ questions: [Question]) -> [Answers] {
    if cases.isEmpty { return [] }
    guard let question = questions.first else { return [[:]] }
    var alike: [(rest: Set<[Question: String]>, answers: [String])] = []
    for answer in question.answers {
      let rest = Set(cases.filter { $0[question] == answer }.map { $0.filter { $0.key != question } })
      if rest.isEmpty { continue }
      if let index = alike.firstIndex(where: { $0.rest == rest }) {
        alike[index].answers.append(answer)
      } else {
        alike.append((rest, [answer]))
      }
    }
    return alike.flatMap { rest, answers in
      together(rest, Array(questions.dropFirst())).map { others in
        answers.count == question.answers.count ? others : others.merging([question: answers]) { $1 }
      }
    }
  }
}

extension IndicatorConditions {
  /// The answers to a question that qualify, as files write them; empty where the conditions do not ask it.
  public func accepted(_ question: IndicatorCase.Question) -> [String] {
    switch question {
    case .bilateral: bilateral.map(\.published)
    case .assistant: assistant.map(\.published)
    case .coSurgeon: coSurgeon.map(\.published)
    case .team: team.map(\.published)
    case .discontinuedRow: hasDiscontinuedRow.map { ["\($0)"] } ?? []
    case .packagePercentages: hasPackagePercentages.map { ["\($0)"] } ?? []
    }
  }

  /// Everything that is asked, with the answers that qualify.
  public var accepted: IndicatorCase.Answers {
    var answers: IndicatorCase.Answers = [:]
    for question in IndicatorCase.Question.allCases {
      let accepted = accepted(question)
      if !accepted.isEmpty { answers[question] = accepted }
    }
    return answers
  }

  /// Whether a fee schedule row qualifies that says what a case says.
  public func hold(in indicators: IndicatorCase) -> Bool {
    indicators.answers.allSatisfy { question, answer in
      let accepted = accepted(question)
      return accepted.isEmpty || accepted.contains(answer)
    }
  }
}
