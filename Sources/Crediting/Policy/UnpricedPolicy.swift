/// What becomes of lines without a price; whatever it is, they are totalled apart from priced work.
public enum UnpricedPolicy: Hashable, Sendable {
  /// They are counted, with their charges.
  case hold
  /// They are valued by a file that names a comparison code or a work RVU for each code; the path is as the policy gives it.
  case crosswalk(file: String)
  /// They are valued at the work per dollar of charge of the specialty's priced lines.
  case chargeRatio
}

extension UnpricedPolicy: CustomStringConvertible {
  /// `hold`, `charge-ratio` or `crosswalk FILE`.
  public var description: String {
    switch self {
    case .hold: "hold"
    case .chargeRatio: "charge-ratio"
    case .crosswalk(let file): "crosswalk \(file)"
    }
  }
}
