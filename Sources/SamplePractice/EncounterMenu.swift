/// The encounters of a specialty with texts and weights turned into small numbers, so that a line costs a few draws.
struct EncounterMenu: Sendable {
  /// An encounter: its lines are a run of ``patterns``.
  struct Encounter: Sendable {
    let place: UInt8
    let patient: EncounterPattern.Patient
    let consequence: EncounterPattern.Consequence
    let patterns: Range<Int>
  }

  /// A line: its items are a run of ``slots``, each as often as its weight says.
  struct Pattern: Sendable {
    let percent: Int
    let fewestUnits: Int
    let unitChoices: Int
    let slots: Range<Int>
  }

  private(set) var encounters: [Encounter] = []
  private(set) var patterns: [Pattern] = []
  private(set) var slots: [UInt16] = []
  /// Numbers of encounters, each as often as its weight says.
  private(set) var anyDay: [UInt16] = []
  /// The same of the encounters that take place in the hospital, for weekends on call.
  private(set) var onCall: [UInt16] = []
  /// The encounters on the days of a hospital stay and on its last; nil where the specialty has no stays.
  private(set) var stay: (daily: Encounter, discharge: Encounter)?
  /// Lines that an encounter has on average, in thousandths.
  private(set) var linesPerEncounter = 1000

  /// The menu of a specialty, its items numbered in the catalogue.
  init(_ specialty: SampleSpecialty, catalogue: inout ItemCatalogue) {
    var percentWeights = 0
    var weights = 0
    for pattern in specialty.encounters {
      let number = UInt16(encounters.count)
      encounters.append(compile(pattern, &catalogue))
      let copies = repeatElement(number, count: pattern.weight)
      anyDay.append(contentsOf: copies)
      if pattern.place == .inpatient || pattern.place == .emergency { onCall.append(contentsOf: copies) }
      percentWeights += pattern.weight * pattern.lines.reduce(0) { $0 + $1.percent }
      weights += pattern.weight
    }
    if let days = specialty.stay {
      stay = (compile(days.daily, &catalogue), compile(days.discharge, &catalogue))
    } else if weights > 0 {
      linesPerEncounter = percentWeights * 10 / weights
    }
  }

  private mutating func compile(_ encounter: EncounterPattern, _ catalogue: inout ItemCatalogue) -> Encounter {
    let first = patterns.count
    for line in encounter.lines {
      let start = slots.count
      for (item, weight) in line.items {
        slots.append(contentsOf: repeatElement(catalogue.number(of: item), count: weight))
      }
      patterns.append(
        Pattern(
          percent: line.percent, fewestUnits: line.units.lowerBound, unitChoices: line.units.count,
          slots: start..<slots.count))
    }
    return Encounter(
      place: encounter.place.rawValue, patient: encounter.patient, consequence: encounter.consequence,
      patterns: first..<patterns.count)
  }
}
