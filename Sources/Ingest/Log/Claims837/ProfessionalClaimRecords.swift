import ProductivityModel
import Tabular

/// The service lines of professional claims in X12 interchanges, as records of a procedure log.
///
/// A record is a service line: LX, the SV1 after it, and what belongs to it up to the next line, claim or level. What a line does
/// not say itself is taken from its claim, and who renders, last, from the billing provider. ``line`` is the number of the
/// segment LX, and the place of a column the number of the element that it comes from in its own segment.
///
/// - Source: ASC X12N 005010X222A1, whose parts that are read are told in benchmarks-data/schema/claims-837p.md.
struct ProfessionalClaimRecords: LogRecords, ~Copyable {
  private(set) var line = 0
  private(set) var fault: Finding?
  private(set) var claimNumber = 0

  private let path: String
  private var reader: InterchangeReader
  private var envelope: InterchangeEnvelope
  private var lookup: ClinicianLookup
  private var scope = ClaimScope()
  private var service = ClaimService()
  private var cells = ClaimCells()
  /// Whether the reader's segment has ended a line and is still to be read.
  private var holdsSegment = false
  /// Whether a service line is open.
  private var isOpen = false
  private var atEnd = false
  private var claimCount = 0
  /// Lines whose service lasted several days, and the first of them.
  private var rangeCount = 0
  private var firstRange = 0

  /// Reads up to the first transaction set.
  ///
  /// - Throws: ``InputFailure`` where the file is no interchange, or none of professional claims.
  init(_ source: any ByteSource, path: String, clinicians: ClinicianDirectory?) throws {
    self.path = path
    reader = InterchangeReader(source)
    envelope = InterchangeEnvelope(path: path)
    lookup = ClinicianLookup(clinicians, by: .npi)
    while !envelope.hasClaims {
      guard try advance() else {
        throw InputFailure(
          path, "has no transaction set of claims", hint: "the file is cut off or empty; have it written again")
      }
      _ = try envelope.read(reader)
    }
  }

  var columns: Set<LogColumn> { Set(Self.elements.keys) }
  var otherRows: Int { 0 }

  var findings: [Finding] {
    guard rangeCount > 0 else { return envelope.findings }
    return envelope.findings + [
      Finding(
        .dateRange, at: SourcePosition(file: path, line: firstRange),
        "a line has a first and a last day of service, and counts on the first",
        hint: "split the line by day where fee schedule or period change between them", count: rangeCount)
    ]
  }

  func cell(_ column: LogColumn) -> UnsafeBufferPointer<UInt8> { cells[column] }

  func place(of column: LogColumn) -> Int? { Self.elements[column] }

  /// The columns that claims have, and the element of its segment from which each comes.
  private static let elements: [LogColumn: Int] = [
    .lineID: 2, .clinicianID: 9, .serviceDate: 3, .patientID: 9, .code: 1, .modifiers: 1, .units: 4, .minutes: 4,
    .placeOfService: 5, .charge: 2, .billingID: 9, .supervisingID: 9, .claimID: 1, .claimFrequency: 5,
  ]

  mutating func next() throws -> Bool {
    closeLine()
    while !atEnd {
      if !holdsSegment, try !advance() {
        envelope.endFile(after: reader.segment)
        atEnd = true
        return isOpen ? finishLine(isCutOff: true) : false
      }
      if isOpen, endsLine {
        holdsSegment = true
        return finishLine(isCutOff: false)
      }
      holdsSegment = false
      try readSegment()
    }
    return false
  }

  // MARK: Segments

  /// Moves to the next segment; false at the end, and where the last one is cut off.
  private mutating func advance() throws -> Bool {
    do {
      guard try reader.next() else { return false }
      // Of segments without an end only the last of all is whole, and the envelope tells whether it is.
      return reader.isTerminated || reader.name == "IEA"
    } catch let failure as FormFailure {
      throw InputFailure(path, line: max(1, reader.segment), failure.message, hint: failure.hint)
    }
  }

  /// Whether the segment does not belong to the open line.
  private var endsLine: Bool {
    switch reader.name {
    case "LX", "CLM", "HL", "ISA", "GS", "ST", "SE", "GE", "IEA": true
    case "SV1": service.isRead
    default: false
    }
  }

  /// The most segments without a line of service among them: a claim has some dozens a line.
  private static let mostWithoutLine = 1 << 20

  private mutating func readSegment() throws {
    guard reader.segment - line <= Self.mostWithoutLine else {
      throw InputFailure(
        path, line: reader.segment, "has more than a million segments without a line of service",
        hint: "it is no file of claims, or a damaged one; have it written again")
    }
    if try envelope.read(reader) {
      scope = ClaimScope()
      claimNumber = 0
      return
    }
    switch reader.name {
    case "HL":
      scope.begin(level: ShortCode(reader.element(3)))
    case "CLM": beginClaim()
    case "LX": openLine()
    case "SV1":
      if !isOpen { openLine() }
      service.read(reader, &cells)
    case "SV2": throw otherLines("institutions (837I)")
    case "SV3": throw otherLines("dentists (837D)")
    default:
      if isOpen {
        readLine()
      } else if scope.claim != nil {
        readClaim()
      } else {
        scope.readParty(reader, &lookup)
      }
    }
  }

  private func otherLines(_ whose: String) -> InputFailure {
    InputFailure(
      path, line: reader.segment, "holds claims of \(whose), of which no log can be made",
      hint: "give the professional claims (837P, 005010X222A1) that the practice sent")
  }

  private mutating func beginClaim() {
    claimCount += 1
    claimNumber = claimCount
    var claim = ClaimScope.Claim()
    claim.place = Array(CellText.trimmed(reader.component(1, of: 5)).prefix(ClaimCells.room))
    scope.claim = claim
    cells.set(.claimID, CellText.trimmed(reader.element(1)))
    cells.set(.claimFrequency, CellText.trimmed(reader.component(3, of: 5)))
    cells.set(.patientID, scope.patientKey)
  }

  private mutating func readClaim() {
    // Changed in a copy: the compiler forgets to free what is assigned through the optional.
    guard var claim = scope.claim else { return }
    switch reader.name {
    case "SBR": claim.isOfOtherPayer = true
    case "NM1" where !claim.isOfOtherPayer:
      switch ShortCode(reader.element(1)) {
      case "82": claim.rendering = ClaimProvider(reader, &lookup)
      case "DQ": claim.supervising = ClaimProvider(reader, &lookup)
      default: return
      }
    case "DTP" where ShortCode(reader.element(1)) == "472": claim.days = ClaimedDays(reader)
    default: return
    }
    scope.claim = claim
  }

  private mutating func readLine() {
    switch (reader.name, ShortCode(reader.element(1))) {
    case ("NM1", "82"): service.rendering = ClaimProvider(reader, &lookup)
    case ("NM1", "DQ"): service.supervising = ClaimProvider(reader, &lookup)
    case ("DTP", "472"): service.days = ClaimedDays(reader)
    case ("REF", "6R"):
      let number = CellText.trimmed(reader.element(2))
      if !ClaimService.isCounter(number) { cells.set(.lineID, number) }
    default: break
    }
  }

  // MARK: Lines

  private mutating func openLine() {
    isOpen = true
    line = reader.segment
    service = ClaimService()
  }

  private mutating func closeLine() {
    isOpen = false
    fault = nil
    for column in ClaimService.columns { cells.clear(column) }
  }

  /// Fills the cells that a line has from its claim, and finds what is wrong with it.
  private mutating func finishLine(isCutOff: Bool) -> Bool {
    let claim = scope.claim ?? ClaimScope.Claim()
    let rendering = service.rendering.isNamed ? service.rendering : claim.rendering
    let clinician = rendering.isNamed ? rendering : scope.billing
    let supervising = service.supervising.isNamed ? service.supervising : claim.supervising
    if case .none = service.days { service.days = claim.days }
    if let id = clinician.identifier { cells.set(.clinicianID, id) }
    if let id = supervising.identifier { cells.set(.supervisingID, id) }
    if let id = billing { cells.set(.billingID, id) }
    if cells[.placeOfService].isEmpty { cells.set(.placeOfService, claim.place) }
    if isCutOff {
      fault = finding(.interchangeIncomplete, "the interchange is cut off in this line", "have the file written again")
    } else if let whole = wholeFault {
      fault = whole
    } else if let provider = providerFault(rendering, clinician, supervising) {
      fault = provider
    } else if let (problem, message, hint) = service.fault {
      fault = finding(problem, message, hint)
    } else {
      fault = readDays()
    }
    return true
  }

  /// Who bills, where that is a person or known to the roster: an organization is no clinician.
  private var billing: [UInt8]? {
    guard let id = scope.billing.identifier else { return nil }
    return scope.billsAsPerson || !(id.count == 10 && id.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }) ? id : nil
  }

  private var wholeFault: Finding? {
    if scope.claim == nil {
      return finding(.raggedRow, "the line belongs to no claim", "a segment CLM is missing before it")
    }
    guard let column = cells.overflow else { return nil }
    return finding(
      .raggedRow, "\(column.rawValue) is longer than any in claims", "look for a separator that is missing")
  }

  private func providerFault(
    _ rendering: ClaimProvider, _ clinician: ClaimProvider, _ supervising: ClaimProvider
  ) -> Finding? {
    if let complaint = clinician.complaint {
      return finding(
        .unmatchedClinician, "the \(rendering.isNamed ? "rendering" : "billing") provider \(complaint.message)",
        complaint.hint)
    }
    if case .fault = supervising, let complaint = supervising.complaint {
      return finding(.unmatchedClinician, "the supervising provider \(complaint.message)", complaint.hint)
    }
    return nil
  }

  private mutating func readDays() -> Finding? {
    switch service.days {
    case .none: return nil
    case .impossible:
      return finding(
        .impossibleDate, "DTP*472 has no day that exists, or no first and last day",
        "claims write days as CCYYMMDD, and first and last as CCYYMMDD-CCYYMMDD")
    case .days(let first, let last):
      cells.set(.serviceDate, Array(first.description.utf8))
      if last > first {
        if rangeCount == 0 { firstRange = line }
        rangeCount += 1
      }
      return nil
    }
  }

  private func finding(_ problem: Problem, _ message: String, _ hint: String) -> Finding {
    Finding(problem, at: SourcePosition(file: path, line: line), message, hint: hint)
  }
}
