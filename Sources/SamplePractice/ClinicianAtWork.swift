/// A clinician going through the year: who came lately, who was operated on, who is in hospital.
struct ClinicianAtWork: Sendable {
  private let clinician: Int32
  private let panelStart: Int
  private let panelSize: Int
  private let population: Int
  private var generator: SeededGenerator
  /// Patients seen for the first time of late; some of them come back.
  private var newcomers: [UInt32] = []
  /// Patients operated on of late.
  private var recovering: [UInt32] = []
  /// Patients in hospital, and the days they have yet to stay.
  private var census: [(patient: UInt32, days: Int)] = []
  private var lastDay = -2

  /// How many recent patients are remembered.
  private static let memory = 48
  /// Encounters in ten thousand that are posted 30 to 60 days later.
  private static let late = 330
  /// The first patient of the practice.
  static let firstPatient = 10_000

  /// A clinician at the beginning of the year.
  init(clinician: Int, panelSize: Int, population: Int, generator: SeededGenerator) {
    self.clinician = Int32(clinician)
    self.panelSize = min(panelSize, population)
    self.population = population
    self.generator = generator
    panelStart = Self.firstPatient + self.generator.below(population - self.panelSize + 1)
  }

  /// Works a day: that many encounters, in thousandths, billed into the book.
  mutating func work(
    day: Int, encounters thousandths: Int, onCall: Bool, menu: EncounterMenu, calendar: PracticeCalendar,
    nextPatient: inout UInt32, book: inout PostingBook
  ) {
    let count = (thousandths + generator.below(1000)) / 1000
    var remaining = count
    if let stay = menu.stay { remaining -= visitCensus(count, stay, day, menu, calendar, &book) }
    lastDay = day
    let choices = onCall ? menu.onCall : menu.anyDay
    guard remaining > 0, !choices.isEmpty else { return }
    for _ in 0..<remaining {
      let encounter = menu.encounters[Int(choices[generator.below(choices.count)])]
      let patient = choosePatient(encounter.patient, &nextPatient)
      bill(encounter, patient, day, menu, calendar, &book)
      switch encounter.consequence {
      case .none: break
      case .recovery: Self.remember(patient, in: &recovering, generator.below(Self.memory))
      case .stay: census.append((patient, 1 + generator.below(6)))
      }
    }
  }

  /// Sees the patients in hospital, as far as the day has room, and returns how many.
  private mutating func visitCensus(
    _ room: Int, _ stay: (daily: EncounterMenu.Encounter, discharge: EncounterMenu.Encounter), _ day: Int,
    _ menu: EncounterMenu, _ calendar: PracticeCalendar, _ book: inout PostingBook
  ) -> Int {
    if day != lastDay + 1 {
      // A new week on: the patients are taken over from a colleague.
      census.removeAll(keepingCapacity: true)
      for _ in 0..<room * 4 / 5 { census.append((anyone(), generator.below(5))) }
    }
    let seen = min(room, census.count)
    var kept = 0
    for index in 0..<census.count {
      var (patient, days) = census[index]
      if index < seen {
        bill(days == 0 ? stay.discharge : stay.daily, patient, day, menu, calendar, &book)
        days -= 1
      }
      if days >= 0 {
        census[kept] = (patient, days)
        kept += 1
      }
    }
    census.removeLast(census.count - kept)
    return seen
  }

  private mutating func bill(
    _ encounter: EncounterMenu.Encounter, _ patient: UInt32, _ day: Int, _ menu: EncounterMenu,
    _ calendar: PracticeCalendar, _ book: inout PostingBook
  ) {
    let wantsLate = generator.happens(Self.late)
    let due = day + (wantsLate ? 30 + generator.below(31) : 1 + generator.below(4))
    // What would be posted after the books close is posted before they do.
    let isLate = wantsLate && due < calendar.count
    let posted = isLate || !wantsLate ? calendar.posting(due, after: 0) : calendar.posting(day, after: 1)
    let side = UInt16(truncatingIfNeeded: generator.next() >> 63)
    for index in encounter.patterns {
      let pattern = menu.patterns[index]
      if pattern.percent < 100, generator.below(100) >= pattern.percent { continue }
      var item = menu.slots[pattern.slots.lowerBound + generator.below(pattern.slots.count)]
      if item & ItemCatalogue.sidedMark != 0 { item = (item & ~ItemCatalogue.sidedMark) + side }
      let more = pattern.unitChoices > 1 ? generator.below(pattern.unitChoices) : 0
      book.enter(
        LogLine(
          number: 0, patient: patient, clinician: clinician, service: Int16(day), posted: Int16(posted), item: item,
          units: Int8(pattern.fewestUnits + more), place: encounter.place),
        late: isLate)
    }
  }

  private mutating func choosePatient(_ kind: EncounterPattern.Patient, _ nextPatient: inout UInt32) -> UInt32 {
    switch kind {
    case .new:
      let patient = nextPatient
      nextPatient += 1
      Self.remember(patient, in: &newcomers, generator.below(Self.memory))
      return patient
    case .passing: return anyone()
    case .recovering:
      if !recovering.isEmpty { return recovering[generator.below(recovering.count)] }
    case .panel:
      if !newcomers.isEmpty, generator.below(8) == 0 { return newcomers[generator.below(newcomers.count)] }
    }
    // The product of two draws is small more often than large, so some patients come back again and again.
    let first = generator.below(panelSize)
    return UInt32(panelStart + first * (1 + generator.below(1024)) / 1024)
  }

  private mutating func anyone() -> UInt32 { UInt32(Self.firstPatient + generator.below(population)) }

  /// Puts a patient on a list; a full list forgets the one at the place that was drawn.
  private static func remember(_ patient: UInt32, in list: inout [UInt32], _ place: Int) {
    if list.count < memory { list.append(patient) } else { list[place] = patient }
  }
}
