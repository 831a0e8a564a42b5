import Compensation
import Crediting
import ProductivityModel

/// The days of a plan, its credit, and how it measures.
extension PlanReader {
  /// The days on which a plan pays: a range, a month or a year.
  static func effective(_ node: SettingsNode) throws(InputFailure) -> DayRange {
    let text = try node.text()
    if text.hasSuffix("..") || text.hasPrefix("..") {
      throw node.failure(
        "effective \"\(text)\" has \(text.hasSuffix("..") ? "no last day" : "no first day")",
        hint: "give both, such as 2026-01-01..2026-12-31; a plan that goes on is renewed by its next entry")
    }
    guard let days = DayRange(text: text) else {
      if let failure = impossible(text, node) { throw failure }
      throw node.failure(
        "effective \"\(text)\" is not a range of days", hint: "write 2026-01-01..2026-12-31, or a year such as 2026")
    }
    if CalendarDate(iso: text) != nil {
      throw node.failure("effective \"\(text)\" is one day", hint: "give the last day too: \(text)..2026-12-31")
    }
    guard days.first.year >= 1990, days.last.year <= 2100 else {
      throw node.failure("effective \"\(text)\" is not between 1990 and 2100", hint: "see whether a year is misspelt")
    }
    return days
  }

  /// What is wrong with a range that is written as one: a day that there is not, or an end before the start.
  private static func impossible(_ text: String, _ node: SettingsNode) -> InputFailure? {
    let parts = text.split(separator: "..", omittingEmptySubsequences: false).map { $0.trimmed }
    guard parts.count == 2 else { return nil }
    let days = parts.map { CalendarDate(iso: $0) }
    if let first = days[0], let last = days[1] {
      guard last < first else { return nil }
      return node.failure("effective ends (\(last)) before it starts (\(first))", hint: "write the first day first")
    }
    for (part, day) in zip(parts, days) where day == nil {
      let fields = part.split(separator: "-", omittingEmptySubsequences: false)
      let widths = fields.map(\.utf8.count)
      guard widths == [4, 2, 2], let year = Int(fields[0]), let month = Int(fields[1]), let number = Int(fields[2])
      else {
        return node.failure(
          "effective has \"\(part)\", which is not a day written YYYY-MM-DD", hint: "write 2026-01-01..2026-12-31")
      }
      guard (1...12).contains(month) else {
        return node.failure("effective has the month \(fields[1]) in \(part)", hint: "months are 01 to 12")
      }
      let length = CalendarDate.daysInMonth(year: year, month: month)
      return node.failure(
        "effective has the day \(number) in \(part), and that month has \(length)", hint: "correct the day")
    }
    return nil
  }

  /// What is credited: a policy's name, or a policy and a vintage.
  static func credit(_ node: SettingsNode) throws(InputFailure) -> CompensationPlan.Credit {
    guard node.isMapping else { return CompensationPlan.Credit(policy: try policy(node)) }
    let keys = try node.planEntries(["policy", "vintage"], in: "credit")
    if let vintage = keys["vintage"] { _ = try CreditPolicyFile.vintage(vintage) }
    return CompensationPlan.Credit(policy: try keys["policy"].map(policy), vintage: try keys["vintage"]?.text())
  }

  private static func policy(_ node: SettingsNode) throws(InputFailure) -> String { try node.name("a credit policy") }

  /// The month in which the measurement year starts, as `10` or `10-01`.
  static func yearStart(_ node: SettingsNode) throws(InputFailure) -> Int {
    let text = try node.text()
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let month = Int(parts[0]), (1...12).contains(month) else {
      throw node.failure(
        "\"\(text)\" is not the start of a measurement year", hint: "write its month, 1 to 12, or its first day, 10-01")
    }
    guard parts.count == 1 || parts[1] == "01" else {
      throw node.failure(
        "a measurement year starts on the first day of a month, not on \(text)", hint: "write \(parts[0])-01")
    }
    return month
  }

  static func proration(_ node: SettingsNode) throws(InputFailure) -> Proration {
    try node.choice(of: Proration.self, "a proration (days or months)")
  }

  /// What days of leave count: one rule for all, or one each for base and thresholds.
  static func leave(_ node: SettingsNode) throws(InputFailure) -> LeaveTerms {
    func rule(_ node: SettingsNode) throws(InputFailure) -> LeaveTerms.Rule {
      try node.choice(of: LeaveTerms.Rule.self, "what leave counts (count or exclude)")
    }
    guard node.isMapping else {
      let both = try rule(node)
      return LeaveTerms(base: both, thresholds: both)
    }
    let keys = try node.planEntries(["base", "thresholds"], in: "leave")
    var leave = LeaveTerms()
    if let base = keys["base"] { leave.base = try rule(base) }
    if let thresholds = keys["thresholds"] { leave.thresholds = try rule(thresholds) }
    return leave
  }

  /// How often and how pay is measured.
  static func measure(_ node: SettingsNode) throws(InputFailure) -> (MeasurementPeriod, MeasurementMode) {
    let keys = try node.planEntries(["every", "how"], in: "measure")
    var (every, how) = (PlanTerms().every, PlanTerms().how)
    if keys.isEmpty { throw node.failure("measure says nothing", hint: "add every: month, quarter or year") }
    if let node = keys["every"] {
      every = try node.choice(of: MeasurementPeriod.self, "a measurement period (month, quarter or year)")
    }
    if let node = keys["how"] {
      how = try node.choice(of: MeasurementMode.self, "a way to measure (cumulative or stand-alone)")
    }
    return (every, how)
  }
}
