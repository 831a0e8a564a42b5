import ProductivityModel
import Testing

@Suite struct `The catalogue of findings` {
  @Test func `every problem is explained once, in one chapter`() {
    let explained = ProblemChapter.all.flatMap(\.explanations).map(\.problem.rawValue)
    #expect(explained.sorted() == Problem.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: Problem.allCases)
  func `an explanation is whole sentences`(problem: Problem) throws {
    let explanation = try #require(problem.explanation)
    for text in [explanation.cause, explanation.remedy] {
      #expect(text.hasSuffix("."), "\(text)")
      #expect(!text.contains("  ") && !text.contains("\n"), "\(text)")
    }
    #expect(!problem.title.hasSuffix("."))
    #expect(problem.rawValue.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
  }
}
