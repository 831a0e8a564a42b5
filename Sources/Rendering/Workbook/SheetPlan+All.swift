extension SheetPlan {
  /// The plans in the order of the tabs.
  static let all = [
    SheetPlan(
      "clinicians", "Clinicians", "One row for each clinician and specialty.",
      first: [
        "name", "specialty", "clinician_id", "work_rvu_benchmark", "work_rvu_pay", "clinical_fte",
        "annualized_work_rvu_per_fte", "survey_median", "percentile", "times_median", "peer_rank", "peer_count",
        "peer_percentile", "encounters", "lines",
      ], bars: ["work_rvu_benchmark", "annualized_work_rvu_per_fte", "percentile"]),
    SheetPlan(
      "specialties", "Specialties", "One row for each specialty: its clinicians together.",
      first: ["specialty", "clinicians", "ranked", "work_rvu_benchmark", "work_rvu_pay", "p50", "survey_median"],
      bars: ["work_rvu_benchmark"]),
    SheetPlan(
      "months", "Months", "One row for each month of each clinician and specialty.",
      first: ["month", "clinician_id", "specialty", "work_rvu_benchmark", "work_rvu_pay"],
      bars: ["work_rvu_benchmark"], frozen: 2),
    SheetPlan(
      "placements", "Placements", "One row for each clinician, specialty and metric for which a survey row is used.",
      first: [
        "clinician_id", "specialty", "metric", "value", "percentile", "times_median", "survey", "survey_year",
        "survey_data_year", "n", "survey_specialty", "region", "provider_type",
      ], bars: ["percentile"]),
    SheetPlan(
      "goals", "Goals", "One row for each target: change a target, and what follows from it changes.",
      first: ["name", "specialty", "clinician_id", "work_rvu", "target", "expected", "pace", "projected"],
      bars: ["pace"],
      headings: ["work_rvu": "wRVUs so far", "expected": "Expected by now", "target": "Target as given"]),
    SheetPlan(
      "compensation", "Compensation", "One row for each clinician with a plan. It shows pay by name.",
      first: [
        "name", "specialty", "clinician_id", "earned", "paid", "closing", "work_rvu", "per_work_rvu",
        "annual_per_total_fte", "compensation_percentile", "productivity_percentile", "gap", "review",
      ], bars: ["earned", "work_rvu"]),
    SheetPlan(
      "statements", "Statements", "One row for each line of each statement. It shows pay.",
      first: ["clinician_id", "plan", "period_start", "period_end", "line", "component", "earned"], bars: ["earned"]),
    SheetPlan("statement_tiers", "Statement tiers", "One row for each clinician, period and tier. It shows pay."),
    SheetPlan("balances", "Balances", "One row for each clinician, period and component. It shows pay."),
    SheetPlan("projections", "Projections", "One row for each clinician and method of projection. It shows pay."),
    SheetPlan("fee_change", "Fee change", "The same lines under two releases. It shows pay.", frozen: 2),
    SheetPlan("level_pay", "Level pay", "What would hold pay level under the second release.", frozen: 2),
    SheetPlan(
      "fee_impact", "Fee impact",
      "The same lines under two fee schedules: all, each specialty, clinician and family of codes.",
      first: ["group", "name", "id", "work_rvu_from", "work_rvu_to", "difference"], frozen: 2),
    SheetPlan(
      "employer_statements", "Employer statements", "The employer's statements beside ours. It shows pay."),
    SheetPlan("pay_codes", "Pay codes", "Which codes made the work of each statement."),
    SheetPlan(
      "case_mix", "Case mix", "One row for each clinician and specialty: beside those of the nearest case mix."),
    SheetPlan(
      "visit_levels", "Visit levels", "One row for each clinician, kind of visit and level.",
      first: [
        "clinician_id", "specialty", "family", "code", "level", "visits", "share", "peer_share", "profile_share",
      ],
      bars: ["share"]),
    SheetPlan(
      "modifier_use", "Modifier use", "One row for each clinician and modifier that could have been used.",
      first: ["clinician_id", "specialty", "modifier", "share", "peer_share", "review"], bars: ["share"]),
    SheetPlan(
      "top_codes", "Top codes", "One row for each of the codes that brought a clinician the most.",
      first: [
        "clinician_id", "specialty", "place", "code", "work_rvu_benchmark", "units_per_fte",
        "peer_median_units_per_fte",
      ], bars: ["work_rvu_benchmark"]),
    SheetPlan(
      "attribution", "Attribution", "Credit that a policy gives to another clinician than who rendered the service."),
    SheetPlan("reconciliation", "Reconciliation", "How the source's own RVUs compare with the pay ledger, by cause."),
    SheetPlan(
      "unpriced", "Unpriced codes", "One row for each code without a price: it brings no work.", bars: ["charge"]),
    SheetPlan(
      "findings", "Findings", "One row for each finding: what is wrong in the data, where, and what to do.",
      first: ["severity", "problem", "count", "message", "hint", "file", "line", "column"],
      wrapped: ["message", "hint"]),
    SheetPlan(
      "control_totals", "Control totals", "One row for each log: what became of its records.", bars: ["records"]),
  ]
}
