import ProductivityModel

/// A file of pay as it was read: its good rows, what is wrong with the others, and how many of each there are.
public struct PayTable<Row: Sendable>: Sendable {
  /// The rows that can be used, in the order of the file.
  public var rows: [Row]
  /// What is wrong with the others, by place; several rows with one fault are one finding.
  public var findings: [Finding]
  /// The rows that are not used.
  public var rejected: Int
  /// The file, its size and hash, for the manifest.
  public var input: (path: String, size: UInt64, sha256: String)

  /// All rows but the header: those used and those rejected.
  public var records: Int { rows.count + rejected }
}
