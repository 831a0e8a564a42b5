import Benchmarking
import Compensation
import Crediting
import Ingest
import ProductivityModel
import Reporting

/// Makes a run's results of what plans pay from the work that was added up by clinician and day.
struct CompensationAssembly {
  @Boxed private var inputs: RunInputs
  private let compensation: CompensationInputs
  private let slots: DaySlots
  private let intervals: [String: [RosterInterval]]
  /// The numbers of the clinicians of the logs and the roster, by id.
  private let numbers: [String: Int32]
  private let daily: DailyCredits
  /// The lines of clinicians of whom an employer's lines are known.
  var credited: CreditedLines?
  /// Work by clinician, code and stretch of days.
  var byCode: CodeCredits?
  /// The codes, by number.
  private let codes: [String]
  private let specialties: SpecialtyOfClinician

  init(
    _ inputs: RunInputs, _ compensation: CompensationInputs, slots: DaySlots, dictionaries: RunDictionaries,
    daily: DailyCredits
  ) {
    self.inputs = inputs
    self.compensation = compensation
    self.slots = slots
    self.daily = daily
    codes = (0..<dictionaries.codes.count).map(dictionaries.codes.text)
    specialties = SpecialtyOfClinician(inputs)
    intervals = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    numbers = Dictionary(
      (0..<dictionaries.clinicians.count).map { (dictionaries.clinicians.text($0), Int32($0)) }
    ) { first, _ in first }
  }

  /// The results, with what is wrong of plans, tables and assignments added to the run's findings.
  func results(_ findings: inout FindingCollector) -> CompensationResults {
    var own = FindingCollector()
    for finding in compensation.findings { own.add(finding) }
    let statements = PlanStatements(
      inputs.roster?.intervals ?? [], compensation, period: inputs.period, work: work, findings: &own)
    PlanFindings(inputs: compensation, period: inputs.period)
      .tell(statements, clinicians: Set(intervals.keys), &own)
    var clinicians = statements.paid.map(clinician)
      .inNameOrder { ($0.specialty, $0.name, $0.id) }
    EmployerComparison(compensation, period: inputs.period) { id in
      numbers[id].flatMap { credited?.lines(of: $0) } ?? []
    }.fill(&clinicians, findings: &own)
    let withoutPlan = withoutPlan(Set(clinicians.map(\.id)))
    for clinician in clinicians where clinician.workWithoutPlan != .zero || clinician.linesWithoutPlan > 0 {
      tell(clinician.id, clinician.linesWithoutPlan, clinician.workWithoutPlan, &own)
    }
    for clinician in withoutPlan { tell(clinician.id, clinician.lines, clinician.work, &own) }
    for finding in own.sorted { findings.add(finding) }
    var results = CompensationResults(
      plans: compensation.plans, clinicians: clinicians, period: inputs.period, findings: own.sorted, basis: basis,
      files: compensation.files)
    results.withoutPlan = withoutPlan
    results.unusedPayments = compensation.unusedPayments
    return results
  }

  private func work(of id: String) -> DailyWork? { numbers[id].flatMap { daily.work(of: $0) } }

  private func tell(_ id: String, _ lines: Int, _ work: WorkRVU, _ findings: inout FindingCollector) {
    findings.add(
      Finding(
        .noPlan, at: intervals[id]?.first?.position,
        "clinician \(id) has \(DecimalText.fixed(work.millionths, scale: 6, decimals: 2, grouping: true)) work RVUs from \(CountWording.count(lines, "line")) on days without a plan; nothing is paid for them",
        hint: "name the plan of those days in the roster; nothing, where the clinician has none"), key: id)
  }

  // MARK: Clinicians

  private func clinician(_ paid: PlanStatements.Paid) -> CompensationResults.Clinician {
    let (member, own) = (paid.member, paid.candidate.intervals)
    let told = paid.statements.flatMap { statement in
      member.assignments.compactMap { $0.days.intersection(statement.days) }
    }.compactMap { $0.intersection(inputs.period) }
    let days = told.flatMap(\.everyDay)
    var result = CompensationResults.Clinician(
      id: member.id, name: own.first { !$0.name.isEmpty }?.name ?? member.id,
      specialty: specialties.specialty(of: member.id), statements: paid.statements, member: member,
      daysWithoutPlan: paid.candidate.daysWithoutPlan, days: days.count,
      clinicalFTEMillionths: mean(days, member.time.clinical, member.time.days),
      totalFTEMillionths: paid.candidate.hasTotalFTE ? mean(days, member.time.total, member.time.days) : nil)
    for (offset, work) in member.work.millionths.enumerated() {
      let day = inputs.period.first.advanced(by: offset)
      if told.contains(where: { $0.contains(day) }) { continue }
      if paid.candidate.isFaulty || paid.untold.contains(where: { $0.days.contains(day) }) {
        result.workUntold.millionths += work
        result.linesUntold += Int(member.work.lines[offset])
      } else {
        result.workWithoutPlan.millionths += work
        result.linesWithoutPlan += Int(member.work.lines[offset])
      }
    }
    result.credits = credits(of: member)
    result.codes = numbers[member.id].flatMap { byCode?.work(of: $0, codes: codes) } ?? []
    result.basis = basis(of: result)
    return result
  }

  private func mean(_ days: [CalendarDate], _ fte: [Int32], _ range: DayRange) -> Int64? {
    guard !days.isEmpty else { return nil }
    let sum = days.reduce(Int64(0)) { $0 + Int64(fte[Int($1.daysSinceEpoch - range.first.daysSinceEpoch)]) }
    return Int64(rounded(Int128(sum), over: Int128(days.count)))
  }

  private func withoutPlan(_ known: Set<String>) -> [CompensationResults.WithoutPlan] {
    numbers.sorted { $0.key < $1.key }.compactMap { id, number in
      guard !known.contains(id), let work = daily.work(of: number) else { return nil }
      return CompensationResults.WithoutPlan(
        id: id, lines: work.lines.reduce(0) { $0 + Int($1) },
        work: WorkRVU(millionths: work.millionths.reduce(0, +)))
    }
  }

  // MARK: Basis

  private var basis: [String] {
    var sentences = [
      "Work RVUs are those of the pay ledger by day of service, \(inputs.period.first) to \(inputs.period.last), the last day counted.",
      "Plans are those of \(compensation.file); who has which, and FTE by day, is the roster's\(inputs.roster.map { " (\($0.input.path))" } ?? "").",
    ]
    let tables = compensation.files.filter { !["plans", "policy", "crosswalk"].contains($0.role) }.map(\.name)
    if !tables.isEmpty {
      sentences.append("What plans pay for besides work, and what was paid: \(tables.joined(separator: ", ")).")
    }
    return sentences
  }

  private func basis(of clinician: CompensationResults.Clinician) -> [String] {
    var sentences: [String] = []
    for assignment in clinician.member.assignments {
      guard let days = assignment.days.intersection(inputs.period) else { continue }
      let plan = assignment.plan
      sentences.append(
        "The plan \(plan.id) (\(plan.position)) is in effect on \(PlanMembers.shown(days)).")
    }
    sentences += self.sentences(clinician)
    if let clinical = clinician.clinicalFTEMillionths {
      let total = clinician.totalFTEMillionths.map { ", total \(Self.fte($0))" } ?? ", total not given for every row"
      sentences.append(
        "FTE is the roster's by day, not cut at 1.00: over \(CountWording.count(clinician.days, "day")) under a plan clinical \(Self.fte(clinical)) on average\(total)."
      )
    }
    return sentences
  }

  private static func fte(_ millionths: Int64) -> String { DecimalText.fixed(millionths, scale: 6, decimals: 2) }

  /// Under which policies and releases the clinician's work stands on days under a plan.
  private func credits(of member: PlanMember) -> [CompensationResults.CreditSpan] {
    guard let number = numbers[member.id] else { return [] }
    var spans: [(policy: String, vintage: String, releases: [String], days: [CalendarDate])] = []
    let days = member.assignments.compactMap { $0.days.intersection(inputs.period) }.flatMap(\.everyDay).sorted()
    for day in days {
      guard let terms = slots.payTerms(of: number, on: day) else { continue }
      let policy = PlanPolicies.plainName(of: terms.policy)
      let vintage = inputs.vintage(of: terms.policy).description
      if spans.last?.policy != policy || spans.last?.vintage != vintage { spans.append((policy, vintage, [], [])) }
      spans[spans.count - 1].days.append(day)
      if let release = terms.release, !spans[spans.count - 1].releases.contains(release) {
        spans[spans.count - 1].releases.append(release)
      }
    }
    return spans.map {
      CompensationResults.CreditSpan(
        days: PlanDays.runs($0.days), policy: $0.policy, vintage: $0.vintage, releases: $0.releases)
    }
  }

  /// Which release values a line, after "the release".
  private static func valued(by vintage: String) -> String {
    switch Vintage(vintage) {
    case .serviceDate: "of its day of service"
    case .postDate: "of the day on which it was posted"
    case .survey: "of the survey's year"
    case .frozen, nil: "that is agreed on for every day"
    }
  }

  private func sentences(_ clinician: CompensationResults.Clinician) -> [String] {
    var sentences = clinician.credits.map { span in
      let when =
        clinician.credits.count == 1 ? "" : " on \(span.days.map(PlanMembers.shown).joined(separator: ", "))"
      let releases =
        span.releases.isEmpty
        ? "" : ", fee schedule release\(span.releases.count == 1 ? "" : "s") \(span.releases.joined(separator: ", "))"
      return
        "Work RVUs\(when) are pay work RVUs under the policy \(span.policy), each line valued by the release \(Self.valued(by: span.vintage))\(releases)."
    }
    for row in inputs.assignments?.rows ?? [] where row.subject == .clinician(clinician.id) {
      guard clinician.credits.flatMap(\.days).flatMap(\.everyDay).contains(where: { row.days.contains($0) }) else {
        continue
      }
      sentences.append(
        "The clinician's own row in \(row.position) gives the policy \(row.policy), and goes before what the plan names."
      )
    }
    return sentences
  }
}
