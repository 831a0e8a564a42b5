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

  init(
    slots: DaySlots, dictionaries: RunDictionaries, fileNames: [String],
    policies: (pay: CreditPolicy, benchmark: CreditPolicy)
  ) {
    self.slots = slots
    self.dictionaries = dictionaries
    self.fileNames = fileNames
    self.policies = policies
  }

  /// Where a record is.
  func position(_ record: UInt64) -> SourcePosition {
    SourcePosition(file: fileNames[Int(record >> 32)], line: Int(record & 0xFFFF_FFFF))
  }

  /// A code as it may be shown.
  func shown(_ code: Int32) -> String {
    let text = dictionaries.codes.text(Int(code))
    return dictionaries.procedureCodes[Int(code)]?.hasPublishedForm == true ? text : UnlistedText.kind(text)
  }

  /// Adds the findings of all combinations, and lists the codes without a price.
  func tell(_ cache: borrowing CreditCache, _ findings: inout FindingCollector) -> [UnpricedCode] {
    var unpriced: [String: UnpricedCode] = [:]
    for number in cache.tallies.indices where cache.tallies[number].lines > 0 {
      let tally = cache.tallies[number]
      let slot = slots.slots[cache.combinations[number].slot]
      let code = cache.combinations[number].code
      let pay = cache.payCredits[number]
      tellCause(pay, code, slot.pay, tally, &unpriced, &findings)
      tellFlags(pay.flags, policies.pay.name, tally, &findings)
      if policies.benchmark.name != policies.pay.name {
        let benchmark = cache.benchmarkCredits[number]
        tellFlags(benchmark.flags, policies.benchmark.name, tally, &findings)
        if (benchmark.fate == .credited) != (pay.fate == .credited), let cause = benchmark.cause ?? pay.cause {
          let (with, without) = pay.fate == .credited ? ("pay", "benchmark") : ("benchmark", "pay")
          findings.add(
            Finding(
              .excludedCode, at: position(tally.firstRecord),
              "\(shown(code)) is credited in the \(with) ledger and not in the \(without) ledger: \(AdjustmentWording.cause(cause))",
              count: tally.lines))
        }
      }
      tellRelease(slot, tally, cache.combinations[number].slot, &findings)
    }
    return unpriced.values.sorted { ($1.lines, $0.code, $0.release) < ($0.lines, $1.code, $1.release) }
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
      }
      if cause == .noRelease { return }
      findings.add(
        Finding(
          isUnknown ? .unknownCode : .unpricedCode, at: place,
          isUnknown
            ? "\(name) is not in fee schedule release \(release); its lines are unpriced"
            : "\(name) has no price in release \(release): \(words); its lines are unpriced",
          hint: nearest.map { nearestHint($0, release) }
            ?? (cause == .workOnProfessionalRow ? "add 26 where the professional component was done" : nil),
          count: tally.lines), key: key)
    case .held:
      findings.add(
        Finding(
          .anesthesiaHeld, at: place, "anesthesia lines are held: \(words)",
          hint: "ASA units are not computed by this version; the lines are counted and listed", count: tally.lines))
    case .excluded:
      findings.add(
        Finding(.excludedCode, at: place, "\(shown(code)) is not credited: \(words)", count: tally.lines))
    default: break
    }
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
      case .assumption(let text):
        findings.add(
          Finding(.policyAssumption, at: position(tally.firstRecord), "\(policy): \(text)", count: tally.lines))
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
}
