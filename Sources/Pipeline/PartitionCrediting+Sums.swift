import ProductivityModel

/// Adding up what the lines of a clinician come to: by file, by combination, and by specialty and month.
extension PartitionCrediting {
  /// What lines are added to that is at hand: most have the file, the slot and the role of the line before. What these came to is put
  /// away where a line has another.
  private struct Hand {
    var file: FileAtHand
    var plain = PlainAtHand()
    var own: RolesAtHand

    /// Takes a file to hand.
    @inline(__always)
    mutating func take(file number: UInt16, of files: inout [FileTally]) {
      if Int(number) == file.number { return }
      file.exchange(with: &files)
      file = FileAtHand(Int(number))
      file.exchange(with: &files)
    }

    /// Takes the slot of a combination to hand.
    @inline(__always)
    mutating func take(slot: Int16, of cache: inout CreditCache) {
      if Int(slot) == plain.slot { return }
      plain.putAway(in: &cache)
      plain = PlainAtHand(slot: Int(slot))
    }
  }

  /// Credits the lines that stand alone, and adds all up.
  mutating func addUp(_ lines: UnsafeBufferPointer<ServiceLine>) {
    guard let first = lines.first else { return }
    let roles = roles.roles(of: first.clinician)
    var hand = Hand(file: FileAtHand(Int(first.file)), own: RolesAtHand(first.clinician, months: noMonths))
    hand.file.exchange(with: &files)
    // Who looks at lines one by one has an outcome of each.
    let addsSimply = !keepsOutcomes && reconciliation == nil && credited == nil
    for index in lines.indices {
      let line = lines[index]
      let day = Int(dayOf[index])
      let isAlone = day >= 0 && !days[day].isSettledTogether
      let place = Int(placeOf[index])
      if addsSimply, isAlone, place >= 0, addSimply(line, at: place, day: day, roles, &hand) { continue }
      var outcome = isAlone ? LineOutcome() : outcomes[index]
      if isAlone {
        // In its place: what is written in parts and copied whole is waited for.
        creditAlone(&outcome, line, at: place)
        if keepsOutcomes { outcomes[index] = outcome }
      }
      if slots.tells(of: line) { add(line, outcome, day: day, roles, &hand) }
    }
    putAway(&hand)
  }

  /// Adds a line up that stands alone, as almost all lines do of which nothing is to be told: one unit of a combination that is credited
  /// by the same terms in both ledgers, on a day that counts. It comes to what ``add(_:_:day:_:_:)`` makes of it, in fewer steps.
  ///
  /// - Returns: whether it is such a line; any other is not added.
  @inline(__always)
  private mutating func addSimply(
    _ line: ServiceLine, at place: Int, day: Int, _ roles: RoleDirectory.Roles, _ hand: inout Hand
  ) -> Bool {
    guard line.units == 10_000, line.patient != 0, slots.tells(of: line) else { return false }
    let entry = combinations.entries[place]
    guard entry.isSimple, line.place != 0 || !entry.meetings.contains(.places) else { return false }
    let role = roles.role(day: line.serviceDay, logged: line.specialty)
    guard role.countsFully else { return false }
    let dayOfPeriod = Int(line.serviceDay - firstDay)
    let credit = entry.pay.ofOneUnit
    hand.take(file: line.file, of: &files)
    hand.file.countCredited()
    hand.take(slot: entry.slot, of: &cache)
    hand.plain.tally.add(line)
    hand.own.take(role, month: Int(monthOfDay[dayOfPeriod]))
    hand.own.sums.firstRecord = min(hand.own.sums.firstRecord, line.recordKey)
    hand.own.simple.add(charge: line.charge, work: entry.pay.work, credit: credit)
    hand.own.noteServiceDay(dayOfPeriod)
    if days[day].countsFirst() { hand.own.month.encounters += 1 }
    hand.own.services.add(at: place, entry.number, line.code, 10_000, credit)
    daily.pay?.add(line.clinician, day: line.serviceDay, credit)
    byCode?.add(line.clinician, line, credit)
    daily.benchmark?.add(line.clinician, day: line.serviceDay, credit)
    return true
  }

  /// Adds up what any line came to of which the run tells.
  private mutating func add(
    _ line: ServiceLine, _ outcome: LineOutcome, day: Int, _ roles: RoleDirectory.Roles, _ hand: inout Hand
  ) {
    hand.take(file: line.file, of: &files)
    hand.file.count(outcome.fate, line.recordKey)
    guard outcome.combination >= 0 else { return }
    let place = Int(outcome.place)
    // Duplicates, voids and orphan reversals have come to nothing.
    guard outcome.isSettled else { return }
    if reconciliation != nil {
      reconciliation?.add(line, details[Int(line.detail)].sourceRVU, outcome, slots, cache)
    }
    // A line that others changed, or that was measured, is told of apart.
    let meetings = combinations.entries[place].meetings
    if outcome.fate == .credited, combinations.entries[place].isPlain {
      hand.take(slot: combinations.entries[place].slot, of: &cache)
      hand.plain.tally.add(line)
    } else if outcome.fate == combinations.entries[place].pay.fate {
      combinations.tallies[place].add(line)
    }
    if line.patient == 0 {
      hand.file.tally.withoutPatient.add(line)
    } else if line.place == 0, meetings.contains(.places) {
      hand.file.tally.blankPlaces.add(line)
    }
    // A line that the pay policy excludes may still have work in the benchmark ledger.
    let isService = outcome.fate == .credited || outcome.fate == .zeroValued || outcome.fate == .unpriced
    guard isService || outcome.benchmark != 0 else {
      credited?.add(line, outcome, pay: 0, slots, cache)
      return
    }
    let role = roles.role(day: line.serviceDay, logged: line.specialty)
    let isUncounted = role.isOnLeave || role.isOutsideEmployment
    let month = Int(monthOfDay[Int(line.serviceDay - firstDay)])
    hand.own.take(role, month: month)
    hand.own.sums.firstRecord = min(hand.own.sums.firstRecord, line.recordKey)
    if role.isOutsideEmployment { hand.own.sums.linesOutsideEmployment.add(line) }
    let kept = meetings.contains(.attributed) ? attributed(line, outcome, month) : outcome.credit
    hand.own.month.add(line, outcome, kept, isService: isService)
    daily.pay?.add(line.clinician, day: line.serviceDay, kept.pay)
    byCode?.add(line.clinician, line, kept.pay)
    daily.benchmark?.add(line.clinician, day: line.serviceDay, kept.benchmark)
    credited?.add(line, outcome, pay: kept.pay, slots, cache)
    if role.isOnLeave { hand.own.sums.linesOnLeave.add(line) }
    if isUncounted {
      hand.own.sums.uncountedMonths[month].add(line, outcome, kept, isService: isService)
    } else {
      hand.own.noteServiceDay(Int(line.serviceDay - firstDay))
    }
    if role.isInRamp { hand.own.sums.rampMonths[month].add(line, outcome, kept, isService: isService) }
    if !isService {
      // Not among the lines rendered under the pay policy, so no encounter either.
    } else if line.patient == 0 {
      hand.own.month.linesWithoutPatient += 1
    } else if days[day].countsFirst() {
      // A day that is reversed as a whole takes away the day that it was.
      let encounter = line.units < 0 ? -1 : 1
      hand.own.month.encounters += encounter
      if role.isInRamp { hand.own.sums.rampMonths[month].encounters += encounter }
      if isUncounted { hand.own.sums.uncountedMonths[month].encounters += encounter }
    }
    hand.own.services.add(at: place, outcome.combination, line.code, line.units, outcome.benchmark)
    if outcome.benchmark != 0, isUncounted || role.isInRamp {
      hand.own.services.setApart(at: place, line.units, isUncounted: isUncounted, isInRamp: role.isInRamp)
    }
  }

  /// Puts away what is at hand once all of a clinician's lines are added.
  private mutating func putAway(_ hand: inout Hand) {
    hand.file.exchange(with: &files)
    hand.plain.putAway(in: &cache)
    for (entry, tally) in zip(combinations.entries, combinations.tallies) where tally.lines > 0 {
      cache.add(tally, to: Int(entry.number))
    }
    tallies += hand.own.all.map { sums, services in
      var sums = sums
      let ofCodes = CodeSums(services)
      sums.topCodes = ofCodes.top(Self.topCodes) { codes[Int($0)]?.packed ?? 0 }
      sums.services = kinds.services(of: services, cache)
      sums.services.codes = CodeServices(ofCodes.codes)
      return sums
    }
  }
}
