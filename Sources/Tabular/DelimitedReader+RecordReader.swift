extension DelimitedReader: RecordReader {
  /// Delimited text is text throughout: its zeros are as they were written.
  public func isNumber(_ index: Int) -> Bool { false }

  /// A record must have exactly the fields that are expected, and sound quotes.
  public func fault(expecting count: Int) -> String? {
    switch problem {
    case .unclosedQuote: return "has a quote that is not closed"
    case .textAfterQuote: return "has text after a closing quote"
    case .tooLong: return "is longer than \(Self.recordLimit >> 20) MB"
    case .tooManyFields: return "has more than \(Self.fieldLimit) fields"
    case nil: break
    }
    return fieldCount == count ? nil : "has \(fieldCount) fields where the header has \(count)"
  }
}
