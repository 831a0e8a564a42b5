import ProductivityModel

/// Why something that was typed is not taken; it never holds a text that has not the shape of what it stands for.
public enum EntryRefusal: Hashable, Sendable {
  /// There are several readings, and none is chosen.
  case ambiguous(readings: [String], hasMore: Bool)
  /// Five characters of the form of a code that the release has not.
  case unknownCode(ProcedureCode, nearest: ProcedureCode?)
  /// Two characters that no policy knows.
  case unknownModifier(Modifier)
  /// A modifier or units at the start of a line.
  case withoutCode
  /// A modifier or units after something that was not taken.
  case belongsToRefused
  /// A service before something that was not taken and may have been a modifier of it.
  case heldBack(EntryItem)
  /// Units that are there twice.
  case unitsTwice(EntryItem)
  /// Units of more than three digits.
  case tooManyUnits
  /// A day that is none.
  case noDay(shown: String)
  /// Any other text, by its kind, such as "a text of 8 letters".
  case notUnderstood(kind: String)

  /// What is wrong, in a phrase.
  ///
  /// - Parameter release: the release whose codes are recognised.
  public func message(release: String) -> String {
    switch self {
    case .ambiguous(let readings, let hasMore):
      "can be read as " + readings.joined(separator: ", or ") + (hasMore ? ", or in other ways" : "")
    case .unknownCode(let code, _): "\(code) is not in fee schedule release \(release)"
    case .unknownModifier(let modifier): "\(modifier) is no modifier that the policies know"
    case .withoutCode: "there is no code before it on the line"
    case .belongsToRefused: "the code before it was not taken"
    case .heldBack(let item): "\(item) is held back, since what follows it may belong to it"
    case .unitsTwice(let item): "\(item) has its units twice"
    case .tooManyUnits: "more than \(WordReadings.mostUnits) units are taken for a slip of the hand"
    case .noDay(let shown): "\(shown) is not a day"
    case .notUnderstood(let kind): "\(kind) is no code, modifier or command"
    }
  }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .ambiguous:
      "type it again with blanks between codes and modifiers, and units of three digits with a point, such as x326.0"
    case .unknownCode(_, let nearest?): "did you mean \(nearest)?"
    case .unknownCode: "look the code up with rvubench code"
    case .unknownModifier(let modifier): "if it is meant, type it with a hyphen: -\(modifier)"
    case .withoutCode: "a line begins with a code; for a line that is logged already type undo, then code and modifiers"
    case .belongsToRefused: "type it again with its code"
    case .heldBack: "type it again, with its modifiers"
    case .unitsTwice: "type it again with its units once, such as x3"
    case .tooManyUnits: "type several services, of at most \(WordReadings.mostUnits) units each"
    case .noDay: "type the day as @YYYY-MM-DD"
    case .notUnderstood: "type codes and modifiers, such as 44310 62, or ? for the commands"
    }
  }
}
