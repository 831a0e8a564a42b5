/// Where a standard column's text comes from in a log of another layout.
public struct ColumnSource: Hashable, Sendable {
  /// What several headers are for.
  public enum Choice: Sendable {
    /// The cells that are not blank, with a blank between each.
    case joined
    /// The first cell that is not blank.
    case first
  }

  /// Which part of a cell is taken.
  public enum Part: String, CaseIterable, Sendable {
    /// All of it.
    case whole
    /// The code of a cell such as `99214-25` or `99214 - a title`.
    case code
    /// The modifiers of such a cell.
    case modifiers
  }

  /// The headers of the columns.
  public var headers: [String]
  /// What several of them are for.
  public var choice: Choice
  /// Which part of the cell is taken.
  public var part: Part
  /// By what a cell names a clinician.
  public var key: ClinicianKey
  /// The forms in which days are written in it; nil for those of the map.
  public var dates: DateForms?
  /// Whether a file may lack it: then it is told of, and blank.
  public var isOptional: Bool
  /// Whether a blank cell stands for the last value above it in the file, as where a value is on a block's first row only.
  public var fillsDown: Bool

  /// The column of a header, as it is.
  public init(
    _ headers: [String], choice: Choice = .joined, part: Part = .whole, key: ClinicianKey = .id,
    dates: DateForms? = nil, isOptional: Bool = false, fillsDown: Bool = false
  ) {
    self.headers = headers
    self.choice = choice
    self.part = part
    self.key = key
    self.dates = dates
    self.isOptional = isOptional
    self.fillsDown = fillsDown
  }

  /// Whether the column is one of the file's, read as it is.
  var isPlain: Bool { headers.count == 1 && part == .whole && key == .id && !fillsDown }
}
