import Crediting
import MedicareFees
import ProductivityModel

/// What is to be said of anesthesia lines.
enum AnesthesiaNote: Hashable {
  /// They are held: the policy has no rule, there are no base units, or the line gives no minutes.
  case held(AnesthesiaUnits.Outcome)
  /// They are measured by a row of the policy that rests on an assumption.
  case assumed(String)
}

/// What a line comes to by itself, and with those of its patient and day.
extension PartitionCrediting {
  /// Credits a line that nothing around it changes.
  ///
  /// - Parameters:
  ///   - outcome: what it comes to; nothing yet.
  ///   - place: that of its combination among the clinician's; -1 where it has none.
  @inline(__always)
  mutating func creditAlone(_ outcome: inout LineOutcome, _ line: ServiceLine, at place: Int) {
    guard place >= 0 else {
      outcome.fate = .outOfPeriod
      return
    }
    outcome.place = Int32(place)
    outcome.combination = combinations.entries[place].number
    outcome.isSettled = true
    outcome.fate = combinations.entries[place].pay.fate
    outcome.pay = combinations.entries[place].pay.credit(units: line.units)
    outcome.benchmark =
      combinations.entries[place].isAlike
      ? outcome.pay : cache.benchmark(of: combinations.entries[place]).credit(units: line.units)
    outcome.unadjusted = combinations.entries[place].pay.unadjusted(line.units)
    if combinations.entries[place].pay.isAnesthesia { measure(&outcome, line) }
    if outcome.fate == .unpriced { value(&outcome, line) }
    if line.units.magnitude != 10_000, line.units.magnitude != 20_000 { flagUnits(line, combinations.entries[place]) }
  }

  /// Flags units that may have been meant otherwise.
  private mutating func flagUnits(_ line: ServiceLine, _ entry: CreditCache.Entry) {
    if !entry.pay.countsUnits { flags.pay.add(line, .unusualSides) }
    if !cache.benchmark(of: entry).countsUnits { flags.benchmark.add(line, .unusualSides) }
    guard entry.meetings.contains(.perhapsSides), abs(line.units) >= 30_000 else { return }
    if cache.paySession(entry).mayBeBothSides { flags.pay.add(line, .perhapsSides) }
    if cache.benchmarkSession(entry).mayBeBothSides { flags.benchmark.add(line, .perhapsSides) }
  }

  /// Values a line without a price, where the pay policy says how.
  private mutating func value(_ outcome: inout LineOutcome, _ line: ServiceLine) {
    let combination = cache.combination(Int(outcome.combination))
    let ledger = slots.slots[combination.slot].pay
    let engine = slots.engines[ledger.engine]
    switch engine.policy.unpriced {
    case .hold: return
    case .chargeRatio: outcome.isValuedByCharge = true
    case .crosswalk:
      let day = CalendarDate(daysSinceEpoch: line.serviceDay)
      guard let row = crosswalks[engine.policy.name]?.row(for: codeTexts[Int(line.code)], on: day) else { return }
      var credit: LineCredit
      switch row.amount {
      case .work(let work): credit = .valued(work)
      case .comparedTo(let code, let factor):
        credit = engine.lineCredit(
          code: code, modifiers: modifierLists[Int(line.modifiers)], setting: combination.setting,
          schedule: ledger.schedule.map { slots.schedules[$0] })
        guard credit.fate == .credited else { return }
        credit.factor = credit.factor * factor
      }
      outcome.valued = credit.credit(units: Units(tenThousandths: line.units)).millionths
    }
    flag(.valued, line, in: [.pay])
  }

  /// Measures an anesthesia line, where base units and minutes are known.
  private mutating func measure(_ outcome: inout LineOutcome, _ line: ServiceLine) {
    let detail = details[Int(line.detail)]
    let ledger = slots.slots[cache.combination(Int(outcome.combination)).slot].pay
    let published = ledger.schedule.flatMap { schedule in
      codes[Int(line.code)].flatMap { slots.baseUnits[schedule][$0] }
    }
    let measured = AnesthesiaUnits.measure(
      modifierLists[Int(line.modifiers)], baseUnits: detail.baseUnits ?? published, minutes: detail.minutes,
      by: slots.engines[ledger.engine].policy.anesthesia)
    guard case .measured(let units, let row) = measured else {
      anesthesia[.held(measured), default: CombinationTally()].add(line)
      return
    }
    outcome.fate = .zeroValued
    outcome.asaUnits = line.units < 0 ? -units.tenThousandths : units.tenThousandths
    if let flag = row.flag { anesthesia[.assumed(flag), default: CombinationTally()].add(line) }
  }

  /// What the lines of a patient and day make of each other in a ledger, or in both where they are alike.
  mutating func settleSession(_ indices: [Int], _ lines: UnsafeBufferPointer<ServiceLine>, of ledgers: Ledgers) {
    guard let first = indices.first else { return }
    let isBenchmark = ledgers == [.benchmark]
    let slot = slots.slots[Int(combinations.entries[Int(outcomes[first].place)].slot)]
    let rules = slots.engines[(isBenchmark ? slot.benchmark : slot.pay).engine].session
    // Its memory is used again.
    var session: [SessionLine] = []
    swap(&session, &settled)
    defer { swap(&session, &settled) }
    session.removeAll(keepingCapacity: true)
    var members = 0
    for index in indices {
      let entry = combinations.entries[Int(outcomes[index].place)]
      if entry.isAlike {
        guard entry.meetings.contains(.session) else { continue }
        members += 1
        // The terms lie far away: they are asked for only where something depends on them.
        if entry.meetings.isDisjoint(with: .anything) { continue }
      }
      let terms = isBenchmark ? cache.benchmarkSession(entry) : cache.paySession(entry)
      guard terms.kind >= 0 else { continue }
      if !entry.isAlike { members += 1 }
      let line = lines[index]
      let credit = isBenchmark ? cache.benchmark(of: entry) : entry.pay
      session.append(
        SessionLine(
          index: index, terms: terms, code: codes[Int(line.code)]?.packed ?? 0,
          modifiers: modifierRanks[Int(line.modifiers)], lineID: line.lineID,
          days: modifierLists[Int(line.modifiers)].postoperativeDays ?? -1,
          units: abs(credit.plainUnits(line.units))))
    }
    if session.isEmpty || members == 1 && session[0].units == 10_000 { return }
    rules.settle(&session)
    for line in session where !line.isUnchanged { take(line, lines[line.index], in: ledgers) }
  }

  /// Takes what its session made of a line.
  ///
  /// - Parameter ledgers: both, where they make the same of it.
  private mutating func take(_ line: SessionLine, _ service: ServiceLine, in ledgers: Ledgers) {
    let entry = combinations.entries[Int(outcomes[line.index].place)]
    let isBenchmarkAlone = ledgers == [.benchmark]
    let credits = isBenchmarkAlone ? cache.benchmark(of: entry) : entry.pay
    let credit = credits.credit(line) * (service.units < 0 ? -1 : 1)
    let session = Int32(sessions.count)
    if keepsOutcomes { sessions.append(line) }
    if ledgers.contains(.benchmark) {
      outcomes[line.index].benchmark = credit
      outcomes[line.index].benchmarkSession = session
    }
    if ledgers.contains(.pay) {
      outcomes[line.index].pay = credit
      outcomes[line.index].paySession = session
      if line.isBundled {
        outcomes[line.index].fate = .excluded
        outcomes[line.index].unadjusted = 0
      }
    }
    if line.isBundled { flag(.bundled, service, in: ledgers) }
    if line.isBeyondShares { flag(.laterPlaces, service, in: ledgers) }
  }

  private mutating func flag(_ flag: SessionFlag, _ line: ServiceLine, in ledgers: Ledgers) {
    if ledgers.contains(.pay) { flags.pay.add(line, flag) }
    if ledgers.contains(.benchmark) { flags.benchmark.add(line, flag) }
  }

  // MARK: Attribution

  /// The clinicians' sums, once what is attributed to another clinician has gone there.
  var attributedTallies: [RoleTally] {
    if transfers.sums.isEmpty { return tallies }
    var result = tallies
    var places: [RoleKey: Int] = [:]
    for (index, tally) in result.enumerated() { places[RoleKey(tally.clinician, tally.specialty)] = index }
    for (key, sum) in transfers.sums {
      let place = places[RoleKey(key.to, key.specialty)] ?? result.count
      if place == result.count {
        var tally = RoleTally(clinician: key.to, specialty: key.specialty, months: noMonths)
        tally.isUnknownClinician = roles.roles(of: key.to).role(day: firstDay, logged: key.specialty).isUnknownClinician
        result.append(tally)
        places[RoleKey(key.to, key.specialty)] = place
      }
      let ledger = key.isBenchmark ? \ProductivitySums.benchmark : \ProductivitySums.pay
      result[place].months[key.month][keyPath: ledger] += sum.credit
      // A rate is of the same days above and below, whoever rendered the service.
      if key.isUncounted { result[place].uncountedMonths[key.month][keyPath: ledger] += sum.credit }
      if key.isInRamp { result[place].rampMonths[key.month][keyPath: ledger] += sum.credit }
    }
    return result
  }

  /// What of a line's credit stays with the rendering clinician; the rest is noted for whom it goes to.
  mutating func attributed(_ line: ServiceLine, _ outcome: LineOutcome, _ month: Int) -> LineOutcome.Credit {
    let entry = combinations.entries[Int(outcome.place)]
    let rows = (pay: entry.pay.attribution, benchmark: cache.benchmark(of: entry).attribution)
    var kept = outcome.credit
    let slot = slots.slots[cache.combination(Int(outcome.combination)).slot]
    var namesAll = true
    if rows.pay >= 0 { namesAll = move(line, &kept.pay, slot.pay, Int(rows.pay), month, isBenchmark: false) }
    if rows.benchmark >= 0,
      !move(line, &kept.benchmark, slot.benchmark, Int(rows.benchmark), month, isBenchmark: true)
    {
      namesAll = false
    }
    if !namesAll { transfers.unnamed.add(line) }
    return kept
  }

  /// Moves what a row of the policy gives to others.
  ///
  /// - Returns: whether the line names all who should have something.
  private mutating func move(
    _ line: ServiceLine, _ credit: inout Int64, _ ledger: DaySlots.Ledger, _ row: Int, _ month: Int, isBenchmark: Bool
  ) -> Bool {
    guard credit != 0 else { return true }
    let attribution = slots.engines[ledger.engine].policy.attribution[row]
    let detail = details[Int(line.detail)]
    let whole = credit
    for part in AttributionParts.parts(of: whole, by: attribution, rendering: line.clinician, detail) {
      let role = roles.roles(of: part.clinician).role(day: line.serviceDay, logged: line.specialty)
      transfers.add(
        CreditTransfers.Key(
          from: line.clinician, to: part.clinician, isBenchmark: isBenchmark, party: part.party,
          modifiers: attribution.modifiers.map(\.description).joined(separator: " "), month: month,
          specialty: role.specialty, isUncounted: role.isOnLeave || role.isOutsideEmployment, isInRamp: role.isInRamp),
        part.credit)
      if isBenchmark {
        daily.benchmark?.add(part.clinician, day: line.serviceDay, part.credit)
      } else {
        daily.pay?.add(part.clinician, day: line.serviceDay, part.credit)
        byCode?.add(part.clinician, line, part.credit, isFromOthers: true)
      }
      credit -= part.credit
    }
    return !attribution.shares.contains { share in
      share.millionths > 0
        && (share.party == .billing && detail.billing == nil
          || share.party == .supervising && detail.supervising == nil)
    }
  }
}

extension PartitionCrediting {
  /// One ledger, or both.
  struct Ledgers: OptionSet {
    let rawValue: UInt8
    static let pay = Ledgers(rawValue: 1)
    static let benchmark = Ledgers(rawValue: 2)
  }
}

/// A clinician in a specialty.
private struct RoleKey: Hashable {
  var clinician: Int32
  var specialty: Int32

  init(_ clinician: Int32, _ specialty: Int32) {
    self.clinician = clinician
    self.specialty = specialty
  }
}
