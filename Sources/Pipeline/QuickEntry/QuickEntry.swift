import Ingest
import MedicareFees
import ProductivityModel

/// A session of quick entry: what is typed becomes lines of a log, each credited by itself and added before it is told.
public struct QuickEntry {
  /// What is to be told, in the order in which it happened.
  public enum Event: Sendable {
    /// A line is in the log; the total is that of the session so far.
    case logged(HandLogLine, EntryCredit, total: WorkRVU)
    /// A line was taken back: another line in the log voids it.
    case undone(HandLogLine, EntryCredit, total: WorkRVU)
    /// There is no line to take back.
    case nothingToUndo
    /// The day of the lines that follow.
    case day(CalendarDate, release: String, isSubstitute: Bool)
    /// No release covers a day; the day before it holds on.
    case dayWithoutRelease(CalendarDate)
    /// The lines that follow are another patient's.
    case nextPatient(Int)
    /// The log has no column in which patients can be told apart.
    case noPatientColumn
    /// The total of the lines of the session that stand.
    case total(WorkRVU, lines: Int)
    /// The commands are asked for.
    case help
    /// Something was not taken.
    case refused(EntryRefusal, line: Int, column: Int, release: String)
  }

  /// What is the same in all lines of a session.
  public struct Terms: Sendable {
    /// Whom the lines are credited to.
    public var clinicianID: String
    /// The specialty; empty where it is not said.
    public var specialty: String
    /// The place of service, if it is said.
    public var place: PlaceOfService?
    /// The day of entry.
    public var today: CalendarDate

    /// The terms of a session.
    public init(clinicianID: String, specialty: String, place: PlaceOfService?, today: CalendarDate) {
      self.clinicianID = clinicianID
      self.specialty = specialty
      self.place = place
      self.today = today
    }
  }

  /// What was not understood so far.
  public private(set) var refusals = 0
  /// The lines that were added and stand.
  public private(set) var lines = 0
  /// The lines that were taken back.
  public private(set) var undone = 0
  /// The credit of the session so far.
  public private(set) var total = WorkRVU.zero
  /// The day that holds.
  public private(set) var date: CalendarDate
  /// Whether a run may credit lines of one patient and day less, or otherwise, than one by one.
  ///
  /// While patients are told apart, lines before the first of them have none, and a run leaves them as they are.
  public var maySessionsChange: Bool {
    meetings.contains { meeting, noted in
      (noted.lines > 1 || noted.withUnits > 0) && (patients == 0 || !meeting.patient.isEmpty)
    }
  }

  /// The name of the policy.
  public var policy: String { crediting.policy.name }

  private let terms: Terms
  private let crediting: EntryCrediting
  private var day: EntryCrediting.Day
  private var ids: LineIDSeries
  private var scanner = EntryScanner()
  private var lineNumber = 0
  private var isEnded = false
  /// The lines that may be taken back, the last of them last.
  private var standing: [HandLogLine]
  /// How many of them were there before the session.
  private var earlier: Int
  /// The number of the patient whose lines are typed; 0 while patients are not told apart.
  public private(set) var patients = 0
  private let canMarkPatients: Bool
  private var patientKey = ""
  /// The lines of each patient and day that others may change.
  private var meetings: [Meeting: (lines: Int, withUnits: Int)] = [:]

  private struct Meeting: Hashable {
    var day: CalendarDate
    var patient: String
  }

  /// A session.
  ///
  /// - Parameters:
  ///   - standing: the clinician's lines that are in the log, the last of them last.
  ///   - marksPatients: whether the log has a column in which patients can be told apart.
  public init(
    terms: Terms, date: CalendarDate, day: EntryCrediting.Day, crediting: EntryCrediting, ids: LineIDSeries,
    standing: [HandLogLine], marksPatients: Bool
  ) {
    self.terms = terms
    self.date = date
    self.day = day
    self.crediting = crediting
    self.ids = ids
    self.standing = standing
    earlier = standing.count
    canMarkPatients = marksPatients
  }

  /// Takes a line that was typed.
  ///
  /// - Parameters:
  ///   - append: puts a line in the log, and returns once it is on disk.
  ///   - tell: is told of each thing as it happens, of a line after it was put in the log.
  /// - Returns: false where the line says that it is the last.
  public mutating func take(
    _ line: some Collection<UInt8>, append: (HandLogLine) throws -> Void, tell: (Event) throws -> Void
  ) throws -> Bool {
    lineNumber += 1
    for (word, column) in EntryScanner.words(of: line) {
      for step in scanner.take(word, at: column, day.vocabulary) { try carryOut(step, append, tell) }
      if isEnded { return false }
    }
    for step in scanner.endLine() { try carryOut(step, append, tell) }
    return true
  }

  /// Refuses a line that is too long to be looked at.
  public mutating func refuseLine(tell: (Event) throws -> Void) throws {
    lineNumber += 1
    refusals += 1
    try tell(
      .refused(
        .notUnderstood(kind: "a line of more than a million characters"), line: lineNumber, column: 1,
        release: day.release))
  }

  private mutating func carryOut(
    _ step: EntryScanner.Step, _ append: (HandLogLine) throws -> Void, _ tell: (Event) throws -> Void
  ) throws {
    switch step {
    case .item(let item): try log(item, append, tell)
    case .day(let date): try change(to: date, tell)
    case .nextPatient where !canMarkPatients: try tell(.noPatientColumn)
    case .nextPatient:
      patients += 1
      patientKey = ""
      try tell(.nextPatient(patients))
    case .undo: try undo(append, tell)
    case .total: try tell(.total(total, lines: lines))
    case .help: try tell(.help)
    case .quit: isEnded = true
    case .refused(let refusal, let column):
      refusals += 1
      try tell(.refused(refusal, line: lineNumber, column: column, release: day.release))
    }
  }

  private mutating func log(
    _ item: EntryItem, _ append: (HandLogLine) throws -> Void, _ tell: (Event) throws -> Void
  ) throws {
    let lineID = ids.next()
    // The key of a patient is the id of the first line, which says nothing of the patient.
    if patients > 0, patientKey.isEmpty { patientKey = lineID }
    let line = HandLogLine(
      lineID: lineID, clinicianID: terms.clinicianID, specialty: terms.specialty, day: date, patientKey: patientKey,
      item: item, place: terms.place, entered: terms.today)
    try append(line)
    let credit = crediting.credit(item, on: day, place: terms.place)
    standing.append(line)
    lines += 1
    total += credit.work
    if credit.maySessionChange { note(line, change: 1) }
    try tell(.logged(line, credit, total: total))
  }

  private mutating func undo(
    _ append: (HandLogLine) throws -> Void, _ tell: (Event) throws -> Void
  ) throws {
    guard let line = standing.last else { return try tell(.nothingToUndo) }
    // A line of another day is credited by the release of that day, or not at all.
    let ofLine = line.day == date ? day : try crediting.day(line.day)
    let credit = ofLine.map { crediting.credit(line.item, on: $0, place: line.place) }
    try append(line.reversed(lineID: ids.next(), entered: terms.today))
    standing.removeLast()
    let isOfSession = standing.count >= earlier
    if isOfSession { lines -= 1 } else { earlier = standing.count }
    undone += 1
    let earned = credit ?? .none
    if earned.maySessionChange, isOfSession { note(line, change: -1) }
    total -= earned.work
    try tell(.undone(line, earned, total: total))
  }

  /// Notes a line that others of its patient and day may change, or its own units.
  private mutating func note(_ line: HandLogLine, change: Int) {
    let meeting = Meeting(day: line.day, patient: line.patientKey)
    meetings[meeting, default: (0, 0)].lines += change
    if line.item.units != .one { meetings[meeting, default: (0, 0)].withUnits += change }
  }

  private mutating func change(to date: CalendarDate, _ tell: (Event) throws -> Void) throws {
    guard let day = try crediting.day(date) else {
      refusals += 1
      return try tell(.dayWithoutRelease(date))
    }
    self.date = date
    self.day = day
    // A patient's services of another day are another session anyway.
    patientKey = ""
    try tell(.day(date, release: day.release, isSubstitute: day.isSubstitute))
  }
}
