import MedicareFees
import ProductivityModel

/// Something in a policy that is worth a second look, as a fact; `PolicyRemarkWording` has the words.
public struct PolicyRemark: Hashable, Sendable {
  /// Where in a policy something stands.
  public enum Place: Hashable, Sendable {
    /// A key at the top of the policy.
    case key(String)
    /// An item of the list of a key, the first 0; for `exclude` a code or range of codes.
    case item(String, Int)
    /// An item of the list of a key by its text.
    case value(String, String)
  }

  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// A row of `modifiers` never applies: earlier rows, of which the first is told, match wherever it would.
    case neverApplies([Modifier], ModifierSlot, earlier: Int)
    /// Two rows of `modifiers` that ask the same hold on the same days; the earlier in the file applies.
    case overlaps([Modifier], ModifierSlot, earlier: Int, EffectiveDates)
    /// No row of a modifier says anything where a fee schedule row has these answers.
    case leavesOut([Modifier], ModifierSlot, [IndicatorCase.Answers])
    /// On some days no row says anything, though earlier and later ones do; without answers it is so of any row.
    case gap([Modifier], ModifierSlot, EffectiveDates, [IndicatorCase.Answers])
    /// After a day no row says anything any more.
    case ends([Modifier], ModifierSlot, after: CalendarDate, [IndicatorCase.Answers])
    /// A modifier raises the credit more than such modifiers do.
    case raises([Modifier], ModifierSlot, Factor)
    /// A modifier is listed as changing nothing, and a row changes something.
    case alsoInformational(Modifier)
    /// A modifier that no built-in policy has.
    case modifierOfNoBuiltIn(Modifier)
    /// Statuses that stand in both lists.
    case inBothStatusLists([StatusCode])
    /// A row of `anesthesia` or `attribution` that an earlier row hides.
    case rowAfterOneForAll(row: Int, earlier: Int)
    /// An exclusion that holds no code of any release on board.
    case excludesNoCode(CodeExclusion)
    /// The release of a frozen vintage is not on board.
    case releaseNotOnBoard(String, releases: [String])
  }

  /// Where it stands.
  public var place: Place
  /// What it is.
  public var kind: Kind

  init(_ place: Place, _ kind: Kind) {
    self.place = place
    self.kind = kind
  }

  /// How much it matters: an error where a run stops, a warning where a credit may not be what the writer meant, else a note.
  public var severity: Severity {
    switch kind {
    case .releaseNotOnBoard: .error
    case .modifierOfNoBuiltIn: .note
    default: .warning
    }
  }
}
