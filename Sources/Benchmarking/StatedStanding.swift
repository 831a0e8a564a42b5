import ProductivityModel

/// A standing that somebody states, such as "77th percentile, 2.1x median", held against a survey.
public struct StatedStanding: Hashable, Sendable {
  /// The percentile, in thousandths; nil where none is stated.
  public var percentThousandths: Int?
  /// The ratio to the median, in millionths; nil where none is stated.
  public var timesMillionths: Int64?
  /// Half of the last decimal of the stated ratio, in millionths.
  public var halfOfLastDecimal: Int64 = 0

  /// How a statement and a survey disagree.
  public enum Disagreement: Hashable, Sendable {
    /// The value stands elsewhere in the survey than stated.
    case percentile
    /// The value is another multiple of the survey's median than stated.
    case ratio
    /// The stated percentile and the stated ratio cannot both hold in the survey, whatever the value; where the survey says
    /// so, the ratio that it has at the stated percentile.
    case eachOther(ratioThere: Double?)
  }

  /// Reads a statement; nil where it holds neither a percentile nor a ratio.
  ///
  /// A percentile is a number followed by `st`, `nd`, `rd`, `th`, `percentile` or `%ile`, or preceded by `p`; a ratio is a
  /// number followed by `x` or `times`. Example: `77th percentile, 2.1x median`.
  public init?(_ text: String) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ";" }.flatMap(Self.parts)
    for (word, next) in zip(words, words.dropFirst()) {
      guard word.first.map({ "0"..."9" ~= $0 || $0 == "." }) == true else { continue }
      if ["st", "nd", "rd", "th", "percentile", "%ile", "%tile"].contains(where: { next.hasPrefix($0) }) {
        guard percentThousandths == nil, case .success(let value) = DecimalText.parse(word, scale: 3),
          (1...99_999).contains(value)
        else { return nil }
        percentThousandths = Int(value)
      } else if ["x", "times"].contains(next) {
        guard timesMillionths == nil, case .success(let value) = DecimalText.parse(word, scale: 6), value > 0,
          value <= 1_000_000_000
        else { return nil }
        timesMillionths = value
        let decimals = word.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        halfOfLastDecimal = Int64(DecimalText.powerOfTen(max(0, 6 - decimals))) / 2
      }
    }
    if percentThousandths == nil, timesMillionths == nil { return nil }
  }

  /// A number and what follows it as words of their own: `77th` is 77 and th, `p77` is 77 and percentile, `2.1x` is 2.1 and x.
  private static func parts(of word: Substring) -> [String] {
    func isNumeric(_ letter: Character) -> Bool { "0"..."9" ~= letter || letter == "." }
    let isNamed = word.first == "p" && word.dropFirst().first.map(isNumeric) == true
    let number = word.drop { $0 == "p" && isNamed }.prefix(while: isNumeric)
    // The sign of multiplication is an x.
    let rest = String(word.drop { $0 == "p" && isNamed }.dropFirst(number.count).map { $0 == "\u{D7}" ? "x" : $0 })
    return [String(number), isNamed ? "percentile" + rest : rest].filter { !$0.isEmpty }
  }

  /// How the statement and a survey disagree about a value.
  ///
  /// A percentile agrees where the value stands from half a percent below it to one percent above, so that one that is
  /// floored agrees and one that is rounded. A ratio agrees within half of its last decimal. Both agree with each other where some
  /// percentile of that width has some ratio of that width.
  ///
  /// - Parameter value: in millionths of the row's unit.
  public func disagreements(about value: Int64, in row: SurveyRow) -> [Disagreement] {
    var found: [Disagreement] = []
    let placement = Placement(ofMillionths: value, among: row.points)
    if let percentThousandths, !Self.agrees(placement.position, Double(percentThousandths) / 1_000) {
      found.append(.percentile)
    }
    guard let median = row.medianMillionths, median > 0, let timesMillionths else { return found }
    // |value / median - times| <= half, without a division.
    let difference = Int128(value) * 1_000_000 - Int128(timesMillionths) * Int128(median)
    if abs(difference) > Int128(halfOfLastDecimal) * Int128(median) { found.append(.ratio) }
    if let percentThousandths, let there = ratios(around: percentThousandths, in: row, median) {
      let stated = (timesMillionths - halfOfLastDecimal)...(timesMillionths + halfOfLastDecimal)
      if !stated.overlaps(there) {
        let exact = row.millionths(atPercentThousandths: percentThousandths)
        found.append(.eachOther(ratioThere: exact.map { Double($0) / Double(median) }))
      }
    }
    return found
  }

  private static func agrees(_ position: Placement.Position, _ stated: Double) -> Bool {
    switch position {
    case .below(let percent): stated < Double(percent)
    case .above(let percent): stated > Double(percent)
    case .at(let percentile): percentile >= stated - 0.5 - 1e-9 && percentile < stated + 1 - 1e-9
    case .ratioOnly: true
    }
  }

  /// The ratios to the median, in millionths, that a survey has from half a percent below a percentile to one above; those
  /// beyond its highest or lowest point are bounded on one side only.
  private func ratios(around thousandths: Int, in row: SurveyRow, _ median: Int64) -> ClosedRange<Int64>? {
    guard let lowest = row.points.first, let highest = row.points.last, row.points.count >= 2 else { return nil }
    func ratio(_ value: Int64) -> Int64? { rounded64(Int128(value) * 1_000_000, over: Int128(median)) }
    let (from, to) = (thousandths - 500, thousandths + 1_000)
    let low = from < lowest.percent * 1_000 ? 0 : row.millionths(atPercentThousandths: from) ?? highest.millionths
    let high = to > highest.percent * 1_000 ? nil : row.millionths(atPercentThousandths: to) ?? lowest.millionths
    guard let least = ratio(low) else { return nil }
    let most = high.flatMap(ratio) ?? Int64.max
    return least <= most ? least...most : nil
  }
}
