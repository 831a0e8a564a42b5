extension ProblemChapter {
  /// Problems of tables of which a benchmark distribution is made.
  static let cohorts = ProblemChapter(
    title: "Cohorts",
    explanations: [
      ProblemExplanation(
        .hiddenGroup,
        cause: """
          A group of a cohort has fewer people than the minimum, which is 10 unless `--minimum` says otherwise; or one \
          organisation has more than a quarter of them; or, beside a row of everybody, the figures of a small group could be \
          found by subtraction. Its figures are in no output.
          """,
        remedy: "Nothing. It protects the few. Join small groups, or take several years together.",
        page: .init("Build a cohort", "manual/build-a-cohort.md"))
    ])
}
