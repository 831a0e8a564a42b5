import MedicareFees
import ProductivityModel

/// The steps of a line's trail that come from the lines around it.
public enum SessionTrail {
  /// The steps, in the order of the rules.
  public static func steps(_ line: SessionLine, _ policy: CreditPolicy) -> [Adjustment] {
    var steps: [Adjustment] = []
    func add(_ rule: RuleName, _ factor: Factor, _ reason: Adjustment.Reason, _ citation: String?) {
      steps.append(Adjustment(rule: rule, factor: factor, reason: reason, citation: citation ?? ""))
    }
    if line.isBundled { add(BundledServices.name, .zero, .bundled, policy.bundledServices.first?.citation) }
    switch line.pair {
    case .none: break
    case .first, .second:
      add(
        BilateralPairs.name, line.pairFactor, .pairOfSides(isFirst: line.pair == .first),
        policy.bilateralPairs?.citation)
    case .bothUnits: add(BilateralPairs.name, line.pairFactor, .twoUnits, policy.bilateralPairs?.citation)
    }
    let base = ProcedureCode(packed: line.family == .base ? line.code : line.terms.family)
    let citation = policy.endoscopyFamilies?.citation
    switch line.family {
    case .none: break
    case .head: add(EndoscopyFamilies.name, line.familyFactor, .endoscopyHead(base: base), citation)
    case .other: add(EndoscopyFamilies.name, line.familyFactor, .endoscopyAboveBase(base: base), citation)
    case .base: add(EndoscopyFamilies.name, .zero, .endoscopyBase, citation)
    }
    if line.place >= 0 {
      // Both sides, and a family, take one place together.
      let own = line.pair == .none && line.family == .none ? Int((line.units + 9_999) / 10_000) : 1
      add(
        MultipleProcedures.name, Factor(line.sharedUnits, over: line.units * 1_000_000),
        .places(first: Int(line.place) + 1, own: own, count: Int(line.places)), policy.multipleProcedures?.citation)
    }
    return steps
  }
}
