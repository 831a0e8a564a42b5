import ProductivityModel

/// Who has which policy in the pay ledger, and when.
///
/// A row that names a clinician goes before one that names a plan, and that before one for everyone.
public struct PolicyAssignments: Hashable, Sendable {
  /// Whom a row is for.
  public enum Subject: Hashable, Sendable {
    case clinician(String)
    case plan(String)
    case everyone
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// Whom it is for.
    public var subject: Subject
    /// The policy: a built-in's name or a path.
    public var policy: String
    /// The first day of service; nil from the beginning.
    public var start: CalendarDate?
    /// The last day of service; nil while it lasts.
    public var end: CalendarDate?
    /// Where the row stands.
    public var position: SourcePosition

    /// A row.
    public init(
      subject: Subject, policy: String, start: CalendarDate?, end: CalendarDate?, position: SourcePosition
    ) {
      self.subject = subject
      self.policy = policy
      self.start = start
      self.end = end
      self.position = position
    }

    /// Whether the row holds on a day.
    public func contains(_ day: CalendarDate) -> Bool {
      start.map { $0 <= day } ?? true && end.map { day <= $0 } ?? true
    }

    /// Whether there is a day on which both rows hold.
    public func overlaps(_ other: Row) -> Bool {
      func ends(_ a: Row, before b: Row) -> Bool { a.end.flatMap { end in b.start.map { end < $0 } } ?? false }
      return !ends(self, before: other) && !ends(other, before: self)
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
      if let row = bySubject[subject]?.first(where: { $0.contains(day) }) { return row.policy }
    }
    return nil
  }

  /// The days from which a clinician's policy may be another.
  public func changes(clinician: String, plan: String?) -> [CalendarDate] {
    let own = subjects(clinician, plan).flatMap { bySubject[$0] ?? [] }
    return Set(own.compactMap(\.start) + own.compactMap { $0.end?.advanced(by: 1) }).sorted()
  }

  private func subjects(_ clinician: String, _ plan: String?) -> [Subject] {
    [.clinician(clinician)] + (plan.map { [.plan($0)] } ?? []) + [.everyone]
  }
}
