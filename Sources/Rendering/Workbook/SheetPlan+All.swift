extension SheetPlan {
  /// The plans of `workbook.xlsx` in the order of the tabs: in the order of use, from the clinicians to what the program counted.
  static let work = [
    SheetPlan(
      "clinicians", "Clinicians",
      "Each clinician's work, clinical time, place in the survey and rank here; those with two specialties have two rows.",
      first: [
        "name", "specialty", "clinician_id", "work_rvu_benchmark", "work_rvu_pay", "clinical_fte",
        "annualized_work_rvu_per_fte", "survey_median", "percentile", "times_median", "peer_rank", "peer_count",
        "peer_percentile", "encounters", "lines",
      ], bars: ["work_rvu_benchmark", "annualized_work_rvu_per_fte", "percentile"]),
    SheetPlan(
      "goals", "Goals",
      "Who is ahead, on pace or behind: change a yellow target, and everything that follows from it changes.",
      first: [
        "name", "specialty", "clinician_id", "work_rvu", "target", "expected", "pace", "standing",
        "needed_per_working_day", "projected", "projected_percentile", "working_days_counted", "working_days",
      ], bars: ["pace"],
      headings: ["work_rvu": "wRVUs so far", "expected": "Expected by now", "target": "Target as given"]),
    SheetPlan(
      "months", "Months", "What each clinician did in each month of the period; the sheet Charts adds them up.",
      first: ["month", "clinician_id", "specialty", "work_rvu_benchmark", "work_rvu_pay"],
      bars: ["work_rvu_benchmark"], frozen: 2),
    SheetPlan(
      "specialties", "Specialties",
      "Each specialty's clinicians together, how they spread, and the survey's median beside them.",
      first: ["specialty", "clinicians", "ranked", "work_rvu_benchmark", "work_rvu_pay", "p50", "survey_median"],
      bars: ["work_rvu_benchmark"]),
    SheetPlan(
      "findings", "Findings",
      "What is wrong or doubtful in the data, where it stands, and what to do; read it before you pass figures on.",
      first: ["severity", "problem", "count", "message", "hint", "file", "line", "column"],
      wrapped: ["message", "hint"]),
    SheetPlan(
      "goal_months", "Goal months",
      "Each month's part of every target, and what was done in it: where the year was won or lost.",
      first: ["month", "clinician_id", "specialty", "actual_work_rvu", "target_work_rvu"], frozen: 2),
    SheetPlan(
      "recent", "Recent",
      "The last month, the year to date and twelve months of every clinician, each beside the same days a year before."),
    SheetPlan(
      "recent_months", "Recent months",
      "Every month of each clinician as far as the logs reach back, to draw a longer line than the period's.", frozen: 2
    ),
    SheetPlan(
      "placements", "Placements",
      "Where each clinician stands in which row of which survey, with all that the placement rests on.",
      first: [
        "clinician_id", "specialty", "metric", "value", "percentile", "times_median", "survey", "survey_year",
        "survey_data_year", "n", "survey_specialty", "region", "provider_type",
      ], bars: ["percentile"]),
    SheetPlan(
      "case_mix", "Case mix",
      "How each clinician ranks among those who do the most similar work: whether a low figure is other work, or less of it."
    ),
    SheetPlan(
      "visit_levels", "Visit levels",
      "How often each clinician reports each level of visit, beside the others of the specialty and a published profile.",
      first: [
        "clinician_id", "specialty", "family", "code", "level", "visits", "share", "peer_share", "profile_share",
      ],
      bars: ["share"]),
    SheetPlan(
      "modifier_use", "Modifier use",
      "How often each clinician uses the modifiers that could have been used, beside the others of the specialty.",
      first: ["clinician_id", "specialty", "modifier", "share", "peer_share", "review"], bars: ["share"]),
    SheetPlan(
      "top_codes", "Top codes", "Which codes bring each clinician the most work, and how often the others do them.",
      first: [
        "clinician_id", "specialty", "place", "code", "work_rvu_benchmark", "units_per_fte",
        "peer_median_units_per_fte",
      ], bars: ["work_rvu_benchmark"]),
    SheetPlan(
      "fee_impact", "Fee impact",
      "What a newer fee schedule makes of the same lines: in all, for each specialty, clinician and family of codes.",
      first: ["group", "name", "id", "work_rvu_from", "work_rvu_to", "difference"], frozen: 2),
    SheetPlan(
      "attribution", "Attribution",
      "Which work a policy credits to another clinician than the one who rendered the service."),
    SheetPlan(
      "reconciliation", "Reconciliation",
      "Where the RVUs that the log brings along differ from those of the pay ledger, and why."),
    SheetPlan(
      "unpriced", "Unpriced codes",
      "Codes to which no fee schedule gives a price: they bring no work in any figure here.",
      bars: ["charge"]),
    SheetPlan(
      "control_totals", "Control totals",
      "What became of the records of each log: that all of them are accounted for.", bars: ["records"]),
  ]

  /// The plans of `compensation.xlsx`.
  static let pay = [
    SheetPlan(
      "compensation", "Compensation", "What each clinician earned, was paid and is owed, beside the work it is for.",
      first: [
        "name", "specialty", "clinician_id", "earned", "paid", "closing", "work_rvu", "per_work_rvu",
        "annual_per_total_fte", "compensation_percentile", "productivity_percentile", "gap", "review",
      ], bars: ["earned", "work_rvu"]),
    SheetPlan(
      "statements", "Statements", "Every line of every clinician's statement, in its order.",
      first: ["clinician_id", "plan", "period_start", "period_end", "line", "component", "earned"], bars: ["earned"]),
    SheetPlan(
      "statement_tiers", "Statement tiers",
      "How much of each clinician's work fell into which tier of the plan, at which rate."
    ),
    SheetPlan(
      "balances", "Balances", "What was earned, paid and carried over, by clinician, period and part of pay."),
    SheetPlan(
      "projections", "Projections", "What the year's pay comes to if work goes on, by each method of projection."),
    SheetPlan("fee_change", "Fee change", "What a newer fee schedule does to pay, on the same lines.", frozen: 2),
    SheetPlan(
      "level_pay", "Level pay", "Which rate or target would hold pay level under the newer fee schedule.", frozen: 2),
    SheetPlan(
      "employer_statements", "Employer statements", "Where the employer's statements differ from these, and why."),
    SheetPlan("pay_codes", "Pay codes", "Which codes made the work of each statement."),
    SheetPlan(
      "findings", "Findings", "What is wrong or doubtful in plans, payments and other files of pay, and what to do.",
      first: ["severity", "problem", "count", "message", "hint", "file", "line", "column"],
      wrapped: ["message", "hint"]),
  ]
}
