import ProductivityModel

/// A file of CMS's "Medicare Physician & Other Practitioners - by Provider and Service", counted by code and specialty.
///
/// Its layouts are those of ``PublicUseLayout``.
public struct PublicUseFile: Sendable {
  /// The services of each code and specialty.
  public let rows: [ProcedureCode: [CodeUsage.Row]]
  /// The rows that were counted.
  public let counted: Int
  /// The rows that could not be understood.
  public let notUnderstood: Int
  /// The size of the file in bytes.
  public let size: UInt64
  /// The SHA-256 of its bytes.
  public let sha256: String
  /// The year of the services, as the file's name tells it; nil where it does not.
  public let year: Int?

  /// Reads a file, a row at a time; what is held is one sum a code and specialty.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read, has none of the known headers, or no row can be understood.
  public static func read(_ path: String) throws(InputFailure) -> PublicUseFile {
    try PublicUseFile(try FileSource(path), path)
  }

  private init(_ source: FileSource, _ path: String) throws(InputFailure) {
    var reader = try PublicUseReader(source, shownAs: path)
    var sums = UsageSums()
    var counted = 0
    var notUnderstood = 0
    reading: while true {
      switch try reader.next() {
      case .end: break reading
      case .fault: notUnderstood += 1
      case .services(let row):
        counted += 1
        sums.add(row.code, reader.specialty, row.units, npi: row.npi)
      }
    }
    guard counted > 0 else {
      throw InputFailure(path, "has no row that can be understood", hint: "see whether it is the file that you mean")
    }
    rows = sums.rows
    self.counted = counted
    self.notUnderstood = notUnderstood
    size = source.size
    sha256 = source.sha256()
    year = Self.year(inName: String(path.split(separator: "/").last ?? ""))
  }

  /// The year that a file's name tells: `..._2021_...`, or `_D21_` as CMS writes it.
  public static func year(inName name: String) -> Int? {
    let parts = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    for part in parts {
      if part.count == 4, let year = Int(part), year >= 2012, year <= 2099 { return year }
      if part.count == 3, part.first == "D" || part.first == "d", let year = Int(part.dropFirst()), year >= 12 {
        return 2000 + year
      }
    }
    return nil
  }
}
