import ProductivityModel

/// A line of a log as a run recorded it: what it was and what it earned.
public struct RecordedLine: Hashable, Sendable {
  /// What it earned in a ledger.
  public struct Ledger: Hashable, Sendable {
    /// The release that valued it; empty for none.
    public var release = ""
    /// The work of the fee schedule's row; nil where it has none.
    public var work: WorkRVU?
    /// The exact factor, units included, as it was written; empty for none.
    public var factor = ""
    /// The credit.
    public var credit = WorkRVU.zero

    /// Nothing.
    public init() {}
  }

  /// What makes two lines the same line, where no id and no patient may be kept: equal ones stand for each other.
  public struct Identity: Hashable, Sendable {
    /// The clinician's id.
    public var clinician: String
    /// The day of service.
    public var date: CalendarDate
    /// The code.
    public var code: String
    /// The modifiers, as they were written.
    public var modifiers: String
    /// The services.
    public var units: Units

    /// An identity.
    public init(clinician: String, date: CalendarDate, code: String, modifiers: String, units: Units) {
      self.clinician = clinician
      self.date = date
      self.code = code
      self.modifiers = modifiers
      self.units = units
    }
  }

  /// The place of its file among ``RecordedRun/files``.
  public var file: Int
  /// The line on which it starts.
  public var line: Int
  /// What it is.
  public var identity: Identity
  /// What became of it.
  public var fate: Fate
  /// The pay ledger.
  public var pay = Ledger()
  /// The benchmark ledger.
  public var benchmark = Ledger()

  /// A line.
  public init(file: Int, line: Int, identity: Identity, fate: Fate) {
    self.file = file
    self.line = line
    self.identity = identity
    self.fate = fate
  }

  /// Whether another line is the same in everything that is kept of it but its place.
  func isSame(as other: RecordedLine) -> Bool {
    identity == other.identity && fate == other.fate && pay == other.pay && benchmark == other.benchmark
  }

  /// What it earned in both ledgers.
  public var credit: LedgerPair { LedgerPair(pay: pay.credit, benchmark: benchmark.credit) }

  /// Whether identity let it go on: not a duplicate, superseded, voided or held.
  var isStanding: Bool {
    switch fate {
    case .duplicate, .superseded, .voided, .held, .rejected: false
    default: true
    }
  }
}

/// Work in the two ledgers.
public struct LedgerPair: Hashable, Sendable {
  /// The pay ledger.
  public var pay = WorkRVU.zero
  /// The benchmark ledger.
  public var benchmark = WorkRVU.zero

  /// Work in both; none unless given.
  public init(pay: WorkRVU = .zero, benchmark: WorkRVU = .zero) {
    self.pay = pay
    self.benchmark = benchmark
  }

  /// Whether neither has any.
  public var isZero: Bool { pay == .zero && benchmark == .zero }

  /// The sum in both ledgers.
  public static func + (a: Self, b: Self) -> Self { Self(pay: a.pay + b.pay, benchmark: a.benchmark + b.benchmark) }
  /// The difference in both ledgers.
  public static func - (a: Self, b: Self) -> Self { Self(pay: a.pay - b.pay, benchmark: a.benchmark - b.benchmark) }
  /// Adds to both ledgers.
  public static func += (a: inout Self, b: Self) { a = a + b }
}
