import ProductivityModel

/// Who has which policy in the pay ledger, and when.
///
/// A row that names a clinician goes before one that names a plan, and that before one for everyone.
public struct PolicyAssignments: Hashable, Sendable {
  /// Whom a row is for.
  public enum Subject: Hashable, Sendable {
    /// A clinician, by the id that the log writes.
    case clinician(String)
    /// Those with a plan, as the roster writes it.
    case plan(String)
    /// Whoever has no row of their own.
    case everyone
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// Whom it is for.
    public var subject: Subject
    /// The policy: a built-in's name or a path.
    public var policy: String
    /// The days of service on which it holds.
    public var days: ServiceDays
    /// Where the row stands.
    public var position: SourcePosition

    /// A row.
    public init(subject: Subject, policy: String, days: ServiceDays, position: SourcePosition) {
      self.subject = subject
      self.policy = policy
      self.days = days
      self.position = position
    }
  }

  /// The rows, in the order of the file.
  public let rows: [Row]
  private let bySubject: [Subject: [Row]]

  /// Assignments; of one subject only one row holds on any day.
  public init(_ rows: [Row]) {
    self.rows = rows
    bySubject = Dictionary(grouping: rows, by: \.subject)
  }

  /// The policies that are named, each once, in the order of the file.
  public var policies: [String] {
    rows.reduce(into: []) { names, row in if !names.contains(row.policy) { names.append(row.policy) } }
  }

  /// The policy of a clinician with a plan on a day; nil where no row says.
  public func policy(clinician: String, plan: String?, on day: CalendarDate) -> String? {
    for subject in subjects(clinician, plan) {
      if let row = bySubject[subject]?.first(where: { $0.days.contains(day) }) { return row.policy }
    }
    return nil
  }

  /// The days from which a clinician's policy may be another, sorted.
  public func changes(clinician: String, plan: String?) -> [CalendarDate] {
    Set(subjects(clinician, plan).flatMap { bySubject[$0] ?? [] }.flatMap(\.days.changes)).sorted()
  }

  private func subjects(_ clinician: String, _ plan: String?) -> [Subject] {
    [.clinician(clinician)] + (plan.map { [.plan($0)] } ?? []) + [.everyone]
  }
}
