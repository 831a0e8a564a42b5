import MedicareFees
import ProductivityModel

/// What a reader of a policy should look at twice: nothing that stops it from being used.
public enum PolicyCheck {
  /// Something worth a look, with the key of the policy where it stands.
  public struct Remark: Hashable, Sendable {
    /// The key: `modifiers: 62 (co-surgeon)`.
    public var key: String
    /// What it is, in a sentence without a full stop.
    public var message: String
  }

  /// The remarks on a policy, in the order of its keys.
  ///
  /// - Parameter known: the modifiers that the built-in policies know.
  public static func remarks(on policy: CreditPolicy, known: Set<Modifier>) -> [Remark] {
    statuses(policy) + shadowed(policy) + uncovered(policy) + raised(policy) + informational(policy)
      + unknown(policy, known) + ends(policy)
  }

  private static func statuses(_ policy: CreditPolicy) -> [Remark] {
    let both = policy.creditedStatuses.intersection(policy.creditedWhenValued).map(\.published).sorted()
    if both.isEmpty { return [] }
    return [
      Remark(
        key: "statuses",
        message: "\(both.joined(separator: ", ")) are in both lists; credited goes before creditedWhenValued")
    ]
  }

  /// Rows that can never apply, since an earlier one of the same slot and modifier always does.
  private static func shadowed(_ policy: CreditPolicy) -> [Remark] {
    var remarks: [Remark] = []
    for (index, row) in policy.modifierRows.enumerated() {
      for modifier in row.modifiers {
        let earlier = policy.modifierRows[..<index].contains { other in
          other.slot == row.slot && other.modifiers.contains(modifier) && other.dates.include(row.dates)
            && other.conditions.include(row.conditions)
        }
        if earlier {
          remarks.append(
            Remark(
              key: row.key(of: modifier),
              message: "row \(index + 1) never applies to \(modifier): an earlier row always does"))
        }
      }
    }
    return remarks
  }

  /// Indicator values of which no row of a modifier says anything.
  private static func uncovered(_ policy: CreditPolicy) -> [Remark] {
    var remarks: [Remark] = []
    var seen: Set<String> = []
    for row in policy.modifierRows {
      for modifier in row.modifiers where seen.insert(row.key(of: modifier)).inserted {
        let rows = policy.modifierRows.filter { $0.slot == row.slot && $0.modifiers.contains(modifier) }
        func check<Indicator: PublishedIndicator & CaseIterable>(
          _ list: KeyPath<IndicatorConditions, [Indicator]>, _ name: String
        ) {
          guard rows.allSatisfy({ !$0.conditions[keyPath: list].isEmpty }) else { return }
          let covered = Set(rows.flatMap { $0.conditions[keyPath: list].map(\.published) })
          let rest = Indicator.allCases.map(\.published).filter { !covered.contains($0) }
          if rest.isEmpty { return }
          remarks.append(
            Remark(
              key: row.key(of: modifier),
              message:
                "nothing is said of \(name) indicator \(rest.joined(separator: ", ")): \(modifier) changes nothing there"
            ))
        }
        check(\.bilateral, "bilateral")
        check(\.assistant, "assistant")
        check(\.coSurgeon, "co-surgeon")
        check(\.team, "team")
      }
    }
    return remarks
  }

  private static func raised(_ policy: CreditPolicy) -> [Remark] {
    policy.modifierRows.compactMap { row in
      guard case .factor(let factor) = row.amount, factor.isAboveOne, row.slot != .bilateral, row.slot != .extended,
        let modifier = row.modifiers.first
      else { return nil }
      return Remark(key: row.key(of: modifier), message: "the factor \(factor) is above 1")
    }
  }

  private static func informational(_ policy: CreditPolicy) -> [Remark] {
    let valued = Set(policy.modifierRows.flatMap(\.modifiers))
    let both = valued.intersection(policy.informationalModifiers).sorted()
    return both.map {
      Remark(key: "informational", message: "\($0) is also in modifiers, where a row may change a line")
    }
  }

  private static func unknown(_ policy: CreditPolicy, _ known: Set<Modifier>) -> [Remark] {
    let named = Set(policy.modifierRows.flatMap(\.modifiers)).union(policy.informationalModifiers)
      .union(policy.attribution.flatMap(\.modifiers))
    return named.subtracting(known).sorted().map {
      Remark(key: "modifiers", message: "\($0) is in no built-in policy: see that it is no slip")
    }
  }

  private static func ends(_ policy: CreditPolicy) -> [Remark] {
    policy.modifierRows.compactMap { row in
      guard let through = row.dates.through, let modifier = row.modifiers.first else { return nil }
      let next = through.advanced(by: 1)
      let goesOn = policy.modifierRows.contains {
        $0.slot == row.slot && $0.modifiers.contains(modifier) && $0.dates.contains(next)
      }
      return goesOn
        ? nil : Remark(key: row.key(of: modifier), message: "after \(through) no row says what \(modifier) does")
    }
  }
}

extension EffectiveDates {
  /// Whether these days hold all of others.
  func include(_ other: EffectiveDates) -> Bool {
    guard from <= other.from else { return false }
    guard let through else { return true }
    return other.through.map { $0 <= through } ?? false
  }
}

extension IndicatorConditions {
  /// Whether these conditions hold wherever others do.
  func include(_ other: IndicatorConditions) -> Bool {
    func covers<Indicator: Hashable>(_ own: [Indicator], _ others: [Indicator]) -> Bool {
      own.isEmpty || !others.isEmpty && Set(others).isSubset(of: own)
    }
    return covers(bilateral, other.bilateral) && covers(assistant, other.assistant)
      && covers(coSurgeon, other.coSurgeon) && covers(team, other.team)
      && (hasDiscontinuedRow == nil || hasDiscontinuedRow == other.hasDiscontinuedRow)
      && (hasPackagePercentages == nil || hasPackagePercentages == other.hasPackagePercentages)
  }
}
