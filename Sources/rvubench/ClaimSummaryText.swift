import Pipeline
import ProductivityModel

/// What claims came to, in lines for stderr.
struct ClaimSummaryText {
  private let claims: PricedClaims
  private let showsScope: Bool

  /// - Parameter showsScope: whether the output itself does not say what its amounts are, as CSV does not.
  init(_ claims: PricedClaims, showsScope: Bool) {
    self.claims = claims
    self.showsScope = showsScope
  }

  /// The lines, without line ends.
  var lines: [String] {
    var lines: [String] = []
    if showsScope {
      for basis in claims.bases {
        guard let factor = basis.factor else { continue }
        lines.append("release \(basis.release.release): $\(factor.factor) a unit (\(factor.citation))")
        if let caution = basis.release.caution { lines.append("  \(caution)") }
      }
      lines += claims.policy.notApplied.map { "not applied: \($0)" }
      lines.append(PricedClaims.scope)
    }
    let without = claims.lines.count { $0.payment.payment == nil }
    lines.append(
      "\(claims.lines.count) lines of \(claims.claims.count) claims: \(PricedClaims.total(claims.lines)) in all"
        + (without > 0 ? ", \(without) without an amount" : ""))
    return lines
  }
}
