import ProductivityModel
import Tabular

/// What is in a log before lines are added by hand: its columns, whose lines it has, and how it ends.
///
/// The columns are found by name, in any order. A file that has a column of another name, or lacks one that is needed, is refused:
/// what such a column should hold is not known.
public struct HandLog: Sendable {
  /// How the file ends.
  public enum Tail: Hashable, Sendable {
    /// With a line end, or it is empty.
    case whole
    /// Without a line end after a record that has all its fields; its line, and the service where it can be shown.
    case withoutLineEnd(line: Int, item: EntryItem?)
    /// Without a line end, in a record that lacks fields: its writing was cut off.
    case cutOff(line: Int)
  }

  /// The columns in their order.
  public let columns: [LogColumn]
  /// Whether lines end with CR and LF.
  public let endsLinesWithCRLF: Bool
  /// The clinicians of the records, in the order in which they first stand.
  public private(set) var clinicians: [String] = []
  /// The ids of the records.
  public private(set) var lineIDs: Set<String> = []
  /// The records that are understood.
  public private(set) var records = 0
  /// How the file ends.
  public private(set) var tail = Tail.whole
  /// The records that may be taken back, in the order of the file.
  private var lines: [HandLogLine] = []
  private var voided: Set<String> = []

  /// The columns of a new file. The last has always ten characters, so a record whose writing was cut off is seen to be.
  public static let newColumns: [LogColumn] = [
    .lineID, .clinicianID, .specialty, .serviceDate, .patientID, .code, .modifiers, .units, .placeOfService, .voidOf,
    .postDate,
  ]
  /// The header of a new file, with its line end.
  public static let newHeader = Array((newColumns.map(\.rawValue).joined(separator: ",") + "\n").utf8)
  /// The columns without which lines cannot be added.
  private static let needed: [LogColumn] = [
    .lineID, .clinicianID, .serviceDate, .code, .modifiers, .units, .voidOf,
  ]
  private static let remedy = "name a new file; a job reads any number of them, such as logs/*.csv"

  /// Looks through a file.
  ///
  /// - Parameters:
  ///   - bytes: all of it, its header at least.
  ///   - path: its name in messages.
  /// - Throws: ``InputFailure`` where lines cannot be added to it.
  public init(_ bytes: [UInt8], path: String) throws(InputFailure) {
    do {
      var reader = DelimitedReader(MemorySource(bytes))
      guard try reader.next() else { throw InputFailure(path, "is empty", hint: Self.remedy) }
      if let failure = HeaderShape.failure(reader, file: path) { throw failure }
      columns = try Self.columns(reader.texts(), path)
      endsLinesWithCRLF = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
      let isWhole = bytes.last == 0x0A
      while try reader.next() { add(reader, isWhole: isWhole) }
      if isWhole { tail = .whole }
    } catch let failure as InputFailure {
      throw failure
    } catch {
      throw InputFailure(path, "cannot be read as CSV", hint: Self.remedy)
    }
  }

  /// The lines of a clinician that stand, the last of them last: those that were not taken back.
  public func standing(of clinician: String) -> [HandLogLine] {
    lines.filter { $0.clinicianID == clinician && !voided.contains($0.lineID) }
  }

  /// The specialty of a clinician's last line that names one; empty where none does.
  public func specialty(of clinician: String) -> String {
    lines.last { $0.clinicianID == clinician && !$0.specialty.isEmpty }?.specialty ?? ""
  }

  /// A record of the file, with its line end.
  public func bytes(of line: HandLogLine) -> [UInt8] {
    var writer = DelimitedWriter()
    for column in columns { writer.field(line.cell(column)) }
    writer.endRecord()
    let bytes = writer.bytes
    return endsLinesWithCRLF ? bytes.dropLast() + [0x0D, 0x0A] : bytes
  }

  // MARK: Reading

  private static func columns(_ header: [String], _ path: String) throws(InputFailure) -> [LogColumn] {
    // A file without a header begins with a record, of which nothing is shown.
    guard header.contains(where: { LogColumn(rawValue: LogHeader.normalized($0)) != nil }) else {
      throw InputFailure(
        path, line: 1, "the first line is not the header of a standard log",
        hint: HeaderShape.separatorHint(header).map { "\($0); or \(remedy)" } ?? remedy)
    }
    var columns: [LogColumn] = []
    for text in header {
      guard let column = LogColumn(rawValue: LogHeader.normalized(text)) else {
        throw InputFailure(
          path, line: 1,
          "the header is not that of a standard log: the column \(HeaderShape.quoted(text)) is none of its",
          hint: remedy)
      }
      if columns.contains(column) {
        throw InputFailure(path, line: 1, "the column \(column.rawValue) is there twice", hint: remedy)
      }
      columns.append(column)
    }
    let missing = needed.filter { !columns.contains($0) }.map(\.rawValue)
    if !missing.isEmpty {
      throw InputFailure(
        path, line: 1, "lines cannot be added: the header lacks \(missing.joined(separator: ", "))", hint: remedy)
    }
    return columns
  }

  private mutating func add(_ reader: borrowing DelimitedReader, isWhole: Bool) {
    guard reader.problem == nil, reader.fieldCount == columns.count else {
      let isBlank = reader.fieldCount == 1 && reader.text(0).trimmed.isEmpty
      if !isBlank { tail = .cutOff(line: reader.line) }
      return
    }
    func text(_ column: LogColumn) -> String {
      columns.firstIndex(of: column).map { reader.text($0).trimmed } ?? ""
    }
    let lineID = text(.lineID)
    let isRepeated = !lineID.isEmpty && !lineIDs.insert(lineID).inserted
    let (clinician, voidOf) = (text(.clinicianID), text(.voidOf))
    // A record of our own ends with a whole day; one that does not was cut off within it.
    let isCut = !isWhole && columns == Self.newColumns && CalendarDate(iso: text(.postDate)) == nil
    let line = isCut ? nil : line(lineID, clinician, voidOf, text)
    tail = isCut ? .cutOff(line: reader.line) : .withoutLineEnd(line: reader.line, item: line?.item)
    if isCut { return }
    records += 1
    if !clinician.isEmpty, !clinicians.contains(clinician) { clinicians.append(clinician) }
    if !voidOf.isEmpty {
      voided.insert(voidOf)
      voided.insert(lineID)
    }
    if let line {
      // Of the records with one id the last counts.
      if isRepeated { lines.removeAll { $0.lineID == line.lineID } }
      lines.append(line)
    }
  }

  /// The line of a record; nil where it has no id by which it could be taken back, or is no plain line.
  private func line(
    _ lineID: String, _ clinician: String, _ voidOf: String, _ text: (LogColumn) -> String
  ) -> HandLogLine? {
    let units = text(.units)
    guard let day = CalendarDate(iso: text(.serviceDate)), let code = ProcedureCode(text(.code)), code.hasPublishedForm,
      case .success(let count) = units.isEmpty ? .success(10_000) : DecimalText.parse(units, scale: Units.scale),
      let modifiers = {
        var cell = text(.modifiers); return cell.withUTF8 { ModifierList($0) }
      }(), !lineID.isEmpty,
      voidOf.isEmpty, count > 0
    else { return nil }
    return HandLogLine(
      lineID: lineID, clinicianID: clinician, specialty: text(.specialty), day: day, patientKey: text(.patientID),
      item: EntryItem(
        code: code, modifiers: modifiers.modifiers, typedUnits: Units(tenThousandths: count)),
      place: Int(text(.placeOfService)).flatMap { PlaceOfService($0) },
      entered: CalendarDate(iso: text(.postDate)) ?? day)
  }
}
