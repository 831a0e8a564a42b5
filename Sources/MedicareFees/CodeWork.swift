import ProductivityModel

/// A code with the work of its base row.
public struct CodeWork: Hashable, Sendable {
  /// The code.
  public var code: ProcedureCode
  /// Its work.
  public var work: WorkRVU

  /// A code and its work.
  public init(_ code: ProcedureCode, _ work: WorkRVU) {
    self.code = code
    self.work = work
  }
}
