import MedicareFees
import ProductivityModel
import Reporting

/// The page of a code for programs: numbers as numbers, what is not known as null.
///
/// Described in `benchmarks-data/schema/code-page.md`.
struct CodePageJSON {
  private let page: CodePage
  private var facts: CodeFacts { page.facts }

  init(_ page: CodePage) { self.page = page }

  /// The page, with a line break at its end.
  var text: String {
    let members: JSONMembers = [
      "schema_version": .integer(1),
      "code": .string(facts.code.description),
      "title": string(page.title?.text),
      "title_origin": string(page.title?.origin.rawValue),
      "also_known_as": strings(page.note?.alsoKnownAs ?? []),
      "description": string(page.note?.description),
      "plain_language": string(page.note?.plainLanguage),
      "clinical_context": string(page.note?.clinicalContext),
      "category": string(facts.category?.rawValue),
      "subsection": string(page.subsection?.title),
      "release": release,
      "conversion_factor": factor,
      "rows": .array(facts.rows.map(row)),
      "valued_only_with_26": .bool(facts.isValuedOnlyAsProfessional),
      "standing": facts.standing.map(standing) ?? .null,
      "subsection_standing": facts.subsectionStanding.map(standing) ?? .null,
      "history": .array(page.history?.points.map(point) ?? []),
      "localities": localities,
      "billing": .array(page.billing.map(note)),
      "usage": usage,
      "questions": .array(page.questions.map(question)),
      "sources": strings(page.sources),
    ]
    return JSONValue.object(members).text()
  }

  private func string(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
  private func integer(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
  private func amount(_ money: Money?) -> JSONValue { money.map { .number($0.description) } ?? .null }

  private var release: JSONValue {
    let info = facts.release
    return .object([
      "name": .string(info.release), "first": .string(info.effective.first.description),
      "last": .string(info.effective.last.description), "source_file": .string(info.source.file),
      "source_sha256": .string(info.source.sha256), "is_reexport": .bool(info.source.isReexport),
      "lacks": strings(info.lacks), "caution": string(info.caution),
    ])
  }

  private var factor: JSONValue {
    guard let factor = facts.factor else { return .null }
    return .object([
      "kind": .string(factor.kind.rawValue), "dollars": .number(factor.factor.description),
      "citation": .string(factor.citation),
    ])
  }

  private func standing(_ standing: CodeStanding) -> JSONValue {
    func works(_ list: [CodeWork]) -> JSONValue {
      .array(list.map { .object(["code": .string($0.code.description), "work": .number($0.work.description)]) })
    }
    return .object([
      "category": .string(standing.category.rawValue), "group": .string(standing.group.title),
      "range": .string(standing.group.range), "codes": .integer(standing.codes), "valued": .integer(standing.valued),
      "percentile": .integer(standing.percentile),
      "times_median": .number(DecimalText.plain(Int64(standing.timesMedianMillionths), scale: 6)),
      "median": .number(standing.median.description), "minimum": .number(standing.minimum.description),
      "maximum": .number(standing.maximum.description), "same_work": .integer(standing.sameWork),
      "above": works(standing.above), "below": works(standing.below),
      "definition": .string(CodeStanding.definition),
    ])
  }

  private func row(_ row: FeeRow) -> JSONValue {
    let leading: JSONMembers = [
      "modifier": string(row.component?.description), "status": string(row.status?.published),
      "not_used_for_medicare": .bool(row.isNotUsedForMedicare), "work": .number(row.work.description),
      "malpractice": .number(row.malpractice.description),
    ]
    let values = JSONMembers(
      page.values.filter { $0.component == row.component }.map {
        JSONMembers.Member(name: $0.setting.rawValue, value: self.values($0))
      })
    let indicators: JSONMembers = [
      "pctc": string(row.componentIndicator?.published), "global": string(row.globalPeriod?.published),
      "preoperative_percent": integer(row.preoperative), "intraoperative_percent": integer(row.intraoperative),
      "postoperative_percent": integer(row.postoperative),
      "multiple_procedure": string(row.multipleProcedure?.published), "bilateral": string(row.bilateral?.published),
      "assistant": string(row.assistant?.published), "co_surgeon": string(row.coSurgeon?.published),
      "team": string(row.team?.published), "endoscopic_base": string(row.endoscopicBase?.description),
      "row_source": string(row.source),
    ]
    return .object(leading + values + indicators)
  }

  private func values(_ row: CodeValueRow) -> JSONValue {
    let local: JSONMembers = page.locality == nil ? [:] : ["locality_payment": amount(row.localPayment?.amount)]
    let national: JSONMembers = [
      "na": .bool(row.total == nil),
      "practice_expense": row.practiceExpense.map { .number($0.description) } ?? .null,
      "total": row.total.map { .number($0.description) } ?? .null,
      "national_payment": amount(row.payment?.amount),
      "fee_schedule_amount": amount(row.payment?.feeScheduleAmount),
      "outpatient_cap_amount": amount(row.payment?.cappedAmount),
      "outpatient_cap_not_known": .bool(row.mayBeCapped),
    ]
    return .object(national + local)
  }

  private func point(_ point: CodeHistory.Point) -> JSONValue {
    .object([
      "release": .string(point.release), "first": .string(point.first.description),
      "work": .number(point.work.description), "change": string(point.change?.rawValue),
    ])
  }

  private var localities: JSONValue {
    guard let localities = page.localities else { return .array([]) }
    return .array(
      localities.rows.map { row in
        let locality = row.locality
        let place: JSONMembers = [
          "mac": .string(locality.key.macText), "locality": .string(locality.key.numberText),
          "state": .string(locality.state), "name": .string(LocalityWording.name(of: locality)),
        ]
        let amounts = zip(localities.settings, row.amounts).map {
          JSONMembers.Member(name: "\($0.rawValue)_payment", value: amount($1))
        }
        return .object(place + JSONMembers(amounts))
      })
  }

  private func note(_ note: BillingNote) -> JSONValue {
    .object([
      "topic": .string(note.topic.rawValue), "title": .string(note.title), "indicator": .string(note.indicator),
      "summary": .string(note.summary), "text": .string(note.text), "included": strings(note.included),
      "paid_besides": strings(note.separate), "source": .string(note.source),
    ])
  }

  private var usage: JSONValue {
    guard let usage = page.usage else { return .null }
    return .object([
      "basis": .string(usage.basis), "services": .number(usage.units.description),
      "specialties": .array(
        usage.rows.map {
          .object([
            "specialty": .string($0.specialty), "services": .number($0.units.description), "lines": integer($0.lines),
            "clinicians": integer($0.clinicians),
          ])
        }),
    ])
  }

  private func question(_ question: CodeQuestion) -> JSONValue {
    .object([
      "question": .string(question.question), "answer": .string(question.answer), "source": .string(question.source),
    ])
  }
}
