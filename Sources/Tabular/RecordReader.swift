/// Reads a table one record at a time, whatever form the table has: delimited text, text of fixed width, or a sheet.
public protocol RecordReader: ~Copyable {
  /// The 1-based line where the record starts, or its row in a sheet.
  var line: Int { get }
  /// The number of fields of the record.
  var fieldCount: Int { get }

  /// Moves to the next record.
  ///
  /// - Returns: false at the end.
  /// - Throws: what the source says of a failed read, or ``FormFailure`` where its form is broken.
  mutating func next() throws -> Bool

  /// The bytes of a field; valid until the next record is read.
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8>
  /// The 1-based place of a field: a byte of its line, or a column of a sheet.
  func column(of index: Int) -> Int
  /// Whether the field is kept as a number, so that leading zeros are lost.
  func isNumber(_ index: Int) -> Bool
  /// The day that a field counts, in days since 1970-01-01; nil where it is text, or no such day.
  ///
  /// - Parameter isAnyNumber: whether a number may be a day that its style does not show as one.
  func day(_ index: Int, isAnyNumber: Bool) -> Int?
  /// Whether there is nothing but blanks outside the fields.
  var fillerIsBlank: Bool { get }
  /// Whether the record is known to be of ASCII characters that can be seen, blanks and tabs, without a stray quote.
  var isPlainText: Bool { get }
  /// Whether a field that is not in quotes has a double one in it, where those are the mark around fields.
  var hasStrayQuote: Bool { get }
  /// Says how many fields a record should have, for forms that can make use of it.
  mutating func expect(fields count: Int)
  /// Whether any field has more in it than blanks.
  var hasText: Bool { get }
  /// Whether some field holds what is no value: then ``flaw(of:)`` tells of which.
  var hasFlaw: Bool { get }
  /// What is wrong with a field, in a phrase, and what to do: an error of a spreadsheet, or a formula without a result.
  func flaw(of index: Int) -> (what: String, hint: String)?
  /// What is wrong with the form of the record where a number of fields is expected, if anything.
  func fault(expecting count: Int) -> String?
}

extension RecordReader where Self: ~Copyable {
  /// Where fields are next to each other there is nothing outside of them.
  public var fillerIsBlank: Bool { true }
  /// Only sheets count days.
  public func day(_ index: Int, isAnyNumber: Bool) -> Int? { nil }
  /// Nothing is known of a record's characters unless a form looks at them.
  public var isPlainText: Bool { false }
  /// A text is a value.
  public var hasFlaw: Bool { false }
  /// A text is a value.
  public func flaw(of index: Int) -> (what: String, hint: String)? { nil }
  /// Where quotes mark nothing none is astray.
  public var hasStrayQuote: Bool { false }
  /// Most forms find the fields of a record without knowing how many there are.
  public mutating func expect(fields count: Int) {}

  /// Whether any field has more in it than blanks.
  public var hasText: Bool {
    for index in 0..<fieldCount where field(index).contains(where: { $0 != 0x20 && $0 != 0x09 }) { return true }
    return false
  }

  /// The text of a field, repaired where it is not UTF-8.
  public func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

  /// All fields of the record as text.
  public func texts() -> [String] {
    var result: [String] = []
    for index in 0..<fieldCount { result.append(text(index)) }
    return result
  }
}
