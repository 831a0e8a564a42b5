import MedicareFees
import ProductivityModel

/// What a release changed against an earlier one, for programs: all counts, and every row that was added, deleted or changed.
public struct ReleaseDifferenceJSON {
  private let difference: ReleaseDifference

  /// The document of a difference.
  public init(_ difference: ReleaseDifference) { self.difference = difference }

  /// The document, with a line break at its end.
  public var text: String {
    let page: JSONMembers = [
      "schema_version": .integer(1), "earlier": release(difference.earlier, codes: difference.earlierCodes),
      "later": release(difference.later, codes: difference.laterCodes),
      "adjustments": .array(difference.adjustments.map(adjustment)), "counts": .object(counts),
      "added_codes": .array(difference.addedCodes.map { .string($0.description) }),
      "deleted_codes": .array(difference.deletedCodes.map { .string($0.description) }),
      "rows": .array(difference.rows.filter { $0.kind != .same && $0.kind != .carriedOver }.map(row)),
    ]
    return JSONValue.object(page).text()
  }

  private func release(_ info: ReleaseInfo, codes: Int) -> JSONValue {
    .object([
      "name": .string(info.release), "codes": .integer(codes), "rows": .integer(info.rows),
      "source_file": .string(info.source.file), "source_sha256": .string(info.source.sha256),
      "is_reexport": .bool(info.source.isReexport), "caution": info.caution.map { .string($0) } ?? .null,
    ])
  }

  private func adjustment(_ adjustment: WorkAdjustment) -> JSONValue {
    .object([
      "name": .string(adjustment.name), "first": .string(adjustment.effective.first.description),
      "factor": .number(DecimalText.plain(adjustment.factorMillionths, scale: 6)),
      "citation": .string(adjustment.citation),
    ])
  }

  private var counts: JSONMembers {
    var members: [JSONMembers.Member] = RowDifference.Kind.allCases.map {
      JSONMembers.Member(name: "rows_" + Self.key($0.rawValue), value: .integer(difference.count($0)))
    }
    members.append(JSONMembers.Member(name: "rows_compared", value: .integer(difference.compared)))
    members += WorkChange.allCases.map {
      JSONMembers.Member(name: "work_" + Self.key($0.rawValue), value: .integer(difference.count($0)))
    }
    members.append(JSONMembers.Member(name: "work_none", value: .integer(difference.withoutWork)))
    members += RowValue.allCases.map {
      JSONMembers.Member(name: "changed_" + $0.rawValue, value: .integer(difference.count(changing: $0)))
    }
    members.append(JSONMembers.Member(name: "changed_any_value", value: .integer(difference.revalued)))
    members.append(
      JSONMembers.Member(name: "indicators_compared", value: .integer(difference.withComparableIndicators)))
    members += difference.indicators.map {
      JSONMembers.Member(name: "changed_indicator_" + $0.rawValue, value: .integer(difference.count(changing: $0)))
    }
    return JSONMembers(members)
  }

  private func row(_ row: RowDifference) -> JSONValue {
    let isCompared = row.workChange != nil
    func percent(_ tenths: Int64?) -> JSONValue {
      tenths.map { .number(DecimalText.fixed($0, scale: 1, decimals: 1)) } ?? .null
    }
    return .object([
      "code": .string(row.code.description), "modifier": row.component.map { .string($0.description) } ?? .null,
      "change": .string(row.kind.rawValue), "work_change": row.workChange.map { .string($0.rawValue) } ?? .null,
      "work_percent": isCompared ? percent(row.workPercentTenths) : .null,
      "old": values(row.old), "new": values(row.new),
      "indicators_changed": .array(row.changedIndicators.map { indicator($0, row) }),
    ])
  }

  private func values(_ row: FeeRow?) -> JSONValue {
    guard let row else { return .null }
    return .object(
      JSONMembers(
        RowValue.allCases.map {
          JSONMembers.Member(name: $0.rawValue, value: .number($0.value(of: row).description))
        }))
  }

  private func indicator(_ indicator: RowIndicator, _ row: RowDifference) -> JSONValue {
    func text(_ row: FeeRow?) -> JSONValue { row.flatMap { indicator.text(of: $0) }.map { .string($0) } ?? .null }
    return .object(["name": .string(indicator.rawValue), "old": text(row.old), "new": text(row.new)])
  }

  private static func key(_ name: String) -> String { name.replacing("-", with: "_") }
}
