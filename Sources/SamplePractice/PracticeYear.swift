/// The year of a practice, day by day and clinician by clinician.
struct PracticeYear {
  private let calendar: PracticeCalendar
  private let specialties: [Int]
  private let menus: [EncounterMenu]
  private let days: [WorkDays]
  private let untidy: [UntidyRecord]
  private let lines: Int?
  private let folder: String
  private var clinicians: [ClinicianAtWork] = []
  private var book: PostingBook
  private var nextPatient: UInt32

  /// Bytes that are handed on at a time.
  private static let piece = 1 << 18
  /// Patients for each clinician of the practice.
  private static let patientsPerClinician = 1900
  /// What a planned number of encounters is multiplied by where the number of lines is not asked for.
  private static let ordinary = 1_000_000

  /// A year of a staff; with `lines`, busier or quieter so that the logs have about that many records.
  init(staff: [StaffMember], lines: Int?, seed: UInt64) {
    self.init(staff, PracticeCalendar(), lines: lines, seed: seed, isEarlier: false)
  }

  /// The year before, whose logs have what crediting needs and nothing else.
  init(before staff: [StaffMember], seed: UInt64) {
    // Another seed: nobody has the same year twice.
    self.init(
      EarlierYear.staff(staff, seed: seed), PracticeCalendar(PracticeCalendar.earlierPeriod), lines: nil,
      seed: seed ^ EarlierYear.seed, isEarlier: true)
  }

  private init(_ staff: [StaffMember], _ calendar: PracticeCalendar, lines: Int?, seed: UInt64, isEarlier: Bool) {
    var catalogue = ItemCatalogue()
    folder = isEarlier ? "earlier" : "logs"
    menus = SampleSpecialty.all.map { EncounterMenu($0, catalogue: &catalogue) }
    self.calendar = calendar
    self.lines = lines
    specialties = staff.map(\.specialty)
    untidy = isEarlier ? [] : UntidyRecord.all(staff: staff)
    let population = max(6000, staff.count * Self.patientsPerClinician)
    nextPatient = UInt32(ClinicianAtWork.firstPatient + population)
    var days: [WorkDays] = []
    for (index, member) in staff.enumerated() {
      var generator = SeededGenerator(seed: seed, stream: UInt64(index) << 1)
      days.append(WorkDays(member, calendar: calendar, generator: &generator))
      clinicians.append(
        ClinicianAtWork(
          clinician: index, panelSize: SampleSpecialty.all[member.specialty].panel, population: population,
          generator: generator))
    }
    self.days = days
    book = PostingBook(
      writer: LogWriter(staff: staff, calendar: calendar, catalogue: catalogue, isEarlier: isEarlier),
      calendar: calendar, catalogue: catalogue, seed: seed, hasNoIDs: isEarlier)
  }

  /// Lives through the year, handing on the bytes of one month's log after the other.
  mutating func run<Failure: Error>(
    _ sink: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> PracticeTally {
    let planned = (0..<calendar.count).map(plannedLines)
    var rest = planned.reduce(0, +)
    var slips = untidy[...]
    for day in 0..<calendar.count {
      let month = calendar.monthOfDay[day]
      if day == 0 || month != book.month { book.open(month: month) }
      while let slip = slips.first, slip.day == day {
        book.enter(untidy: slip.text(number: book.takeNumber()))
        slips.removeFirst()
      }
      // What is still wanted, against what is still planned, so that the last day ends near the number asked for.
      let factor = lines.map { max(0, $0 - book.entered) * Self.ordinary / max(1, rest) } ?? Self.ordinary
      rest -= planned[day]
      let path = "\(folder)/\(calendar.months[month]).csv"
      for clinician in clinicians.indices where days[clinician].planned[day] > 0 {
        clinicians[clinician].work(
          day: day, encounters: Int(days[clinician].planned[day]) * factor / Self.ordinary,
          onCall: days[clinician].isOnCall[day], menu: menus[specialties[clinician]], calendar: calendar,
          nextPatient: &nextPatient, book: &book)
        if book.writer.bytes.count >= Self.piece { try sink(path, book.drain()) }
      }
      if day == calendar.count - 1 || calendar.monthOfDay[day + 1] != month { try sink(path, book.drain()) }
    }
    return book.tally
  }

  /// Lines planned on a day: encounters in thousandths times lines an encounter.
  private func plannedLines(_ day: Int) -> Int {
    var thousandths = 0
    for clinician in days.indices {
      thousandths += Int(days[clinician].planned[day]) * menus[specialties[clinician]].linesPerEncounter / 1000
    }
    return thousandths / 1000
  }
}
