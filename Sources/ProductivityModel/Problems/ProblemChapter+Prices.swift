extension ProblemChapter {
  /// What can be wrong with the rows of a price list, or the lines of a claim that is to be priced.
  static let prices = ProblemChapter(
    title: "Price lists and claims",
    explanations: [
      ProblemExplanation(
        .unknownRelease,
        cause: """
          A record of `rvubench price` names a fee schedule release that is not on board. It keeps its place in the output, \
          without an amount.
          """,
        remedy: "See `rvubench fees list`; correct the name, or import the release.",
        page: .init("Import a fee schedule", "manual/import-a-fee-schedule.md")),
      ProblemExplanation(
        .malformedLocality,
        cause: """
          `mac` is not a number of at most five digits, nor `national`, or `locality` is not a number of at most two. The \
          record gets no amount; a claim with such a line is not priced.
          """,
        remedy: """
          Write the contractor's number and the locality's, such as 01112 and 05, or `national` under `mac`.
          """),
      ProblemExplanation(
        .unknownLocality,
        cause: """
          The locality is not among those of the release. It is never replaced by another, nor by the national amount.
          """,
        remedy: """
          Correct the numbers; `gpci.csv` in the release's folder lists its localities. Contractors and localities change from \
          year to year.
          """),
    ])
}
