import Ingest
import Pipeline
import ProductivityModel
import Reporting

/// The words in which quick entry says what it did.
struct QuickEntryText {
  /// The name of the log.
  var file: String
  /// Whether a person types at a terminal.
  var isTerminal: Bool

  /// What a person at a terminal is asked with.
  static func prompt(_ entry: QuickEntry) -> String {
    "\(entry.date)\(entry.patients > 0 ? " patient \(entry.patients)" : "")> "
  }

  /// The commands.
  static let help = """
    44310 62         a code and its modifiers; Enter logs the line
    443106299213 25  several services, with blanks where you like
    97110 GP x3      units, also as *3
    99213 -AQ        a modifier that the policies do not know
    @2026-03-04      the day of the services that follow
    /                the services that follow are the next patient's
    undo             takes the last line back; - does the same
    total            what the session comes to; = does the same
    quit             ends; Ctrl-D does the same
    """

  /// Work RVUs with two decimals, as in the reports.
  static func number(_ work: WorkRVU) -> String {
    DecimalText.fixed(work.millionths, scale: 6, decimals: 2, grouping: true)
  }

  /// A service with what it earns and what all come to.
  static func line(_ name: String, _ work: WorkRVU?, total: WorkRVU, notes: [String]) -> String {
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let figures = "\(left(name, 20)) \(right(work.map(number) ?? "n/a", 10))   total \(right(number(total), 10))"
    return notes.isEmpty ? figures : "\(figures)   \(notes.joined(separator: "; "))"
  }

  /// Where a session stands at its start.
  static func opening(
    _ file: String, _ log: HandLog, isNew: Bool, terms: QuickEntry.Terms, date: CalendarDate,
    _ day: EntryCrediting.Day, policy: String
  ) -> String {
    var text = isNew ? "\(file): a new log" : "\(file): \(CountWording.count(log.records, "record"))"
    if !isNew, let last = log.standing(of: terms.clinicianID).last {
      text += ", the last of \(terms.clinicianID) that stands \(last.item) on \(last.day)"
    } else if !isNew {
      text += ", none of \(terms.clinicianID)"
    }
    text += "\nclinician \(terms.clinicianID), \(Self.day(date, day.release, isSubstitute: day.isSubstitute))"
    text += ", policy \(policy)"
    if day.valuedBy.info.release != day.release { text += ", valued by release \(day.valuedBy.info.release)" }
    return text
  }

  /// A day and the release that its codes are of.
  static func day(_ date: CalendarDate, _ release: String, isSubstitute: Bool) -> String {
    "day \(date), release \(release)" + (isSubstitute ? " in place of the day's own, which is not on board" : "")
  }

  /// What is to be said of a file that does not end with a line end; nil where nothing is.
  static func tail(_ file: String, _ tail: HandLog.Tail) -> String? {
    switch tail {
    case .whole: nil
    case .cutOff(let line):
      "\(file):\(line): warning: the writing of the last line was cut off; it stays as it is, and a run rejects it"
        + "\nhint: type it again"
    case .withoutLineEnd(let line, let item):
      "\(file):\(line): warning: the last line\(item.map { ", \($0)," } ?? "") has no line end, and may have been cut off"
        + "\nhint: the next line begins apart from it; see that it is right, undo takes it back"
    }
  }

  /// What an event is told as, what to do about it, and whether it is a result or a message.
  func told(
    _ event: QuickEntry.Event, today: CalendarDate
  ) -> (text: String, hint: String?, isResult: Bool) {
    switch event {
    case .logged(let line, let credit, let total):
      let work = credit.isKnown ? credit.work : nil
      return (Self.line(line.item.description, work, total: total, notes: credit.notes), nil, true)
    case .undone(let line, let credit, let total):
      let work = credit.isKnown ? WorkRVU.zero - credit.work : nil
      return (Self.line("undo \(line.item)", work, total: total, notes: ["taken back from \(line.day)"]), nil, true)
    case .nothingToUndo: return ("no line is left to take back", nil, false)
    case .day(let date, let release, let isSubstitute):
      let warning = date > today ? "; warning: the day is after today, \(today)" : ""
      return (Self.day(date, release, isSubstitute: isSubstitute) + warning, nil, true)
    case .dayWithoutRelease(let date):
      return ("no fee schedule release covers \(date); the day stays as it was", "rvubench fees list", false)
    case .noPatientColumn:
      return (
        "\(file) has no column patient_id, so patients are not told apart",
        "begin a new log; a job reads any number of them", false
      )
    case .nextPatient(let number): return ("patient \(number)", nil, true)
    case .total(let total, let lines):
      return ("total \(Self.number(total)) work RVUs of \(CountWording.count(lines, "line"))", nil, true)
    case .help: return (Self.help, nil, true)
    case .refused(let refusal, let line, let column, let release):
      let place = isTerminal ? "" : "standard input:\(line):\(column): "
      return ("\(place)not taken: \(refusal.message(release: release))", refusal.hint, false)
    }
  }

  /// What a session came to.
  func summary(_ entry: QuickEntry) -> [String] {
    let policy = entry.policy
    let lines = CountWording.count(entry.lines, "line")
    var text = "\(file): \(lines) added"
    if entry.undone > 0 {
      text = "\(file): \(lines) of this session \(entry.lines == 1 ? "stands" : "stand"), \(entry.undone) taken back"
    }
    if entry.refusals > 0 { text += ", \(CountWording.count(entry.refusals, "entry", "entries")) not taken" }
    var sentences = ["\(text); total \(Self.number(entry.total)) work RVUs under \(policy)"]
    if entry.maySessionsChange {
      sentences.append(
        entry.patients > 0
          ? "note: each line is credited by itself here; a run may credit lines of one patient and day less, as \(policy) says"
          : "note: each line is credited by itself, here and in a run, since no patients are marked; with / before each patient"
            + " a run ranks several procedures of one as \(policy) says")
    }
    return sentences
  }
}
