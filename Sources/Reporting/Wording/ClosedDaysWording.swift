/// The words where days of the period are closed: records of today's logs on them are counted apart, as those of other days are.
extension RunResults {
  /// Whether days of the run are counted as they were closed, which their logs among the inputs show.
  var hasClosedDays: Bool { inputs.contains { $0.role == "closed log" } }

  /// Where records are that have the fate of being out of the period: `outside the period`.
  var outside: String { hasClosedDays ? "outside the period or on closed days" : "outside the period" }
}
