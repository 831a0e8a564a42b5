import ProductivityModel
import Tabular

/// Reads CMS's "Medicare Physician & Other Practitioners - by Provider and Service" a row at a time, in bounded memory.
///
/// - Complexity: O(1) memory beyond the longest record.
public struct PublicUseReader: ~Copyable {
  /// What the next record is.
  public enum Row: Sendable {
    /// There is none.
    case end
    /// A record that cannot be understood; ``PublicUseReader/fault`` says why.
    case fault
    /// The services of a clinician or organisation with a code in a kind of place.
    case services(Services)
  }

  /// A record that was understood; its specialty is ``PublicUseReader/specialty``.
  public struct Services: Hashable, Sendable {
    /// The number of the clinician or organisation.
    public var npi: UInt64
    /// The code.
    public var code: ProcedureCode
    /// How many services.
    public var units: Units
    /// Whether the number is an organisation's; false where the layout does not say.
    public var isOrganisation: Bool
    /// Whether the code is that of a drug; false where the layout does not say.
    public var isDrug: Bool
  }

  /// Why a record cannot be understood.
  public struct Fault: Hashable, Sendable {
    /// The kind of problem.
    public var problem: Problem
    /// What is wrong, in a phrase.
    public var message: String

    /// A fault.
    public init(_ problem: Problem, _ message: String) {
      self.problem = problem
      self.message = message
    }
  }

  /// The file, as messages show it.
  public let file: String
  /// Where its columns are.
  public let layout: PublicUseLayout
  /// What is wrong with the record that was read last; nil where nothing is.
  public private(set) var fault: Fault?
  private var faultColumn: Int?
  private var reader: DelimitedReader

  /// Opens a file and reads its header.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read or has none of the known headers.
  public init(_ source: any ByteSource, shownAs file: String) throws(InputFailure) {
    var reader = DelimitedReader(source)
    let isThere: Bool
    do {
      isThere = try reader.next()
    } catch {
      throw (error as? InputFailure) ?? InputFailure(file, "cannot be read")
    }
    guard isThere, let layout = PublicUseLayout(reader.texts()) else {
      throw InputFailure(
        file, line: 1, "has none of the headers of CMS's file by provider and service",
        hint: "the header must name \(PublicUseLayout.expected.joined(separator: ", ")), in any order")
    }
    self.file = file
    self.layout = layout
    self.reader = reader
  }

  /// The specialty of the record that was read last; valid until the next is read.
  public var specialty: UnsafeBufferPointer<UInt8> { reader.field(layout.specialty) }

  /// Where the fault of the record that was read last is.
  public var faultPosition: SourcePosition {
    SourcePosition(
      file: file, line: reader.line,
      column: faultColumn.flatMap { $0 < reader.fieldCount ? reader.column(of: $0) : nil })
  }

  /// Where the number of services of the record that was read last is.
  public var servicesPosition: SourcePosition {
    SourcePosition(file: file, line: reader.line, column: reader.column(of: layout.services))
  }

  /// Moves to the next record.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  public mutating func next() throws(InputFailure) -> Row {
    do {
      guard try reader.next() else { return .end }
    } catch {
      throw (error as? InputFailure) ?? InputFailure(file, "cannot be read")
    }
    if let problem = reader.problem {
      let isQuote = problem == .unclosedQuote || problem == .textAfterQuote
      return refuse(nil, isQuote ? .unclosedQuote : .raggedRow, "the record cannot be read")
    }
    guard reader.fieldCount > layout.last else {
      return refuse(nil, .raggedRow, "the record has \(reader.fieldCount) fields, fewer than the header")
    }
    guard let npi = Self.number(reader.field(layout.npi)) else {
      return refuse(layout.npi, .malformedIdentifier, "the NPI is not a number of at most ten digits")
    }
    guard let code = ProcedureCode(reader.field(layout.code)) else {
      return refuse(layout.code, .malformedCode, "the code has not the form of a procedure code")
    }
    guard let units = Self.services(reader.field(layout.services)) else {
      return refuse(layout.services, .notANumber, "the number of services is no number above zero")
    }
    guard !specialty.isEmpty else { return refuse(layout.specialty, .missingValue, "the specialty is blank") }
    return .services(
      Services(
        npi: npi, code: code, units: units, isOrganisation: says(layout.entity, 0x4F), isDrug: says(layout.drug, 0x59)))
  }

  private mutating func refuse(_ column: Int?, _ problem: Problem, _ message: String) -> Row {
    faultColumn = column
    fault = Fault(problem, message)
    return .fault
  }

  /// Whether a column has one letter.
  private func says(_ column: Int?, _ letter: UInt8) -> Bool {
    guard let column else { return false }
    let cell = reader.field(column)
    return cell.count == 1 && cell[0] == letter
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard (1...10).contains(text.count) else { return nil }
    var value: UInt64 = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + UInt64(byte - 0x30)
    }
    return value
  }

  /// A count of services; fractions beyond ten-thousandths, which only re-exports have, are rounded half up.
  private static func services(_ text: UnsafeBufferPointer<UInt8>) -> Units? {
    switch DecimalText.parse(text, scale: Units.scale) {
    case .success(let value): return value > 0 ? Units(tenThousandths: value) : nil
    case .failure(.tooManyDecimals):
      guard case .success(let value) = DecimalText.parse(text, scale: 11), value > 0 else { return nil }
      return Units(tenThousandths: (value + 5_000_000) / 10_000_000)
    case .failure: return nil
    }
  }
}
