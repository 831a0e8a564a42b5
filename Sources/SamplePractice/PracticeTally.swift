/// How many records of each kind a generated practice has.
public struct PracticeTally: Hashable, Sendable {
  /// All records of all logs, headers apart.
  public var records = 0
  /// Lines as billed: the records less those below that are not among them.
  public var billed = 0
  /// Lines posted 30 days or more after the service; they are among the billed.
  public var late = 0
  /// Lines that take back another.
  public var reversals = 0
  /// Reversals that name the line they take back; they are among the reversals.
  public var namedVoids = 0
  /// Records given a second time, in the next month's file.
  public var duplicates = 0
  /// Records that put another level of visit in the place of an earlier one.
  public var corrections = 0
  /// Records that are wrong on purpose.
  public var untidy = 0
  /// Bytes of all logs.
  public var bytes = 0
}
