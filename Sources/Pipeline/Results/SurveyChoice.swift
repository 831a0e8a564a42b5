import Benchmarking
import Ingest
import ProductivityModel

/// Chooses the distribution in which a specialty is placed: by name, region, kind of provider and year, with every
/// choice told.
struct SurveyChoice {
  /// A distribution, and what is to be said of how it was come by.
  struct Chosen {
    var row: SurveyRow
    /// Sentences for the basis, after that which names the survey.
    var notes: [String] = []
  }

  private struct Question: Hashable {
    var metric: SurveyMetric
    var specialty: String
    var region: String
  }

  private let inputs: RunInputs
  private let vintage: VintageComparison
  private var answers: [Question: Chosen?] = [:]
  private static let national = ["", "national", "all"]
  private static let everyone = ["", "physician", "physicians", "staff physician", "all"]

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
      "The role is split: each percentile is the specialties' values weighted by effort (\(row.specialty); \(sizes.joined(separator: ", "))), not an average of percentiles. No survey publishes this distribution."
    return Chosen(
      row: row,
      notes: [blend] + parts.flatMap(\.chosen.notes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
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
    let question = Question(metric: metric, specialty: specialty.lowercased(), region: region.lowercased())
    if let answer = answers[question] { return answer }
    let answer = choose(metric, specialty, region, &findings)
    answers[question] = .some(answer)
    return answer
  }

  private func choose(
    _ metric: SurveyMetric, _ specialty: String, _ region: String, _ findings: inout FindingCollector
  ) -> Chosen? {
    guard !inputs.surveys.isEmpty else { return nil }
    var rows: [(survey: Int, row: SurveyRow)] = []
    var named = false
    for (index, survey) in inputs.surveys.enumerated() {
      let own = own(survey, index, metric, specialty)
      if !own.isEmpty { named = true }
      if let row = latest(own, region, specialty, &findings) { rows.append((index, row)) }
    }
    // Other metrics than work RVUs are placed where a survey has them, and nothing is said where none has.
    guard !rows.isEmpty else {
      if metric == .workRVU { tellNone(specialty, region, isNamed: named, &findings) }
      return nil
    }
    return combined(rows, specialty)
  }

  /// The survey's rows for a specialty, by its own name or by a reviewed synonym of it.
  private func own(_ survey: Survey, _ index: Int, _ metric: SurveyMetric, _ specialty: String) -> [SurveyRow] {
    survey.rows.filter { $0.metric == metric && $0.specialty.lowercased() == specialty.lowercased() }
  }

  /// The row of the latest data of one survey, of the region asked for or else the nation's.
  private func latest(
    _ own: [SurveyRow], _ region: String, _ specialty: String, _ findings: inout FindingCollector
  ) -> SurveyRow? {
    let kinds = inputs.job.placement.providerType.map { [$0.lowercased()] } ?? Self.everyone
    let usable = own.filter { kinds.contains($0.providerType.lowercased()) }
    let isNational = Self.national.contains(region.lowercased())
    let there = isNational ? [] : usable.filter { $0.region.lowercased() == region.lowercased() }
    if let row = theLatest(there, specialty, &findings) { return row }
    let row = theLatest(usable.filter { Self.national.contains($0.region.lowercased()) }, specialty, &findings)
    if let row, !isNational {
      findings.add(
        Finding(
          .regionFallback, at: row.position,
          "no row of \(row.survey) for \(specialty) in \(region) can be used; the national row is used",
          hint: there.isEmpty ? "the survey has: \(regions(usable))" : nil))
    }
    return row
  }

  private func regions(_ rows: [SurveyRow]) -> String {
    Set(rows.map { $0.region.isEmpty ? "no region" : $0.region }).sorted().joined(separator: ", ")
  }

  private func theLatest(
    _ rows: [SurveyRow], _ specialty: String, _ findings: inout FindingCollector
  ) -> SurveyRow? {
    guard let row = rows.max(by: { ($0.dataYear ?? $0.year, $0.year) < ($1.dataYear ?? $1.year, $1.year) }) else {
      return nil
    }
    let rivals = rows.filter { $0.dataYear == row.dataYear && $0.year == row.year }
    if rivals.count > 1 {
      let places = rivals.map(\.position.description).joined(separator: " and ")
      findings.add(
        Finding(
          .badSurveyRow, at: rivals.last?.position,
          "several rows could place \(specialty) and none goes before the others: \(places); nobody is placed in them",
          hint: "leave one row for each specialty, region, kind of provider and year"))
      return nil
    }
    if let respondents = row.respondents, respondents < inputs.job.minimumRespondents {
      findings.add(
        Finding(
          .fewRespondents, at: row.position,
          "the survey's row for \(specialty) has \(respondents) respondents; at least \(inputs.job.minimumRespondents) are needed, so nobody is placed in it"
        ))
      return nil
    }
    vintage.tell(row, &findings)
    return row
  }

  /// One distribution of several surveys': the latest, or all of them blended.
  private func combined(_ rows: [(survey: Int, row: SurveyRow)], _ specialty: String) -> Chosen? {
    // Of equal years that goes first which the job names first.
    let latest = rows.enumerated().max { a, b in
      let (one, other) = (a.element.row, b.element.row)
      return (one.dataYear ?? one.year, one.year, -a.offset) < (other.dataYear ?? other.year, other.year, -b.offset)
    }
    guard let row = latest?.element.row else { return nil }
    let others = rows.filter { $0.row.position != row.position }.map { "\($0.row.survey) \($0.row.year)" }
    return Chosen(
      row: row,
      notes: others.isEmpty
        ? []
        : [
          "The job also has \(others.joined(separator: ", ")), which \(others.count == 1 ? "is" : "are") not used for this figure."
        ])
  }

  private func tellNone(
    _ specialty: String, _ region: String, isNamed: Bool, _ findings: inout FindingCollector
  ) {
    let rows = inputs.surveys.flatMap(\.rows).filter { $0.metric == .workRVU }
    guard isNamed else {
      let names = Set(rows.map(\.specialty)).sorted()
      let nearest = SpellingSuggestion.nearest(to: specialty, in: names)
      findings.add(
        Finding(
          .noSurveyRow, "no survey has a usable work_rvu row for \(specialty); its clinicians are not placed",
          hint: nearest.map { "is it the survey's \"\($0)\"? Use one name in both" }
            ?? (names.isEmpty ? nil : "the survey has: \(names.prefix(8).joined(separator: ", "))")))
      return
    }
    let kinds = Set(
      rows.filter { $0.specialty.lowercased() == specialty.lowercased() }.map { row in
        "\(row.region.isEmpty ? "no region" : row.region), \(row.providerType.isEmpty ? "no provider type" : row.providerType)"
      }
    ).sorted()
    findings.add(
      Finding(
        .noSurveyRow,
        "the survey's rows for \(specialty) are all for another region or kind of provider, or too few; its clinicians are not placed",
        hint:
          "the rows are for: \(kinds.prefix(8).joined(separator: "; ")); placement: {region: ..., providerType: ...} chooses"
      ))
  }
}
