import Benchmarking
import ProductivityModel

/// The words for a placement, in the one place where they are made.
///
/// Headlines floor a percentile, since a threshold says "at or above": 89.6 is the 89th. Tables give one decimal, which
/// is never rounded up to the next whole percent, so that a table cannot say more than the headline: 89.96 is 89.9.
/// Ratios are rounded from the unrounded value, once.
public enum PlacementWording {
  /// How a percentile of a table becomes one in words.
  static let note = "In words a percentile is the last whole one reached: 84.8 is the 84th."

  /// A whole number as an ordinal: `1st`, `22nd`, `113th`.
  public static func ordinal(_ number: Int) -> String {
    let suffix =
      switch (number.magnitude % 100, number.magnitude % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return String(number) + suffix
  }

  /// The headline: `76th percentile, 1.4x median`, `above the 90th percentile, 2.1x median`.
  public static func headline(_ placement: Placement) -> String {
    guard let addition = addition(placement) else { return statement(placement) }
    return statement(placement) + ", " + addition
  }

  /// The first part of the headline: `76th percentile`, `below the 10th percentile`; the ratio where that is all there is.
  public static func statement(_ placement: Placement) -> String {
    switch placement.position {
    case .below(let percent): "below the \(ordinal(percent)) percentile"
    case .at(let percentile): ordinal(whole(percentile)) + " percentile"
    case .above(let percent): "above the \(ordinal(percent)) percentile"
    case .ratioOnly: placement.timesMedian.map { ofMedian($0) + " median" } ?? "no percentile"
    }
  }

  /// Where a placement is, in a sentence: `at the 76th percentile`, `below the 10th percentile`, `at 1.2x the median`.
  static func isAt(_ placement: Placement) -> String {
    switch placement.position {
    case .below, .above: statement(placement)
    case .at: "at the \(statement(placement))"
    case .ratioOnly: placement.timesMedian.map { "at \(ofMedian($0)) the median" } ?? "at no percentile"
    }
  }

  /// The second part of the headline: `1.4x median`; nil where there is no median or the first part says it.
  public static func addition(_ placement: Placement) -> String? {
    let ratio = placement.position == .ratioOnly ? nil : placement.timesMedian.map { ofMedian($0) + " median" }
    guard placement.isPlateau else { return ratio }
    return [ratio, "middle of a plateau"].compactMap { $0 }.joined(separator: ", ")
  }

  /// A position for a table: `76.2`, `<10`, `>90`; `n/a` where only the ratio is known.
  public static func cell(_ position: Placement.Position) -> String {
    switch position {
    case .below(let percent): "<\(percent)"
    case .at(let percentile): cell(percentile)
    case .above(let percent): ">\(percent)"
    case .ratioOnly: "n/a"
    }
  }

  /// A percentile for a table: one decimal, never rounded up to the next whole percent.
  public static func cell(_ percentile: Double) -> String {
    let tenths = min(Int64((percentile * 10).rounded()), Int64(whole(percentile)) * 10 + 9)
    return DecimalText.fixed(tenths, scale: 1, decimals: 1)
  }

  /// A ratio with its sign of times: `2.1x`.
  public static func ratio(_ ratio: Double, decimals: Int = 1) -> String {
    let scaled = (ratio * Double(DecimalText.powerOfTen(decimals))).rounded()
    return DecimalText.fixed(Int64(scaled), scale: decimals, decimals: decimals, grouping: true) + "x"
  }

  /// A multiple of a median with its sign of times: `2.1x`; one that is above zero and less than a twentieth is `under 0.05x`, so that
  /// it is never read as nothing, and is told alike with one decimal and with two.
  public static func ofMedian(_ ratio: Double, decimals: Int = 1) -> String {
    ratio > 0 && ratio < 0.05 ? "under 0.05x" : self.ratio(ratio, decimals: decimals)
  }

  /// A percentile without its decimals; a hair below a whole percent, as floating point leaves it, counts as that percent.
  static func whole(_ percentile: Double) -> Int { Int((percentile + 1e-9).rounded(.down)) }
}
