/// The billing office: gives every line a number and a day of posting, and now and then takes one back, corrects it or sends
/// it twice.
///
/// Lines that are posted in a later month wait for that month's file. Memory grows with those only: a few in a hundred lines
/// of two months.
struct PostingBook: Sendable {
  /// What has been counted so far.
  private(set) var tally = PracticeTally()
  /// The writer of the month's file.
  var writer: LogWriter
  /// The month whose file is being written, as its place in the period.
  private(set) var month = 0
  /// Records of the log and those that wait, in all.
  private(set) var entered = 0

  private var waiting: [[LogLine]]
  private var nextNumber = LogWriter.firstNumber
  private var generator: SeededGenerator
  private let calendar: PracticeCalendar
  private let corrections: [UInt16?]
  /// Whether the lines have no ids, so that only reversals can be told.
  private let hasNoIDs: Bool

  /// Lines in a hundred thousand that are reversed.
  private static let reversed = 460
  /// Lines in a hundred thousand that are sent again with the next month's file.
  private static let repeated = 12
  /// Lines in a hundred thousand that are corrected, where another level of visit can be put.
  private static let corrected = 24

  /// An empty book.
  init(
    writer: LogWriter, calendar: PracticeCalendar, catalogue: ItemCatalogue, seed: UInt64, hasNoIDs: Bool = false
  ) {
    self.hasNoIDs = hasNoIDs
    self.writer = writer
    self.calendar = calendar
    corrections = catalogue.corrections
    waiting = Array(repeating: [], count: calendar.months.count)
    generator = SeededGenerator(seed: seed, stream: UInt64.max)
  }

  /// A number for one more record.
  mutating func takeNumber() -> UInt32 {
    defer { nextNumber += 1 }
    return nextNumber
  }

  /// Opens the file of a month: its header, then the lines that waited for it.
  mutating func open(month: Int) {
    self.month = month
    writer.writeHeader()
    for line in waiting[month] { writer.write(line) }
    waiting[month] = []
  }

  /// Enters a line as billed. Its number is given here.
  mutating func enter(_ billed: LogLine, late: Bool) {
    var line = billed
    line.number = takeNumber()
    tally.billed += 1
    if late { tally.late += 1 }
    post(line)
    let fate = generator.below(100_000)
    if hasNoIDs, fate >= Self.reversed { return }
    if fate < Self.reversed + Self.repeated + Self.corrected { revisit(line, fate) }
  }

  /// Writes a record that is wrong on purpose.
  mutating func enter(untidy text: String) {
    tally.untidy += 1
    tally.records += 1
    entered += 1
    writer.write(text: text)
  }

  private mutating func revisit(_ line: LogLine, _ fate: Int) {
    var later = line
    if fate < Self.reversed {
      // The books close on the last day, so what is posted shortly before is not taken back any more.
      guard let posted = laterPosting(line, after: 10 + generator.below(41)) else { return }
      later.posted = posted
      later.number = takeNumber()
      later.units = -line.units
      tally.reversals += 1
      if fate & 1 == 0 {
        later.voids = line.number
        tally.namedVoids += 1
      }
      post(later)
    } else if fate < Self.reversed + Self.repeated {
      let next = calendar.monthOfDay[Int(line.posted)] + 1
      guard next < waiting.count else { return }
      tally.duplicates += 1
      file(line, in: next)
    } else if let item = corrections[Int(line.item)] {
      guard let posted = laterPosting(line, after: 5 + generator.below(21)) else { return }
      later.posted = posted
      later.item = item
      tally.corrections += 1
      post(later)
    }
  }

  private func laterPosting(_ line: LogLine, after days: Int) -> Int16? {
    let day = Int(line.posted) + days
    return day < calendar.count ? Int16(calendar.posting(day, after: 0)) : nil
  }

  private mutating func post(_ line: LogLine) { file(line, in: calendar.monthOfDay[Int(line.posted)]) }

  private mutating func file(_ line: LogLine, in month: Int) {
    tally.records += 1
    entered += 1
    if month == self.month { writer.write(line) } else { waiting[month].append(line) }
  }

  /// Hands on the bytes that have been written, counting them.
  mutating func drain() -> [UInt8] {
    let bytes = writer.drain()
    tally.bytes += bytes.count
    return bytes
  }
}
