import Benchmarking
import Compensation
import Ingest
import ProductivityModel
import Reporting

/// Chooses the distribution in which a specialty is placed: by name, region, kind of provider and year, with every
/// choice told.
struct SurveyChoice {
  /// A distribution, and what is to be said of how it was come by.
  struct Chosen {
    /// The distribution, as all hold it who are placed in it.
    let shared: Boxed<SurveyRow>
    /// The distribution.
    var row: SurveyRow { shared.wrappedValue }
    /// Sentences for the basis, after that which names the survey.
    var notes: [String]

    init(row: SurveyRow, notes: [String] = []) {
      shared = Boxed(wrappedValue: row)
      self.notes = notes
    }
  }

  private struct Question: Hashable {
    var metric: SurveyMetric
    var specialty: String
    var region: String

    init(_ metric: SurveyMetric, _ specialty: String, _ region: String) {
      self.metric = metric
      self.specialty = specialty.lowercased()
      self.region = region.lowercased()
    }
  }

  @Boxed private var inputs: RunInputs
  private let vintage: VintageComparison
  private var answers: [Question: Chosen?] = [:]
  /// The last answer for each metric, with what was asked: most ask what was asked before.
  private var last: [SurveyMetric: (specialty: String, region: String, answer: Chosen?)] = [:]
  /// Why rows of dollars were not used: too few respondents, or a day to which they cannot be aged.
  private var refused: [Question: SurveyOffer] = [:]

  init(_ inputs: RunInputs, vintage: VintageComparison) {
    self.inputs = inputs
    self.vintage = vintage
  }

  /// The distribution for a candidate; nil where there is none, which a finding tells.
  ///
  /// - Parameter metric: what is placed.
  mutating func chosen(
    for candidate: Candidate, by metric: SurveyMetric = .workRVU, findings: inout FindingCollector
  ) -> Chosen? {
    let region = region(of: candidate)
    guard let split = candidate.split else {
      return candidate.specialty.isEmpty ? nil : chosen(metric, candidate.specialty, region, &findings)
    }
    var parts: [(chosen: Chosen, shareMillionths: Int64)] = []
    for part in split.parts {
      guard let chosen = chosen(metric, part.specialty, region, &findings) else { return nil }
      parts.append((chosen, part.shareMillionths))
    }
    guard let row = RoleBlend.row(parts.map { ($0.chosen.row, $0.shareMillionths) }) else { return nil }
    let sizes = parts.map { part in
      "\(part.chosen.row.specialty) \(part.chosen.row.respondents.map { "n = \($0)" } ?? "n not given")"
    }
    let blend =
      "The role is split: each percentile is the specialties' values weighted by effort (\(row.specialty); \(sizes.joined(separator: ", "))), not an average of percentiles; the n shown is the smallest. No survey publishes this distribution."
    return Chosen(
      row: row,
      notes: [blend] + parts.flatMap(\.chosen.notes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  /// The distribution of dollars in which a candidate's pay is to be placed, or why there is none.
  mutating func offer(
    for candidate: Candidate, by metric: SurveyMetric, findings: inout FindingCollector
  ) -> SurveyOffer {
    if let chosen = chosen(for: candidate, by: metric, findings: &findings) {
      return .row(chosen.row, notes: chosen.notes)
    }
    let region = region(of: candidate)
    let names = candidate.split?.parts.map(\.specialty) ?? [candidate.specialty]
    for name in names {
      if let offer = refused[Question(metric, name, region)] { return offer }
    }
    return .none
  }

  /// Why there is no distribution of work RVUs for a candidate.
  mutating func gap(of candidate: Candidate, findings: inout FindingCollector) -> SurveyGap {
    if inputs.surveys.isEmpty { return .noSurvey }
    let names = candidate.split?.parts.map(\.specialty) ?? [candidate.specialty]
    if names == [""] { return .noSpecialty }
    let region = region(of: candidate)
    let missing = names.filter { chosen(.workRVU, $0, region, &findings) == nil }
    return missing.isEmpty ? .nothingInCommon : .noRow(missing)
  }

  /// The distribution for the clinicians of a specialty together: the nation's, or that of the one region of the job.
  mutating func chosen(forAllOf specialty: String, findings: inout FindingCollector) -> Chosen? {
    guard !specialty.isEmpty else { return nil }
    if case .named(let name) = inputs.job.placement.region {
      return chosen(.workRVU, specialty, name, &findings)
    }
    return chosen(.workRVU, specialty, "", &findings)
  }

  private func region(of candidate: Candidate) -> String {
    switch inputs.job.placement.region {
    case .national: ""
    case .roster: candidate.region
    case .named(let name): name
    }
  }

  private mutating func chosen(
    _ metric: SurveyMetric, _ specialty: String, _ region: String, _ findings: inout FindingCollector
  ) -> Chosen? {
    if let last = last[metric], last.specialty == specialty, last.region == region { return last.answer }
    let question = Question(metric, specialty, region)
    let answer: Chosen?
    if let known = answers[question] {
      answer = known
    } else {
      answer = choose(metric, specialty, region, &findings)
      answers[question] = .some(answer)
    }
    last[metric] = (specialty, region, answer)
    return answer
  }

  private mutating func choose(
    _ metric: SurveyMetric, _ specialty: String, _ region: String, _ findings: inout FindingCollector
  ) -> Chosen? {
    guard !inputs.surveys.isEmpty else { return nil }
    var found: [Found] = []
    var unused: [SurveyRow] = []
    for (index, survey) in inputs.surveys.enumerated() {
      let measured = self.metric(index, for: metric)
      guard let row = self.found(survey, index, measured, specialty, region, &unused, &findings),
        let aged = aged(row, Question(metric, specialty, region))
      else { continue }
      found.append(aged)
    }
    // Other metrics than work RVUs are placed where a survey has them, and nothing is said where none has.
    guard !found.isEmpty else {
      if metric == .workRVU { tellNone(specialty, unused, &findings) }
      return nil
    }
    let isBlended =
      found.count > 1
      && (inputs.job.placement.combining == .blend || inputs.job.surveys.contains(where: \.hasStatedWeight))
    return isBlended ? blend(found, specialty, &findings) : first(found)
  }

  /// The metric of a survey in which a metric of the practice is placed: work RVUs where the job's entry says.
  private func metric(_ index: Int, for metric: SurveyMetric) -> SurveyMetric {
    metric == .workRVU && index < inputs.job.surveys.count ? inputs.job.surveys[index].metric : metric
  }

  /// A survey's row: of the region asked for, or else of all regions.
  ///
  /// - Parameter unused: takes the survey's rows for the specialty where none fits.
  private mutating func found(
    _ survey: Survey, _ index: Int, _ metric: SurveyMetric, _ specialty: String, _ region: String,
    _ unused: inout [SurveyRow], _ findings: inout FindingCollector
  ) -> Found? {
    let kind = inputs.job.placement.providerType
    let asked = region
    func fitting(_ region: String?) -> Found? {
      let selection = SurveySelection(metric: metric, region: region, providerType: kind)
      switch selection.row(of: specialty, in: survey.rows, by: inputs.specialtyNames) {
      case .row(let row, let match):
        guard hasEnoughRespondents(row, specialty, &findings) else {
          if metric.isDollars { refused[Question(metric, specialty, asked)] = .row(row, notes: []) }
          return nil
        }
        var synonym: String?
        if case .synonym(let name) = match { synonym = name }
        return Found(survey: index, row: row, synonym: synonym)
      case .several(let rivals):
        tellRivals(rivals, specialty, &findings)
        return nil
      case .otherCells(let rows):
        unused += rows
        return nil
      case .noSpecialty: return nil
      }
    }
    let isEverywhere = SurveySelection.everywhere.contains(SpecialtyNames.normalized(region))
    var result = isEverywhere ? nil : fitting(region)
    if result == nil {
      result = fitting(nil)
      if let row = result?.row, !isEverywhere {
        result?.fallback =
          "\(row.survey) has no row for \(specialty) in \(region) that can be used: its national row is used."
        tellFallback(row, survey, specialty, region, &findings)
      }
    }
    if let row = result?.row { vintage.tell(row, &findings) }
    return result
  }

  /// A row with its dollars brought to the day that the job's entry of the survey asks for; nil where they cannot be.
  private mutating func aged(_ found: Found, _ question: Question) -> Found? {
    guard question.metric.isDollars, found.survey < inputs.job.surveys.count,
      let ageing = inputs.job.surveys[found.survey].age
    else { return found }
    do throws(SurveyAgeing.Refusal) {
      var aged = found
      aged.row = try ageing.aged(found.row)
      aged.ageing = found.row.dataYear.flatMap(ageing.sentence).map { "\(found.row.survey): \($0)." }
      return aged
    } catch {
      refused[question] = .notAged(error)
      return nil
    }
  }

  private func hasEnoughRespondents(
    _ row: SurveyRow, _ specialty: String, _ findings: inout FindingCollector
  ) -> Bool {
    guard let respondents = row.respondents, respondents < inputs.job.minimumRespondents else { return true }
    findings.add(
      Finding(
        .fewRespondents, at: row.position,
        "the survey's row\(row.metric.isDollars ? " of \(row.metric.words)" : "") for \(specialty) has \(respondents) respondents; at least \(inputs.job.minimumRespondents) are needed, so nobody is placed in it"
      ))
    return false
  }

  private func tellRivals(_ rivals: [SurveyRow], _ specialty: String, _ findings: inout FindingCollector) {
    let places = rivals.map(\.position.description).joined(separator: " and ")
    findings.add(
      Finding(
        .badSurveyRow, at: rivals.last?.position,
        "several rows could place \(specialty) and none goes before the others: \(places); nobody is placed in them",
        hint: "leave one row for each specialty, region, kind of provider and year"))
  }

  private func tellFallback(
    _ row: SurveyRow, _ survey: Survey, _ specialty: String, _ region: String, _ findings: inout FindingCollector
  ) {
    let own = survey.rows.filter { $0.metric == row.metric && $0.specialty == row.specialty }
    let regions = Set(own.map { $0.region.isEmpty ? "no region" : $0.region }).sorted().joined(separator: ", ")
    findings.add(
      Finding(
        .regionFallback, at: row.position,
        "no row of \(row.survey) for \(specialty) in \(region) can be used; the national row is used",
        hint: "the survey has: \(regions)"))
  }

  // MARK: Several surveys

  /// A survey's row for a specialty.
  private struct Found {
    var survey: Int
    var row: SurveyRow
    /// The survey's name of the specialty, where it is another than the practice's.
    var synonym: String?
    /// That the row is not of the region asked for.
    var fallback: String?
    /// How its dollars were aged.
    var ageing: String?

    /// What is to be said of it.
    func notes(_ vintage: VintageComparison, isPart: Bool) -> [String] {
      let called = synonym.map { "\(row.survey) calls the specialty \($0), by the table of specialty names." }
      return [called, fallback, ageing, isPart ? vintage.sentence(row).map { $0 + "." } : nil].compactMap { $0 }
    }
  }

  /// The survey with the latest data; of equal ones that which the job names first.
  private func first(_ found: [Found]) -> Chosen? {
    let latest = found.max { a, b in
      (a.row.dataYear ?? a.row.year, a.row.year, -a.survey) < (b.row.dataYear ?? b.row.year, b.row.year, -b.survey)
    }
    guard let latest else { return nil }
    var notes = latest.notes(vintage, isPart: false)
    let others = found.filter { $0.survey != latest.survey }.map { "\($0.row.survey) \($0.row.year)" }
    if !others.isEmpty {
      notes.append(
        "The job also has \(CountWording.list(others)), which \(others.count == 1 ? "is" : "are") not used for this figure."
      )
    }
    return Chosen(row: latest.row, notes: notes)
  }

  /// All surveys together, each by its weight and respondents.
  private func blend(_ found: [Found], _ specialty: String, _ findings: inout FindingCollector) -> Chosen? {
    do {
      let blend = try SurveyBlend(
        found.map { SurveyBlend.Part($0.row, weightMillionths: inputs.job.surveys[$0.survey].weightMillionths) })
      return Chosen(row: blend.row, notes: [blend.basis] + found.flatMap { $0.notes(vintage, isPart: true) })
    } catch {
      findings.add(
        Finding(
          .noSurveyRow, at: found.first?.row.position,
          "the surveys' rows for \(specialty) cannot be blended: \(reason(error)); its clinicians are not placed",
          hint: "fill in n and data of one metric in each, or place in one survey alone"))
      return nil
    }
  }

  private func reason(_ refusal: SurveyBlend.Refusal) -> String {
    switch refusal {
    case .tooFew: "there is only one"
    case .noWeight: "a weight is not above zero"
    case .differentMetrics(let one, let other): "one has \(one.words) and another \(other.words)"
    case .noRespondents(let position): "\(position) has no n by which it could be weighed"
    case .nothingInCommon: "they have no percentile in common"
    case .outOfRange: "a value is beyond all measure"
    }
  }

  // MARK: What is not there

  private func tellNone(_ specialty: String, _ named: [SurveyRow], _ findings: inout FindingCollector) {
    guard named.isEmpty else {
      let kinds = Set(
        named.map { row in
          "\(row.region.isEmpty ? "no region" : row.region), \(row.providerType.isEmpty ? "no provider type" : row.providerType)"
        }
      ).sorted()
      findings.add(
        Finding(
          .noSurveyRow, at: named.first?.position,
          "no row of the surveys for \(specialty) is for the region and kind of provider asked for and can be used; its clinicians are not placed",
          hint:
            "the rows are for: \(kinds.prefix(8).joined(separator: "; ")); placement: {region: ..., providerType: ...} chooses"
        ))
      return
    }
    let rows = inputs.surveys.enumerated().flatMap { index, survey in
      survey.rows.filter { $0.metric == metric(index, for: .workRVU) }
    }
    guard !rows.isEmpty else {
      let metrics = Set(inputs.surveys.flatMap(\.rows).map(\.metric)).sorted().map(\.rawValue)
      findings.add(
        Finding(
          .noSurveyRow, "no survey has a row of work_rvu; nobody is placed",
          hint: metrics.isEmpty
            ? nil
            : "the surveys have \(metrics.joined(separator: ", ")); one that measures only a part of the work is placed in only where its entry says so, such as metric: medicare_work_rvu"
        ))
      return
    }
    let match = inputs.specialtyNames.match(specialty, among: Set(rows.map(\.specialty)).sorted())
    guard case .none(let suggestions) = match else { return }
    findings.add(
      Finding(
        .unmatchedSpecialty,
        "no survey has \(specialty), by this name or a reviewed synonym; its clinicians are not placed",
        hint: suggestions.isEmpty
          ? "write the survey's name in the roster, or both in a table: specialtyNames: names.csv"
          : "is it \(suggestions.map { "\"\($0)\"" }.joined(separator: " or "))? Write that name in the roster, or both in a table: specialtyNames: names.csv"
      ))
  }
}
