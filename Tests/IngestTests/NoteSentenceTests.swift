import ProductivityModel
import Testing

/// The measure that keeps notes apart finds what it should, and nothing else.
@Suite struct NoteSentenceTests {
  private func alike(_ first: String, _ second: String, sameNote: Bool = false) throws -> Int {
    let one = try #require(ProcedureCode("44310"))
    let other = sameNote ? one : try #require(ProcedureCode("44320"))
    return NoteSentence.alike([NoteSentence(note: one, text: first), NoteSentence(note: other, text: second)]).count
  }

  @Test func `a text is split at the ends of its sentences`() {
    #expect(NoteSentence.sentences("One 0.5 cm cut. Is it two? Yes.") == ["One 0.5 cm cut.", "Is it two?", "Yes."])
    #expect(NoteSentence.sentences("No end") == ["No end"])
  }

  @Test func `sentences that differ only in digits and case are alike`() throws {
    #expect(try alike("A cut of 5 cm is closed.", "a cut of 7 cm is closed") == 1)
    #expect(try alike("Short one.", "short one") == 1)
  }

  @Test func `sentences that differ in one word of many are alike`() throws {
    let text = "The surgeon brings the end of the small bowel through the wall and sews it to the skin"
    #expect(try alike(text, text.replacing("skin", with: "muscle")) == 1)
    #expect(try alike(text, text, sameNote: true) == 0)
  }

  @Test func `sentences that share a phrase are not alike`() throws {
    #expect(
      try alike(
        "The end of the small bowel is brought out to drain into a bag.",
        "A loop of the colon is closed after the end of the small bowel has healed.") == 0)
  }
}
