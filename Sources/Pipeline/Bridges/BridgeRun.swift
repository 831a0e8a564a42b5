import Benchmarking
import Ingest
import MedicareFees
import ProductivityModel
import Publishing
import Reporting

/// Tells what makes the difference in work RVUs between two periods of a job's lines, or between a clinician and the median of
/// the peers.
public enum BridgeRun {
  /// What is compared with what.
  public struct Comparison: Sendable {
    /// The period from which a change is told.
    public var from: DayRange
    /// The period to which it leads.
    public var to: DayRange
    /// The policies of the two, by name or path; nil for the job's own in both.
    public var policies: (from: String, to: String)?
    /// Which ledger's figures, and its policy where none are given.
    public var ledger: Bridge.Ledger

    /// A comparison.
    public init(
      from: DayRange, to: DayRange, policies: (from: String, to: String)? = nil, ledger: Bridge.Ledger = .benchmark
    ) {
      self.from = from
      self.to = to
      self.policies = policies
      self.ledger = ledger
    }
  }

  /// The bridge from one period to another.
  ///
  /// - Parameter clinician: whose; nil for everyone's.
  /// - Throws: `InputFailure` where an input cannot be used or nobody has the id, `OutputFailure` where a temporary file
  ///   cannot be written.
  public static func bridge(
    of job: RunInputs, _ comparison: Comparison, clinician: String? = nil, progress: Progress? = nil
  ) throws -> Bridge {
    let inputs = try job.bridging(comparison.ledger, comparison.policies)
    let pair = PeriodPair(from: try job.counted(comparison.from), to: try job.counted(comparison.to))
    let reading = try BridgeReading(inputs, pair, progress)
    if let clinician { try check(clinician, among: reading.roles.map(\.id), job) }
    return bridge(reading, pair, of: job, comparison.ledger, clinician: clinician)
  }

  /// The bridge between the two periods of a reading.
  static func bridge(
    _ reading: BridgeReading, _ pair: PeriodPair, of job: RunInputs, _ ledger: Bridge.Ledger, clinician: String? = nil
  ) -> Bridge {
    let roles = reading.roles.filter { clinician == nil || $0.id == clinician }
    let rows = roles.map { role in
      Bridge.Row(
        id: role.id, name: reading.name(of: role.id), specialty: role.specialty,
        from: reading.part(role.id, role.specialty, .from), to: reading.part(role.id, role.specialty, .to),
        timeGap: reading.timeGap(role.id, role.specialty, .from) ?? reading.timeGap(role.id, role.specialty, .to))
    }
    let names = (from: BridgeWording.name(of: pair.from), to: BridgeWording.name(of: pair.to))
    var bridge = Bridge(
      kind: .periods, practice: job.job.practice, ledger: ledger,
      from: reading.side(.from, named: names.from), to: reading.side(.to, named: names.to), rows: rows,
      name: clinician.map(reading.name) ?? job.job.practice, isOne: clinician != nil, families: family,
      minimumPeers: job.job.minimumPeers, hasRoster: job.roster != nil, findings: reading.findings,
      cautions: reading.cautions)
    bridge.capsAtFull = job.job.time.rules.capsAtFull
    return bridge
  }

  /// The bridge from the median of a clinician's peers to the clinician, in the job's period.
  ///
  /// The median peer is the other of the specialty whose annualised benchmark work RVUs per clinical FTE are in the middle, the
  /// lower of two. The others are those whom a run ranks: a split role is ranked in none of its specialties. Who it is is told nowhere.
  ///
  /// - Parameter specialty: which, where the clinician has several.
  /// - Throws: `InputFailure` where an input cannot be used, nobody has the id, or the others are fewer than the job shows;
  ///   `OutputFailure` where a temporary file cannot be written.
  public static func bridge(
    toPeersOf clinician: String, specialty: String?, of job: RunInputs, ledger: Bridge.Ledger,
    progress: Progress? = nil
  ) throws -> Bridge {
    let results = try Run.execute(job, version: programVersion, progress: progress).results
    try check(clinician, among: results.clinicians.map(\.id), job)
    let own = results.clinicians.filter { role in
      role.id == clinician && specialty.map { $0.lowercased() == role.specialty.lowercased() } ?? true
    }
    guard let role = own.first, own.count == 1 else {
      let names = results.clinicians.filter { $0.id == clinician }.map { StandingWording.specialty($0.specialty) }
      throw InputFailure(
        job.job.path, "\(clinician) has \(CountWording.list(names))", hint: "name one of them: --specialty SPECIALTY",
        isUsage: true)
    }
    let others = results.clinicians.filter {
      $0.specialty == role.specialty && $0.id != clinician && $0.isRanked
    }.sorted { ($0.annualizedPerFTE ?? .zero, $0.id) < ($1.annualizedPerFTE ?? .zero, $1.id) }
    guard others.count >= job.job.minimumPeers, !others.isEmpty else {
      throw InputFailure(
        job.job.path,
        "\(CountWording.count(others.count, "other")) of \(StandingWording.specialty(role.specialty)) \(others.count == 1 ? "is" : "are") ranked there (with an annualised figure, and not in a split role), and the median of fewer than \(max(1, job.job.minimumPeers)) is not shown",
        hint: "compare with another period of the clinician: --from PERIOD --to PERIOD")
    }
    let peer = others[(others.count - 1) / 2]
    let inputs = try job.bridging(ledger, nil)
    let reading = try BridgeReading(inputs, PeriodPair(from: job.period, to: job.period), progress)
    let to = reading.part(clinician, role.specialty, .to)
    guard !to.isEmpty else {
      throw InputFailure(job.job.path, "\(clinician) has no services with work in \(job.period)")
    }
    let from = reading.part(peer.id, peer.specialty, .from)
    let few = families(of: [from, to], fewerThan: job.job.minimumPeers) { family in
      others.count { reading.part($0.id, $0.specialty, .from).families[family] != nil }
    }
    let row = Bridge.Row(
      id: clinician, name: role.name, specialty: role.specialty,
      from: from.merging(few, into: BridgeCrediting.few), to: to.merging(few, into: BridgeCrediting.few),
      timeGap: reading.timeGap(clinician, role.specialty, .to))
    var bridge = Bridge(
      kind: .medianPeer, practice: job.job.practice, ledger: ledger,
      from: reading.side(.from, named: "the median peer"), to: reading.side(.to, named: role.name), rows: [row],
      name: role.name, isOne: true, families: family, peerCount: others.count, minimumPeers: job.job.minimumPeers,
      hasRoster: job.roster != nil,
      findings: reading.findings, cautions: reading.cautions)
    bridge.capsAtFull = job.job.time.rules.capsAtFull
    bridge.hidesFamilies = !few.isEmpty
    return bridge
  }

  /// The families of some parts in which fewer than so many have services.
  private static func families(
    of parts: [BridgePart], fewerThan minimum: Int, count: (Int) -> Int
  ) -> Set<Int> {
    Set(parts.flatMap(\.families.keys).filter { count($0) < minimum })
  }

  private static func check(_ clinician: String, among ids: [String], _ job: RunInputs) throws(InputFailure) {
    let known = Set(ids).sorted()
    guard !known.contains(clinician) else { return }
    throw InputFailure(
      job.job.path, "nobody with the id \(clinician) has services with work",
      hint: SpellingSuggestion.nearest(to: clinician, in: known).map { "did you mean \($0)?" }
        ?? "the ids are: \(known.prefix(30).joined(separator: ", "))", isUsage: true)
  }

  private static func family(_ number: Int) -> (range: String, name: String) {
    if number == BridgeCrediting.attributed { return ("", "Credit given to or by others") }
    if number == BridgeCrediting.few { return ("", "Families that few of the others have") }
    guard CodeSubsection.all.indices.contains(number) else { return ("", "Other codes") }
    let family = CodeSubsection.all[number]
    return (family.range, "\(family.category.title): \(family.title)")
  }
}
