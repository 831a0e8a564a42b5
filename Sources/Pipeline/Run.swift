import Crediting
import Ingest
import MedicareFees
import ProductivityModel
import Publishing
import Rendering
import Reporting
import Threads

/// One run of a job: the order of the stages, and nothing else.
public enum Run {
  /// The most bytes of lines held in memory before they go to a temporary file.
  static let memory = 64 << 20

  /// What a run gives.
  public struct Outcome: Sendable {
    /// The results.
    public var results: RunResults
    /// The paths of the files that were written, relative to the output folder; none without an output.
    public var files: [String]
    /// The run's number in the ledger; nil where none keeps it.
    public var number: Int64?
  }

  /// Reads, credits and compares; writes and publishes reports where an output is given.
  ///
  /// - Parameters:
  ///   - inputs: the job and what it names.
  ///   - output: the folder to be replaced; nil to write nothing.
  ///   - version: the program's version, for the manifest.
  ///   - recorder: what enters the run in a ledger; nil for none.
  /// - Throws: `InputFailure` where an input cannot be used, `OutputFailure` where something cannot be written; nothing
  ///   has then been replaced.
  public static func execute(
    _ inputs: RunInputs, output: StagedOutput? = nil, version: String, recorder: RunRecorder? = nil,
    progress: Progress? = nil
  ) throws -> Outcome {
    try execute(inputs, output: output, version: version, recorder: recorder, progress: progress, memory: memory)
  }

  /// Runs in a given memory: whatever it is, the results are the same.
  static func execute(
    _ inputs: RunInputs, output: StagedOutput?, version: String, recorder: RunRecorder? = nil, progress: Progress?,
    memory: Int
  ) throws -> Outcome {
    let rejects = try output.map { output throws(OutputFailure) in try RejectFile(output) }
    var pass = LogPass(memory: memory)
    let ids = pass.enter(inputs.rosterOfAllTimes)
    let directories = inputs.directories
    for log in inputs.logs {
      try pass.read(
        log, clinicians: directories[log.closing], needs: inputs.needs, rejects: rejects, progress: progress)
    }
    try rejects?.close()
    if output != nil { try refuse(RejectShare.findings(inputs, pass), pass) }
    let slots = try DaySlots(inputs, pass.dictionaries)

    progress?.report("crediting")
    var crediting = try crediting(inputs, slots, &pass, ids)
    let feeReleases = try inputs.feeReleases()
    let recent = inputs.recentDays
    let keepsLines =
      inputs.compensation?.releases != nil || feeReleases != nil || creditsEarlier(recent, inputs, pass)
    if inputs.needs.contains(.sourceRVU) {
      crediting.reconciliation = try SourceReconciliation(inputs, pass.dictionaries)
    }
    if let plans = inputs.compensation, !plans.employerLines.isEmpty {
      crediting.credited = try CreditedLines(inputs, plans, pass.dictionaries)
    }
    var written: [String] = output == nil ? [] : [RejectFile.path]
    var trail: [ManifestOutput] = []
    if let output, inputs.job.writesCredits {
      let explainer = LineExplainer(
        slots: slots, dictionaries: pass.dictionaries, fileNames: inputs.logs.map(\.shown))
      let lines = LineTrail(explainer, threads: Workers.count)
      try creditAll(&pass, &crediting, keepsLines: keepsLines, trail: lines)
      trail = try lines.write(to: output)
    } else {
      try creditAll(&pass, &crediting, keepsLines: keepsLines)
    }
    FreedMemory.giveBack()

    let rulings = crediting.rulings
    var comparison: Recent?
    if let recent {
      progress?.report("crediting earlier months")
      comparison = Recent(
        days: recent,
        earlier: try EarlierCrediting(recent, inputs, &pass, ids, rulings: rulings, sharing: slots))
    }
    var results = try results(inputs, slots, &pass, crediting, comparison)
    FreedMemory.giveBack()
    if comparison != nil, inputs.needsLastYear {
      (results.lastYear, results.lastYearGap) = try LastYear.bridge(
        inputs, &pass, ids, rulings: rulings, sharing: slots)
    }
    if let plans = inputs.compensation, let releases = plans.releases {
      let change = try FeeChangeCrediting(
        inputs, plans, releases, &pass, ids, rulings: rulings, sharing: slots)
      results.compensation?.feeChange = change.result
      results.inputs += change.files.filter { !results.inputs.contains($0) }
    }
    if let feeReleases {
      let crediting = try ImpactCrediting(
        inputs, ImpactRun.Comparison(releases: (feeReleases.from, feeReleases.to), policies: nil), &pass, ids,
        rulings: rulings, sharing: slots, keepsLines: true)
      results.feeImpact = crediting.result
      results.feeImpact?.reason = feeReleases.reason
      results.inputs += crediting.files.filter { !results.inputs.contains($0) }
    }
    if keepsLines { pass.clearLines() }
    written += try compareClosed(
      inputs, &results, output: output, version: version, progress: progress, memory: memory)
    guard let output else { return Outcome(results: results, files: []) }
    let others = written + trail.map(\.path)
    progress?.report("writing reports")
    let reports = Set(inputs.job.reports.compactMap(ReportKind.init(rawValue:)))
    let formats = Set(inputs.job.formats.compactMap(ReportFormat.init(rawValue:)))
    let paper = PaperSize(rawValue: inputs.job.paper.rawValue) ?? .letter
    let files = RenderedOutput(output)
    try renderRun(
      results, reports: reports, formats: formats, version: version, paper: paper, otherDataFiles: others, to: files)
    if inputs.job.splitsByClinician {
      try renderEditions(of: results, reports: reports, formats: formats, version: version, paper: paper, to: files)
    }
    let rendered = try files.finish()
    let manifest = Manifest(results, inputs, version: version)
    try output.write(
      "manifest.json", try manifest.bytes(rendered: rendered + trail, others: written, in: output.staging))
    try inputs.inbox?.checkUnchanged()
    var outcome = Outcome(results: results, files: (others + rendered.map(\.path) + ["manifest.json"]).sorted())
    if let recorder {
      outcome.number = try recorder.publish(output, results, inputs, version: version)
    } else {
      try output.publish()
    }
    return outcome
  }

  /// Whether lines are credited again, for the months and the year before.
  private static func creditsEarlier(_ recent: RecentDays?, _ inputs: RunInputs, _ pass: borrowing LogPass) -> Bool {
    guard let recent else { return false }
    return EarlierCrediting.days(recent, inputs, pass) != nil
      || inputs.needsLastYear && LastYear.pair(recent, inputs, pass) != nil
  }

  /// Stops a run that would replace reports by what a log with too many rejects gives.
  private static func refuse(_ tooMany: [Finding], _ pass: borrowing LogPass) throws(InputFailure) {
    guard let first = tooMany.first, let file = first.position?.file else { return }
    let frequent = pass.findings.sorted.filter { $0.position?.file == file && $0.severity == .error }
      .max { $0.count < $1.count }
    throw InputFailure(
      file, first.message + (tooMany.count > 1 ? "; so it is with \(tooMany.count - 1) more of the logs" : ""),
      hint: frequent.map {
        "most are [\($0.problem.rawValue)], first at \($0.position?.description ?? file): \($0.message); "
          + "rvubench check tells all"
      })
  }

  private static func results(
    _ inputs: RunInputs, _ slots: DaySlots, _ pass: inout LogPass, _ crediting: consuming PartitionCrediting,
    _ comparison: Recent?
  ) throws(InputFailure) -> RunResults {
    let tallies = crediting.attributedTallies
    let countable = CountableWork(inputs, pass)
    try countable.check(tallies)
    let rates = ChargeRates(tallies)
    try countable.check(rates, tallies)
    if let earlier = comparison?.earlier { try countable.check(rates, earlier.tallies) }
    if let reconciliation = crediting.reconciliation { try countable.check(reconciliation) }
    var findings = pass.findings
    for finding in inputs.findings + RejectShare.findings(inputs, pass) { findings.add(finding) }
    let teller = CreditFindings(
      slots: slots, dictionaries: pass.dictionaries, fileNames: inputs.logs.map(\.shown),
      policies: (inputs.pay, inputs.benchmark), hasAssignments: inputs.assignments != nil)
    let unpriced = teller.tell(crediting.cache, &findings)
    var releaseLines = [Int](repeating: 0, count: slots.schedules.count)
    for (slot, lines) in crediting.cache.linesOfSlots.enumerated() {
      if let schedule = slots.slots[slot].pay.schedule { releaseLines[schedule] += lines }
    }
    let releases = slots.schedules.indices
      .sorted { slots.schedules[$0].info.effective.first < slots.schedules[$1].info.effective.first }
      .map {
        var use = ReleaseUse(
          release: slots.schedules[$0].info.release, title: slots.schedules[$0].info.title, lines: releaseLines[$0])
        use.isReexported = slots.schedules[$0].info.caution != nil
        return use
      }
    for schedule in slots.schedules {
      if let caution = schedule.info.caution {
        findings.add(Finding(.reexportedRelease, caution, hint: "rvubench fees import FILE reads CMS's own file"))
      }
    }
    if let gap = inputs.feeReleaseGap { findings.add(gap) }
    if inputs.roster == nil {
      findings.add(
        Finding(
          .noRoster, "there is no roster: each clinician's FTE is taken as 1.00, and every figure says so",
          hint: "name a roster in the job, with each clinician's clinical FTE by interval"))
    }
    var control: [ControlTotals] = []
    for (number, input) in pass.inputs.enumerated() {
      control.append(controlTotals(input, pass.files[number], crediting.files[number]))
    }
    tellFiles(inputs, crediting, teller, &findings)
    tellRepeatedFiles(pass.inputs, pass.contents, &findings)
    tellIdentity(
      control, crediting, teller, comparesEarlier: comparison?.earlier != nil, hasClosedDays: !inputs.closed.isEmpty,
      &findings)
    // A log of closed days need not have any of them.
    control = zip(control, inputs.logs).filter { $0.records > 0 || $1.closing == 0 }.map(\.0)
    tellReusedIDs(pass.linesOfReusedIDs, teller, &findings)
    tellEmptyLogs(control, &findings)
    let daysWithoutLines = pass.serviceDays.gaps(in: inputs.period)
    tellGaps(daysWithoutLines, inputs.period, &findings)
    tellReversals(crediting, teller, &findings)
    tellClaims(crediting, pass.loneReplacements, teller, &findings)
    teller.tellSessions(crediting.flags, &findings)
    teller.tellAnesthesia(crediting.anesthesia, &findings)
    teller.tellTransfers(crediting.transfers, &findings)
    var compensation: CompensationResults?
    if let plans = inputs.compensation, let daily = crediting.daily.pay {
      var assembly = CompensationAssembly(
        inputs, plans, slots: slots, dictionaries: pass.dictionaries, daily: daily)
      assembly.credited = crediting.credited
      assembly.byCode = crediting.byCode
      compensation = assembly.results(&findings)
    }
    var assembly = ResultsAssembly(
      inputs, slots: slots, dictionaries: pass.dictionaries, releases: releases,
      daysWithoutLines: daysWithoutLines, findings: findings)
    let (transfers, reconciliation) = (crediting.transfers, crediting.reconciliation?.result(position: teller.position))
    // The sums live on in the results, and the combinations have told what they had to.
    _ = consume crediting
    FreedMemory.giveBack()
    let pieces = inputs.pieces
    let recent = comparison.map { comparison in
      RecentSums(
        comparison.days, inputs, own: tallies, earlier: comparison.earlier, rates: rates,
        pass.dictionaries, beginning: pass.serviceDays.beginning(before: inputs.period))
    }
    return assembly.assemble(
      tallies: rates.valued(RoleTally.byCalendarMonth(consume tallies, pieces)), recent: recent, control: control,
      unpriced: unpriced, transfers: transfers, reconciliation: reconciliation, compensation: compensation,
      files: inputs.files + slots.files + pass.inputs, position: teller.position)
  }

  /// What a run is compared with beside its period.
  private struct Recent {
    var days: RecentDays
    /// The lines before the period; nil where there are none.
    var earlier: EarlierCrediting?
  }

  private static func controlTotals(_ input: InputFile, _ read: FileTally, _ credited: FileTally) -> ControlTotals {
    var totals = ControlTotals(file: input.name, sha256: input.sha256)
    totals.records = read.records
    totals.counts = zip(read.counts, credited.counts).map { $0 + $1 }
    totals.units = Units(tenThousandths: read.units)
    totals.charge = Money(cents: read.charge)
    totals.otherRows = read.otherRows
    return totals
  }
}
