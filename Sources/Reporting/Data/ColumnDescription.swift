/// What a column of a data file is: what the schema and the workbook say of it.
public struct ColumnDescription: Hashable, Sendable {
  /// The name, on which scripts rely: `work_rvu_pay`.
  public var name: String
  /// The unit or range of its values; empty for words.
  public var unit: String
  /// What it says, in words that begin small and have no full stop.
  public var meaning: String

  /// A column's description.
  public init(name: String, unit: String, meaning: String) {
    self.name = name
    self.unit = unit
    self.meaning = meaning
  }
}
