import Crediting
import ProductivityModel
import Publishing
import Tabular

/// What the rows of lines say but for the cells that are each line's own, held once for all that say the same: most lines say what
/// others of their combination do.
struct TrailTexts: ~Copyable {
  /// On what the text of a line depends that nothing around it changes.
  private struct AloneKey: Hashable {
    let combination: Int32
    let units: Int64
  }

  /// On what that of a line depends that others of its day change.
  private struct SessionKey: Hashable {
    let alone: AloneKey
    let pay: SessionEffect?
    let benchmark: SessionEffect?
  }

  private let explainer: LineExplainer
  private var alone: [AloneKey: Int32] = [:]
  private var inSession: [SessionKey: Int32] = [:]
  /// So many of a kind take some tens of megabytes at most; then they are forgotten, and texts may come twice.
  private static let mostKnown = 1 << 18

  /// What is said in `credits.csv`, and the number of the steps of each.
  private var credits = NumberedTexts(most: 32 << 20)
  private var stepsOf: [Int32] = []
  /// What is said of each step.
  private var steps = NumberedTexts(most: 16 << 20)
  /// The steps of lines, one line's behind another's, and where each line's begin.
  private var stepsOfLists: [Int32] = []
  private var lists = [0]
  /// The steps and the steps of lines that are known, of which there are few.
  private var known = KnownSteps()

  private struct KnownSteps {
    /// The number of each step among ``texts``, and its number.
    var texts = ByteInterner()
    var numbers: [Int32] = []
    var lists: [[Int32]: Int32] = [:]
  }

  init(_ explainer: LineExplainer) { self.explainer = explainer }

  /// The number of what is said of a line.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be written.
  mutating func number(
    of line: ServiceLine, _ outcome: LineOutcome, _ sessions: [SessionLine], _ cache: borrowing CreditCache
  ) throws(OutputFailure) -> Int32 {
    let key = AloneKey(combination: outcome.combination, units: line.units)
    // Anesthesia is measured line by line, and what was not credited says why.
    guard outcome.isSettled, !cache.entry(Int(outcome.combination)).pay.isAnesthesia else {
      return try add(line, outcome, sessions, cache)
    }
    if outcome.paySession < 0, outcome.benchmarkSession < 0 {
      if let known = alone[key] { return known }
      let number = try add(line, outcome, sessions, cache)
      if alone.count == Self.mostKnown { alone.removeAll(keepingCapacity: true) }
      alone[key] = number
      return number
    }
    func effect(_ session: Int32) -> SessionEffect? { session < 0 ? nil : SessionEffect(sessions[Int(session)]) }
    let whole = SessionKey(
      alone: key, pay: effect(outcome.paySession), benchmark: effect(outcome.benchmarkSession))
    if let known = inSession[whole] { return known }
    let number = try add(line, outcome, sessions, cache)
    if inSession.count == Self.mostKnown { inSession.removeAll(keepingCapacity: true) }
    inSession[whole] = number
    return number
  }

  private mutating func add(
    _ line: ServiceLine, _ outcome: LineOutcome, _ sessions: [SessionLine], _ cache: borrowing CreditCache
  ) throws(OutputFailure) -> Int32 {
    let text = TrailText(explainer.explanation(of: line, outcome, sessions, cache))
    stepsOf.append(try number(ofSteps: text.steps))
    try credits.append(text.credit)
    return Int32(credits.count - 1)
  }

  /// The number of the steps of a line.
  private mutating func number(ofSteps texts: [[UInt8]]) throws(OutputFailure) -> Int32 {
    if max(known.numbers.count, known.lists.count) >= Self.mostKnown { known = KnownSteps() }
    var list: [Int32] = []
    for text in texts {
      let place = text.withUnsafeBufferPointer { known.texts.id($0) }
      if place.isNew {
        known.numbers.append(Int32(steps.count))
        try steps.append(text)
      }
      list.append(known.numbers[Int(place.id)])
    }
    if let number = known.lists[list] { return number }
    let number = Int32(lists.count - 1)
    stepsOfLists += list
    lists.append(stepsOfLists.count)
    known.lists[list] = number
    return number
  }

  /// Adds what a row of `credits.csv` says behind a line's own cells.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  func addCredit(_ number: Int32, to row: inout [UInt8]) throws(OutputFailure) {
    try credits.add(Int(number), to: &row)
  }

  /// Adds the rows of `adjustments.csv` of a line.
  ///
  /// - Parameter start: the line's own cells, with which each row begins.
  /// - Throws: `OutputFailure`, as above.
  func addSteps(_ number: Int32, behind start: [UInt8], to rows: inout [UInt8]) throws(OutputFailure) {
    let list = Int(stepsOf[Int(number)])
    for place in lists[list]..<lists[list + 1] {
      rows += start
      try steps.add(Int(stepsOfLists[place]), to: &rows)
    }
  }
}

/// What the lines around a line made of it, as far as its rows tell.
private struct SessionEffect: Hashable {
  private let pair: SessionLine.PairPart
  private let pairFactor: Factor
  private let family: SessionLine.FamilyPart
  private let familyFactor: Factor
  private let units: Int64
  private let sharedUnits: Int64
  private let place: Int32
  private let places: Int32
  private let isBundled: Bool

  init(_ line: SessionLine) {
    pair = line.pair
    pairFactor = line.pairFactor
    family = line.family
    familyFactor = line.familyFactor
    units = line.units
    sharedUnits = line.sharedUnits
    place = line.place
    places = line.places
    isBundled = line.isBundled
  }
}
