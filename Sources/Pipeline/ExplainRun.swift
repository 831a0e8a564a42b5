import Ingest
import ProductivityModel
import Publishing
import Reporting

/// Explains lines of a job: reads it as a run does, and rebuilds the trail of those asked for.
public enum ExplainRun {
  /// Which lines are asked for; all of them where nothing is said.
  public struct Selection: Sendable {
    /// The clinician's id.
    public var clinicianID: String?
    /// The days of service.
    public var days: DayRange?
    /// The record.
    public var record: SourcePosition?

    /// A selection.
    public init(clinicianID: String? = nil, days: DayRange? = nil, record: SourcePosition? = nil) {
      self.clinicianID = clinicianID
      self.days = days
      self.record = record
    }
  }

  /// The explanations of the lines asked for.
  ///
  /// A clinician's lines are those rendered, and those of which a policy gives the clinician a part.
  ///
  /// - Throws: `InputFailure` where an input cannot be used, `OutputFailure` where a temporary file cannot be written.
  public static func lines(
    of inputs: RunInputs, _ selection: Selection, progress: Progress? = nil
  ) throws -> ExplainedLines {
    var pass = LogPass(memory: Run.memory)
    let ids = pass.enter(inputs.rosterOfAllTimes)
    let directories = inputs.directories
    for log in inputs.logs {
      try pass.read(log, clinicians: directories[log.closing], needs: inputs.needs, rejects: nil, progress: progress)
    }
    let slots = try DaySlots(inputs, pass.dictionaries)
    let explainer = LineExplainer(
      slots: slots, dictionaries: pass.dictionaries, fileNames: inputs.logs.map(\.shown))
    let clinicians = pass.dictionaries.clinicians
    let givesParts = inputs.policies.contains { !$0.attribution.isEmpty }
    var crediting = try Run.crediting(inputs, slots, &pass, ids)
    var found = Found(selection: selection)
    try Run.credit(&pass, &crediting) { lines, crediting throws(OutputFailure) in
      let isOwn = selection.clinicianID.map { $0 == clinicians.text(Int(lines.first?.clinician ?? 0)) } ?? true
      guard isOwn || givesParts else { return }
      crediting.credit(lines)
      crediting.forEachOutcome(of: lines) { line, outcome, sessions, cache in
        var explanation = explainer.explanation(of: line, outcome, sessions, cache)
        if outcome.fate == .outOfPeriod, inputs.logs[Int(line.file)].closing == 0 {
          explanation.closedAs = inputs.closed.first { $0.days.contains(explanation.serviceDate) }?.label
        }
        found.add(line, explanation)
      }
    }
    let name = inputs.roster?.intervals.first { $0.clinicianID == selection.clinicianID && !$0.name.isEmpty }?.name
    return ExplainedLines(
      practice: inputs.job.practice, clinicianID: selection.clinicianID, name: name,
      period: selection.days ?? inputs.period, lines: found.sorted)
  }

  /// The lines found so far, with the lines of their sessions.
  private struct Found {
    private struct Session: Hashable {
      var clinician: Int32
      var patient: UInt64
      var day: Int32
    }

    let selection: Selection
    private var lines: [(session: Session, explanation: LineExplanation)] = []
    private var companions: [Session: [LineExplanation.Companion]] = [:]

    init(selection: Selection) { self.selection = selection }

    mutating func add(_ line: ServiceLine, _ explanation: LineExplanation) {
      let session = Session(clinician: line.clinician, patient: line.patient, day: line.serviceDay)
      if explanation.pay?.place != nil || explanation.benchmark?.place != nil {
        companions[session, default: []].append(
          LineExplanation.Companion(
            code: explanation.code, position: explanation.position,
            pay: LineExplanation.Companion.Place(explanation.pay),
            benchmark: LineExplanation.Companion.Place(explanation.benchmark)))
      }
      if includes(explanation) { lines.append((session, explanation)) }
    }

    private func includes(_ line: LineExplanation) -> Bool {
      if let record = selection.record, record.file != line.position.file || record.line != line.position.line {
        return false
      }
      if let days = selection.days, !days.contains(line.serviceDate) { return false }
      guard let id = selection.clinicianID else { return true }
      let parts = (line.pay?.parts ?? []) + (line.benchmark?.parts ?? [])
      return line.clinicianID == id || parts.contains { $0.clinicianID == id }
    }

    /// The lines by day, file and line, each with the others of its session.
    var sorted: [LineExplanation] {
      lines.sorted {
        ($0.explanation.serviceDate, $0.explanation.position) < ($1.explanation.serviceDate, $1.explanation.position)
      }.map { session, explanation in
        var explanation = explanation
        explanation.companions = (companions[session] ?? []).filter { $0.position != explanation.position }
          .sorted {
            (($0.benchmark ?? $0.pay)?.first ?? 0, $0.position) < (($1.benchmark ?? $1.pay)?.first ?? 0, $1.position)
          }
        return explanation
      }
    }
  }
}
