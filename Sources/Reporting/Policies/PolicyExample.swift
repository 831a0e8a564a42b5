import MedicareFees
import ProductivityModel

/// An example by which policies are compared: a well-known code for each rule, or the first code of a release that fits it.
struct PolicyExample: Sendable {
  /// A line: a code and its modifiers.
  struct Line: Sendable, CustomStringConvertible {
    var code: ProcedureCode
    var modifiers: [Modifier]

    /// `44310 62`.
    var description: String { ([code.description] + modifiers.map(\.description)).joined(separator: " ") }
  }

  /// What it shows.
  let subject: String
  /// The well-known codes, each with its modifiers.
  private let parts: [(code: String, modifiers: [Modifier])]
  /// Whether a row shows it; asked where the example has one line.
  private let fits: @Sendable (FeeRow) -> Bool

  private init(
    _ subject: String, _ parts: (String, [Modifier])..., fits: @escaping @Sendable (FeeRow) -> Bool = { _ in true }
  ) {
    self.subject = subject
    self.parts = parts.map { ($0.0, $0.1) }
    self.fits = fits
  }

  /// The lines; nil where the release has no row that shows it.
  func lines(in schedule: FeeSchedule) -> [Line]? {
    var lines: [Line] = []
    for part in parts {
      guard let code = ProcedureCode(part.code), let index = schedule.rows(for: code)?.base, fits(schedule.rows[index])
      else { break }
      lines.append(Line(code: code, modifiers: part.modifiers))
    }
    if lines.count == parts.count { return lines }
    guard parts.count == 1, let other = schedule.rows.first(where: isPlain) else { return nil }
    return [Line(code: other.code, modifiers: parts[0].modifiers)]
  }

  private func isPlain(_ row: FeeRow) -> Bool {
    row.component == nil && row.status == .active && row.work > .zero && fits(row)
  }

  /// The examples, in the order in which they are shown.
  static let all: [PolicyExample] = [
    PolicyExample("an office visit", ("99214", [])) { $0.work > .zero },
    PolicyExample("a consultation, status I", ("99244", [])) { $0.status == .notValid && $0.work > .zero },
    PolicyExample("both sides, bilateral indicator 1", ("27447", ["50"])) { $0.bilateral == .halfMore },
    PolicyExample("both sides, bilateral indicator 3", ("73562", ["50"])) { $0.bilateral == .eachSideInFull },
    PolicyExample("more work than usual", ("44310", ["22"])) { $0.globalPeriod == .ninetyDays },
    PolicyExample("a reduced service", ("44310", ["52"])) { $0.globalPeriod == .ninetyDays },
    PolicyExample("a discontinued procedure", ("44310", ["53"])) { $0.globalPeriod == .ninetyDays },
    PolicyExample("the operation alone", ("66984", ["54"])) { ($0.postoperative ?? 0) > 0 },
    PolicyExample("the care after it", ("66984", ["55"])) { ($0.postoperative ?? 0) > 0 },
    PolicyExample("a co-surgeon, co-surgeon indicator 2", ("22612", ["62"])) { $0.coSurgeon == .permitted },
    PolicyExample("a co-surgeon, co-surgeon indicator 0", ("45385", ["62"])) { $0.coSurgeon == .notPermitted },
    PolicyExample("a return to the operating room", ("44310", ["78"])) { ($0.intraoperative ?? 0) > 0 },
    PolicyExample("an assistant, assistant indicator 2", ("44310", ["80"])) { $0.assistant == .payable },
    PolicyExample("an assistant, assistant indicator 1", ("45385", ["80"])) { $0.assistant == .notPayable },
    PolicyExample("a physician assistant, assistant indicator 2", ("44310", ["AS"])) { $0.assistant == .payable },
    PolicyExample("the same, assistant indicator 0", ("99213", ["AS"])) { $0.assistant == .documentationRequired },
    PolicyExample("a repeated procedure", ("44310", ["76"])) { $0.globalPeriod == .ninetyDays },
    PolicyExample("two endoscopies of one base, together", ("45385", []), ("45380", [])),
    PolicyExample("both sides on two lines, together", ("27447", ["LT"]), ("27447", ["RT"])),
    PolicyExample("two operations, the second with 51, together", ("44120", []), ("44310", ["51"])),
  ]
}
