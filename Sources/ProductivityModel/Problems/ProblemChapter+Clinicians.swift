extension ProblemChapter {
  /// What can be wrong with clinical time, with the survey, or with a comparison.
  static let clinicians = ProblemChapter(
    title: "The roster, the survey and placement",
    explanations: [
      ProblemExplanation(
        .unknownClinician,
        cause: """
          A clinician of the log is not in the roster. The lines are credited; the clinician is not compared, since FTE is not \
          known.
          """,
        remedy: "Add the clinician to the roster, or correct the id.",
        page: .init("Write a roster", "manual/write-a-roster.md")),
      ProblemExplanation(
        .outsideEmployment,
        cause: """
          A clinician has lines on days outside all intervals of the roster. They are in the ledgers and totals, and in no \
          figure per FTE, which is of the days that the roster gives.
          """,
        remedy: "Correct `start` or `end` in the roster."),
      ProblemExplanation(
        .overlappingIntervals,
        cause: """
          Two intervals of one clinician and specialty share days. Their FTE is added on those days, at most 1.0. A day that \
          is in a ramp by one of them is so as a whole, since nothing says in which the work was done.
          """,
        remedy: "End the one before the other starts, unless two part-time roles are meant."),
      ProblemExplanation(
        .splitRole,
        cause: """
          Intervals of one clinician in two specialties share days. The clinician is compared as one person: all work over all \
          clinical time, against the specialties' values blended by effort at each percentile. Everything is listed under the \
          specialty with the most effort, and the clinician is ranked in none.
          """,
        remedy: "Nothing, where shares and FTE are as the finding reads them.",
        page: .init("Write a roster", "manual/write-a-roster.md")),
      ProblemExplanation(
        .splitShares,
        cause: """
          The rows of a split role contradict each other on a day: their shares do not add up to 1, or their clinical FTE are \
          neither that of the whole role in each row nor those of the parts. Nothing of the clinician is compared.
          """,
        remedy: """
          Write in each row the FTE of the whole role and the row's share of it, or leave the shares out and write in each the \
          FTE of its part.
          """,
        page: .init("Write a roster", "manual/write-a-roster.md")),
      ProblemExplanation(
        .workOnLeave,
        cause: """
          A clinician has lines on days that the roster gives as leave. They are in the ledgers and totals, and in no \
          figure per FTE, which is of the days that count.
          """,
        remedy: "Correct the leave in the roster, or the days of service in the log."),
      ProblemExplanation(
        .specialtySpellings,
        cause: """
          The roster, or the log without one, has two names that mean one specialty by the table of specialty names. Both are placed in \
          the survey's row, and their clinicians are ranked apart, each among those of the same name.
          """,
        remedy: "Write one name in the roster."),
      ProblemExplanation(
        .unseenCharacter,
        cause: """
          An id, a name, a specialty or a region of the roster, or a name in a survey, has a character that nobody sees: a control \
          character, the end of a line, or one that turns the text around it. Every file that is written has a blank in place of \
          tabs and line ends, and U+FFFD, the mark of a character that is lost, in place of the others.
          """,
        remedy: "Take the characters out of the file, where they came with a copied text or a damaged export."),
      ProblemExplanation(
        .lowFTE,
        cause: "The mean clinical FTE is below 0.70. A figure per 1.0 FTE multiplies what little time there was.",
        remedy: "Nothing. Say so when you show the figure."),
      ProblemExplanation(
        .highFTE,
        cause: """
          The roster has a clinical FTE above 1.00. It counts as 1.00, so extra time shows as more work, not as less per FTE.
          """,
        remedy: "Nothing, if it is right."),
      ProblemExplanation(
        .noRoster,
        cause: """
          The job names no roster. Everyone is taken at 1.00 clinical FTE for the whole period, and part-time clinicians stand \
          too low.
          """,
        remedy: "Write a roster, and name it in the job.",
        page: .init("Write a roster", "manual/write-a-roster.md")),
      ProblemExplanation(
        .shortPeriod,
        cause: """
          Fewer than 90 days are counted for a clinician in a specialty. That is too little to annualise, so nothing is \
          compared.
          """,
        remedy: "Nothing. Take a longer period, or wait."),
      ProblemExplanation(
        .thinLog,
        cause: """
          A clinician has services on fewer days than a quarter of the weekdays that the roster gives, each taken at its clinical \
          FTE, and stands below the survey's 10th percentile or below the lowest that it publishes. More likely than so little work \
          is a log that lacks some of it: a file, a site, a second id. Days of the week-end with services count; leave, days outside \
          employment and a ramp that is left out do not.
          """,
        remedy: "Check that the log is complete, and the roster's clinical FTE and dates right, before you compare."),
      ProblemExplanation(
        .serviceGap,
        cause: """
          A clinician who has services on many days has none in a stretch of days of which the roster has four weeks of full time or \
          more, and the logs have lines of others. The work of these weeks may be in a file that is not there, or under another id; or it was \
          a leave that the roster does not have. Either makes every rate and every percentile too low.
          """,
        remedy: """
          See whether the logs have all of the clinician's lines of these days. Where there was leave, write it into the roster. Where \
          there was clinical time and no service, nothing.
          """,
        page: .init("Count clinical time", "manual/count-clinical-time.md")),
      ProblemExplanation(
        .daysOutsideInterval,
        cause: """
          A row of the roster has leave, or a ramp, none of whose days are in the interval of the row. That is so when an interval was \
          cut in two and the leave stayed in the row that ends before it. It counts for nothing: the clinical time is too long, and \
          every rate too low.
          """,
        remedy: "Write the days in the row of the interval that has them, or correct them.",
        page: .init("Count clinical time", "manual/count-clinical-time.md")),
      ProblemExplanation(
        .mixedIdentity,
        cause: """
          Rows of one clinician id have different names, or two ids have one national provider identifier. In the first case the work \
          and pay of two people may be taken for one person's; in the second one person is compared, and paid, as two.
          """,
        remedy: """
          Give each person one id in roster and logs. Where somebody changed the name, write the new one in all rows.
          """,
        page: .init("Write a roster", "manual/write-a-roster.md")),
      ProblemExplanation(
        .noSurveyRow,
        cause: """
          No survey of the job has a usable row for a specialty, or only rows for a region or another kind of provider. Its \
          clinicians are not placed.
          """,
        remedy: """
          Use one name for the specialty in roster and survey; the hint has the nearest, or what the survey has.
          """,
        page: .init("Bring a survey", "manual/bring-a-survey.md")),
      ProblemExplanation(
        .regionFallback,
        cause: """
          The job asks for a region, by `placement` or in the roster, and the survey has no row for the specialty there that can \
          be used. The national row is used, and the basis of every figure names it.
          """,
        remedy: "Nothing; or write the region as the survey does.",
        page: .init("Bring a survey", "manual/bring-a-survey.md")),
      ProblemExplanation(
        .noSeason,
        cause: """
          The job annualises by season, and in the earlier year that it names a month of the specialty has no work. Such a year \
          says nothing of that month, so none of the specialty's clinicians is annualised, placed or ranked.
          """,
        remedy: "Annualise by days or by working days, or name a year in which each month has work."),
      ProblemExplanation(
        .fewRespondents,
        cause: """
          The survey's row has fewer respondents than a placement needs: 10, unless `privacy.minimumRespondents` says \
          otherwise. Nobody is placed in it. The same holds where `n` is a mark such as `*`, by which surveys say that there \
          are fewer than can be shown; such a row is left out. A row whose `n` is blank is used. `survey blend` needs as many in \
          each row that it blends.
          """,
        remedy: "Nothing. A wider survey row would be better than a lower minimum."),
      ProblemExplanation(
        .plateau,
        cause: """
          A clinician's figure is equal to two or more neighbouring percentiles of the survey. The middle of them is given.
          """,
        remedy: "Nothing; check the row if the plateau looks like a slip."),
      ProblemExplanation(
        .vintageMismatch,
        cause: """
          The survey's `data_year` is not the year of the releases that value the benchmark ledger. Its respondents' work was \
          valued by another fee schedule, so placements are not quite like for like.
          """,
        remedy: """
          Freeze the benchmark ledger at a release of the data year, in your own copy of its policy, and compare.
          """,
        page: .init("Choose a policy", "manual/choose-a-policy.md")),
      ProblemExplanation(
        .smallCell,
        cause: """
          A specialty has fewer ranked clinicians than a rank needs: 5 others, unless `privacy.minimumPeers` says otherwise. \
          Ranks and the distribution are not shown.
          """,
        remedy: "Nothing. It protects the few."),
      ProblemExplanation(
        .emptyPeriod,
        cause: """
          `rvubench bridge` compares two periods, and the job's logs have no line with work in one of them. Nothing can be split by \
          cause: everyone is told as joined or left.
          """,
        remedy: "Name the logs of both periods in the job, and look at the dates after `--from` and `--to`."),
      ProblemExplanation(
        .unlikePeriods,
        cause: """
          `rvubench bridge` compares two periods, and one of them is longer, by its dates or since the job's data end within it. The \
          days that the other lacks are a part of the change, in its step of days.
          """,
        remedy: """
          Compare like with like: `--from 2025-01-01..2025-09-30 --to 2026-01-01..2026-09-30`. Leave it as it is where the whole \
          change is asked for.
          """),
    ])
}
