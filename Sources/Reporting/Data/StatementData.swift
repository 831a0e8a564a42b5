import Compensation
import ProductivityModel

extension DataTable {
  /// The tables of a run with compensation; none without.
  public static func compensationTables(of results: RunResults) -> [DataTable] {
    guard let compensation = results.compensation else { return [] }
    var tables: [DataTable] = [
      .balances(of: compensation), .compensation(of: compensation), .payCodes(of: compensation),
      .projections(of: compensation),
      .statementTiers(of: compensation), .statements(of: compensation),
    ]
    if compensation.clinicians.contains(where: { !$0.reconciliations.isEmpty }) {
      tables.append(.employerDifferences(of: compensation))
    }
    if let change = compensation.feeChange { tables += [.feeChange(of: change), .levelPay(of: change)] }
    return tables
  }

  private typealias Period = (clinicianID: String, statement: PlanStatement, period: PeriodStatement)

  private static func periods(of results: CompensationResults) -> [Period] {
    results.clinicians.flatMap { clinician in
      clinician.statements.flatMap { statement in
        statement.periods.map { Period(clinician.id, statement, $0) }
      }
    }
  }

  /// The columns that name a period of a statement.
  private static func place<Record>(_ period: @escaping @Sendable (Record) -> Period) -> [DataColumn<Record>] {
    [
      DataColumn("clinician_id", "the clinician's id") { .text(period($0).clinicianID) },
      DataColumn("plan", "the plan's id; of plans measured as one, the last") {
        .text(period($0).statement.plans.last?.id ?? "")
      },
      DataColumn("measurement_year", in: "year", "the year in which the measurement year ends") {
        .year(period($0).statement.year.last.year)
      },
      DataColumn("period_start", in: "day", "the first day of the measurement period") {
        .date(period($0).period.days.first)
      },
      DataColumn("period_end", in: "day", "the last day counted of the measurement period") {
        .date(period($0).period.days.last)
      },
    ]
  }

  /// One row for each clinician, period and component: the lines of the statements.
  public static func statements(of results: CompensationResults) -> DataTable {
    typealias Record = (period: Period, component: StatementComponent)
    let records = periods(of: results).flatMap { period in
      period.period.components.map { Record(period: period, component: $0) }
    }
    return DataTable(
      "statements", of: records,
      columns: place { $0.period } + [
        DataColumn("complete", in: "yes or no", "whether the period is over; otherwise all is to date") {
          .text($0.period.period.isComplete ? "yes" : "no")
        },
        DataColumn(
          "line",
          "base, production, production-cap, withhold, less-draw, draw-recovery, draw-repayment, guarantee, guarantee-made-good, stipend, panel, pool, release, total-cap or total-floor"
        ) { .text($0.component.kind.code) },
        DataColumn("component", "the account in which it is balanced with what was paid") {
          .text($0.component.account)
        },
        DataColumn("units", in: "units", "units of a stipend, or member months of a panel") {
          .data($0.component.unitsMillionths) { .workRVU(WorkRVU(millionths: $0)) }
        },
        DataColumn("earned", in: "dollars", "negative for what is taken off") { .money($0.component.amount) },
        DataColumn("lines", in: "lines", "lines of the period in the pay ledger; the same in each row of the period") {
          .integer($0.period.period.lines)
        },
        DataColumn("work_rvu", in: "wRVU", "work of the period in the pay ledger; the same in each row of the period") {
          .workRVU($0.period.period.work)
        },
        DataColumn("work_rvu_to_date", in: "wRVU", "work since the plan's first day in the measurement year") {
          .workRVU($0.period.period.workToDate)
        },
        DataColumn(
          "year_share", in: "0 to 1 and above",
          "the share of a year at 1.0 by which tiers are scaled: to date under cumulative measurement"
        ) {
          .data($0.period.period.production?.share.millionths) { .workRVU(WorkRVU(millionths: $0)) }
        },
        DataColumn("threshold", in: "wRVU", "the threshold that holds for the work measured; empty without one") {
          record in
          let production = record.period.period.production
          return .data(production.flatMap { $0.annualThreshold == nil ? nil : $0.threshold }, CellValue.workRVU)
        },
      ])
  }

  /// One row for each clinician, period and tier of production.
  public static func statementTiers(of results: CompensationResults) -> DataTable {
    typealias Record = (period: Period, number: Int, tier: ProductionSteps.Tier)
    let records = periods(of: results).flatMap { period in
      (period.period.production?.tiers ?? []).enumerated().map {
        Record(period: period, number: $0.offset + 1, tier: $0.element)
      }
    }
    return DataTable(
      "statement_tiers", of: records,
      columns: place { $0.period } + [
        DataColumn("tier", in: "number", "the tier, from 1") { .integer($0.number) },
        DataColumn("from_work_rvu", in: "wRVU", "where the tier begins, scaled") { .workRVU($0.tier.from) },
        DataColumn("to_work_rvu", in: "wRVU", "where the tier ends, scaled; the last has no end") {
          .data($0.tier.to, CellValue.workRVU)
        },
        DataColumn("rate", in: "dollars for a wRVU", "what the tier pays") {
          .surveyValue(WorkRVU(millionths: $0.tier.rate.millionths))
        },
        DataColumn("work_rvu", in: "wRVU", "work that is paid at the tier; under cumulative measurement to date") {
          .workRVU($0.tier.work)
        },
        DataColumn(
          "earned", in: "dollars",
          "before what earlier periods of the year earned; under cumulative measurement to date"
        ) { .money($0.tier.amount) },
      ])
  }

  /// One row for each clinician, period and code, and whose lines they are: which lines made the work of the statements.
  public static func payCodes(of results: CompensationResults) -> DataTable {
    typealias Record = (period: Period, sum: CodeSums.Sum)
    let records = results.clinicians.flatMap { clinician in
      periods(of: results).filter { $0.clinicianID == clinician.id }.flatMap { period in
        let assigned = clinician.member.assignments.filter { period.statement.plans.contains($0.plan) }
          .compactMap { $0.days.intersection(period.period.days) }
        return CodeSums(clinician.codes, in: assigned).sums.map { Record(period: period, sum: $0) }
      }
    }
    return DataTable(
      "pay_codes", of: records,
      columns: place { $0.period } + [
        DataColumn("code", "the procedure code") { .literal($0.sum.code) },
        DataColumn(
          "lines_of", in: "own or others",
          "whose lines they are: others where a policy gives credit of another clinician's lines"
        ) { .text($0.sum.isFromOthers ? "others" : "own") },
        DataColumn("lines", in: "lines", "lines that bring work") { .integer($0.sum.lines) },
        DataColumn("units", in: "services", "their services as logged") { .units($0.sum.units) },
        DataColumn("work_rvu", in: "wRVU", "their work in the pay ledger") { .workRVU($0.sum.work) },
      ])
  }

  /// One row for each clinician, period and component that is balanced.
  public static func balances(of results: CompensationResults) -> DataTable {
    typealias Record = (period: Period, account: AccountBalance)
    let records = periods(of: results).flatMap { period in
      period.period.accounts.map { Record(period: period, account: $0) }
    }
    return DataTable(
      "balances", of: records,
      columns: place { $0.period } + [
        DataColumn("component", "the account: a component of the plan") { .text($0.account.account) },
        DataColumn("opening", in: "dollars", "owed at the start of the period") { .money($0.account.opening) },
        DataColumn("earned", in: "dollars", "earned in the period") { .money($0.account.earned) },
        DataColumn("paid", in: "dollars", "paid in the period") { .money($0.account.paid) },
        DataColumn("closing", in: "dollars", "opening + earned - paid, with which the next period opens") {
          .money($0.account.closing)
        },
      ])
  }
}

extension StatementComponent.Kind {
  /// The word that data files have for a line of a statement.
  public var code: String {
    switch self {
    case .base: "base"
    case .production: "production"
    case .productionCap: "production-cap"
    case .withhold: "withhold"
    case .lessDraw: "less-draw"
    case .drawRecovery: "draw-recovery"
    case .drawRepayment: "draw-repayment"
    case .guarantee: "guarantee"
    case .guaranteeMadeGood: "guarantee-made-good"
    case .stipend: "stipend"
    case .panel: "panel"
    case .pool: "pool"
    case .release: "release"
    case .totalCap: "total-cap"
    case .totalFloor: "total-floor"
    }
  }
}
