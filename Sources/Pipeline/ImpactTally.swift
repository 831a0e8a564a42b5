import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Reporting

/// The sums of an impact, as the lines pass.
struct ImpactTally {
  private struct Role: Hashable {
    var clinician: Int32
    var specialty: Int32
  }

  let slots: DaySlots
  let explainer: LineExplainer
  let roles: RoleDirectory
  let codes: [ProcedureCode?]
  let adjustments: [WorkAdjustment]
  let library: FeeLibrary
  let qualifying: Bool
  let infos: (from: ReleaseInfo, to: ReleaseInfo)?
  private var byRole: [Role: Impact.Sums] = [:]
  private var byFamily: [Int: Impact.Sums] = [:]
  private var factors: [Int32: ConversionFactor?] = [:]

  init(
    slots: DaySlots, explainer: LineExplainer, roles: RoleDirectory, codes: [ProcedureCode?],
    adjustments: [WorkAdjustment], library: FeeLibrary, qualifying: Bool, infos: (from: ReleaseInfo, to: ReleaseInfo)?
  ) {
    self.slots = slots
    self.explainer = explainer
    self.roles = roles
    self.codes = codes
    self.adjustments = adjustments
    self.library = library
    self.qualifying = qualifying
    self.infos = infos
  }

  mutating func add(
    _ line: ServiceLine, _ outcome: LineOutcome, _ sessions: [SessionLine], _ cache: borrowing CreditCache
  ) {
    guard outcome.isSettled, outcome.pay != 0 || outcome.benchmark != 0 else { return }
    let number = Int(outcome.combination)
    let combination = cache.combination(number)
    let slot = slots.slots[combination.slot]
    let (from, to) = (cache.payCredit(number), cache.benchmarkCredit(number))
    var sums = Impact.Sums()
    sums.lines = 1
    sums.from = WorkRVU(millionths: outcome.pay)
    sums.to = WorkRVU(millionths: outcome.benchmark)
    if from.row == nil || to.row == nil {
      sums.onlyOneSide = sums.difference
    } else if !adjustments.isEmpty, from.work > .zero,
      WorkChange(from: from.work, to: to.work, adjustments: adjustments) == .adjustment
    {
      // What the adjusted value makes of the line as it was credited: ranks that move with it are told apart.
      let change = Int128(outcome.pay) * Int128(to.work.millionths - from.work.millionths)
      sums.adjustment = WorkRVU(millionths: Factor.rounded(change, over: Int128(from.work.millionths)))
    }
    let fromSession = outcome.paySession < 0 ? nil : sessions[Int(outcome.paySession)]
    let toSession = outcome.benchmarkSession < 0 ? nil : sessions[Int(outcome.benchmarkSession)]
    if let before = payment(from, slot.pay, line, combination.setting, fromSession, infos?.from),
      let after = payment(to, slot.benchmark, line, combination.setting, toSession, infos?.to)
    {
      sums.paymentFrom = before
      sums.paymentTo = after
    } else {
      sums.unpaidLines = 1
    }
    let role = roles.roles(of: line.clinician).role(day: line.serviceDay, logged: line.specialty)
    byRole[Role(clinician: line.clinician, specialty: role.specialty), default: Impact.Sums()] += sums
    let family = codes[Int(line.code)].flatMap { CodeSubsection.index(of: $0) } ?? -1
    byFamily[family, default: Impact.Sums()] += sums
  }

  /// The national amount of a row times everything that its work is multiplied by; nil where the row has no amount.
  private mutating func payment(
    _ credit: LineCredit, _ ledger: DaySlots.Ledger, _ line: ServiceLine, _ setting: Setting, _ session: SessionLine?,
    _ release: ReleaseInfo?
  ) -> Money? {
    guard let index = credit.row, let schedule = ledger.schedule,
      let factor = conversionFactor(release?.effective.first.daysSinceEpoch ?? line.serviceDay),
      let amount = Payment(slots.schedules[schedule].rows[index], in: setting, at: factor)?.amount
    else { return nil }
    return Money(cents: explainer.multiplier(credit, session, line).scaled(amount.cents))
  }

  private mutating func conversionFactor(_ day: Int32) -> ConversionFactor? {
    if let known = factors[day] { return known }
    let date = CalendarDate(daysSinceEpoch: day)
    let found = factor(on: date)
    factors[day] = .some(found)
    return found
  }

  /// The factor of a day; before 2026 qualifying participants had none of their own.
  private func factor(on day: CalendarDate) -> ConversionFactor? {
    let own = qualifying ? library.conversionFactor(.qualifying, on: day) : nil
    return (own ?? library.conversionFactor(.national, on: day))?.factor
  }

  func impact(_ inputs: RunInputs, _ dictionaries: RunDictionaries) -> Impact {
    var clinicians: [Int32: Impact.Sums] = [:]
    var specialties: [Int32: Impact.Sums] = [:]
    var total = Impact.Sums()
    for (role, sums) in byRole {
      clinicians[role.clinician, default: Impact.Sums()] += sums
      specialties[role.specialty, default: Impact.Sums()] += sums
      total += sums
    }
    let names = Dictionary(
      (inputs.roster?.intervals ?? []).filter { !$0.name.isEmpty }.map { ($0.clinicianID, $0.name) }
    ) { first, _ in first }
    func side(_ policy: CreditPolicy, _ info: ReleaseInfo?) -> Impact.Side {
      Impact.Side(
        policy: policy.name, release: info?.release,
        factor: info.flatMap { factor(on: $0.effective.first) })
    }
    let used = Set(slots.slots.flatMap { [$0.pay.schedule, $0.benchmark.schedule] }.compactMap { $0 }).sorted()
    return Impact(
      practice: inputs.job.practice, period: inputs.period, from: side(inputs.pay, infos?.from),
      to: side(inputs.benchmark, infos?.to), adjustments: adjustments, total: total,
      specialties: specialties.map { number, sums in
        let name = number < 0 ? "No specialty" : dictionaries.specialties.text(Int(number))
        return Impact.Row(id: name, name: name, sums: sums)
      }.sorted { $0.id < $1.id },
      clinicians: clinicians.map { number, sums in
        let id = dictionaries.clinicians.text(Int(number))
        return Impact.Row(id: id, name: names[id] ?? id, sums: sums)
      }.sorted { $0.id < $1.id },
      families: byFamily.sorted { $0.key < $1.key }.map { index, sums in
        guard index >= 0 else { return Impact.Row(id: "", name: "Other codes", sums: sums) }
        let family = CodeSubsection.all[index]
        return Impact.Row(id: family.range, name: "\(family.category.title): \(family.title)", sums: sums)
      }, cautions: used.compactMap { slots.schedules[$0].info.caution })
  }
}
