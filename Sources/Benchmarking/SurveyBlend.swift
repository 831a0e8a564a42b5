import ProductivityModel

/// A blend of surveys of one metric: at each percent that all of them cover, the mean of their values, each with its weight
/// times its respondents.
///
/// A blend is approximate. The percentile of a mixture is not the mean of the percentiles; only the surveys' own data could give
/// it. It is nevertheless the usual way, and says so wherever it is shown.
///
/// Percents that a survey does not publish are taken linearly between its neighbours, never beyond its lowest and highest point.
public struct SurveyBlend: Hashable, Sendable {
  /// A survey's row and how much it counts.
  public struct Part: Hashable, Sendable {
    /// The row.
    public var row: SurveyRow
    /// The stated weight, in millionths; above zero.
    public var weightMillionths: Int64

    /// A row that counts so much.
    public init(_ row: SurveyRow, weightMillionths: Int64 = 1_000_000) {
      self.row = row
      self.weightMillionths = weightMillionths
    }
  }

  /// How parts are weighed against each other.
  public enum Weighing: String, CaseIterable, Hashable, Sendable {
    /// The stated weight times the respondents.
    case respondents = "n"
    /// The stated weight alone.
    case weight
  }

  /// Why rows cannot be blended.
  public enum Refusal: Error, Hashable, Sendable {
    /// There are fewer than two rows.
    case tooFew
    /// A weight is not above zero.
    case noWeight
    /// The rows measure different things.
    case differentMetrics(SurveyMetric, SurveyMetric)
    /// A row does not say how many respondents it has, and they are to weigh.
    case noRespondents(SourcePosition)
    /// No percent lies within the published range of every row.
    case nothingInCommon
    /// A blended value does not fit 64 bits.
    case outOfRange
  }

  /// The blended distribution. It has the respondents of all parts, of whom some may have answered several surveys; no
  /// organisations and no standard deviation, which cannot be told; and the data year that all parts share, if any.
  public let row: SurveyRow
  /// The parts, in the order given.
  public let parts: [Part]
  /// How they were weighed.
  public let weighing: Weighing

  /// Blends rows.
  ///
  /// - Throws: ``Refusal`` where they cannot be.
  /// - Complexity: O(p x n) for p percents and n points of all rows.
  public init(_ parts: [Part], by weighing: Weighing = .respondents) throws(Refusal) {
    guard parts.count >= 2, let first = parts.first?.row else { throw .tooFew }
    var shares: [Int128] = []
    for part in parts {
      guard part.weightMillionths > 0 else { throw .noWeight }
      guard part.row.metric == first.metric else { throw .differentMetrics(first.metric, part.row.metric) }
      switch weighing {
      case .weight: shares.append(Int128(part.weightMillionths))
      case .respondents:
        guard let respondents = part.row.respondents, respondents > 0 else {
          throw .noRespondents(part.row.position)
        }
        shares.append(Int128(part.weightMillionths) * Int128(respondents))
      }
    }
    let total = shares.reduce(0, +)
    func mean(_ values: [Int64]) throws(Refusal) -> Int64 {
      var sum: Int128 = 0
      for (value, share) in zip(values, shares) {
        let (product, isTooLarge) = Int128(value).multipliedReportingOverflow(by: share)
        let (next, isBeyond) = sum.addingReportingOverflow(product)
        guard !isTooLarge, !isBeyond else { throw .outOfRange }
        sum = next
      }
      guard let result = rounded64(sum, over: total) else { throw .outOfRange }
      return result
    }
    var points: [SurveyPoint] = []
    for percent in Set(parts.flatMap { $0.row.points.map(\.percent) }).sorted() {
      let values = parts.compactMap { $0.row.millionths(interpolatedAtPercent: percent) }
      guard values.count == parts.count else { continue }
      points.append(SurveyPoint(percent: percent, millionths: try mean(values)))
    }
    guard !points.isEmpty else { throw .nothingInCommon }
    let means = parts.compactMap(\.row.meanMillionths)
    let respondents = parts.compactMap(\.row.respondents)
    var row = first
    row.survey = Self.name(of: parts.map(\.row))
    row.year = parts.map(\.row.year).max() ?? first.year
    row.dataYear = parts.allSatisfy { $0.row.dataYear == first.dataYear } ? first.dataYear : nil
    row.region = parts.allSatisfy { $0.row.region == first.region } ? first.region : ""
    row.providerType = parts.allSatisfy { $0.row.providerType == first.providerType } ? first.providerType : ""
    row.respondents = respondents.count == parts.count ? respondents.reduce(0, +) : nil
    row.organisations = nil
    row.meanMillionths = means.count == parts.count ? try mean(means) : nil
    row.deviationMillionths = nil
    row.points = points
    row.isBlended = true
    self.row = row
    self.parts = parts
    self.weighing = weighing
  }

  /// What the blend is, in a sentence that goes with every figure made from it.
  public var basis: String {
    let names = parts.map { part in
      let year = part.row.dataYear.map { ", data of \($0)" } ?? ""
      let people = part.row.respondents.map { "n = \($0)" } ?? "n not given"
      return
        "\(part.row.survey) \(part.row.year)\(year) (\(part.row.specialty), weight \(DecimalText.plain(part.weightMillionths, scale: 6)), \(people))"
    }
    let how = weighing == .respondents ? "weighted by stated weight times n" : "weighted by stated weight alone"
    let percents = row.points.map { "p\($0.percent)" }
    return
      "Approximate blend of \(Self.list(names)): the values at \(Self.list(percents)), \(how), after linear interpolation within each survey's published range; the percentile of a mixture is not the mean of percentiles, and people who answered several surveys are counted in each."
  }

  /// The name of a blend, without years, since the row's own is printed after it: `Blend of Alpha and Beta`, or `Blend of 2 years
  /// of Alpha`. The years of the parts are in ``basis``.
  private static func name(of rows: [SurveyRow]) -> String {
    let names = rows.map(\.survey).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let years = Set(rows.map(\.year)).count
    guard names.count == 1, years > 1 else { return "Blend of \(list(names))" }
    return "Blend of \(years) years of \(list(names))"
  }

  private static func list(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }
}
