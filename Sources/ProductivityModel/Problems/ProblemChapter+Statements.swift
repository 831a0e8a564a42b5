extension ProblemChapter {
  /// What can be wrong with who has which plan, and with what plans pay for.
  static let statements = ProblemChapter(
    title: "What plans pay",
    explanations: [
      ProblemExplanation(
        .unknownPlan,
        cause: """
          The roster's `plan` names an id that the file of plans has not. On the days of that row nothing is paid, and the \
          clinician's work on them is told as work without a plan.
          """,
        remedy: "Write the id as the file of plans has it, or add the plan there."),
      ProblemExplanation(
        .twoPlans,
        cause: """
          Two rows of the roster give a clinician different plans on the same days. A plan is of a person, so it cannot be told \
          which of the two pays, and there is no statement.
          """,
        remedy: """
          End the one row before the other starts. Where the role is split between specialties, name one plan in both rows.
          """),
      ProblemExplanation(
        .unknownDeficit,
        cause: """
          A plan is a draw whose deficit goes on into the next year (`yearEnd: carry`), and the roster has the clinician under a \
          plan before the job's first day. What production had not covered by then is in no file, and is taken as nothing: the \
          statement may pay out what should be recovered.
          """,
        remedy: """
          Write a row with the component `deficit` for the clinician in the file that `compensation.opening` names, with the \
          deficit of the last statement; 0 where there was none. Or let the job's period start where the draw did.
          """,
        page: .init("Write a plan", "manual/write-a-plan.md")),
      ProblemExplanation(
        .untoldYear,
        cause: """
          A plan was in effect before the job's first day, in a measurement year that goes on into the job's period. What was \
          earned in that year depends on work that the job does not read, so there is no statement of the year. Plans that \
          measure each month or quarter by itself are told from the first whole one.
          """,
        remedy: """
          Let the job's period start with the measurement year and name the logs of the whole year. A plan that starts later \
          says so in `effective`.
          """),
      ProblemExplanation(
        .noPlan,
        cause: """
          A clinician has work in the pay ledger on days without a plan. It is in the ledgers and totals, and nothing is paid \
          for it.
          """,
        remedy: "Name the plan in the roster's `plan` for these days; leave it blank for those who have none."),
      ProblemExplanation(
        .noTotalFTE,
        cause: """
          A plan scales base, guarantee or limits by total FTE (`per: total-fte`), and the roster does not give it for everyone \
          with the plan. Clinical FTE is taken in its place, which pays those too little who also teach, research or lead.
          """,
        remedy: "Fill in `total_fte`, or write `per: clinical-fte` in the plan."),
      ProblemExplanation(
        .outsidePlan,
        cause: """
          Units of a duty, members of a panel, a share of quality or an amount paid are given for days or years on which the \
          clinician has no plan that pays them. Units, members and shares count for nothing. A payment counts in the next \
          period that has a statement, or the last one.
          """,
        remedy: "Correct the date or the clinician, or the days of the plan in the roster."),
      ProblemExplanation(
        .earlyPayment,
        cause: """
          The file of payments has days before the job's first, as where it goes on from year to year. Balances begin on the \
          first day with what `compensation.opening` says is owed, and those payments are in no balance: taken off once more, \
          they would pay this year's work with last year's money.
          """,
        remedy: """
          Nothing, where the opening balances are those after the payments. Where there is no file of opening balances and \
          something was owed, write one. Where the payments are of the job's days, correct their dates.
          """,
        page: .init("Write a plan", "manual/write-a-plan.md")),
      ProblemExplanation(
        .latePayment,
        cause: "A payment has a date after the last day counted, so it is in no balance yet.",
        remedy: "Nothing, where it pays for later days; otherwise correct its date."),
      ProblemExplanation(
        .missingQuantity,
        cause: """
          A plan pays for a panel or for quality, and the file has no row for a month or a year that is counted. Nothing is paid \
          for it yet, and the period is not settled.
          """,
        remedy: "Add the row: a month's members in the panel's file, a year's earned share in the file of quality."),
      ProblemExplanation(
        .unsharedPool,
        cause:
          "Nobody with the plan has any weight by which a pool is split in a month: the month's sum goes to nobody.",
        remedy: "See who has the plan in that month, and by what the pool is split."),
    ])
}
