/// A kind of encounter in a specialty's year: how often, where, with whom, and which lines it bills.
struct EncounterPattern: Sendable {
  /// Where the encounter takes place, by the CMS place of service code.
  enum Place: UInt8, Sendable {
    case home = 10
    case office = 11
    case inpatient = 21
    case outpatientHospital = 22
    case emergency = 23
    case surgeryCenter = 24
  }

  /// Whose encounter it is.
  enum Patient: Sendable {
    /// Someone of the clinician's own panel, who comes back now and then.
    case panel
    /// Someone the practice has not seen before.
    case new
    /// Anyone: the hospital's patient, a film to read.
    case passing
    /// Someone the clinician operated on lately.
    case recovering
  }

  /// What follows from the encounter.
  enum Consequence: Sendable {
    case none
    /// The patient is followed up after surgery.
    case recovery
    /// The patient stays in hospital and is seen every day.
    case stay
  }

  /// How often it occurs, against the other encounters of the specialty.
  let weight: Int
  let place: Place
  let patient: Patient
  let consequence: Consequence
  let lines: [LinePattern]

  /// A kind of encounter.
  init(
    _ weight: Int, _ place: Place, with patient: Patient = .panel, then consequence: Consequence = .none,
    _ lines: [LinePattern]
  ) {
    self.weight = weight
    self.place = place
    self.patient = patient
    self.consequence = consequence
    self.lines = lines
  }

  /// Surgery: the patient is operated on and followed up.
  static func surgery(_ weight: Int, _ place: Place, _ lines: [LinePattern]) -> EncounterPattern {
    EncounterPattern(weight, place, then: .recovery, lines)
  }
}

/// A line that an encounter bills: always or sometimes, one item or one of several.
struct LinePattern: Sendable {
  /// How many encounters in a hundred have the line.
  let percent: Int
  /// The items it may be, each with its weight.
  let items: [(item: BilledItem, weight: Int)]
  /// How many units it has, each number as likely.
  let units: ClosedRange<Int>

  /// A line of one item.
  static func line(_ item: BilledItem, units: ClosedRange<Int> = 1...1) -> LinePattern {
    LinePattern(percent: 100, items: [(item, 1)], units: units)
  }

  /// A line of one of several items.
  static func oneOf(_ items: KeyValuePairs<BilledItem, Int>, units: ClosedRange<Int> = 1...1) -> LinePattern {
    LinePattern(percent: 100, items: items.map { ($0.key, $0.value) }, units: units)
  }

  /// A line that only some encounters have.
  static func sometimes(_ percent: Int, _ item: BilledItem, units: ClosedRange<Int> = 1...1) -> LinePattern {
    LinePattern(percent: percent, items: [(item, 1)], units: units)
  }

  /// A line of one of several items that only some encounters have.
  static func sometimes(
    _ percent: Int, oneOf items: KeyValuePairs<BilledItem, Int>, units: ClosedRange<Int> = 1...1
  ) -> LinePattern {
    LinePattern(percent: percent, items: items.map { ($0.key, $0.value) }, units: units)
  }
}
