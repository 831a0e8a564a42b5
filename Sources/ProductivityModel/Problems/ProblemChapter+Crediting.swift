extension ProblemChapter {
  /// What the policies and the fee schedules have to say of lines that were read.
  static let crediting = ProblemChapter(
    title: "Crediting",
    explanations: [
      ProblemExplanation(
        .unknownCode,
        cause: """
          The code is not in the fee schedule release of the line's date. Its lines are unpriced: they earn nothing and are \
          listed apart, with their charges.
          """,
        remedy: """
          Correct a slip: the hint has the code of the release that is nearest in spelling, and no more than that. A code that \
          was deleted, or not yet in force, or that is no CPT or HCPCS code, has no wRVU in that release.
          """),
      ProblemExplanation(
        .unpricedCode,
        cause: """
          The code is in the release without a national value: a contractor prices it (status C), coverage is restricted and \
          there is no value (status R), its work is on the row for modifier 26 which the line lacks, or the release's source \
          lacks an indicator that would decide. Its lines are unpriced.
          """,
        remedy: """
          Add 26 where only the professional component was done. For the others see the list of unpriced codes, and decide by \
          contract what they earn; the program credits nothing.
          """),
      ProblemExplanation(
        .excludedCode,
        cause: """
          The policy's list excludes the code, or the policy does not credit its status, or it is a part of another service of \
          the day. Or the two policies of the job differ about it.
          """,
        remedy: "Nothing, if it is meant. The list is under `exclude` in the policy.",
        page: .init("Choose a policy", "manual/choose-a-policy.md")),
      ProblemExplanation(
        .anesthesiaHeld,
        cause: """
          Codes of status J are anesthesia. They have no work RVU; they are measured in ASA units, base units and time. These \
          lines give no minutes, or their base units are not known, or the policy does not measure anesthesia. The finding says \
          which. The lines are held.
          """,
        remedy: """
          Give `minutes` and `base_units` in the log, or import CMS's table of base units. Do not place anesthesiologists by \
          wRVUs.
          """),
      ProblemExplanation(
        .unknownModifier,
        cause: """
          A modifier is neither valued by the policy nor on its list of modifiers that change nothing. It changed nothing.
          """,
        remedy: "Correct it in the log, or add it to the policy."),
      ProblemExplanation(
        .blankPlace,
        cause: """
          `place_of_service` is blank, and a policy of the job ranks several procedures by total RVU, which depends on the \
          setting. The lines rank as in a facility. Work RVUs are the same in every place.
          """,
        remedy: "Add the place of service to the extract."),
      ProblemExplanation(
        .policyAssumption,
        cause: """
          The policy credits lines by its own convention: a modifier that CMS prices by report or that the code's indicator does \
          not allow, units that may be sides, a rank beyond those that CMS values, or anesthesia, a bill or a price that the log \
          does not settle. The message says which and how much; `decided_by` in `data/findings.csv` has the key of the policy.
          """,
        remedy: "Read it once. If your contract says otherwise, change the row in your own policy.",
        page: .init("Write a policy", "manual/credit-policies.md")),
      ProblemExplanation(
        .releaseSubstituted,
        cause: """
          Lines are of days whose release is not on board. They are valued by the nearest later release of the year, or else by \
          the nearest earlier one.
          """,
        remedy: "Import the release. Within a year, work RVUs seldom change.",
        page: .init("Import a fee schedule", "manual/import-a-fee-schedule.md")),
      ProblemExplanation(
        .releaseMissing,
        cause: """
          No release on board covers the days, and there is none before them. The lines are unpriced in that ledger. A price \
          list's row gets no amount.
          """,
        remedy: """
          Import a release, or freeze the job's vintage at one: `fees: {vintage: frozen 2020A}`. A policy of your own that \
          names a vintage wins over the job's.
          """,
        page: .init("Import a fee schedule", "manual/import-a-fee-schedule.md")),
      ProblemExplanation(
        .noReleaseChange,
        cause: """
          The report fee-impact credits the same lines under the release of the year before and that of the last day counted. Both \
          days have the same release on board, or one has none.
          """,
        remedy: """
          Name the two releases in the job, such as feeImpact: {from: 2025D, to: 2026A}, import the one that is missing, or take the \
          report out.
          """,
        page: .init("Import a fee schedule", "manual/import-a-fee-schedule.md")),
      ProblemExplanation(
        .reexportedRelease,
        cause: """
          A release that the run used has a caution: its figures do not come from CMS's own file alone. All pages carry the \
          caution.
          """,
        remedy: "Import CMS's own file of that release.",
        page: .init("Import a fee schedule", "manual/import-a-fee-schedule.md")),
    ])
}
