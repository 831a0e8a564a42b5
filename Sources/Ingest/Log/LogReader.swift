import ProductivityModel
import Tabular

/// Reads a procedure log of any form a record at a time into packed service lines; what cannot be understood is rejected with
/// a finding and never stops the lines after it.
public class LogReader {
  /// What became of the record that was read.
  public enum Outcome {
    /// A line, in ``line``; where it names a line that it voids, that is ``voidTarget``.
    case line
    /// The record cannot be understood; the finding says why.
    case rejected(Finding)
    /// There are no more records.
    case end
  }

  /// The line that was read last.
  public var line: ServiceLine { fatalError("a log reader has a form") }
  /// The id of the line that the last line voids.
  public var voidTarget: LineID { fatalError("a log reader has a form") }
  /// Whether the log says of its lines which claim they are of, and whether that replaces or voids another.
  public var namesClaims: Bool { fatalError("a log reader has a form") }
  /// The claim of the last line.
  public var claim: ClaimMark { fatalError("a log reader has a form") }
  /// What the file as a whole gives reason to say, so far: its header, rows that are no records.
  public var findings: [Finding] { fatalError("a log reader has a form") }
  /// The rows so far that are no records.
  public var otherRows: Int { fatalError("a log reader has a form") }

  /// Reads the next record.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  public func next(_ dictionaries: inout RunDictionaries) throws -> Outcome {
    fatalError("a log reader has a form")
  }
}

/// The reader of the forms whose records are rewritten on the way.
final class FormReader<Records: LogRecords & ~Copyable>: LogReader {
  private var parser: LogParser<Records>

  init(_ parser: consuming LogParser<Records>) { self.parser = parser }

  override var line: ServiceLine { parser.line }
  override var voidTarget: LineID { parser.voidTarget }
  override var namesClaims: Bool { parser.namesClaims }
  override var claim: ClaimMark { parser.claim }
  override var findings: [Finding] { parser.findings }
  override var otherRows: Int { parser.records.otherRows }
  override func next(_ dictionaries: inout RunDictionaries) throws -> Outcome { try parser.next(&dictionaries) }
}

/// The reader of plain delimited logs. It is no generic class, for of those the compiler makes no own code for each form: every
/// cell would then cost a call.
final class DirectReader: LogReader {
  private var parser: LogParser<DirectRecords>

  init(_ parser: consuming LogParser<DirectRecords>) { self.parser = parser }

  override var line: ServiceLine { parser.line }
  override var voidTarget: LineID { parser.voidTarget }
  override var namesClaims: Bool { parser.namesClaims }
  override var claim: ClaimMark { parser.claim }
  override var findings: [Finding] { parser.findings }
  override var otherRows: Int { parser.records.otherRows }
  override func next(_ dictionaries: inout RunDictionaries) throws -> Outcome { try parser.next(&dictionaries) }
}
