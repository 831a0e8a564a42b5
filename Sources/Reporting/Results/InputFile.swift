/// An input of the run, for the manifest.
public struct InputFile: Hashable, Sendable {
  /// What it is: `job`, `log`, `roster`, `survey`, `policy`, `release`, `column map`.
  public var role: String
  /// The path as the job gives it.
  public var path: String
  /// The sheet of a workbook, where several are read or the column map names one.
  public var sheet: String?
  /// Its size in bytes.
  public var size: UInt64
  /// The SHA-256 of its bytes.
  public var sha256: String

  /// An input.
  public init(role: String, path: String, sheet: String? = nil, size: UInt64, sha256: String) {
    self.role = role
    self.path = path
    self.sheet = sheet
    self.size = size
    self.sha256 = sha256
  }

  /// The path as messages and reports show it, with the sheet.
  public var name: String { sheet.map { "\(path) [\($0)]" } ?? path }
}
