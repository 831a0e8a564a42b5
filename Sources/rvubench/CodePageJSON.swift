import MedicareFees
import ProductivityModel

/// What a release says of one code, for programs: numbers as numbers, what is not known as null.
struct CodePageJSON {
  /// The facts.
  let facts: CodeFacts
  /// The settings to show.
  let settings: [Setting]

  /// The page, with a line break at its end.
  var text: String {
    let page: [(String, JSONText)] = [
      ("schema_version", JSONText(1)),
      ("code", .text(facts.code.description)),
      ("category", JSONText(facts.category?.rawValue)),
      ("release", release),
      ("conversion_factor", factor),
      ("rows", .list(facts.rows.map(row))),
      ("valued_only_with_26", .bool(facts.isValuedOnlyAsProfessional)),
      ("standing", standing),
    ]
    return JSONText.object(page).written() + "\n"
  }

  private var release: JSONText {
    let info = facts.release
    return .object([
      ("name", .text(info.release)), ("first", .text(info.effective.first.description)),
      ("last", .text(info.effective.last.description)), ("source_file", .text(info.source.file)),
      ("source_sha256", .text(info.source.sha256)), ("is_reexport", .bool(info.source.isReexport)),
      ("lacks", .list(info.lacks.map { .text($0) })), ("caution", JSONText(info.caution)),
    ])
  }

  private var factor: JSONText {
    guard let factor = facts.factor else { return .null }
    return .object([
      ("kind", .text(factor.kind.rawValue)), ("dollars", .number(factor.factor.description)),
      ("citation", .text(factor.citation)),
    ])
  }

  private var standing: JSONText {
    guard let standing = facts.standing else { return .null }
    return .object([
      ("category", .text(standing.category.rawValue)), ("codes", JSONText(standing.codes)),
      ("valued", JSONText(standing.valued)), ("percentile", JSONText(standing.percentile)),
      ("times_median", .number(DecimalText.plain(Int64(standing.timesMedianMillionths), scale: 6))),
      ("median", .number(standing.median.description)), ("maximum", .number(standing.maximum.description)),
      ("definition", .text(CodeStanding.definition)),
    ])
  }

  private func row(_ row: FeeRow) -> JSONText {
    var members: [(String, JSONText)] = [
      ("modifier", JSONText(row.component?.description)), ("status", JSONText(row.status?.published)),
      ("not_used_for_medicare", .bool(row.isNotUsedForMedicare)), ("work", .number(row.work.description)),
      ("malpractice", .number(row.malpractice.description)),
    ]
    for setting in settings { members.append((setting.rawValue, values(row, setting))) }
    members += [
      ("pctc", JSONText(row.componentIndicator?.published)), ("global", JSONText(row.globalPeriod?.published)),
      ("preoperative_percent", JSONText(row.preoperative)), ("intraoperative_percent", JSONText(row.intraoperative)),
      ("postoperative_percent", JSONText(row.postoperative)),
      ("multiple_procedure", JSONText(row.multipleProcedure?.published)),
      ("bilateral", JSONText(row.bilateral?.published)), ("assistant", JSONText(row.assistant?.published)),
      ("co_surgeon", JSONText(row.coSurgeon?.published)), ("team", JSONText(row.team?.published)),
      ("endoscopic_base", JSONText(row.endoscopicBase?.description)), ("row_source", JSONText(row.source)),
    ]
    return .object(members)
  }

  private func values(_ row: FeeRow, _ setting: Setting) -> JSONText {
    let payment = facts.payment(row, in: setting)
    func amount(_ money: Money?) -> JSONText { money.map { .number($0.description) } ?? .null }
    let isNA = row.isNA(setting)
    return .object([
      ("na", .bool(isNA)), ("practice_expense", isNA ? .null : .number(row.practiceExpense(setting).description)),
      ("total", isNA ? .null : .number(row.total(setting).description)),
      ("national_payment", amount(payment?.amount)),
      ("fee_schedule_amount", amount(payment?.feeScheduleAmount)),
      ("outpatient_cap_amount", amount(payment?.cappedAmount)),
      ("outpatient_cap_not_known", .bool(payment != nil && facts.mayBeCapped(row))),
    ])
  }
}
