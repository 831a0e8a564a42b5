import ProductivityModel

/// Codes that a policy does not credit: one code, or all from one to another.
public struct CodeExclusion: Hashable, Sendable {
  /// The first code.
  public var first: ProcedureCode
  /// The last code.
  public var last: ProcedureCode
  /// Why they are not credited.
  public var reason: String

  /// An exclusion.
  public init(first: ProcedureCode, last: ProcedureCode, reason: String) {
    self.first = first
    self.last = last
    self.reason = reason
  }
}
