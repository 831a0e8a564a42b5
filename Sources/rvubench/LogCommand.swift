import ArgumentParser
import Ingest
import Pipeline
import ProductivityModel
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `rvubench log`: quick entry for those who log by hand.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Log by hand: type codes and modifiers, see their credit, and have them appended to a log.",
    discussion: """
      Type codes and modifiers one after the other, with blanks where you like: 443106299213 25 is 44310 with 62, and 99213 \
      with 25. What has more than one reading is not taken, nor is a code that the release has not. Each line is on disk \
      before it is shown. A pipe is read to its end.

      While you type: x3 units, @2026-03-04 another day, / the next patient, undo, total, ? for all commands, quit.
      """)

  @Argument(help: "The log, a CSV file in the standard columns; made if it is not there.")
  var file: String

  @Option(
    help: ArgumentHelp("Whose lines these are; needed unless the log has those of exactly one.", valueName: "id"))
  var clinician: String?

  @Option(
    help: ArgumentHelp(
      "The clinician's specialty, for runs without a roster; that of the clinician's lines in the log unless given.",
      valueName: "name"))
  var specialty: String?

  @Option(help: ArgumentHelp("The day of service; today unless given.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("The place of service of all lines, such as 11 or 22.", valueName: "code"))
  var place: Int?

  @Option(
    help: ArgumentHelp("The credit policy: a built-in one's name, or the path of a .yaml file.", valueName: "policy"))
  var policy = "unadjusted"

  @Option(
    help: ArgumentHelp("Take codes and values of this release, whatever the day, such as 2026A.", valueName: "release"))
  var release: String?

  @OptionGroup var data: DataOption

  /// Reads what is typed to its end.
  func run() throws {
    let today = Self.today
    let date = try date.map(Self.day) ?? today
    let place = try place.map(Self.place)
    if let clinician { try Self.checkText(clinician, "--clinician") }
    if let specialty { try Self.checkSpecialty(specialty) }
    let folder = try data.find()
    let crediting: EntryCrediting
    let day: EntryCrediting.Day
    do throws(InputFailure) {
      crediting = try EntryCrediting(policy: policy, release: release, dataFolder: folder, today: today)
      guard let found = try crediting.day(date) else {
        throw InputFailure(
          "--date \(date)", "no fee schedule release covers it", hint: "rvubench fees list", isUsage: true)
      }
      day = found
    } catch {
      throw Complaint.input(error)
    }
    if clinician == nil, access(file, F_OK) != 0 {
      throw Complaint.usage("\(file) is a new log, so say whose it is: --clinician ID")
    }
    let output: AppendedFile
    let log: HandLog
    do {
      (output, log) = try open()
    } catch let failure as OutputFailure {
      throw Complaint.output(failure)
    } catch {
      throw Complaint.input(error)
    }
    let clinician = try clinician(of: log)
    let terms = QuickEntry.Terms(
      clinicianID: clinician, specialty: specialty ?? log.specialty(of: clinician), place: place, today: today)
    try checkColumns(log, terms)
    if let text = QuickEntryText.tail(file, log.tail) { Complaint.write(text) }
    Complaint.write(
      QuickEntryText.opening(
        file, log, isNew: output.isNew, terms: terms, date: date, day, policy: crediting.policy.name))
    let entry = QuickEntry(
      terms: terms, date: date, day: day, crediting: crediting, ids: Self.ids(log),
      standing: log.standing(of: clinician), marksPatients: log.columns.contains(.patientID))
    try converse(entry, output, log, today: today)
  }

  // MARK: The session

  private func converse(_ start: QuickEntry, _ output: AppendedFile, _ log: HandLog, today: CalendarDate) throws {
    var entry = start
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    let text = QuickEntryText(file: file, isTerminal: isTerminal)
    if isTerminal { Complaint.write("Type codes and modifiers, then Enter; ? for the commands, Ctrl-D to end.") }
    let target: ResultOutput
    var typed = TypedLines()
    var last: HandLogLine?
    var lastHint: String?
    do {
      target = try ResultOutput(nil, replacing: "")
      var goesOn = true
      while goesOn {
        if isTerminal { try target.append(Array(QuickEntryText.prompt(entry).utf8)) }
        let append = { (line: HandLogLine) in
          try output.append(log.bytes(of: line))
          last = line
        }
        let tell = { (event: QuickEntry.Event) in
          let (words, hint, isResult) = text.told(event, today: today)
          if isResult { try target.append(Array("\(words)\n".utf8)) } else { Complaint.write(words) }
          // Of things that are wrong one after the other in the same way it is said once what to do.
          if let hint, hint != lastHint { Complaint.write("hint: \(hint)") }
          lastHint = hint
        }
        switch try typed.next() {
        case .line(let line): goesOn = try entry.take(line, append: append, tell: tell)
        case .tooLong: try entry.refuseLine(tell: tell)
        case nil: goesOn = false
        }
      }
      if isTerminal { try target.append([0x0A]) }
    } catch let failure as OutputFailure {
      let code = Complaint.output(failure)
      tellSaved(output, last)
      throw code
    } catch {
      let code = Complaint.input(error)
      tellSaved(output, last)
      throw code
    }
    for line in text.summary(entry) { Complaint.write(line) }
    if entry.refusals > 0 { throw ExitCode(1) }
  }

  /// Says what of a session that ended before its time is in the log.
  private func tellSaved(_ output: AppendedFile, _ last: HandLogLine?) {
    guard let last else { return Complaint.write("nothing of this session was added to \(file)") }
    let name = last.voidOf.isEmpty ? "\(last.item)" : "the taking back of \(last.item.code)"
    Complaint.write(
      "saved in \(file): \(output.count) of this session, the last \(name) on \(last.day); what came after is not")
  }

  // MARK: The file

  private func open() throws -> (AppendedFile, HandLog) {
    let output = try AppendedFile(file)
    var bytes = try output.contents()
    // A new file whose header was cut off is as good as an empty one: the rest of the header is added.
    let header = HandLog.newHeader
    if bytes.count < header.count, header.starts(with: bytes) {
      try output.appendRest(Array(header[bytes.count...]))
      bytes = header
    }
    return (output, try HandLog(bytes, path: file))
  }

  private func clinician(of log: HandLog) throws -> String {
    if let clinician { return clinician }
    if let only = log.clinicians.first, log.clinicians.count == 1 { return only }
    throw Complaint.usage(
      log.clinicians.isEmpty
        ? "\(file) has no lines yet, so say whose these are: --clinician ID"
        : "\(file) has lines of \(log.clinicians.count) clinicians, so say whose these are: --clinician ID")
  }

  /// What a session wants to write must have a column.
  private func checkColumns(_ log: HandLog, _ terms: QuickEntry.Terms) throws {
    let wanted: [(LogColumn, String, Bool)] = [
      (.placeOfService, "--place", terms.place != nil), (.specialty, "--specialty", specialty != nil),
    ]
    for (column, option, isWanted) in wanted where isWanted && !log.columns.contains(column) {
      throw Complaint.usage("\(file) has no column \(column.rawValue), so \(option) cannot be kept in it")
    }
  }

  // MARK: Options and the clock

  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else { throw Complaint.usage("--date \(text) is not a day, YYYY-MM-DD") }
    return day
  }

  private static func place(_ number: Int) throws -> PlaceOfService {
    guard let place = PlaceOfService(number) else {
      throw Complaint.usage("--place \(number) is no place of service, 1 to 99")
    }
    return place
  }

  private static func checkText(_ text: String, _ option: String) throws {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard isPlain, text.utf8.count <= 64, !text.isEmpty, text.first != " ", text.last != " " else {
      throw Complaint.usage("\(option) is blank, has blanks around it, or is longer than 64 characters")
    }
  }

  private static func checkSpecialty(_ text: String) throws {
    try checkText(text, "--specialty")
    guard !text.contains(where: { ("0"..."9").contains($0) }) else {
      throw Complaint.usage("--specialty has digits, and no specialty does")
    }
  }

  /// The day by the local clock.
  private static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(daysSinceEpoch: Int32(now / 86_400))
  }

  /// Ids that no other session gives.
  private static func ids(_ log: HandLog) -> LineIDSeries {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return LineIDSeries(
      microseconds: Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000, process: getpid(), taken: log.lineIDs)
  }
}
