import ProductivityModel

/// Several surveys blended row by row: of each metric, specialty, region and kind of provider that all of them have.
public struct SurveysBlend: Hashable, Sendable {
  /// The rows of a survey and what they count.
  public struct Source: Hashable, Sendable {
    /// The rows.
    public var rows: [SurveyRow]
    /// The stated weight, in millionths; above zero.
    public var weightMillionths: Int64

    /// Rows that count so much.
    public init(_ rows: [SurveyRow], weightMillionths: Int64 = 1_000_000) {
      self.rows = rows
      self.weightMillionths = weightMillionths
    }
  }

  /// Rows that could not be blended, and why.
  public struct Refused: Hashable, Sendable {
    /// The row of the first survey.
    public var row: SurveyRow
    /// Why.
    public var reason: Reason
  }

  /// Why rows are not blended.
  public enum Reason: Hashable, Sendable {
    /// They cannot be, whatever is wanted.
    case impossible(SurveyBlend.Refusal)
    /// A row has fewer respondents than each part of a blend needs: it would count beyond what it can be shown for.
    case fewRespondents(SurveyRow)
    /// Two of them say the same of the same number of people, so those would count twice.
    case sameRow(SourcePosition)
  }

  /// The fewest respondents of each part of a blend, unless another number is asked for.
  public static let standardMinimum = 10

  /// The blends, in the order of the first survey's rows.
  public private(set) var blends: [SurveyBlend] = []
  /// What could not be blended.
  public private(set) var refused: [Refused] = []
  /// The rows that not all surveys have, by survey.
  public private(set) var alone: [[SurveyRow]] = []

  /// Blends surveys.
  ///
  /// Specialties are the same exactly or by the table of synonyms; a blank region is all regions, and a blank kind of
  /// provider physicians. Of several rows of one survey that fit none is taken.
  ///
  /// Nor is any blended that has fewer respondents than the minimum, since the sum of two such rows would pass it, or that is
  /// another's copy. A row that does not say how many it has can be blended by stated weight alone.
  ///
  /// - Precondition: two sources or more.
  public init(
    _ sources: [Source], by weighing: SurveyBlend.Weighing = .respondents, names: SpecialtyNames,
    minimumRespondents: Int = standardMinimum
  ) {
    var used = sources.map { _ in Set<Int>() }
    guard let first = sources.first else { return }
    for (number, row) in first.rows.enumerated() {
      var parts: [(source: Int, row: Int)] = [(0, number)]
      for (source, other) in sources.enumerated().dropFirst() {
        let cells = other.rows.indices.filter { Self.isSameCell(row, other.rows[$0]) }
        let match = names.match(row.specialty, among: cells.map { other.rows[$0].specialty })
        guard let name = match.name.map(SpecialtyNames.normalized) else { break }
        let fitting = cells.filter { SpecialtyNames.normalized(other.rows[$0].specialty) == name }
        guard fitting.count == 1, let only = fitting.first else { break }
        parts.append((source, only))
      }
      guard parts.count == sources.count else { continue }
      for part in parts { used[part.source].insert(part.row) }
      let rows = parts.map { part in
        SurveyBlend.Part(
          sources[part.source].rows[part.row], weightMillionths: sources[part.source].weightMillionths)
      }
      if let small = rows.first(where: { $0.row.respondents.map { $0 < minimumRespondents } ?? false }) {
        refused.append(Refused(row: row, reason: .fewRespondents(small.row)))
        continue
      }
      if let copy = Self.copy(among: rows.map(\.row)) {
        refused.append(Refused(row: row, reason: .sameRow(copy)))
        continue
      }
      do throws(SurveyBlend.Refusal) {
        blends.append(try SurveyBlend(rows, by: weighing))
      } catch {
        refused.append(Refused(row: row, reason: .impossible(error)))
      }
    }
    alone = zip(sources, used).map { source, used in
      source.rows.indices.filter { !used.contains($0) }.map { source.rows[$0] }
    }
  }

  /// Where a row stands that publishes the same values of as many people as another; nil where there is none.
  private static func copy(among rows: [SurveyRow]) -> SourcePosition? {
    for (index, row) in rows.enumerated() {
      let isThere = rows[..<index].contains { other in
        other.points == row.points && other.respondents == row.respondents
          && other.meanMillionths == row.meanMillionths && other.deviationMillionths == row.deviationMillionths
      }
      if isThere { return row.position }
    }
    return nil
  }

  private static func isSameCell(_ a: SurveyRow, _ b: SurveyRow) -> Bool {
    func cell(_ text: String, _ usual: [String]) -> String {
      let word = SpecialtyNames.normalized(text)
      return usual.contains(word) ? "" : word
    }
    return a.metric == b.metric
      && cell(a.region, SurveySelection.everywhere) == cell(b.region, SurveySelection.everywhere)
      && cell(a.providerType, SurveySelection.physicians) == cell(b.providerType, SurveySelection.physicians)
  }
}
