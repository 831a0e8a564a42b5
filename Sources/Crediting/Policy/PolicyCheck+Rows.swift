import ProductivityModel

/// What the modifier rows of a policy make of each other.
extension PolicyCheck {
  /// The rows of one adjustment and modifier, in the policy's order.
  struct ModifierGroup {
    var slot: ModifierSlot
    /// Modifiers that the same rows name.
    var modifiers: [Modifier]
    var rows: [(index: Int, row: ModifierRow)]

    /// The place of the row that applies on a day where a fee schedule row says what a case says.
    func match(_ indicators: IndicatorCase, on day: CalendarDate) -> Int? {
      rows.first { $0.row.dates.contains(day) && $0.row.conditions.hold(in: indicators) }?.index
    }
  }

  /// The groups of the policy, by the first row of each; modifiers that all rows name together are one group.
  var modifierGroups: [ModifierGroup] {
    var groups: [ModifierGroup] = []
    var seen: Set<[UInt16]> = []
    for row in policy.modifierRows {
      for modifier in row.modifiers {
        let slotNumber = UInt16(ModifierSlot.allCases.firstIndex(of: row.slot) ?? 0)
        guard seen.insert([slotNumber, modifier.packed]).inserted else { continue }
        let rows = policy.modifierRows.enumerated().filter {
          $0.element.slot == row.slot && $0.element.modifiers.contains(modifier)
        }.map { (index: $0.offset, row: $0.element) }
        let same = groups.firstIndex { $0.slot == row.slot && $0.rows.map(\.index) == rows.map(\.index) }
        if let same {
          groups[same].modifiers.append(modifier)
        } else {
          groups.append(ModifierGroup(slot: row.slot, modifiers: [modifier], rows: rows))
        }
      }
    }
    return groups
  }

  /// What is worth a look in the rows of a group.
  func remarks(on group: ModifierGroup) -> [PolicyRemark] {
    let cases = IndicatorCase.all(for: group.rows.map(\.row))
    // Between two of these days the same rows hold.
    let days = Set(group.rows.flatMap(\.row.dates.changes)).sorted()
    let matches = days.map { day in cases.map { group.match($0, on: day) } }
    return hiddenRows(group, Set(matches.joined().compactMap { $0 })) + silences(group, cases, days, matches)
  }

  /// Rows that no day and no indicators reach, and rows that share days with an equal one.
  private func hiddenRows(_ group: ModifierGroup, _ reached: Set<Int>) -> [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    for (place, entry) in group.rows.enumerated() {
      let (index, row) = entry
      let earlier = group.rows[..<place]
      if !reached.contains(index) {
        let first = earlier.first { other in
          other.row.dates.shared(with: row.dates) != nil && other.row.conditions.meet(row.conditions)
        }
        remarks.append(
          PolicyRemark(
            .item("modifiers", index), .neverApplies(group.modifiers, group.slot, earlier: first?.index ?? 0)))
        continue
      }
      for other in earlier where other.row.conditions.accepted == row.conditions.accepted {
        guard let shared = other.row.dates.shared(with: row.dates) else { continue }
        remarks.append(
          PolicyRemark(
            .item("modifiers", index), .overlaps(group.modifiers, group.slot, earlier: other.index, shared)))
      }
    }
    return remarks
  }

  /// Indicators of which no row says anything: never, on the days between two rows, or from a day on.
  private func silences(
    _ group: ModifierGroup, _ cases: [IndicatorCase], _ days: [CalendarDate], _ matches: [[Int?]]
  ) -> [PolicyRemark] {
    guard let first = group.rows.first else { return [] }
    var never: [IndicatorCase] = []
    var ends: [CalendarDate: [IndicatorCase]] = [:]
    var gaps: [EffectiveDates: [IndicatorCase]] = [:]
    for (number, indicators) in cases.enumerated() where !isChosenRow(indicators, group) {
      let said = matches.map { $0[number] != nil }
      guard let start = said.firstIndex(of: true), let last = said.lastIndex(of: true) else {
        never.append(indicators)
        continue
      }
      if last + 1 < days.count { ends[days[last + 1].advanced(by: -1), default: []].append(indicators) }
      var day = start
      while day < last {
        guard !said[day] else {
          day += 1
          continue
        }
        let from = days[day]
        while !said[day] { day += 1 }
        let range = EffectiveDates(from: from, through: days[day].advanced(by: -1))
        gaps[range, default: []].append(indicators)
      }
    }
    func remark(_ kind: PolicyRemark.Kind) -> PolicyRemark { PolicyRemark(.item("modifiers", first.index), kind) }
    let (names, slot) = (group.modifiers, group.slot)
    return (never.isEmpty ? [] : [remark(.leavesOut(names, slot, IndicatorCase.together(never)))])
      + gaps.sorted { $0.key.from < $1.key.from }.map {
        remark(.gap(names, slot, $0.key, IndicatorCase.together($0.value)))
      }
      + ends.sorted { $0.key < $1.key }.map {
        remark(.ends(names, slot, after: $0.key, IndicatorCase.together($0.value)))
      }
  }

  /// Whether the fee schedule itself says what the modifier does: 53 on a code with a row for it.
  private func isChosenRow(_ indicators: IndicatorCase, _ group: ModifierGroup) -> Bool {
    group.slot == .discontinued && indicators.answers[.discontinuedRow] == "true"
  }

  /// Factors above what such modifiers give: two for both sides and for more work than usual, one for all others.
  var raised: [PolicyRemark] {
    policy.modifierRows.enumerated().compactMap { index, row in
      guard case .factor(let factor) = row.amount else { return nil }
      let most: Int64 = row.slot == .bilateral || row.slot == .extended ? 2 : 1
      guard (factor * Factor(1, over: most)).isAboveOne else { return nil }
      return PolicyRemark(.item("modifiers", index), .raises(row.modifiers, row.slot, factor))
    }
  }
}

extension EffectiveDates {
  /// Whether these days hold all of others.
  func include(_ other: EffectiveDates) -> Bool { shared(with: other) == other }

  /// The days of both; nil where they have none in common.
  func shared(with other: EffectiveDates) -> EffectiveDates? {
    let from = max(from, other.from)
    let through = [through, other.through].compactMap { $0 }.min()
    if let through, through < from { return nil }
    return EffectiveDates(from: from, through: through)
  }
}

extension IndicatorConditions {
  /// Whether a fee schedule row can meet both these conditions and others.
  func meet(_ other: IndicatorConditions) -> Bool {
    IndicatorCase.Question.allCases.allSatisfy { question in
      let (own, others) = (accepted(question), other.accepted(question))
      return own.isEmpty || others.isEmpty || !Set(own).isDisjoint(with: others)
    }
  }
}
