import Crediting
import Ingest
import ProductivityModel

extension RunInputs {
  /// The same inputs with closed days as they were closed.
  ///
  /// - Throws: `InputFailure` where there are more logs than a run can hold.
  public func keeping(_ closed: [ClosedDays]) throws(InputFailure) -> RunInputs {
    guard !closed.isEmpty else { return self }
    let count = closed.reduce(logs.count) { $0 + $1.inputs.logs.count }
    guard count <= Int(UInt16.max), closed.count < Int(UInt8.max) else {
      throw InputFailure(
        job.path, "has \(count) logs with those of \(closed.count) closed periods, more than a run can hold",
        hint: "give the job a shorter period")
    }
    var copy = self
    copy.closed = closed
    for index in closed.indices {
      copy.closed[index].inputs = named(closed[index].inputs, as: closed[index].label, &copy.crosswalks)
      copy.logs += closed[index].logs.map { log in
        var log = log
        log.closing = index + 1
        log.closedDays = closed[index].days
        return log
      }
    }
    copy.roster?.intervals = ClosedRoster.merged(
      roster?.intervals ?? [],
      closed.compactMap { period in period.inputs.roster.map { (period.days, $0.intervals) } })
    return copy
  }

  /// The same inputs as if nothing were closed.
  func reopened() -> RunInputs {
    var copy = self
    copy.closed = []
    copy.logs = logs.filter { $0.closing == 0 }
    copy.roster = ownRoster
    return copy
  }

  /// The same inputs with lines of closed days as they were closed, and credited as all others: for what compares policies or
  /// releases.
  func creditingAllAlike() -> RunInputs {
    var copy = self
    copy.keepsTerms = false
    return copy
  }

  /// The closed days whose policies and releases are those of the time when they were closed.
  var closedTerms: [ClosedDays] { keepsTerms ? closed : [] }

  /// The roster's rows with those of the time when days were closed: whoever and whatever specialty may have a line.
  var rosterOfAllTimes: Roster? {
    let rosters = [roster].compactMap { $0 } + closed.compactMap(\.inputs.roster)
    guard var all = rosters.first else { return nil }
    all.intervals = rosters.flatMap(\.intervals)
    return all
  }

  /// By what clinicians are found in a log: by today's roster, or that of the time when its days were closed.
  var directories: [ClinicianDirectory?] {
    [roster.map { ClinicianDirectory($0.intervals) }]
      + closed.map { $0.inputs.roster.map { ClinicianDirectory($0.intervals) } }
  }

  /// Inputs whose policies have names of their own, where today's of the same name are others.
  private func named(
    _ inputs: RunInputs, as label: String, _ crosswalks: inout [String: Crosswalk]
  ) -> RunInputs {
    let own = Dictionary(policies.map { ($0.name, $0) }) { first, _ in first }
    var copy = inputs
    func name(_ policy: CreditPolicy) -> CreditPolicy {
      let crosswalk = inputs.crosswalks[policy.name]
      guard own[policy.name].map({ $0 != policy }) ?? false || crosswalk != self.crosswalks[policy.name] else {
        return policy
      }
      var renamed = policy
      renamed.name = "\(policy.name) (\(label))"
      crosswalks[renamed.name] = crosswalk
      return renamed
    }
    copy.pay = name(inputs.pay)
    copy.benchmark = name(inputs.benchmark)
    copy.assigned = inputs.assigned.mapValues(name)
    return copy
  }
}
