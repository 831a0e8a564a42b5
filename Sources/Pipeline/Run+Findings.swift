import Ingest
import ProductivityModel
import Reporting

/// What a run has to tell of its files and records.
extension Run {
  static func tellFiles(
    _ inputs: RunInputs, _ crediting: borrowing PartitionCrediting, _ teller: CreditFindings,
    _ findings: inout FindingCollector
  ) {
    let policies = inputs.policies
    let ranks = policies.contains { $0.multipleProcedures != nil }
    let ranksByTotal = policies.contains { $0.multipleProcedures?.rankBy == .totalRVU }
    for (number, file) in crediting.files.enumerated() {
      if file.blankPlaces.lines > 0, ranksByTotal {
        findings.add(
          Finding(
            .blankPlace, at: teller.position(file.blankPlaces.firstRecord),
            "place of service is blank; the lines rank as in a facility", hint: "fill in place_of_service",
            count: file.blankPlaces.lines), key: inputs.logs[number].shown)
      }
      if file.withoutPatient.lines > 0, ranks {
        findings.add(
          Finding(
            .noPatient, at: teller.position(file.withoutPatient.firstRecord),
            "lines have no patient_id; several procedures of a session are not ranked and each is credited in full",
            hint: "add patient_id to the extract: it is used as a key and never shown", count: file.withoutPatient.lines
          ),
          key: inputs.logs[number].shown)
      }
    }
  }

  static func tellReversals(
    _ crediting: borrowing PartitionCrediting, _ teller: CreditFindings, _ findings: inout FindingCollector
  ) {
    let hint = "look for the original in an extract that the job does not read"
    if crediting.orphans.lines > 0 {
      findings.add(
        Finding(
          .orphanReversal, at: teller.position(crediting.orphans.firstRecord),
          "a reversal has no line with the same clinician, patient, date, code, modifiers, place and units; it is held",
          hint: hint, count: crediting.orphans.lines))
    }
    if crediting.reversedDays.lines > 0 {
      findings.add(
        Finding(
          .orphanReversal, at: teller.position(crediting.reversedDays.firstRecord),
          "everything of a clinician, patient and day is reversed and nothing of it stands; it counts as its exact negative",
          hint: hint, count: crediting.reversedDays.lines))
    }
  }

  static func tellClaims(
    _ crediting: borrowing PartitionCrediting, _ loneReplacements: [UInt64], _ teller: CreditFindings,
    _ findings: inout FindingCollector
  ) {
    let hint = "add the file that has the original; files are read in the order of the job, those of a pattern by name"
    if let held = crediting.heldClaims[.loneVoid] {
      findings.add(
        Finding(
          .orphanReversal, at: teller.position(held.firstRecord),
          "a claim voids one with its number and patient that is not here before it; its lines are held", hint: hint,
          count: held.lines))
    }
    if let held = crediting.heldClaims[.undecidedClaim] {
      findings.add(
        Finding(
          .undecidedClaim, at: teller.position(held.firstRecord),
          "a claim replaces or voids one with its number and patient, and it cannot be told which; its lines are held",
          hint: "none of its number has a day in common with it, or several alike have: give each claim its own number",
          count: held.lines))
    }
    if let first = loneReplacements.first {
      findings.add(
        Finding(
          .loneReplacement, at: teller.position(first),
          "a claim replaces one with its number and patient that is not here before it; its lines count", hint: hint,
          count: loneReplacements.count))
    }
  }

  /// Two files with the same bytes, packed or not, are one file twice: the second's records are all duplicates.
  ///
  /// - Parameter contents: what tells the content of each from that of others. What was closed is mostly there today too, which is
  ///   another content: that is no fault.
  static func tellRepeatedFiles(_ logs: [InputFile], _ contents: [String], _ findings: inout FindingCollector) {
    var first: [String: String] = [:]
    for (log, content) in zip(logs, contents) {
      guard let earlier = first[content] else {
        first[content] = log.name
        continue
      }
      findings.add(
        Finding(
          .repeatedFile, at: SourcePosition(file: log.name), "the file has the same content as \(earlier)",
          hint: "take one of them out of the job; its lines count once"))
    }
  }

  /// Work that is not in the logs makes every rate too low.
  static func tellGaps(_ gaps: [DayRange], _ period: DayRange, _ findings: inout FindingCollector) {
    guard let last = gaps.last else { return }
    let through = last.last == period.last ? last.first.advanced(by: -1) : nil
    findings.add(
      Finding(
        .daysWithoutLines,
        "the logs have no line of \(CountWording.list(gaps.map { "\($0.first) to \($0.last)" })), which count in every rate all the same",
        hint: "add the logs of these days" + (through.map { "; or count to the last one with `through: \($0)`" } ?? ""))
    )
  }

  static func tellEmptyLogs(_ control: [ControlTotals], _ findings: inout FindingCollector) {
    for file in control where file.records == 0 {
      findings.add(
        Finding(
          .emptyLog, at: SourcePosition(file: file.file), "the log has a header and no records",
          hint: "see whether the extract ran, and for which days"))
    }
  }

  /// Tells of line ids that other lines have: what is replaced by mistake is not credited.
  ///
  /// - Parameter records: those that are replaced, in the order of the input.
  static func tellReusedIDs(
    _ records: [UInt64], _ teller: CreditFindings, _ findings: inout FindingCollector
  ) {
    for records in Dictionary(grouping: records, by: { $0 >> 32 }).sorted(by: { $0.key < $1.key }).map(\.value) {
      let first = teller.position(records[0])
      findings.add(
        Finding(
          .reusedLineID, at: first,
          "lines are replaced by a later line with the same line id, and with another clinician, patient and day",
          hint: "where ids begin anew in each file, leave line_id out, by a column map or from the file",
          count: records.count),
        key: first.file)
    }
  }

  static func tellIdentity(
    _ control: [ControlTotals], _ crediting: borrowing PartitionCrediting, _ teller: CreditFindings,
    comparesEarlier: Bool, hasClosedDays: Bool, _ findings: inout FindingCollector
  ) {
    let outside =
      "lines have a service date outside the period"
      + (hasClosedDays ? ", or on a day that counts as it was closed" : "")
    let kinds: [(problem: Problem, fate: Fate, message: String)] = [
      (.repeatedLine, .duplicate, "lines repeat a line that is already there; each counts once"),
      (
        .correctedLine, .superseded,
        "lines are replaced by a later line with the same line id, or by a later claim"
      ),
      (
        .outOfPeriod, .outOfPeriod,
        comparesEarlier ? outside + "; those before it serve only to compare it with earlier months" : outside
      ),
    ]
    for (number, file) in control.enumerated() {
      for kind in kinds where file[kind.fate] > 0 {
        let first = crediting.files[number].firstRecord(kind.fate).map(teller.position)
        findings.add(
          Finding(kind.problem, at: first ?? SourcePosition(file: file.file), kind.message, count: file[kind.fate]),
          key: file.file)
      }
    }
  }
}
