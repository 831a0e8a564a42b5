import Benchmarking
import ProductivityModel
import Reporting

/// `report.json`: everything that a run found out, typed, with a schema version.
///
/// Names are those of the data files. Quantities are exact decimals; a percentile beyond the published points is the text
/// `<10` or `>90`; what is undefined is null.
enum JSONReport {
  /// The version of the schema: it rises when a name changes its meaning or goes away.
  static let schemaVersion = 1

  /// The file's bytes.
  static func bytes(of results: RunResults, version: String) -> [UInt8] {
    Array(value(of: results, version: version).text().utf8)
  }

  private static func value(of results: RunResults, version: String) -> JSONValue {
    let period: [JSONValue] = results.months.map { .string($0.description) }
    let compensation: JSONMembers =
      results.compensation.map { ["compensation": self.compensation($0)] } ?? [:]
    let feeImpact: JSONMembers =
      results.feeImpact.map {
        ["fee_impact": .object(["reason": .string($0.reason)] + ImpactData.members(of: $0))]
      } ?? [:]
    let clinicians: JSONMembers = [
      "clinicians": rows(.clinicians(of: results), and: results.clinicians.map { extras(of: $0, in: results) }),
      "case_mix": rows(.caseMix(of: results)),
      "visit_levels": rows(.visitLevels(of: results)),
      "modifier_use": rows(.modifierUse(of: results)),
    ]
    let whole: JSONMembers = results.recipient == nil ? ofAll(results) : ["edition": .string("clinician")]
    let specialties: JSONMembers =
      results.recipient == nil
      ? ["specialties": rows(.specialties(of: results), and: results.specialties.map(extras))] : [:]
    return .object(
      [
        "schema_version": .integer(schemaVersion),
        "program_version": .string(version),
        "practice": .string(results.practice),
        "period_start": .string(results.period.first.description),
        "period_end": .string(results.period.last.description),
        "months": .array(period),
        "has_roster": .bool(results.hasRoster),
        "minimum_peers": .integer(results.minimumPeers),
        "cautions": strings(results.cautions),
        "pay_policy": policy(results.payPolicy),
        "benchmark_policy": policy(results.benchmarkPolicy),
        "releases": .array(results.releases.map { .object(release($0, of: results)) }),
      ] + specialties + clinicians + whole + compensation + feeImpact + goals(results))
  }

  private static func release(_ use: ReleaseUse, of results: RunResults) -> JSONMembers {
    let members: JSONMembers = ["release": .string(use.release), "title": .string(use.title)]
    return results.recipient == nil ? members + ["lines": .integer(use.lines)] : members
  }

  /// What is told of the practice as a whole, and in no edition of one clinician.
  private static func ofAll(_ results: RunResults) -> JSONMembers {
    [
      "control_totals": rows(.controlTotals(of: results)),
      "unpriced_codes": rows(.unpriced(of: results)),
      "findings": rows(.findings(of: results)),
      "inputs": .array(
        results.inputs.map {
          .object([
            "role": .string($0.role), "path": .string($0.path), "size": .number(String($0.size)),
            "sha256": .string($0.sha256),
          ])
        }),
    ]
  }

  /// Targets and earlier months, by the names of the data files; what the run does not have is not there.
  private static func goals(_ results: RunResults) -> JSONMembers {
    var members: JSONMembers = [:]
    if !results.goals.isEmpty {
      members =
        members + [
          "goals": rows(.goals(of: results)), "goal_months": rows(.goalMonths(of: results)),
        ]
    }
    if results.clinicians.contains(where: { $0.recent != nil }) {
      members =
        members + ["recent": rows(.recent(of: results)), "recent_months": rows(.recentMonths(of: results))]
    }
    return members
  }

  /// What plans pay, by the names of the data files; tables that the run does not have are not there.
  private static func compensation(_ results: CompensationResults) -> JSONValue {
    var members: JSONMembers = [
      "period_start": .string(results.period.first.description),
      "period_end": .string(results.period.last.description),
      "clinicians": rows(
        .compensation(of: results), and: results.clinicians.map { ["basis": strings($0.basis)] }),
      "statements": rows(.statements(of: results)),
      "statement_tiers": rows(.statementTiers(of: results)),
      "balances": rows(.balances(of: results)),
      "projections": rows(.projections(of: results)),
      "basis": strings(results.basis),
    ]
    if results.clinicians.contains(where: { !$0.reconciliations.isEmpty }) {
      members = members + ["employer_statements": rows(.employerDifferences(of: results))]
    }
    if let change = results.feeChange {
      members = members + ["fee_change": rows(.feeChange(of: change)), "level_pay": rows(.levelPay(of: change))]
    }
    return .object(members)
  }

  /// The rows of a data table as objects, each with more members where there are more.
  static func rows(_ table: DataTable, and extras: [JSONMembers] = []) -> JSONValue {
    .array(
      table.rows.enumerated().map { index, row in
        .object(
          JSONMembers(zip(table.columns, row).map { JSONMembers.Member(name: $0, value: value(of: $1)) })
            + (index < extras.count ? extras[index] : [:]))
      })
  }

  private static func extras(of specialty: SpecialtyResult) -> JSONMembers {
    ["survey_points": points(specialty.surveyRow?.points ?? [])]
  }

  private static func extras(of clinician: ClinicianResult, in results: RunResults) -> JSONMembers {
    let summary = ClinicianSummary(of: clinician, in: results)
    let monthly = zip(results.months, clinician.monthly).map { month, totals -> JSONValue in
      .object(["month": .string(month.description)] + sums(totals))
    }
    let codes = clinician.topCodes.map { code -> JSONValue in
      .object([
        "code": .string(code.code), "lines": .integer(code.lines), "units": .number(code.units.description),
        "work_rvu_benchmark": .number(code.benchmark.description),
        "units_per_fte": code.unitsPerFTE.map { .number($0.description) } ?? .null,
        "peers": code.peers.map(JSONValue.integer) ?? .null,
        "peer_median_units_per_fte": code.peerMedianUnitsPerFTE.map { .number($0.description) } ?? .null,
      ])
    }
    return [
      "headline": .string(summary.headline),
      "employed_from": .string(clinician.period.first.description),
      "employed_through": .string(clinician.period.last.description),
      "days": .integer(clinician.days),
      "unpriced_lines": .integer(clinician.totals.unpricedLines),
      "unpriced_charge": .number(clinician.totals.unpricedCharge.description),
      "survey_points": points(clinician.surveyRow?.points ?? []),
      "monthly": .array(monthly),
      "top_codes": .array(codes),
      "not_known": strings(summary.unknown),
      "basis": strings(clinician.basis),
    ]
  }

  private static func sums(_ totals: ProductivityTotals) -> JSONMembers {
    [
      "lines": .integer(totals.lines), "encounters": totals.encounters.map(JSONValue.integer) ?? .null,
      "units": .number(totals.units.description),
      "work_rvu_unadjusted": .number(totals.unadjusted.description),
      "work_rvu_pay": .number(totals.pay.description),
      "work_rvu_benchmark": .number(totals.benchmark.description),
      "unpriced_lines": .integer(totals.unpricedLines),
      "unpriced_charge": .number(totals.unpricedCharge.description),
    ]
  }

  private static func policy(_ policy: PolicySummary) -> JSONValue {
    .object([
      "name": .string(policy.name), "title": .string(policy.title), "vintage": .string(policy.vintage),
      "not_applied": strings(policy.notApplied),
    ])
  }

  private static func points(_ points: [SurveyPoint]) -> JSONValue {
    .array(
      points.map {
        .object([
          "percent": .integer($0.percent), "value": .number(WorkRVU(millionths: $0.millionths).description),
        ])
      })
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  private static func value(of cell: CellValue) -> JSONValue {
    switch cell {
    case .notAvailable, .standing, .sparkline: return .null
    case .text, .literal, .position, .month, .date: return .string(cell.dataText)
    case .placement(let placement), .placementHeadline(let placement):
      switch placement.position {
      case .at: return .number(cell.dataText)
      case .below, .above: return .string(cell.dataText)
      case .ratioOnly: return .null
      }
    case .integer, .year, .workRVU, .workRVURate, .surveyValue, .units, .money, .clinicalFTE, .percent, .percentile,
      .ratio, .rank:
      return .number(cell.dataText)
    }
  }
}
