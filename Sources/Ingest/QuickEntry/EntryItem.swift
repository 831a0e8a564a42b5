import ProductivityModel

/// A service as it was typed: a code with its modifiers and units.
public struct EntryItem: Hashable, Sendable {
  /// The code, of the release.
  public var code: ProcedureCode
  /// The modifiers in the order in which they were typed, each once.
  public var modifiers: [Modifier]
  /// The units; nil where none were typed, which is one.
  public var typedUnits: Units?

  /// A service.
  public init(code: ProcedureCode, modifiers: [Modifier] = [], typedUnits: Units? = nil) {
    self.code = code
    self.modifiers = modifiers
    self.typedUnits = typedUnits
  }

  /// The units.
  public var units: Units { typedUnits ?? .one }
}

extension EntryItem: CustomStringConvertible {
  /// `44310 62` or `97110 GP x3`.
  public var description: String {
    ([code.description] + modifiers.map(\.description) + (units == .one ? [] : ["x\(units)"])).joined(separator: " ")
  }
}
