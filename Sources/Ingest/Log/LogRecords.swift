import ProductivityModel

/// The records of a procedure log by standard column, whatever form the log has: delimited text, a sheet, text of fixed
/// width, or claims.
///
/// A record's cells are texts as a standard log would have them; what they mean is read by one reader for all forms.
protocol LogRecords: ~Copyable {
  /// The 1-based place where the record starts: its line, the row of a sheet, or the segment of an interchange.
  var line: Int { get }
  /// What is wrong with the record as a whole; its cells are then not read.
  var fault: Finding? { get }
  /// Whether there is a ``fault``, which costs more to make.
  var isFaulty: Bool { get }
  /// What the form of the file gives reason to say so far: its header, rows that are no records.
  var findings: [Finding] { get }
  /// Rows of the file that are no records, such as repeated headers and totals.
  var otherRows: Int { get }

  /// A number of the claim within the file, the same for all its lines; 0 where the form has no claims.
  var claimNumber: Int { get }
  /// Whether the record is known to be of ASCII characters that can be seen, blanks and tabs, without a stray quote.
  var isPlainText: Bool { get }
  /// Whether a field that is not in quotes has one in it.
  var hasStrayQuote: Bool { get }
  /// The standard columns that the file has, or has fixed values of.
  var columns: Set<LogColumn> { get }

  /// Moves to the next record.
  ///
  /// - Returns: false at the end.
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  mutating func next() throws -> Bool

  /// The text of a column, with any blanks around it; empty where the record has none. Valid until the next record is read.
  func cell(_ column: LogColumn) -> UnsafeBufferPointer<UInt8>

  /// The 1-based place of a column within the record: a byte of its line, a column of a sheet, an element of a segment; nil
  /// where the record has none.
  func place(of column: LogColumn) -> Int?

  /// Whether the record that was read last, and cannot be understood, is none: a repeated header, a total, a footer. It is
  /// then counted among ``otherRows``.
  mutating func passesOver() -> Bool
}

extension LogRecords where Self: ~Copyable {
  var isFaulty: Bool { fault != nil }
  /// A form without claims has no numbers of them.
  var claimNumber: Int { 0 }
  /// Nothing is known of a record's characters unless a form looks at them.
  var isPlainText: Bool { false }
  /// Where quotes mark nothing none is astray.
  var hasStrayQuote: Bool { false }
  /// A form whose every record is one passes over none.
  mutating func passesOver() -> Bool { false }
}
