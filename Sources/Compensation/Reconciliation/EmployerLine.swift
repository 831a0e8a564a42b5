import ProductivityModel

/// A line of the employer's, with the work RVUs that it gives it.
public struct EmployerLine: Hashable, Sendable {
  /// The clinician's id.
  public var clinicianID: String
  /// The line's id; empty where the file gives none.
  public var lineID: String
  /// The day of service.
  public var day: CalendarDate
  /// The code.
  public var code: ProcedureCode
  /// Its modifiers.
  public var modifiers: ModifierList
  /// How many.
  public var units: Units
  /// Its work RVUs, units included.
  public var work: WorkRVU
  /// Where it stands in its file.
  public var position: SourcePosition

  /// A line.
  public init(
    clinicianID: String, lineID: String = "", day: CalendarDate, code: ProcedureCode, modifiers: ModifierList,
    units: Units, work: WorkRVU, position: SourcePosition
  ) {
    self.clinicianID = clinicianID
    self.lineID = lineID
    self.day = day
    self.code = code
    self.modifiers = modifiers
    self.units = units
    self.work = work
    self.position = position
  }
}
