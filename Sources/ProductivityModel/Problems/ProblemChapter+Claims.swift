extension ProblemChapter {
  /// What can be wrong with a file of professional claims (837P), besides what can be wrong with any record.
  static let claims = ProblemChapter(
    title: "Claims (837P)",
    explanations: [
      ProblemExplanation(
        .interchangeIncomplete,
        cause: """
          A file of claims ends, or another interchange begins, before the segments SE, GE and IEA that end what was begun; or \
          there are segments outside of any set. A service line that is cut off is rejected; those before it count. What was \
          lost is not known.
          """,
        remedy: "Have the file written or transferred again, whole."),
      ProblemExplanation(
        .interchangeControl,
        cause: """
          A count of SE, GE or IEA is not that of the segments, sets or groups that are there, the control number at the end is \
          not the one at the beginning, or there is text that is no segment. All lines that can be read count.
          """,
        remedy: "Have the file written again. If it was put together from others, give the others."),
      ProblemExplanation(
        .dateRange,
        cause: """
          The day of service (DTP*472) is a first and a last one. The line counts with all its units on the first.
          """,
        remedy: "Nothing, unless a reporting period or fee schedule changes between the days."),
    ])
}
