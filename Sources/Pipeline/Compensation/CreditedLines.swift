import Compensation
import Ingest
import ProductivityModel

/// The lines of those clinicians of whom an employer's lines are known, with what each would be worth otherwise.
struct CreditedLines {
  private struct Question: Hashable {
    var combination: Int32
    var units: Int64
    var pay: Int64
  }

  private let others: OtherCredits
  private let codes: [ProcedureCode?]
  private let modifiers: [ModifierList]
  /// Whether a clinician's lines are wanted.
  private var isWanted: [Bool]
  private var lines: [Int32: [CreditedLine]] = [:]
  private var answers: [Question: (releases: [CreditedLine.Alternative], policies: [CreditedLine.Alternative])] = [:]

  /// - Throws: `InputFailure` where a release or built-in policy on board cannot be used.
  init(
    _ inputs: RunInputs, _ compensation: CompensationInputs, _ dictionaries: RunDictionaries
  ) throws(InputFailure) {
    others = try OtherCredits(inputs, dictionaries)
    codes = dictionaries.procedureCodes
    modifiers = dictionaries.modifierLists
    let wanted = Set(compensation.employerLines.map(\.clinicianID))
    isWanted = (0..<dictionaries.clinicians.count).map { wanted.contains(dictionaries.clinicians.text($0)) }
  }

  /// Notes a line.
  ///
  /// - Parameter pay: what of its credit stays with the clinician, in millionths.
  mutating func add(
    _ line: ServiceLine, _ outcome: LineOutcome, pay: Int64, _ slots: DaySlots, _ cache: borrowing CreditCache
  ) {
    guard isWanted[Int(line.clinician)], let code = codes[Int(line.code)] else { return }
    let question = Question(combination: outcome.combination, units: line.units, pay: pay)
    let number = Int(outcome.combination)
    let answer =
      answers[question]
      ?? (
        releases: others.releases(number, units: line.units, pay: pay, slots, cache).map(Self.alternative),
        policies: others.policies(number, units: line.units, slots, cache).map(Self.alternative)
      )
    answers[question] = answer
    lines[line.clinician, default: []].append(
      CreditedLine(
        lineID: line.lineID, day: CalendarDate(daysSinceEpoch: line.serviceDay), code: code,
        modifiers: modifiers[Int(line.modifiers)], units: Units(tenThousandths: line.units),
        credit: WorkRVU(millionths: pay), unadjusted: WorkRVU(millionths: outcome.unadjusted),
        releases: answer.releases, policies: answer.policies))
  }

  /// A clinician's lines, in the order of the input.
  func lines(of clinician: Int32) -> [CreditedLine] { lines[clinician] ?? [] }

  private static func alternative(_ worth: OtherCredits.Worth) -> CreditedLine.Alternative {
    CreditedLine.Alternative(worth.name, credit: WorkRVU(millionths: worth.millionths))
  }
}
