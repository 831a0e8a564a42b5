import ProductivityModel
import Tabular

/// Reads a procedure log of any form a record at a time into packed service lines; what cannot be understood is rejected with
/// a finding and never stops the lines after it.
public protocol LogReader: AnyObject {
  /// The line that was read last.
  var line: ServiceLine { get }
  /// The id of the line that the last line voids.
  var voidTarget: LineID { get }
  /// Whether the log says of its lines which claim they are of, and whether that replaces or voids another.
  var namesClaims: Bool { get }
  /// The claim of the last line.
  var claim: ClaimMark { get }
  /// What the file as a whole gives reason to say, so far: its header, rows that are no records.
  var findings: [Finding] { get }
  /// The rows so far that are no records.
  var otherRows: Int { get }

  /// Reads the next record.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  func next(_ dictionaries: inout RunDictionaries) throws -> LogOutcome
}

/// The reader of the forms whose records are rewritten on the way.
final class FormReader<Records: LogRecords & ~Copyable>: LogReader {
  private var parser: LogParser<Records>

  init(_ parser: consuming LogParser<Records>) { self.parser = parser }

  var line: ServiceLine { parser.line }
  var voidTarget: LineID { parser.voidTarget }
  var namesClaims: Bool { parser.namesClaims }
  var claim: ClaimMark { parser.claim }
  var findings: [Finding] { parser.findings }
  var otherRows: Int { parser.records.otherRows }
  func next(_ dictionaries: inout RunDictionaries) throws -> LogOutcome { try parser.next(&dictionaries) }
}

/// The reader of plain delimited logs. It is no generic class, for of those the compiler makes no own code for each form: every
/// cell would then cost a call.
final class DirectReader: LogReader {
  private var parser: LogParser<DirectRecords>

  init(_ parser: consuming LogParser<DirectRecords>) { self.parser = parser }

  var line: ServiceLine { parser.line }
  var voidTarget: LineID { parser.voidTarget }
  var namesClaims: Bool { parser.namesClaims }
  var claim: ClaimMark { parser.claim }
  var findings: [Finding] { parser.findings }
  var otherRows: Int { parser.records.otherRows }
  func next(_ dictionaries: inout RunDictionaries) throws -> LogOutcome { try parser.next(&dictionaries) }
}
