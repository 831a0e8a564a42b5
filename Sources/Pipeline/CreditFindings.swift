import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// Tells, from what the combinations of a run came to, which codes had no price and what credits rest on.
struct CreditFindings {
  private let slots: DaySlots
  private let dictionaries: RunDictionaries
  private let fileNames: [String]
  private let policies: (pay: CreditPolicy, benchmark: CreditPolicy)
  /// Whether clinicians have policies of their own in the pay ledger, so that a slot's engine names its policy.
  private let hasAssignments: Bool

  init(
    slots: DaySlots, dictionaries: RunDictionaries, fileNames: [String],
    policies: (pay: CreditPolicy, benchmark: CreditPolicy), hasAssignments: Bool
  ) {
    self.slots = slots
    self.dictionaries = dictionaries
    self.fileNames = fileNames
    self.policies = policies
    self.hasAssignments = hasAssignments
  }

  /// Where a record is.
  func position(_ record: UInt64) -> SourcePosition {
    SourcePosition(file: fileNames[Int(record >> 32)], line: Int(record & 0xFFFF_FFFF))
  }

  /// The name of the policy that a ledger follows.
  private func name(_ ledger: DaySlots.Ledger) -> String { slots.engines[ledger.engine].policy.name }

  /// Where the first records of a tally are.
  private func examples(_ tally: CombinationTally) -> [SourcePosition] { tally.examples.map(position) }

  /// A code as it may be shown.
  func shown(_ code: Int32) -> String {
    let text = dictionaries.codes.text(Int(code))
    return dictionaries.procedureCodes[Int(code)]?.hasPublishedForm == true ? text : UnlistedText.kind(text)
  }

  /// Adds the findings of all combinations, and lists the codes without a price.
  func tell(_ cache: borrowing CreditCache, _ findings: inout FindingCollector) -> [UnpricedCode] {
    var unpriced: [String: UnpricedCode] = [:]
    // In the order of the input, which no other way of counting combinations changes.
    let told = cache.tallies.indices.filter { cache.tallies[$0].lines > 0 }
      .sorted {
        (cache.tallies[$0].firstRecord, cache.entry($0).key) < (cache.tallies[$1].firstRecord, cache.entry($1).key)
      }
    for number in told {
      let tally = cache.tallies[number]
      let slot = slots.slots[cache.combination(number).slot]
      let code = cache.combination(number).code
      let pay = cache.payCredit(number)
      tellCause(pay, code, slot.pay, tally, &unpriced, &findings)
      let (payName, benchmarkName) = (name(slot.pay), name(slot.benchmark))
      tellFlags(pay.flags, payName, tally, &findings)
      if benchmarkName != payName {
        let benchmark = cache.benchmarkCredit(number)
        tellFlags(benchmark.flags, benchmarkName, tally, &findings)
        if (benchmark.fate == .credited) != (pay.fate == .credited), let cause = benchmark.cause ?? pay.cause {
          let (with, without) = pay.fate == .credited ? ("pay", "benchmark") : ("benchmark", "pay")
          findings.add(
            Finding(
              .excludedCode, at: position(tally.firstRecord),
              "\(shown(code)) is credited in the \(with) ledger and not in the \(without) ledger: \(AdjustmentWording.cause(cause))",
              count: tally.lines))
        }
      }
      tellRelease(slot, tally, cache.combination(number).slot, &findings)
    }
    for (number, tally) in cache.plainTallies.enumerated() where tally.lines > 0 {
      tellRelease(slots.slots[number], tally, number, &findings)
    }
    return unpriced.values.sorted {
      ($1.lines, $0.code, $0.release, $0.reason, $0.first) < ($0.lines, $1.code, $1.release, $1.reason, $1.first)
    }
  }

  private func tellCause(
    _ credit: LineCredit, _ code: Int32, _ ledger: DaySlots.Ledger, _ tally: CombinationTally,
    _ unpriced: inout [String: UnpricedCode], _ findings: inout FindingCollector
  ) {
    guard let cause = credit.cause else { return }
    let schedule = ledger.schedule.map { slots.schedules[$0] }
    let release = schedule?.info.release ?? ""
    let place = position(tally.firstRecord)
    let words = AdjustmentWording.cause(cause)
    switch credit.fate {
    case .unpriced:
      let isUnknown = cause == .codeNotInRelease
      let nearest = isUnknown ? schedule?.nearestCode(to: dictionaries.codes.text(Int(code)))?.description : nil
      let onServiceDate = isUnknown ? self.onServiceDate(code, ledger) : nil
      let name = shown(code)
      let key = "\(name) \(release) \(words)"
      if var known = unpriced[key] {
        known.lines += tally.lines
        known.units += Units(tenThousandths: tally.units)
        known.charge += Money(cents: tally.charge)
        known.first = min(known.first, place)
        unpriced[key] = known
      } else {
        unpriced[key] = UnpricedCode(
          code: name, release: release, reason: words, nearest: nearest, lines: tally.lines,
          units: Units(tenThousandths: tally.units), charge: Money(cents: tally.charge), first: place)
        unpriced[key]?.onServiceDate = onServiceDate
      }
      if cause == .noRelease { return }
      findings.add(
        Finding(
          isUnknown ? .unknownCode : .unpricedCode, at: place,
          isUnknown
            ? "\(name) is not in fee schedule release \(release); its lines are unpriced"
              + (onServiceDate.map { "; \($0.release), of the day of service, gives it \($0.work)" } ?? "")
            : "\(name) has no price in release \(release): \(words); its lines are unpriced",
          hint: nearest.map { nearestHint($0, release) }
            ?? (cause == .workOnProfessionalRow ? "add 26 where the professional component was done" : nil),
          count: tally.lines), key: key)
    case .held: break
    case .excluded:
      findings.add(
        Finding(.excludedCode, at: place, "\(shown(code)) is not credited: \(words)", count: tally.lines))
    default: break
    }
  }

  /// What the release of the day of service says of a code, where another release values the line and lacks it.
  private func onServiceDate(_ code: Int32, _ ledger: DaySlots.Ledger) -> (release: String, work: WorkRVU)? {
    guard let number = ledger.serviceDateSchedule, number != ledger.schedule,
      let row = dictionaries.procedureCodes[Int(code)].flatMap({ slots.schedules[number].row($0) })
    else { return nil }
    return (slots.schedules[number].info.release, row.work)
  }

  /// What to do about an unknown code: it may be a slip, or a code that is newer or was deleted.
  private func nearestHint(_ nearest: String, _ release: String) -> String {
    "the nearest code in \(release) is \(nearest); a code that was deleted or is newer is in another release"
  }

  private func tellFlags(
    _ flags: [LineCredit.Flag], _ policy: String, _ tally: CombinationTally, _ findings: inout FindingCollector
  ) {
    for flag in flags {
      switch flag {
      case .unknownModifier(let modifier):
        findings.add(
          Finding(
            .unknownModifier, at: position(tally.firstRecord),
            "modifier \(modifier) is not in the policy \(policy); it changed nothing",
            hint: "correct it, or add it to the policy's modifiers or informational list", count: tally.lines))
      case .assumption(let text, let key):
        findings.add(
          Finding(
            .policyAssumption, at: position(tally.firstRecord), "\(policy): \(text)", hint: Self.conventionAdvice,
            count: tally.lines, examples: examples(tally), decidedBy: key.isEmpty ? nil : "\(policy), \(key)"))
      }
    }
  }

  private func tellRelease(
    _ slot: DaySlots.Slot, _ tally: CombinationTally, _ number: Int, _ findings: inout FindingCollector
  ) {
    for ledger in [slot.pay, slot.benchmark] {
      if let schedule = ledger.schedule, ledger.isSubstitute {
        let release = slots.schedules[schedule].info.release
        findings.add(
          Finding(
            .releaseSubstituted, at: position(tally.firstRecord),
            "lines of \(slots.spans[number].first) to \(slots.spans[number].last) fall under a release that is not on board and are valued by \(release), the nearest",
            hint: "import the release with: rvubench fees import FILE", count: tally.lines),
          key: "\(release) \(slots.spans[number])")
      } else if ledger.schedule == nil {
        findings.add(
          Finding(
            .releaseMissing, at: position(tally.firstRecord),
            "no fee schedule release is on board for \(slots.spans[number].first) to \(slots.spans[number].last), nor any before",
            hint: "import one with: rvubench fees import FILE, or freeze the job's vintage at a release",
            count: tally.lines), key: "\(slots.spans[number])")
      }
      if slot.pay.schedule == slot.benchmark.schedule, slot.pay.isSubstitute == slot.benchmark.isSubstitute { return }
    }
  }

  // MARK: What lines made of each other

  /// Tells of lines that were looked at together, or of several units.
  func tellSessions(
    _ flags: (pay: FlagTallies, benchmark: FlagTallies), _ findings: inout FindingCollector
  ) {
    tell(flags.benchmark, policies.benchmark, policies.benchmark.name, &findings)
    guard hasAssignments || policies.pay.name != policies.benchmark.name else { return }
    tell(flags.pay, policies.pay, hasAssignments ? "the pay ledger" : policies.pay.name, &findings)
  }

  private func tell(
    _ flags: FlagTallies, _ policy: CreditPolicy, _ name: String, _ findings: inout FindingCollector
  ) {
    for flag in SessionFlag.allCases where flags[flag].lines > 0 {
      let tally = flags[flag]
      let (message, hint, key) = words(flag, policy)
      findings.add(
        Finding(
          flag == .bundled ? .excludedCode : .policyAssumption, at: position(tally.firstRecord),
          "\(name): \(message)", hint: hint, count: tally.lines, examples: examples(tally),
          decidedBy: "\(name), \(key)"))
    }
  }

  /// What to do about a policy's own convention: the same words for all, so that they stand together in lists of what is to do.
  private static let conventionAdvice =
    "read it once; where a contract or survey says otherwise, change the row in a policy of your own"

  private func words(_ flag: SessionFlag, _ policy: CreditPolicy) -> (message: String, hint: String, key: String) {
    switch flag {
    case .laterPlaces:
      let rule = policy.multipleProcedures
      let share = rule.map { DecimalText.plain($0.beyond, scale: 6) } ?? "the policy's share"
      return (
        "procedures from the \((rule?.shares.count ?? 0) + 1)th of a session on are credited at \(share) by policy",
        Self.conventionAdvice,
        "multipleProcedures: beyond"
      )
    case .unusualSides:
      return (
        "50 stands for both sides on lines with neither 1 nor 2 units: both sides are credited once, whatever the units",
        "check the units against the chart", "modifiers: 50 (bilateral)"
      )
    case .perhapsSides:
      return (
        "three or more units without 50 of codes whose both sides are worth one and a half: each unit is credited by itself",
        "check whether the units are sides", "bilateralPairs: units"
      )
    case .valued:
      return (
        "lines without a price are valued as the policy says, in figures apart and in no other", Self.conventionAdvice,
        "unpriced"
      )
    case .bundled:
      return (
        "services that are a part of another service of the day earn nothing beside it", Self.conventionAdvice,
        "bundled"
      )
    }
  }

  /// Tells of anesthesia that could not be measured, or was by a stated assumption.
  func tellAnesthesia(_ notes: [AnesthesiaNote: CombinationTally], _ findings: inout FindingCollector) {
    for (note, tally) in notes {
      switch note {
      case .assumed(let flag):
        findings.add(
          Finding(
            .policyAssumption, at: position(tally.firstRecord), "\(policies.pay.name): \(flag)",
            hint: Self.conventionAdvice, count: tally.lines, examples: examples(tally),
            decidedBy: "\(policies.pay.name), anesthesia: rows"))
      case .held(let outcome):
        let (why, hint) = words(outcome)
        findings.add(
          Finding(
            .anesthesiaHeld, at: position(tally.firstRecord), "anesthesia lines are held: \(why)", hint: hint,
            count: tally.lines, examples: examples(tally), decidedBy: "\(policies.pay.name), anesthesia"))
      }
    }
  }

  private func words(_ outcome: AnesthesiaUnits.Outcome) -> (why: String, hint: String) {
    switch outcome {
    case .measured: ("", "")
    case .noRule: ("the policy has no rule for them", "add anesthesia to the policy")
    case .noBaseUnits:
      (
        "their base units are not known",
        "give base_units in the log, or import CMS's table: rvubench fees import FILE --release RELEASE"
      )
    case .noMinutes: ("they give no minutes", "give minutes in the log")
    }
  }

  /// Tells of credit that stays with the rendering clinician since a line does not say whose it is.
  func tellTransfers(_ transfers: CreditTransfers, _ findings: inout FindingCollector) {
    let tally = transfers.unnamed
    guard tally.lines > 0 else { return }
    findings.add(
      Finding(
        .policyAssumption, at: position(tally.firstRecord),
        "lines that a policy attributes to another clinician do not name one: the credit stays with the rendering clinician",
        hint: "give billing_id and supervising_id in the log", count: tally.lines, examples: examples(tally),
        decidedBy: "attribution"))
  }
}
