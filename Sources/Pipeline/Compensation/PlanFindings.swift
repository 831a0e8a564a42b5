import Compensation
import Ingest
import ProductivityModel

/// What is to be told of statements: years that cannot be told, what files lack, what is counted or paid without a plan.
struct PlanFindings {
  let inputs: CompensationInputs
  let period: DayRange

  /// Tells of everyone's statements.
  func tell(_ statements: PlanStatements, clinicians: Set<String>, _ findings: inout FindingCollector) {
    for paid in statements.paid {
      tellUntold(paid, &findings)
      tellDeficit(paid, &findings)
      tellMissing(paid, &findings)
      tellDuties(paid, &findings)
      tellPanel(paid, &findings)
      tellQuality(paid, &findings)
    }
    tellRestarts(statements, &findings)
    tellEarlyPayments(&findings)
    tellPayments(statements, &findings)
    tellOpening(statements, &findings)
    tellOthers(statements, &findings)
    for (name, sums) in Dictionary(grouping: statements.undistributed, by: \.pool).sorted(by: { $0.key < $1.key }) {
      let months = sums.map(\.month.description).sorted().joined(separator: ", ")
      let sum = sums.reduce(into: Money.zero) { $0 += $1.amount }
      findings.add(
        Finding(
          .unsharedPool, at: inputs.plans.first { $0.terms.pool?.name == name }?.position,
          "nobody shares in the pool \(name) in \(months): \(sum) go to nobody",
          hint: "see who has the plan in those months, and by what the pool is split"))
    }
    for finding in PlanRosterFindings.unknownPayees(inputs.plans, clinicians) { findings.add(finding) }
  }

  private func tellUntold(_ paid: PlanStatements.Paid, _ findings: inout FindingCollector) {
    guard let plan = paid.untold.first?.plan else { return }
    let days = paid.untold.map { PlanMembers.shown($0.days) }.joined(separator: ", ")
    let year = MeasurementYear(containing: period.first, startMonth: plan.terms.yearStart).days
    findings.add(
      Finding(
        .untoldYear, at: paid.candidate.position,
        "clinician \(paid.member.id) had the plan \(plan.id) before \(period.first), the first day of the job; what it pays on \(days) depends on the work of the measurement year from \(year.first) on, so there is no statement",
        hint: "let the job's period start on \(year.first) and name the logs from there on"))
  }

  /// A deficit that goes on from year to year and of whose beginning nothing is known would be taken as none.
  private func tellDeficit(_ paid: PlanStatements.Paid, _ findings: inout FindingCollector) {
    guard let first = paid.statements.first, first.terms.draw?.recovery == .carryForward,
      first.terms.draw?.yearEnd == .carry, inputs.openingDeficits[paid.member.id] == nil,
      paid.candidate.intervals.contains(where: { !$0.plan.isEmpty && $0.start < first.days.first }),
      let plan = first.plans.first
    else { return }
    findings.add(
      Finding(
        .unknownDeficit, at: paid.candidate.position,
        "clinician \(paid.member.id) had a plan before \(first.days.first), and the draw of \(plan.id) carries its deficit from year to year: what was left before that day is not known, and none is taken",
        hint: "give it in the file of opening balances, as the component deficit; 0 where there was none"))
  }

  /// Tells of the entries of a plan that are measured anew, where someone has both and they are paid in the period.
  private func tellRestarts(_ statements: PlanStatements, _ findings: inout FindingCollector) {
    for restart in PlanRestart.all(inputs.plans) {
      let concerns = statements.paid.contains { paid in
        let told = paid.statements.flatMap(\.plans)
        return told.contains(restart.before) && told.contains(restart.after)
      }
      if concerns { findings.add(restart.finding) }
    }
  }

  private func tellMissing(_ paid: PlanStatements.Paid, _ findings: inout FindingCollector) {
    let missing = paid.statements.flatMap(\.periods).flatMap(\.missing)
    guard !missing.isEmpty else { return }
    let months = missing.compactMap { if case .panel(let month) = $0 { month } else { nil } }
    let years = missing.compactMap { if case .quality(let year) = $0 { year } else { nil } }
    var parts: [String] = []
    if !months.isEmpty {
      parts.append("the members of the panel in \(Set(months).sorted().map(\.description).joined(separator: ", "))")
    }
    if !years.isEmpty {
      parts.append(
        "the share of the withhold of \(Set(years).sorted().map(String.init).joined(separator: ", ")) that was earned back"
      )
    }
    let given = paid.member.quantities.quality.keys.sorted()
    let others =
      years.isEmpty || given.isEmpty ? "" : ", whose rows are of \(given.map(String.init).joined(separator: ", "))"
    findings.add(
      Finding(
        .missingQuantity, at: paid.statements.first?.plans.first?.position,
        "no file says \(parts.joined(separator: " nor ")) of clinician \(paid.member.id)\(others); nothing is paid for it yet",
        hint: others.isEmpty
          ? "add the rows to the files that the plan names"
          : "add the rows, or correct their years: a measurement year is named by the year in which it ends"))
  }

  // MARK: Without the plan

  private func tellDuties(_ paid: PlanStatements.Paid, _ findings: inout FindingCollector) {
    for (stipend, duties) in Dictionary(grouping: paid.member.quantities.duties, by: \.stipend).sorted(by: {
      $0.key < $1.key
    }) {
      let early = duties.filter { $0.date < period.first }
      if let first = early.map(\.date).min() {
        let units = DecimalText.plain(early.reduce(0) { $0 + $1.unitsMillionths }, scale: 6)
        tellEarly(
          paid, "\(units) of \(stipend), counted for clinician \(paid.member.id), first on \(first), are", early.count,
          &findings)
      }
      let outside = duties.filter { duty in
        period.contains(duty.date)
          && !paid.member.assignments.contains { assignment in
            assignment.days.contains(duty.date)
              && assignment.plan.terms.stipends.contains {
                $0.name == stipend && $0.pays(paid.member.id) && $0.isPaid(on: duty.date)
              }
          }
      }
      guard let first = outside.map(\.date).min() else { continue }
      let units = DecimalText.plain(outside.reduce(0) { $0 + $1.unitsMillionths }, scale: 6)
      tellOutside(
        paid,
        "\(units) of \(stipend) counted for clinician \(paid.member.id), first on \(first), are on days on which no plan of the clinician pays it; they count for nothing",
        outside.count, &findings)
    }
  }

  private func tellPanel(_ paid: PlanStatements.Paid, _ findings: inout FindingCollector) {
    let early = paid.member.quantities.panel.keys.filter { $0.days.last < period.first }.sorted()
    if !early.isEmpty {
      let months = early.map(\.description).joined(separator: ", ")
      tellEarly(
        paid, "members of a panel, given for clinician \(paid.member.id) in \(months), are", early.count, &findings)
    }
    let outside = paid.member.quantities.panel.keys.filter { month in
      month.days.intersection(period) != nil
        && !paid.member.assignments.contains { $0.plan.terms.panel != nil && $0.days.intersection(month.days) != nil }
    }.sorted()
    guard !outside.isEmpty else { return }
    let months = outside.map(\.description).joined(separator: ", ")
    tellOutside(
      paid,
      "members of a panel are given for clinician \(paid.member.id) in \(months), when no plan of the clinician pays a panel; they count for nothing",
      outside.count, &findings)
  }

  private func tellQuality(_ paid: PlanStatements.Paid, _ findings: inout FindingCollector) {
    let early = paid.member.quantities.quality.keys.filter { $0 < period.first.year }.sorted()
    if !early.isEmpty {
      let years = early.map(String.init).joined(separator: ", ")
      tellEarly(
        paid, "a share of quality, given for clinician \(paid.member.id) in \(years), is", early.count, &findings)
    }
    let outside = paid.member.quantities.quality.keys.filter { year in
      let isCounted = year >= period.first.year && year <= period.last.year
      return isCounted
        && !paid.member.assignments.contains { assignment in
          assignment.plan.terms.withhold != nil
            && MeasurementYear(containing: assignment.days.first, startMonth: assignment.plan.terms.yearStart).number
              <= year
            && MeasurementYear(containing: assignment.days.last, startMonth: assignment.plan.terms.yearStart).number
              >= year
        }
    }.sorted()
    guard !outside.isEmpty else { return }
    let years = outside.map(String.init).joined(separator: ", ")
    tellOutside(
      paid,
      "a share of quality is given for clinician \(paid.member.id) in \(years), when no plan of the clinician withholds anything; it counts for nothing",
      outside.count, &findings)
  }

  /// Tells of quantities of those who have no plan on any day of the period.
  private func tellOthers(_ statements: PlanStatements, _ findings: inout FindingCollector) {
    let known = Set(statements.paid.map(\.member.id))
    for (id, own) in inputs.quantities.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
      let count = own.duties.count + own.panel.count + own.quality.count
      guard count > 0 else { continue }
      findings.add(
        Finding(
          .outsidePlan,
          "duties, panel or quality are given for clinician \(id), who has no plan in the period; they count for nothing",
          hint: "name the clinician's plan in the roster", count: count), key: "counted \(id)")
    }
  }

  /// Tells of payments before the first day, of the file as a whole: it may go on from year to year.
  private func tellEarlyPayments(_ findings: inout FindingCollector) {
    let early = inputs.payments.values.flatMap { $0 }.filter { $0.payment.date < period.first }
    guard let place = early.map(\.position).min() else { return }
    findings.add(
      Finding(
        .earlyPayment, at: place,
        "payments of \(Self.sum(early)) in sum are of days before \(period.first), the first day of the job; they are in no balance, since what was owed by then is in the opening balances",
        hint: "nothing, where compensation.opening says what they left owed, or nothing was; otherwise write it there",
        count: early.count))
  }

  private func tellPayments(_ statements: PlanStatements, _ findings: inout FindingCollector) {
    let known = Dictionary(statements.paid.map { ($0.member.id, $0) }) { first, _ in first }
    for (id, payments) in inputs.payments.sorted(by: { $0.key < $1.key }) {
      let late = payments.filter { $0.payment.date > period.last }
      if let first = Self.first(late) {
        findings.add(
          Finding(
            .latePayment, at: first.position,
            "clinician \(id) was paid \(Self.sum(late)) after \(period.last), the last day counted, first on \(first.payment.date); it is in no balance",
            hint: "count the days it pays for with --as-of, or correct its date", count: late.count), key: id)
      }
      let due = payments.filter { period.contains($0.payment.date) }
      let told = known[id]?.statements.flatMap(\.periods).map(\.days) ?? []
      let outside = due.filter { payment in !told.contains { $0.contains(payment.payment.date) } }
      guard let first = Self.first(outside) else { continue }
      findings.add(
        told.isEmpty
          ? Finding(
            .outsidePlan, at: first.position,
            "clinician \(id) was paid \(Self.sum(outside)) and has no statement; it is in no balance",
            hint: "name the clinician's plan in the roster", count: outside.count)
          : Finding(
            .outsidePlan, at: first.position,
            "clinician \(id) was paid \(Self.sum(outside)) on days without a plan, first on \(first.payment.date); it is balanced in the next period that has a statement, or the last",
            hint: "correct its date, or the days of the plan in the roster", count: outside.count),
        key: "paid \(id)")
    }
  }

  /// Tells of what lies before the first day of the job, when nothing is counted.
  private func tellEarly(
    _ paid: PlanStatements.Paid, _ what: String, _ count: Int, _ findings: inout FindingCollector
  ) {
    let isOne = what.hasSuffix(" is")
    let message =
      "\(what) before \(period.first), the first day of the job; \(isOne ? "it counts" : "they count") for nothing"
    findings.add(
      Finding(
        .outsidePlan, at: paid.candidate.position, message,
        hint: "correct the dates, or let the job start before them; rows of earlier years may stay", count: count),
      key: message)
  }

  /// Tells of opening balances of those who have no statement in which they would be balanced.
  private func tellOpening(_ statements: PlanStatements, _ findings: inout FindingCollector) {
    let told = Set(statements.paid.filter { !$0.statements.isEmpty }.map(\.member.id))
    for (id, position) in inputs.openingPlaces.sorted(by: { $0.key < $1.key }) where !told.contains(id) {
      let sum = inputs.opening[id, default: [:]].values.reduce(into: Money.zero) { $0 += $1 }
      let parts = [
        inputs.opening[id].map { _ in "an opening balance of \(sum)" },
        inputs.openingDeficits[id].map { "an opening deficit of \($0)" },
      ].compactMap { $0 }
      findings.add(
        Finding(
          .outsidePlan, at: position,
          "clinician \(id) has \(parts.joined(separator: " and ")) and no statement; it is in no balance",
          hint: "see why the clinician has no statement, or take the row out"), key: "opening \(id)")
    }
  }

  private func tellOutside(
    _ paid: PlanStatements.Paid, _ message: String, _ count: Int, _ findings: inout FindingCollector
  ) {
    findings.add(
      Finding(
        .outsidePlan, at: paid.candidate.position, message,
        hint: "correct the date or the clinician, or the days of the plan in the roster", count: count), key: message)
  }

  private static func sum(_ payments: [PayFiles.Paid]) -> Money {
    payments.reduce(into: .zero) { $0 += $1.payment.amount }
  }

  private static func first(_ payments: [PayFiles.Paid]) -> PayFiles.Paid? {
    payments.min { ($0.payment.date, $0.position) < ($1.payment.date, $1.position) }
  }
}
