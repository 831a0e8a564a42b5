import Crediting
import MedicareFees
import ProductivityModel

/// The words of what is worth a second look in a policy.
public enum PolicyRemarkWording {
  /// What it is, in a sentence without a full stop.
  ///
  /// - Parameter line: the line of a place in the policy's file; nil where it is not known.
  public static func message(_ remark: PolicyRemark, line: (PolicyRemark.Place) -> Int?) -> String {
    func earlier(_ key: String, _ index: Int) -> String {
      line(.item(key, index)).map { "that of line \($0)" } ?? "row \(index + 1)"
    }
    switch remark.kind {
    case .neverApplies(let modifiers, let slot, let index):
      return
        "this row never applies to \(PolicyWording.names(modifiers, slot)): an earlier row, \(earlier("modifiers", index)), always does"
    case .overlaps(let modifiers, let slot, let index, let dates):
      return
        "this row and \(earlier("modifiers", index)) both hold for \(PolicyWording.names(modifiers, slot)) \(PolicyWording.days(dates)); the earlier in the file applies"
    case .leavesOut(let modifiers, let slot, let answers):
      return
        "no row says what \(PolicyWording.names(modifiers, slot)) \(does(modifiers))\(PolicyWording.conditions(answers)): \(changesNothing(modifiers)) there, and no finding tells of it"
    case .gap(let modifiers, let slot, let dates, let answers):
      return
        "\(PolicyWording.days(dates)) no row says what \(PolicyWording.names(modifiers, slot)) \(does(modifiers))\(PolicyWording.conditions(answers)), though earlier and later rows do"
    case .ends(let modifiers, let slot, let day, let answers):
      return
        "after \(day) no row says what \(PolicyWording.names(modifiers, slot)) \(does(modifiers))\(PolicyWording.conditions(answers)): \(changesNothing(modifiers)) from then on"
    case .raises(let modifiers, let slot, let factor):
      return
        "\(PolicyWording.names(modifiers, slot)) \(multiplies(modifiers)) by \(factor), more than such modifiers give"
    case .alsoInformational(let modifier):
      return "\(modifier) is listed as changing nothing, and a row of modifiers changes something; the row applies"
    case .modifierOfNoBuiltIn(let modifier): return "\(modifier) is a modifier that no built-in policy has"
    case .inBothStatusLists(let statuses):
      return
        "\(PolicyWording.statuses(Set(statuses))) \(statuses.count == 1 ? "is" : "are") in both lists of statuses; credited goes before creditedWhenValued"
    case .rowAfterOneForAll(let row, let index):
      return "row \(row + 1) of this list never applies: row \(index + 1) always does"
    case .excludesNoCode(let exclusion):
      return "\(PolicyWording.codes(exclusion)) holds no code of any release on board"
    case .releaseNotOnBoard(let release, _): return "release \(release) is not on board"
    }
  }

  /// What to do about it.
  public static func hint(_ remark: PolicyRemark) -> String {
    switch remark.kind {
    case .neverApplies: "put it first, give it days or conditions of its own, or take it out"
    case .overlaps: "end one with \"through\" on the day before the other starts"
    case .leavesOut: "add a row for it, with factor 1.00 if it is to change nothing"
    case .gap: "move \"from\" or \"through\", or add a row for these days"
    case .ends: "add a row from the next day, or take \"through\" away"
    case .raises: "a factor is a share of one: 62.5 percent is 0.625"
    case .alsoInformational(let modifier): "take \(modifier) out of informational"
    case .modifierOfNoBuiltIn: "see that it is no slip"
    case .inBothStatusLists: "keep each status in one of the lists"
    case .rowAfterOneForAll: "put the row for every line last"
    case .excludesNoCode: "see that it is no slip; rvubench code CODE tells of a code"
    case .releaseNotOnBoard(let release, let releases):
      SpellingSuggestion.nearest(to: release.uppercased(), in: releases).map { "did you mean \($0)?" }
        ?? "the releases on board are \(releases.joined(separator: ", "))"
    }
  }

  private static func does(_ modifiers: [Modifier]) -> String { modifiers.count == 1 ? "does" : "do" }
  private static func multiplies(_ modifiers: [Modifier]) -> String { modifiers.count == 1 ? "multiplies" : "multiply" }
  private static func changesNothing(_ modifiers: [Modifier]) -> String {
    modifiers.count == 1 ? "it changes nothing" : "they change nothing"
  }
}
