import ProductivityModel
import Tabular

/// The findings of records whose form is broken.
enum RecordFaults {
  /// The finding of a quote, or of a length, that cannot be.
  static func finding(_ problem: DelimitedReader.RecordProblem, at position: SourcePosition) -> Finding {
    switch problem {
    case .unclosedQuote:
      Finding(
        .unclosedQuote, at: position, "a quote is opened in this record and never closed",
        hint: "close the quote, or double it where it belongs to the text")
    case .textAfterQuote:
      Finding(
        .unclosedQuote, at: position, "there is text after a closing quote",
        hint: "double a quote inside a quoted value")
    case .tooLong:
      Finding(
        .raggedRow, at: position, "the record is longer than \(DelimitedReader.recordLimit >> 20) MB",
        hint: "check that the file is a comma-separated text")
    case .tooManyFields:
      Finding(
        .raggedRow, at: position, "the record has more than \(DelimitedReader.fieldLimit) fields",
        hint: "check that the file is a comma-separated text")
    }
  }

  /// The finding of a record with another number of fields than the header.
  static func ragged(_ count: Int, header: Int, at position: SourcePosition) -> Finding {
    Finding(
      .raggedRow, at: position, "the record has \(count) fields and the header \(header)",
      hint: "look for a comma or line break inside a value that is not in quotes")
  }
}
