import ProductivityModel

/// Measures anesthesia: base units and time, by what the policy's row for the line's modifiers says.
///
/// - Source: 42 CFR 414.46; Pub. 100-04 chapter 12 section 50; the citation of each row.
public enum AnesthesiaUnits {
  /// What a line comes to.
  public enum Outcome: Hashable, Sendable {
    /// Its units, and the row that gave them.
    case measured(ASAUnits, AnesthesiaPolicy.Row)
    /// The policy says nothing of anesthesia.
    case noRule
    /// There are no base units for it.
    case noBaseUnits
    /// The line gives no minutes.
    case noMinutes
  }

  /// The units of a line.
  ///
  /// - Parameters:
  ///   - baseUnits: in thousandths; nil where they are not known.
  ///   - minutes: in thousandths; nil where the line gives none.
  public static func measure(
    _ modifiers: ModifierList, baseUnits: Int64?, minutes: Int64?, by policy: AnesthesiaPolicy?
  ) -> Outcome {
    guard let policy,
      let row = policy.rows.first(where: { $0.modifiers.isEmpty || $0.modifiers.contains { modifiers.contains($0) } })
    else { return .noRule }
    switch row.amount {
    case .units(let units): return .measured(units, row)
    case .factor(let factor):
      guard let baseUnits else { return .noBaseUnits }
      guard let minutes else { return .noMinutes }
      var unit: Int64 = 10_000
      for _ in 0..<policy.decimals { unit /= 10 }
      let time = Factor.rounded(Int128(minutes) * Int128(10_000 / unit), over: Int128(policy.minutesPerUnit)) * unit
      return .measured(ASAUnits(tenThousandths: factor.scaled(baseUnits * 10 + time)), row)
    }
  }
}
