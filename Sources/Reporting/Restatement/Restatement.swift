import ProductivityModel

/// What changed in a period since an earlier run of it: line by line and by cause, and what it does to sums, placements and pay.
///
/// A pure function of the two runs. The causes of a clinician's month add up, to the last millionth, from what the earlier run
/// said to what the later one says.
public struct Restatement: Sendable {
  /// A line that changed: what it was, what it is, and why it earns something else.
  public struct Line: Hashable, Sendable {
    /// The line as it was; nil for one that was not there.
    public var earlier: RecordedLine?
    /// The line as it is; nil for one that is not there any more.
    public var later: RecordedLine?
    /// The file and line as messages give them, of the later run where it has the line.
    public var position: SourcePosition
    /// Why the pay ledger changed; nil where it did not.
    public var payCause: RestatementCause?
    /// Why the benchmark ledger changed; nil where it did not.
    public var benchmarkCause: RestatementCause?
    /// What of the change of the pay ledger another release makes, where ``payCause`` makes the rest.
    public var payRelease: WorkRVU?
    /// The same of the benchmark ledger.
    public var benchmarkRelease: WorkRVU?

    /// What it earned.
    public var before: LedgerPair { earlier?.credit ?? LedgerPair() }
    /// What it earns.
    public var after: LedgerPair { later?.credit ?? LedgerPair() }
    /// The causes, each once.
    public var causes: [RestatementCause] {
      let release: RestatementCause? = payRelease != nil || benchmarkRelease != nil ? .release : nil
      return [payCause, benchmarkCause, release].compactMap { $0 }.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    }
  }

  /// Sums before and after, and what makes the difference.
  public struct Sums: Hashable, Sendable {
    /// What the earlier run said.
    public var earlier = LedgerPair()
    /// What the later run says.
    public var later = LedgerPair()
    /// What each cause makes of the difference; those without effect on anybody are not there.
    public var causes: [RestatementCause: LedgerPair] = [:]

    /// Nothing.
    public init() {}

    /// The difference.
    public var change: LedgerPair { later - earlier }

    /// Adds other sums.
    static func += (a: inout Self, b: Self) {
      a.earlier += b.earlier
      a.later += b.later
      for (cause, effect) in b.causes { a.causes[cause, default: LedgerPair()] += effect }
    }
  }

  /// A clinician's month.
  public struct Month: Hashable, Sendable {
    /// The month.
    public var month: YearMonth
    /// The clinician's id.
    public var clinician: String
    /// Its sums.
    public var sums: Sums
  }

  /// A clinician's role before and after, where something of it that matters changed.
  public struct Role: Hashable, Sendable {
    /// The role as it was; nil where it was not there.
    public var earlier: RecordedRun.Role?
    /// The role as it is; nil where it is not there any more.
    public var later: RecordedRun.Role?
  }

  /// A clinician's pay before and after.
  public struct Pay: Hashable, Sendable {
    /// The clinician's id.
    public var clinician: String
    /// What the plans paid.
    public var before: Money?
    /// What they pay; nil on either side for one without a statement there.
    public var after: Money?

    /// The difference; nil where one side has no statement.
    public var difference: Money? { before.flatMap { before in after.map { $0 - before } } }
  }

  /// The earlier run, without its lines.
  public let earlier: RecordedRun
  /// The later run, without its lines.
  public let later: RecordedRun
  /// The days of which lines and months are told; placements and pay are of all days of the runs.
  public let period: DayRange
  /// Lines that earn something else, by place.
  public let lines: [Line]
  /// Lines that are new, gone or others, and earn what they did.
  public let linesWithoutEffect: Int
  /// Lines that are what they were, are valued by another release or rule, and earn what they did.
  public let linesValuedOtherwise: Int
  /// Lines that are the same in everything.
  public let unchangedLines: Int
  /// Months of clinicians with sums that changed, by clinician and month.
  public let months: [Month]
  /// The sums of all.
  public let total: Sums
  /// Roles whose time, specialty, placement or rank changed, by clinician.
  public let roles: [Role]
  /// Pay that changed, by clinician; nil where one of the runs has no statements.
  public let pay: [Pay]?

  /// What changed from one run to another of the same days.
  ///
  /// - Parameter period: the days of which lines and months are told.
  public init(from earlier: RecordedRun, to later: RecordedRun, period: DayRange) {
    let causes = RestatementCauses(earlier, later, countedIn: period)
    var lines: [Line] = []
    var (valuedOtherwise, withoutEffect) = (0, 0)
    var effects: [MonthKey: [RestatementCause: LedgerPair]] = [:]
    for line in causes.lines {
      let days = [line.earlier?.identity.date, line.later?.identity.date].compactMap { $0 }
      guard days.contains(where: period.contains) else { continue }
      Self.add(line, within: period, to: &effects)
      if line.payCause != nil || line.benchmarkCause != nil {
        lines.append(line)
      } else if causes.isSameLine(line) {
        valuedOtherwise += 1
      } else {
        withoutEffect += 1
      }
    }
    var sums: [MonthKey: Sums] = [:]
    for month in earlier.months where Self.isTold(month.month, in: period) {
      sums[MonthKey(month.clinician, month.month), default: Sums()].earlier += month.work
    }
    for month in later.months where Self.isTold(month.month, in: period) {
      sums[MonthKey(month.clinician, month.month), default: Sums()].later += month.work
    }
    for (key, causes) in effects { sums[key, default: Sums()].causes = causes.filter { !$0.value.isZero } }
    var total = Sums()
    var months: [Month] = []
    for (key, own) in sums.sorted(by: { $0.key < $1.key }) {
      var own = own
      // What lines do not explain is what goes to others than those who rendered the services.
      let told = own.causes.values.reduce(LedgerPair(), +)
      let rest = own.change - told
      if !rest.isZero { own.causes[.attribution, default: LedgerPair()] += rest }
      total += own
      if !own.change.isZero || !own.causes.isEmpty {
        months.append(Month(month: key.month, clinician: key.clinician, sums: own))
      }
    }
    // A cause that takes from one clinician what it gives another stays, though it comes to nothing over all.
    self.lines = lines
    linesWithoutEffect = withoutEffect
    linesValuedOtherwise = valuedOtherwise
    unchangedLines = causes.unchanged
    self.months = months
    self.total = total
    self.period = period
    roles = Self.roles(earlier, later)
    pay = Self.pay(earlier, later)
    var (before, after) = (earlier, later)
    before.lines = []
    after.lines = []
    self.earlier = before
    self.later = after
  }

  private struct MonthKey: Hashable, Comparable {
    var clinician: String
    var month: YearMonth

    init(_ clinician: String, _ month: YearMonth) {
      self.clinician = clinician
      self.month = month
    }

    static func < (a: Self, b: Self) -> Bool { (a.clinician, a.month) < (b.clinician, b.month) }
  }

  private static func isTold(_ month: YearMonth, in period: DayRange) -> Bool {
    period.intersection(month.days) != nil
  }

  /// Takes a line's credit from where it stood and gives it where it stands.
  private static func add(
    _ line: Line, within period: DayRange, to effects: inout [MonthKey: [RestatementCause: LedgerPair]]
  ) {
    func add(_ recorded: RecordedLine?, _ sign: Int64) {
      guard let recorded, period.contains(recorded.identity.date) else { return }
      let key = MonthKey(recorded.identity.clinician, YearMonth(containing: recorded.identity.date))
      func signed(_ work: WorkRVU) -> WorkRVU { WorkRVU(millionths: sign * work.millionths) }
      if let cause = line.payCause {
        effects[key, default: [:]][cause, default: LedgerPair()].pay += signed(recorded.pay.credit)
      }
      if let cause = line.benchmarkCause {
        effects[key, default: [:]][cause, default: LedgerPair()].benchmark += signed(recorded.benchmark.credit)
      }
    }
    add(line.earlier, -1)
    add(line.later, 1)
    // A line of which a release makes a part is the same line, of the same clinician and day.
    guard let recorded = line.later, period.contains(recorded.identity.date) else { return }
    let key = MonthKey(recorded.identity.clinician, YearMonth(containing: recorded.identity.date))
    if let cause = line.payCause, let release = line.payRelease {
      effects[key, default: [:]][cause, default: LedgerPair()].pay -= release
      effects[key, default: [:]][.release, default: LedgerPair()].pay += release
    }
    if let cause = line.benchmarkCause, let release = line.benchmarkRelease {
      effects[key, default: [:]][cause, default: LedgerPair()].benchmark -= release
      effects[key, default: [:]][.release, default: LedgerPair()].benchmark += release
    }
  }

  private static func roles(_ earlier: RecordedRun, _ later: RecordedRun) -> [Role] {
    struct Key: Hashable {
      var clinician: String
      var specialty: String
    }
    var roles: [Key: Role] = [:]
    for role in earlier.roles {
      roles[Key(clinician: role.clinician, specialty: role.specialty), default: Role()].earlier = role
    }
    for role in later.roles {
      roles[Key(clinician: role.clinician, specialty: role.specialty), default: Role()].later = role
    }
    return roles.sorted { ($0.key.clinician, $0.key.specialty) < ($1.key.clinician, $1.key.specialty) }.map(\.value)
      .filter { role in
        guard let before = role.earlier, let after = role.later else { return true }
        return before.clinicalFTE != after.clinicalFTE || before.days != after.days
          || before.annualized != after.annualized || before.percentile != after.percentile
          || before.survey != after.survey || before.rank != after.rank
      }
  }

  private static func pay(_ earlier: RecordedRun, _ later: RecordedRun) -> [Pay]? {
    guard let before = earlier.pay, let after = later.pay else { return nil }
    return Set(before.keys).union(after.keys).sorted().compactMap { id in
      before[id] == after[id] ? nil : Pay(clinician: id, before: before[id], after: after[id])
    }
  }

  /// The sums of each clinician of whom something changed, by id.
  public var clinicians: [(id: String, sums: Sums)] {
    var result: [(id: String, sums: Sums)] = []
    for month in months {
      if result.last?.id != month.clinician { result.append((month.clinician, Sums())) }
      result[result.count - 1].sums += month.sums
    }
    return result
  }

  /// The name of a clinician.
  public func name(of clinician: String) -> String {
    let name = later.name(of: clinician)
    return name == clinician ? earlier.name(of: clinician) : name
  }

  /// Lines that earn what they did, whatever else of them changed.
  public var linesThatEarnTheSame: Int { unchangedLines + linesValuedOtherwise + linesWithoutEffect }

  /// Whether nothing of work, placements or pay changed.
  public var isEmpty: Bool { lines.isEmpty && months.isEmpty && roles.isEmpty && (pay ?? []).isEmpty }
}
