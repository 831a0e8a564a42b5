extension ProblemChapter {
  /// Problems of compensation plans and of the files beside them.
  static let pay = ProblemChapter(
    title: "Compensation plans and files of pay",
    explanations: [
      ProblemExplanation(
        .planGap,
        cause: """
          A plan has several entries, and there are days between two of them on which none holds; or the roster gives someone a \
          plan on days on which it is not in effect. Whoever has the plan on those days earns nothing under it.
          """,
        remedy: """
          End the one entry on the day before the next starts. Where the plan was not in force in between, there is nothing to \
          do.
          """,
        page: .init("Write a plan", "manual/write-a-plan.md")),
      ProblemExplanation(
        .planRestart,
        cause: """
          An entry of a plan follows another with other terms, or another credit policy, within one measurement year. Each is \
          measured by itself: thresholds, tiers, limits and the year to date start anew on the later one's first day, and each \
          has the share of the year that its own days are. Work that ran ahead or fell behind under the one does not count \
          under the other, so pay can differ much from that of one plan for the whole year.
          """,
        remedy: """
          Nothing, where the contract starts anew too. Where only a stipend starts or ends, keep one entry and give the stipend \
          `from` or `until`. Where the contract changes with a year, let the entry start with the measurement year.
          """,
        page: .init("Write a plan", "manual/write-a-plan.md")),
      ProblemExplanation(
        .unknownPayee,
        cause: """
          A row of paid amounts, of counts, of a panel, of targets or of another file beside the plans names a clinician whose id is not \
          in the roster, and is left out; or a plan gives someone a stipend who is not in the roster.
          """,
        remedy: "Write the clinician's id as the roster has it, or add the clinician to the roster.",
        page: .init("Write a plan", "manual/write-a-plan.md")),
      ProblemExplanation(
        .unknownComponent,
        cause: """
          An amount that was paid, an opening balance or a count names a component that no plan of the file pays: it is none \
          of `base`, `production`, `guarantee`, `panel`, `quality` and `floor`, and no stipend's or pool's name. The row is left out, since there is no \
          account in which it could be balanced.
          """,
        remedy: "Write the component's name as the plans have it. `rvubench plan check` lists them.",
        page: .init("Write a plan", "manual/write-a-plan.md")),
      ProblemExplanation(
        .repeatedPayRow,
        cause: """
          A file that holds one row for each clinician and month, year, period or component has a second one. The first counts, \
          and the second is left out.
          """,
        remedy: "Take out the row that is wrong; where both are right, write one row with their sum.",
        page: .init("Write a plan", "manual/write-a-plan.md")),
      ProblemExplanation(
        .equalPayRow,
        cause: """
          A row of payments or of counted duties says the same as an earlier row: clinician, day, component or stipend, and \
          amount or units. Two such payments or shifts of a day can be meant, so both count; a row that was copied pays or \
          takes off twice.
          """,
        remedy: """
          Take the second row out where it is a copy. Where both are meant there is nothing to do; one row with the sum of both \
          says so without a warning.
          """,
        page: .init("Write a plan", "manual/write-a-plan.md")),
      ProblemExplanation(
        .malformedPeriod,
        cause: """
          A month is not written as 2026-01, a year not as 2026, or a period as none of these, a quarter 2026-Q1 or a range of \
          days. The row is left out.
          """,
        remedy:
          "Write it in one of these forms. Spreadsheet programs turn 2026-01 into Jan-26: format the column as text first.",
        page: .init("Write a plan", "manual/write-a-plan.md")),
    ])
}
