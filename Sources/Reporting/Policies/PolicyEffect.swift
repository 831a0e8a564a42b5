import Crediting
import MedicareFees
import ProductivityModel

/// What an example earns under two policies: one line, or the lines of one session together.
public struct PolicyEffect: Hashable, Sendable {
  /// The codes and modifiers: `44310 62`, `45385 + 45380`.
  public var line: String
  /// What it shows.
  public var subject: String
  /// What one unit of each line earns under the one policy, and all of them together.
  public var from: WorkRVU
  /// What they earn under the other policy.
  public var to: WorkRVU

  /// Examples that show what policies do, in a facility; an example for whose indicators the release has no code is left out.
  ///
  /// - Parameters:
  ///   - schedule: the release that values them.
  ///   - day: the day of service, whose rows of the policies apply.
  public static func all(
    from: CreditPolicy, to: CreditPolicy, in schedule: FeeSchedule, on day: CalendarDate
  ) -> [PolicyEffect] {
    let engines = (CreditEngine(from.inEffect(on: day)), CreditEngine(to.inEffect(on: day)))
    return PolicyExample.all.compactMap { example in
      guard let lines = example.lines(in: schedule) else { return nil }
      return PolicyEffect(
        line: lines.map(\.description).joined(separator: " + "), subject: example.subject,
        from: credit(lines, engines.0, schedule), to: credit(lines, engines.1, schedule))
    }
  }

  /// What lines of one clinician, patient and day earn together, one unit each.
  private static func credit(
    _ lines: [PolicyExample.Line], _ engine: CreditEngine, _ schedule: FeeSchedule
  ) -> WorkRVU {
    let credits = lines.map {
      engine.lineCredit(
        code: $0.code, modifiers: ModifierList($0.modifiers), setting: .facility, schedule: schedule)
    }
    var session: [SessionLine] = []
    for (index, credit) in credits.enumerated() where credit.row != nil && credit.fate == .credited {
      var id = String(index)
      session.append(
        SessionLine(
          index: index, terms: credit.session, code: lines[index].code.packed,
          modifiers: Int32(index), lineID: id.withUTF8 { LineID($0) }, units: Units.one.tenThousandths))
    }
    engine.session.settle(&session)
    return session.reduce(.zero) { sum, line in
      let credit = credits[line.index]
      return sum + (line.isUnchanged ? credit.credit(units: .one) : credit.credit(line))
    }
  }
}
