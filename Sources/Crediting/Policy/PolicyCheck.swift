import MedicareFees
import ProductivityModel

/// What the writer of a policy should look at twice, once its file can be read.
public struct PolicyCheck: Sendable {
  /// What is known beside the policy itself.
  public struct Surroundings: Sendable {
    /// The modifiers that the built-in policies know.
    public var modifiers: Set<Modifier>
    /// The codes of all releases on board.
    public var codes: Set<ProcedureCode>
    /// The names of the releases on board.
    public var releases: [String]

    /// What is known beside a policy.
    public init(modifiers: Set<Modifier>, codes: Set<ProcedureCode>, releases: [String]) {
      self.modifiers = modifiers
      self.codes = codes
      self.releases = releases
    }
  }

  let policy: CreditPolicy
  let surroundings: Surroundings

  /// The remarks on a policy, in the order of its parts.
  public static func remarks(on policy: CreditPolicy, in surroundings: Surroundings) -> [PolicyRemark] {
    let check = PolicyCheck(policy: policy, surroundings: surroundings)
    return check.vintage + check.statuses + check.modifierGroups.flatMap(check.remarks) + check.raised
      + check.informational + check.unknown + check.anesthesia + check.attribution + check.exclusions
  }

  // MARK: Parts without modifier rows

  private var vintage: [PolicyRemark] {
    guard case .frozen(let release) = policy.vintage, !surroundings.releases.contains(release.uppercased()) else {
      return []
    }
    return [PolicyRemark(.key("vintage"), .releaseNotOnBoard(release, releases: surroundings.releases))]
  }

  private var statuses: [PolicyRemark] {
    let both = policy.creditedStatuses.intersection(policy.creditedWhenValued).sorted { $0.rawValue < $1.rawValue }
    return both.isEmpty ? [] : [PolicyRemark(.key("statuses"), .inBothStatusLists(both))]
  }

  private var informational: [PolicyRemark] {
    let valued = Set(policy.modifierRows.flatMap(\.modifiers))
    return valued.intersection(policy.informationalModifiers).sorted().map {
      PolicyRemark(.value("informational", $0.description), .alsoInformational($0))
    }
  }

  private var unknown: [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    var seen = surroundings.modifiers
    func look(_ modifiers: [Modifier], _ place: (Modifier) -> PolicyRemark.Place) {
      for modifier in modifiers where seen.insert(modifier).inserted {
        remarks.append(PolicyRemark(place(modifier), .modifierOfNoBuiltIn(modifier)))
      }
    }
    for (index, row) in policy.modifierRows.enumerated() { look(row.modifiers) { _ in .item("modifiers", index) } }
    look(policy.informationalModifiers.sorted()) { .value("informational", $0.description) }
    for (index, row) in policy.attribution.enumerated() { look(row.modifiers) { _ in .item("attribution", index) } }
    return remarks
  }

  private var anesthesia: [PolicyRemark] {
    Self.hidden((policy.anesthesia?.rows ?? []).map { ($0.modifiers, $0.dates) }).map {
      PolicyRemark(.key("anesthesia"), .rowAfterOneForAll(row: $0, earlier: $1))
    }
  }

  private var attribution: [PolicyRemark] {
    Self.hidden(policy.attribution.map { ($0.modifiers, $0.dates) }).map {
      PolicyRemark(.item("attribution", $0), .rowAfterOneForAll(row: $0, earlier: $1))
    }
  }

  /// The rows that an earlier one hides: one for every line, or for all of the same modifiers, on all of the same days.
  private static func hidden(_ rows: [(modifiers: [Modifier], dates: EffectiveDates)]) -> [(row: Int, earlier: Int)] {
    rows.indices.compactMap { index in
      let row = rows[index]
      let earlier = rows[..<index].firstIndex { other in
        let names =
          other.modifiers.isEmpty || !row.modifiers.isEmpty && Set(row.modifiers).isSubset(of: other.modifiers)
        return names && other.dates.include(row.dates)
      }
      return earlier.map { (index, $0) }
    }
  }

  private var exclusions: [PolicyRemark] {
    policy.exclusions.enumerated().compactMap { index, exclusion in
      let names = surroundings.codes.contains { exclusion.first <= $0 && $0 <= exclusion.last }
      return names ? nil : PolicyRemark(.item("exclude", index), .excludesNoCode(exclusion))
    }
  }
}
