extension ProblemChapter {
  /// Problems of targets.
  static let targets = ProblemChapter(
    title: "Targets",
    explanations: [
      ProblemExplanation(
        .mixedTargets,
        cause: """
          A clinician has a row of targets for a whole year and rows for its months, and the months do not add up to the year. \
          Which of them is meant cannot be told, so the clinician has no target for that year.
          """,
        remedy: "Leave the row of the year or those of the months. Where both stay, they must add up.",
        page: .init("Set targets", "manual/set-targets.md")),
      ProblemExplanation(
        .rosterTarget,
        cause: """
          A clinician has a target in the roster's column `target` and one in the file of targets for the same year. The file's \
          counts, since it can say more: months, and a specialty.
          """,
        remedy: "Nothing, where the file is right. Otherwise take the row out of the file, or blank the roster's cell.",
        page: .init("Set targets", "manual/set-targets.md")),
      ProblemExplanation(
        .otherYearTarget,
        cause: """
          Goals are told for the year that contains the last day counted. Rows of the file of targets are for other years and \
          are left alone.
          """,
        remedy: """
          Nothing, where the file holds several years. If no goals are shown at all, see that the years are those meant: with \
          `yearStarts` above 1 a year is called by the calendar year in which it ends.
          """,
        page: .init("Set targets", "manual/set-targets.md")),
      ProblemExplanation(
        .targetOutOfRange,
        cause: """
          A target is less than half of the work at the 10th percentile of the survey's row in which the clinician is placed, or \
          more than twice that at the 90th, each brought to the clinical FTE of the clinician in the year. Few people work so \
          little or so much: more often a digit is missing or too many, a month's target stands for the year, or the row of the \
          survey is not that of the clinician's work. The target is used as it is.
          """,
        remedy: """
          Correct the target, the clinical FTE or the specialty. Where the target is meant so, for example in a year with much \
          other work that the roster's FTE does not show, leave it.
          """,
        page: .init("Set targets", "manual/set-targets.md")),
    ])
}
