import Ingest
import ProductivityModel
import Publishing
import Reporting

/// Counts which specialties of a practice use each code, from the logs of its job.
///
/// Lines are read, identified and settled as a run does, so that nothing counts twice and nothing that was taken back
/// counts. What is counted was done, whether or not it has work.
struct PracticeUsage {
  private struct Key: Hashable {
    var code: ProcedureCode
    var specialty: Int32
  }

  private struct Sum {
    var lines = 0
    var units: Int64 = 0
    var clinicians = 0
    var lastClinician: Int32 = -1
  }

  private let roles: RoleDirectory
  private let codes: [ProcedureCode?]
  private var sums: [Key: Sum] = [:]

  private init(roles: RoleDirectory, codes: [ProcedureCode?]) {
    self.roles = roles
    self.codes = codes
  }

  /// The use of codes in a job's period.
  ///
  /// - Throws: `InputFailure` where a log cannot be used, `OutputFailure` where a temporary file cannot be written.
  static func index(of inputs: RunInputs, progress: Progress? = nil) throws -> CodeUsageIndex {
    var pass = LogPass(memory: Run.memory)
    let ids = pass.enter(inputs.rosterOfAllTimes)
    let directories = inputs.directories
    for log in inputs.logs {
      try pass.read(log, clinicians: directories[log.closing], needs: inputs.needs, rejects: nil, progress: progress)
    }
    let slots = try DaySlots(inputs, pass.dictionaries)
    var crediting = try Run.crediting(inputs, slots, &pass, ids)
    let specialties = pass.dictionaries.specialties
    var usage = PracticeUsage(roles: crediting.roles, codes: pass.dictionaries.procedureCodes)
    try Run.credit(&pass, &crediting) { lines, crediting throws(OutputFailure) in
      crediting.credit(lines)
      crediting.forEachOutcome(of: lines) { line, outcome, _, _ in usage.add(line, outcome.fate) }
    }
    return usage.index(of: inputs, specialties: specialties.text, files: pass.inputs)
  }

  private mutating func add(_ line: ServiceLine, _ fate: Fate) {
    switch fate {
    case .rejected, .duplicate, .superseded, .voided, .held, .outOfPeriod: return
    case .excluded, .unpriced, .zeroValued, .credited: break
    }
    guard let code = codes[Int(line.code)] else { return }
    let role = roles.roles(of: line.clinician).role(day: line.serviceDay, logged: line.specialty)
    let key = Key(code: code, specialty: role.specialty)
    var sum = sums[key, default: Sum()]
    sum.lines += 1
    sum.units += line.units
    // One clinician's lines come at a time.
    if sum.lastClinician != line.clinician {
      sum.clinicians += 1
      sum.lastClinician = line.clinician
    }
    sums[key] = sum
  }

  private func index(of inputs: RunInputs, specialties: (Int) -> String, files: [InputFile]) -> CodeUsageIndex {
    var rows: [ProcedureCode: [CodeUsage.Row]] = [:]
    for (key, sum) in sums {
      rows[key.code, default: []].append(
        CodeUsage.Row(
          specialty: key.specialty < 0 ? "No specialty" : specialties(Int(key.specialty)),
          units: Units(tenThousandths: sum.units), lines: sum.lines, clinicians: sum.clinicians))
    }
    return CodeUsageIndex(
      rows: rows,
      basis: "Counted from the logs of \(inputs.job.practice), \(DateWording.period(inputs.period)), after duplicates, "
        + "corrections and reversals. Confidential as the practice's own reports are.",
      inputs: files)
  }
}
