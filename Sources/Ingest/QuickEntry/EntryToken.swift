import ProductivityModel

/// A part of what is typed.
public enum EntryToken: Hashable, Sendable {
  /// A code of the release, with which a service begins.
  case code(ProcedureCode)
  /// A modifier of the code before it.
  case modifier(Modifier)
  /// The units of the code before it.
  case units(Units)

  /// Whether a service begins with it.
  var isCode: Bool { if case .code = self { true } else { false } }
}

extension EntryToken: CustomStringConvertible {
  /// `44310`, `62` or `x3`.
  public var description: String {
    switch self {
    case .code(let code): code.description
    case .modifier(let modifier): modifier.description
    case .units(let units): "x\(units)"
    }
  }
}
