import Crediting
import MedicareFees
import ProductivityModel
import Reporting

/// What a typed line earns by itself, in the pay ledger.
public struct EntryCredit: Hashable, Sendable {
  /// The credit, with the line's units.
  public var work: WorkRVU
  /// What becomes of the line.
  public var fate: Fate
  /// What the reader should know: why nothing is credited, or what the credit rests on.
  public var notes: [String]
  /// Whether there is a figure at all: a line without a price, or one that is held, has none, which is not zero.
  public var isKnown: Bool { fate != .unpriced && fate != .held }
  /// Whether other lines of a patient and day, or its own units, may change it.
  public var maySessionChange: Bool

  /// The credit of a line whose day no release covers.
  static let none = EntryCredit(
    work: .zero, fate: .unpriced, notes: [AdjustmentWording.cause(.noRelease)], maySessionChange: false)

  private init(work: WorkRVU, fate: Fate, notes: [String], maySessionChange: Bool) {
    self.work = work
    self.fate = fate
    self.notes = notes
    self.maySessionChange = maySessionChange
  }

  init(_ credit: LineCredit, units: Units) {
    work = credit.credit(units: units)
    fate = credit.fate
    notes = []
    if let cause = credit.cause {
      switch credit.fate {
      case .unpriced: notes.append("unpriced: \(AdjustmentWording.cause(cause))")
      case .excluded: notes.append("excluded: \(AdjustmentWording.cause(cause))")
      default:
        notes.append(AdjustmentWording.cause(cause))
        if cause == .anesthesia { notes.append("a run holds the line without minutes and base units") }
      }
    } else if credit.fate == .zeroValued {
      notes.append("zero-valued: the release gives it no work")
    }
    for flag in credit.flags {
      switch flag {
      case .unknownModifier(let modifier): notes.append("the policy does not know modifier \(modifier)")
      case .assumption(let text, _): notes.append(text)
      }
    }
    if credit.attribution != nil { notes.append("the policy may give some of it to another clinician") }
    let terms = credit.session
    maySessionChange =
      terms.isBundled || terms.includesOthers || terms.meetsOthers || terms.dividesUnits && units.magnitude != .one
  }
}
