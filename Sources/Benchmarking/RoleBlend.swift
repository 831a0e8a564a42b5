import ProductivityModel

/// The distribution with which a split role is compared: at each percent the specialties' values, weighted by effort.
///
/// The targets are blended and not the percentiles: a clinician of two halves who stands at the 50th in the blend has done
/// half of each specialty's median. A blend is no published distribution, and says so by its name.
public enum RoleBlend {
  /// Blends the rows of a split role's specialties.
  ///
  /// Only percents between the lowest and the highest that each row publishes are blended; a percent that a row does not
  /// publish is interpolated linearly between its neighbours.
  ///
  /// - Parameter parts: a row and its share in millionths, the shares adding up to 1,000,000.
  /// - Returns: nil where the rows have no percent in common.
  public static func row(_ parts: [(row: SurveyRow, shareMillionths: Int64)]) -> SurveyRow? {
    guard let first = parts.first else { return nil }
    let percents = Set(parts.flatMap { $0.row.points.map(\.percent) }).sorted()
    let points = percents.compactMap { percent -> SurveyPoint? in
      var sum = Int128(0)
      for part in parts {
        guard let value = part.row.millionths(interpolatedAtPercent: percent) else { return nil }
        sum += Int128(value) * Int128(part.shareMillionths)
      }
      return SurveyPoint(percent: percent, millionths: Int64(rounded(sum, over: 1_000_000)))
    }
    guard !points.isEmpty else { return nil }
    var row = first.row
    row.specialty = parts.map { "\(percent($0.shareMillionths)) \($0.row.specialty)" }.joined(separator: " and ")
    row.points = points
    row.isBlended = true
    (row.meanMillionths, row.deviationMillionths) = (nil, nil)
    let surveys = parts.map(\.row.survey).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    row.survey = surveys.joined(separator: " and ")
    let respondents = parts.compactMap(\.row.respondents)
    // The weakest part bounds how far the blend can be trusted.
    row.respondents = respondents.count == parts.count ? respondents.min() : nil
    let organisations = parts.compactMap(\.row.organisations)
    row.organisations = organisations.count == parts.count ? organisations.min() : nil
    if !parts.allSatisfy({ $0.row.region == row.region }) { row.region = "" }
    return row
  }

  /// A share in whole percent, or with one decimal where it is not whole: `60 %`.
  public static func percent(_ shareMillionths: Int64) -> String {
    let tenths = (shareMillionths + 500) / 1_000
    return DecimalText.plain(tenths, scale: 1) + " %"
  }
}
