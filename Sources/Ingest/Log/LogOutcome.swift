import ProductivityModel

/// What became of the record that a log reader read.
public enum LogOutcome {
  /// A line, in ``LogReader/line``; where it names a line that it voids, that is ``LogReader/voidTarget``.
  case line
  /// The record cannot be understood; the finding says why.
  case rejected(Finding)
  /// There are no more records.
  case end
}
