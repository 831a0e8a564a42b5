import ProductivityModel
import Tabular

/// The control segments of interchanges, from ISA to IEA: what the sets between them are, and whether all of them are there.
struct InterchangeEnvelope: Sendable {
  /// What can be wrong with the control segments.
  private enum Fault: Int, CaseIterable {
    case cutOff, outside, unnamed, segments, sets, groups, controlNumbers
  }

  private let path: String
  /// ISA13, GS06 and ST02 of what is open; nil where none is.
  private var interchange: [UInt8]?
  private var group: [UInt8]?
  private var transaction: [UInt8]?
  private var groupVersion: [UInt8] = []
  private var groupCount = 0
  private var setCount = 0
  private var segmentCount = 0
  /// Whether any set of professional claims has begun.
  private(set) var hasClaims = false
  /// How often each fault is met, and in which segment first.
  private var faults = [(count: Int, first: Int)](repeating: (0, 0), count: Fault.allCases.count)

  init(path: String) { self.path = path }

  /// Takes note of a segment.
  ///
  /// - Returns: whether it is a control segment, which says nothing of claims.
  /// - Throws: ``InputFailure`` where a set begins that is not one of professional claims.
  mutating func read(_ reader: borrowing InterchangeReader) throws -> Bool {
    let place = reader.segment
    segmentCount += 1
    switch reader.name {
    case "ISA": begin(reader)
    case "GS": beginGroup(reader)
    case "ST": try beginSet(reader)
    case "SE": endSet(reader)
    case "GE": endGroup(reader)
    case "IEA": end(reader)
    case "TA1" where interchange != nil && transaction == nil: return true
    default:
      if transaction == nil { note(.outside, place) }
      if !Self.isName(reader.element(0)) { note(.unnamed, place) }
      return false
    }
    return true
  }

  /// Takes note of the end of the file.
  ///
  /// - Parameter segment: the number of the last segment.
  mutating func endFile(after segment: Int) {
    if interchange != nil { note(.cutOff, segment) }
    interchange = nil
    group = nil
    transaction = nil
  }

  /// What the control segments give reason to say.
  var findings: [Finding] {
    Fault.allCases.compactMap { fault in
      let (count, first) = faults[fault.rawValue]
      guard count > 0 else { return nil }
      let position = SourcePosition(file: path, line: first)
      let (message, hint) = Self.words(fault)
      let problem: Problem = fault == .cutOff || fault == .outside ? .interchangeIncomplete : .interchangeControl
      return Finding(problem, at: position, message, hint: hint, count: count)
    }
  }

  private static func words(_ fault: Fault) -> (message: String, hint: String) {
    let again = "have the file written or transferred again"
    return switch fault {
    case .cutOff: ("the interchange is cut off here: what follows it is not counted", again)
    case .outside: ("there are segments outside of a transaction set", "the beginning of a set is lost; \(again)")
    case .unnamed: ("there is text that is no segment", "look for a separator inside a name or a note; \(again)")
    case .segments: ("SE01 is not the number of segments of the set", "lines may be lost; \(again)")
    case .sets: ("GE01 is not the number of sets of the group", "claims may be lost; \(again)")
    case .groups: ("IEA01 is not the number of groups of the interchange", "claims may be lost; \(again)")
    case .controlNumbers:
      ("a control number at the end of a set, group or interchange is not that at its beginning", again)
    }
  }

  private mutating func note(_ fault: Fault, _ segment: Int) {
    if faults[fault.rawValue].count == 0 { faults[fault.rawValue].first = segment }
    faults[fault.rawValue].count += 1
  }

  // MARK: Control segments

  private mutating func begin(_ reader: borrowing InterchangeReader) {
    if interchange != nil { note(.cutOff, reader.segment) }
    interchange = Self.number(reader.element(13))
    group = nil
    transaction = nil
    groupCount = 0
  }

  private mutating func beginGroup(_ reader: borrowing InterchangeReader) {
    if group != nil { note(.cutOff, reader.segment) }
    if interchange == nil { note(.outside, reader.segment) }
    group = Self.number(reader.element(6))
    groupVersion = Array(reader.element(8).prefix(16))
    transaction = nil
    groupCount += 1
    setCount = 0
  }

  private mutating func beginSet(_ reader: borrowing InterchangeReader) throws {
    if transaction != nil { note(.cutOff, reader.segment) }
    if group == nil { note(.outside, reader.segment) }
    let named = CellText.trimmed(reader.element(3))
    let kind =
      named.isEmpty
      ? groupVersion.withUnsafeBufferPointer { TransactionKind(set: ShortCode(reader.element(1)), version: $0) }
      : TransactionKind(set: ShortCode(reader.element(1)), version: named)
    if case .other(let what) = kind {
      throw InputFailure(
        path, line: reader.segment, "holds \(what), of which no log can be made",
        hint: "give the professional claims (837P, 005010X222A1) that the practice sent")
    }
    hasClaims = true
    transaction = Self.number(reader.element(2))
    setCount += 1
    segmentCount = 1
  }

  private mutating func endSet(_ reader: borrowing InterchangeReader) {
    guard let opened = transaction else { return note(.outside, reader.segment) }
    if !Self.isCount(reader.element(1), segmentCount) { note(.segments, reader.segment) }
    if Self.number(reader.element(2)) != opened { note(.controlNumbers, reader.segment) }
    transaction = nil
  }

  private mutating func endGroup(_ reader: borrowing InterchangeReader) {
    guard let opened = group else { return note(.outside, reader.segment) }
    if transaction != nil { note(.cutOff, reader.segment) }
    if !Self.isCount(reader.element(1), setCount) { note(.sets, reader.segment) }
    if Self.number(reader.element(2)) != opened { note(.controlNumbers, reader.segment) }
    transaction = nil
    group = nil
  }

  private mutating func end(_ reader: borrowing InterchangeReader) {
    guard let opened = interchange else { return note(.outside, reader.segment) }
    if group != nil || transaction != nil { note(.cutOff, reader.segment) }
    let isSame = Self.number(reader.element(2)) == opened
    // Some programs leave the last mark of a file away; a part of a number is no end.
    if !reader.isTerminated, !isSame { return }
    if !Self.isCount(reader.element(1), groupCount) { note(.groups, reader.segment) }
    if !isSame { note(.controlNumbers, reader.segment) }
    interchange = nil
    group = nil
    transaction = nil
  }

  /// A control number without blanks around it and zeros before it; no more of it than such numbers have.
  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(CellText.trimmed(text).drop { $0 == 0x30 }.prefix(16))
  }

  private static func isCount(_ text: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool {
    let digits = CellText.trimmed(text).drop { $0 == 0x30 }
    guard digits.count <= 16, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    return digits.reduce(0) { 10 * $0 + Int($1 - 0x30) } == count
  }

  /// Whether a text has the form of a segment's name: two or three capitals and digits.
  private static func isName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    (2...3).contains(text.count)
      && text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A }
  }
}
