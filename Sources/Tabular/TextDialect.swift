/// How delimited text marks its fields.
public struct TextDialect: Hashable, Sendable {
  /// The mark around a field that holds delimiters or line ends.
  public enum Quote: String, CaseIterable, Sendable {
    /// `"`
    case double
    /// `'`
    case single
    /// No mark: a quote is a character like any other.
    case none
  }

  /// How a quote stands within a quoted field.
  public enum Escape: String, CaseIterable, Sendable {
    /// Twice, as RFC 4180 says.
    case doubled
    /// After a backslash, as databases export it; a backslash stands after one too.
    case backslash
  }

  /// The byte between fields.
  public var delimiter: UInt8
  /// The mark around a field.
  public var quote: Quote
  /// How a quote stands within a quoted field.
  public var escape: Escape

  /// A dialect; that of RFC 4180 unless said otherwise.
  ///
  /// - Parameter delimiter: an ASCII character.
  public init(delimiter: UInt8 = UInt8(ascii: ","), quote: Quote = .double, escape: Escape = .doubled) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
  }
}
