extension ProblemChapter {
  /// What can be wrong with professional claims (837P) that are read as a log, or with a log's numbers of claims, besides what
  /// can be wrong with any record.
  static let claims = ProblemChapter(
    title: "Claims that are read as logs",
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
      ProblemExplanation(
        .claimFrequency,
        cause: """
          `claim_frequency`, CLM05-3 in a claim, is another than 1, 7 and 8. The line counts as one of an original claim.
          """,
        remedy: "Write 1 for an original, 7 for a replacement, 8 for a void.",
        page: .init("Logs from claims", "manual/logs-from-claims.md")),
      ProblemExplanation(
        .loneReplacement,
        cause: """
          A claim of frequency 7 has no claim with its number and patient before it. Its lines count.
          """,
        remedy: """
          If the original was counted in an earlier run, give its file too, before the replacement: then only the replacement \
          counts.
          """,
        page: .init("Logs from claims", "manual/logs-from-claims.md")),
      ProblemExplanation(
        .undecidedClaim,
        cause: """
          Of the claims with the same number and patient before it none has a day of service in common, or several have the same \
          services in common. The lines are held: nothing is guessed.
          """,
        remedy: """
          Give each claim a number of its own, and its replacements the number of the claim that they replace. Where a day of \
          service was corrected, void the claim and make a new one.
          """,
        page: .init("Logs from claims", "manual/logs-from-claims.md")),
    ])
}
